import { InvalidInstant } from './errors.js';

// Without an offset the date would depend on the zone of the machine.
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}([.,]\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/** The local date (`YYYY-MM-DD`) of an ISO instant in a zone. @throws InvalidInstant, RangeError for an unknown zone */
export function localDateIn(timeZone: string): (instant: string) => string {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (instant) => {
    const moment = INSTANT.test(instant) ? Date.parse(instant) : Number.NaN;
    if (Number.isNaN(moment)) throw new InvalidInstant(instant);
    const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
    for (const { type, value } of format.formatToParts(moment)) parts[type] = value;
    return `${parts.year?.padStart(4, '0')}-${parts.month}-${parts.day}`;
  };
}

/** Whether a dated thing holds on a local date, both ends inclusive. */
export function holdsOn(
  dated: { validFrom: string; validTo: string | null },
  date: string,
): boolean {
  return dated.validFrom <= date && (dated.validTo === null || date <= dated.validTo);
}
