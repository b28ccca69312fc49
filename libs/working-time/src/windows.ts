import { CalendarSpecError } from './errors.js';
import type { OpenWindow } from './spec.js';

/** Minutes from local midnight, half open. */
export interface MinuteWindow {
  from: number;
  to: number;
}

/** The windows of one day in minutes. Throws CalendarSpecError unless they ascend with gaps. */
export function minuteWindows(windows: readonly OpenWindow[], field: string): MinuteWindow[] {
  if (!Array.isArray(windows)) throw new CalendarSpecError(field, 'must be a list of windows');
  let closed = -1;
  return windows.map((window: OpenWindow | null, i) => {
    const from = minuteOf(window?.from, `${field}[${i}].from`);
    const to = minuteOf(window?.to, `${field}[${i}].to`);
    if (to <= from) throw new CalendarSpecError(`${field}[${i}].to`, 'must be later than from');
    if (from <= closed) {
      throw new CalendarSpecError(`${field}[${i}].from`, 'must be later than the window before it');
    }
    closed = to;
    return { from, to };
  });
}

function minuteOf(time: unknown, field: string): number {
  if (typeof time !== 'string' || !/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time)) {
    throw new CalendarSpecError(field, 'must be a time from 00:00 to 24:00');
  }
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
