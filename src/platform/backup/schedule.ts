import { DateTime } from 'luxon';

/** A night's backup that failed is tried again after this. */
const RETRY_MS = 3_600_000;
/** A night, and time for the backup itself. */
const OLD_MS = 26 * 3_600_000;

/** What is known of backups: of the last that went well, and of the last try. */
export interface Standing {
  good: { startedAt: Date; bytes: number } | null;
  last: { startedAt: Date; failed: boolean } | null;
}

/** The last moment at which a backup was to begin: `at` is `HH:MM` by the clock of `zone`. */
export function lastMoment(now: Date, at: string, zone: string): Date {
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  const local = DateTime.fromJSDate(now, { zone });
  const today = local.set({ hour, minute, second: 0, millisecond: 0 });
  return (today <= local ? today : today.minus({ days: 1 })).toJSDate();
}

/** Whether one is to begin now. */
export function isDue(now: Date, moment: Date, { good, last }: Standing): boolean {
  if (good && good.startedAt >= moment) return false;
  return !last || last.startedAt < moment || last.startedAt.getTime() <= now.getTime() - RETRY_MS;
}

/** What a person should know, in few words; null when all is well. */
export function concernOf(now: Date, { good, last }: Standing): string | null {
  if (last?.failed) return 'the last backup failed';
  if (!good) return last ? null : 'no backup yet';
  return now.getTime() - good.startedAt.getTime() > OLD_MS ? 'the last backup is too old' : null;
}
