import { localTime, minutesOf, minutesOn } from '../platform/local-time.js';
import type { NoticePreference } from '../people/notices/notice-preferences.js';

const DAY = 24 * 60;

const dayBefore = (weekday: number) => (weekday === 1 ? 7 : weekday - 1);

/** The end of the quiet time that a person has at `at`; null while mails may come. */
export function quietUntil(
  at: Date,
  { quiet, from, to, days }: NoticePreference,
  timeZone: string,
): Date | null {
  if (!quiet) return null;
  const [begins, ends] = [minutesOf(from), minutesOf(to)];
  const { minutes, weekday } = localTime(at, timeZone);
  const overnight = ends < begins;
  if (minutes >= begins && (overnight || minutes < ends) && days.includes(weekday))
    return minutesOn(at, ends - minutes + (overnight ? DAY : 0));
  if (overnight && minutes < ends && days.includes(dayBefore(weekday)))
    return minutesOn(at, ends - minutes);
  return null;
}
