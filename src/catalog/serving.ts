import { holdsOn, localDateIn } from '#routing';
import { fieldError } from '../platform/errors/domain-error.js';
import type { Agency } from './city-data.js';
import type { City } from './city.js';

/** Who works on matters on the day of an instant: not the center, and none that has ended. */
export function servingAt({ card }: City, at: Date): (agency: Agency) => boolean {
  const today = localDateIn(card.timeZone)(at.toISOString());
  return (agency) => agency.code !== card.center.code && holdsOn(agency, today);
}

/** A matter is given by hand to an agency that serves on the day: not the center, and none that has ended. */
export function requireServing(city: City, field: string, code: string, now: Date): void {
  const agency = city.agency(code);
  if (!agency || code === city.card.center.code)
    throw fieldError(field, 'unknown', 'Không có cơ quan này.', 'No such agency.');
  if (servingAt(city, now)(agency)) return;
  const heir = city.agency(agency.successor)?.name;
  throw fieldError(
    field,
    'not_serving',
    `${agency.name.vi} không hoạt động vào ngày này.${heir ? ` Cơ quan kế thừa: ${heir.vi}.` : ''}`,
    `${agency.name.en} does not serve on this day.${heir ? ` Its successor: ${heir.en}.` : ''}`,
  );
}
