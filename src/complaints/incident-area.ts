import { closedToObservers, privacyClasses } from '#privacy';

const guarded = privacyClasses.filter(closedToObservers).map((one) => `'${one}'`);

/** Complaints that may be part of what many report: those about somebody or of protected classes are not. */
export const joinable = (c: string) =>
  `${c}.kind <> 'conduct' and ${c}.about is null and ${c}.privacy not in (${guarded.join(', ')})`;

/**
 * Whether a complaint lies in the area of an incident: near by point, else of one of its wards. Flat within a city;
 * the same as `isLikely` asks.
 */
export const inArea = (c: string, i: string) =>
  `case when ${c}.lat is not null and ${i}.lat is not null
    then sqrt(power((${c}.lat - ${i}.lat) * 111320, 2)
      + power((${c}.lon - ${i}.lon) * 111320 * cos(radians((${c}.lat + ${i}.lat) / 2)), 2)) <= ${i}.radius_meters
    else coalesce(${c}.ward = any(${i}.wards), false) end`;
