const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How failures of one kind of key are slowed down. */
export interface AttemptLimit {
  /** How long failures are remembered from the first one on. */
  window: number;
  /** Until when the next attempt waits after so many; null: it need not. */
  waitUntil(failures: number, since: Date, now: Date): Date | null;
}

const FREE = 5;
const LONGEST = 15 * MINUTE;

const upTo = (most: number, window: number): AttemptLimit => ({
  window,
  waitUntil: (failures, since) => (failures >= most ? new Date(since.getTime() + window) : null),
});

/** Five are free; then 1 s, 2 s, 4 s, at most a quarter of an hour, so that nobody is locked out for good. */
export const ofAccount: AttemptLimit = {
  window: DAY,
  waitUntil: (failures, _since, now) =>
    failures < FREE
      ? null
      : new Date(now.getTime() + Math.min(1000 * 2 ** (failures - FREE), LONGEST)),
};

export const ofAddress = upTo(50, 15 * MINUTE);
export const resetsOfAccount = upTo(3, 60 * MINUTE);
export const resetsOfAddress = upTo(20, 15 * MINUTE);
