import { DAY } from './local-date.js';

/** From `since` (epoch ms) until the next entry the wall clock is `offset` ms ahead of UTC. */
export interface ZoneSpan {
  since: number;
  offset: number;
}

// A formatter costs some 50 µs to make and 1 µs to use.
const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether Intl knows the zone. */
export function isTimeZone(name: unknown): boolean {
  // Intl would take undefined for the zone of the machine.
  if (typeof name !== 'string') return false;
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/** Milliseconds by which the zone's wall clock is ahead of UTC. Throws RangeError: unknown zone. */
export function offsetAt(timeZone: string, instant: number): number {
  const fields = formatOf(timeZone).format(instant).match(/\d+/g) ?? [];
  const [month, day, year, hour, minute, second] = fields.map(Number) as [number, ...number[]];
  const wall = Date.UTC(year ?? NaN, month - 1, day, hour, minute, second);
  return wall - Math.floor(instant / 1000) * 1000;
}

/** The zone's offsets over [from, to] (epoch ms, whole seconds), the first one without a beginning. */
export function zoneSpans(timeZone: string, from: number, to: number): ZoneSpan[] {
  const spans: ZoneSpan[] = [{ since: -Infinity, offset: offsetAt(timeZone, from) }];
  let offset = spans[0]!.offset;
  // Daily steps: two changes within one day are not known of any zone.
  for (let day = from; day < to; day += DAY) {
    const next = offsetAt(timeZone, day + DAY);
    if (next === offset) continue;
    spans.push({ since: changeWithin(timeZone, day, offset), offset: next });
    offset = next;
  }
  return spans;
}

/**
 * First instant at which the wall clock has reached `wall` (local time as if it were UTC): a time
 * skipped by the clocks is the moment they jump, a time shown twice is its first showing.
 */
export function instantOf(spans: readonly ZoneSpan[], wall: number): number {
  const last = spans.length - 1;
  const at = spans.findIndex(({ offset }, i) => i === last || spans[i + 1]!.since + offset > wall);
  const { since, offset } = spans[at]!;
  return Math.max(since, wall - offset);
}

function changeWithin(timeZone: string, day: number, before: number): number {
  let same = 0;
  let changed = DAY / 1000;
  while (changed - same > 1) {
    const middle = (same + changed) >> 1;
    if (offsetAt(timeZone, day + middle * 1000) === before) same = middle;
    else changed = middle;
  }
  return day + changed * 1000;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format;
}
