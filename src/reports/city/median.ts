import type { WorkCalendar } from '#working-time';

const HOUR = 3_600_000;

/** The middle of the working hours between two instants each; null of none. */
export function medianHours(
  calendar: WorkCalendar,
  times: readonly { filed: Date; resolved: Date }[],
): number | null {
  if (times.length === 0) return null;
  const taken = times
    .map(({ filed, resolved }) => calendar.openBetween(filed, resolved))
    .toSorted((a, b) => a - b);
  const middle = (taken.length - 1) / 2;
  const [low = 0, high = 0] = [taken[Math.floor(middle)], taken[Math.ceil(middle)]];
  return Math.round(((low + high) / 2 / HOUR) * 10) / 10;
}
