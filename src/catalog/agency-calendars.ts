import { Hierarchy, holdsOn, localDateIn } from '#routing';
import type { Agency, AgencyCalendar } from './city-data.js';

export type CalendarOf = (agency: string, at: string) => string | null;

/** In which calendar an agency works on a day: that of its own row, else of the nearest above it that has one. */
export function agencyCalendars(
  rows: readonly AgencyCalendar[],
  agencies: readonly Agency[],
  timeZone: string,
): CalendarOf {
  const hierarchy = new Hierarchy(agencies);
  const localDate = localDateIn(timeZone);
  const byAgency = new Map<string, AgencyCalendar[]>();
  for (const row of rows) byAgency.set(row.agency, [...(byAgency.get(row.agency) ?? []), row]);
  return (agency, at) => {
    const date = localDate(at);
    for (const unit of hierarchy.line(agency)) {
      const row = byAgency.get(unit)?.find((one) => holdsOn(one, date));
      if (row) return row.calendar;
    }
    return null;
  };
}
