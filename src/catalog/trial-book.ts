import type { Book } from '#deadlines';
import { WorkCalendar } from '#working-time';
import { agencyCalendars } from './agency-calendars.js';
import type { AgencyCalendar, CityData } from './city-data.js';

/** The book as it would be with a version of calendars that has not been published. */
export function bookWith(
  book: Book,
  { agencies, city, agency_calendars }: CityData,
  version: number,
  changed: { calendars?: CityData['calendars']; agency_calendars?: AgencyCalendar[] },
): Book {
  const compiled = new Map(
    (changed.calendars ?? []).map((spec) => [
      spec.code,
      WorkCalendar.compile({ ...spec, version }),
    ]),
  );
  const rows = changed.agency_calendars ?? agency_calendars;
  return {
    calendar: (code, asked) => {
      const trial = asked === undefined || asked === version ? compiled.get(code) : undefined;
      return trial ?? book.calendar(code, asked);
    },
    policy: (asked) => book.policy(asked),
    agencyCalendar: agencyCalendars(rows, agencies, city.timeZone),
  };
}
