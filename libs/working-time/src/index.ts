export { WorkCalendar } from './calendar.js';
export { CalendarRangeError, CalendarSpecError, LimitError } from './errors.js';
export { formatLimit, parseLimit, type Limit, type LimitUnit } from './limit.js';
export type { CalendarSpec, OpenWindow } from './spec.js';
