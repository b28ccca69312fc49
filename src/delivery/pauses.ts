const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

// Together about 73 hours: an outage over a long weekend loses no mail.
const pauses = [
  MINUTE / 2,
  2 * MINUTE,
  10 * MINUTE,
  HOUR,
  ...Array.from({ length: 12 }, () => 6 * HOUR),
];

/** How often a row is tried before it is given up. */
export const MAX_ATTEMPTS = pauses.length + 1;

/**
 * How long to wait after the failed attempt of this number (from 1), in milliseconds; null: no more.
 * `random` (0 to 1) spreads it by a tenth either way, so that rows that failed together do not return together.
 */
export function pauseAfter(attempt: number, random: number): number | null {
  const pause = pauses[attempt - 1];
  return pause === undefined ? null : Math.round(pause * (0.9 + 0.2 * random));
}
