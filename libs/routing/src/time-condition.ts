import type { LocalMoment } from './local-date.js';
import type { TimeCondition } from './types.js';

const MIDNIGHT = '00:00';
const END_OF_DAY = '24:00';

/** Spans of one day, `[from, to)`, in text order. */
function spansOf({ hours }: TimeCondition): [string, string][] {
  if (!hours) return [[MIDNIGHT, END_OF_DAY]];
  const { from, to } = hours;
  if (from < to) return [[from, to]];
  return to === MIDNIGHT
    ? [[from, END_OF_DAY]]
    : [
        [from, END_OF_DAY],
        [MIDNIGHT, to],
      ];
}

/** Whether a filing at a moment meets the condition. The day asked for is the day of the filing itself. */
export function holdsAt(condition: TimeCondition, { date, time, weekday }: LocalMoment): boolean {
  const { days, dates } = condition;
  return (
    (!days || days.includes(weekday)) &&
    (dates?.from === undefined || dates.from <= date) &&
    (dates?.to === undefined || date <= dates.to) &&
    spansOf(condition).some(([from, to]) => from <= time && time < to)
  );
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const FIRST = '0000-00-00';
const LAST = '9999-99-99';

/** Whether every moment of the narrow condition is one of the wide. */
export function timeIncludes(wide: TimeCondition | undefined, narrow?: TimeCondition): boolean {
  if (!wide) return true;
  const other = narrow ?? {};
  const days = wide.days ?? EVERY_DAY;
  return (
    (other.days ?? EVERY_DAY).every((day) => days.includes(day)) &&
    (wide.dates?.from ?? FIRST) <= (other.dates?.from ?? FIRST) &&
    (other.dates?.to ?? LAST) <= (wide.dates?.to ?? LAST) &&
    spansOf(other).every(([from, to]) =>
      spansOf(wide).some((span) => span[0] <= from && to <= span[1]),
    )
  );
}

/** Whether some moment meets both. */
export function timesMeet(a: TimeCondition = {}, b: TimeCondition = {}): boolean {
  const from = [a.dates?.from ?? FIRST, b.dates?.from ?? FIRST].toSorted().at(-1) ?? FIRST;
  const to = [a.dates?.to ?? LAST, b.dates?.to ?? LAST].toSorted()[0] ?? LAST;
  return (
    (a.days ?? EVERY_DAY).some((day) => (b.days ?? EVERY_DAY).includes(day)) &&
    from <= to &&
    spansOf(a).some(([start, end]) => spansOf(b).some((span) => start < span[1] && span[0] < end))
  );
}
