import { InvalidInstant } from './errors.js';

// Without an offset the date would depend on the zone of the machine.
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}([.,]\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

const MINUTE = 60_000;

/** An instant on the city's clock: `YYYY-MM-DD`, `HH:MM`, and the weekday with Monday as 1. */
export interface LocalMoment {
  date: string;
  time: string;
  weekday: number;
}

/** Reads ISO instants on the clock of a zone. @throws InvalidInstant, RangeError for an unknown zone */
export function localMomentIn(timeZone: string): (instant: string) => LocalMoment {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const read = (moment: number): LocalMoment => {
    const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
    for (const { type, value } of format.formatToParts(moment)) parts[type] = value;
    const date = `${parts.year?.padStart(4, '0')}-${parts.month}-${parts.day}`;
    return { date, time: `${parts.hour}:${parts.minute}`, weekday: weekdayOf(date) };
  };
  // Who asks asks of now: reading a format costs more than all that is decided by it.
  let minute = Number.NaN;
  let last: LocalMoment;
  return (instant) => {
    const moment = INSTANT.test(instant) ? Date.parse(instant) : Number.NaN;
    if (Number.isNaN(moment)) throw new InvalidInstant(instant);
    const asked = Math.floor(moment / MINUTE);
    if (asked !== minute) {
      last = read(moment);
      minute = asked;
    }
    return { ...last };
  };
}

const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

/** The local date (`YYYY-MM-DD`) of an ISO instant in a zone. @throws InvalidInstant, RangeError for an unknown zone */
export function localDateIn(timeZone: string): (instant: string) => string {
  const momentOf = localMomentIn(timeZone);
  return (instant) => momentOf(instant).date;
}

/** Whether a dated thing holds on a local date, both ends inclusive. */
export function holdsOn(
  dated: { validFrom: string; validTo: string | null },
  date: string,
): boolean {
  return dated.validFrom <= date && (dated.validTo === null || date <= dated.validTo);
}
