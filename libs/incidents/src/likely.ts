export interface Point {
  lat: number;
  lon: number;
}

/** What, where and when, as far as telling events apart needs it. */
export interface Sighting {
  /** Group of categories. */
  family: string;
  point: Point | null;
  ward: string | null;
  /** In milliseconds since 1970. */
  at: number;
}

export interface Reach {
  meters: number;
  ms: number;
}

const METERS_PER_DEGREE = 111_320;

/** Meters between points that are not far apart: within a city the earth is flat to a part in a thousand. */
export function metersBetween(a: Point, b: Point): number {
  const middle = ((a.lat + b.lat) / 2) * (Math.PI / 180);
  const north = (a.lat - b.lat) * METERS_PER_DEGREE;
  const east = (a.lon - b.lon) * METERS_PER_DEGREE * Math.cos(middle);
  return Math.hypot(north, east);
}

/** Whether two are likely the same event: of one family, near by point or else of one ward, and not long apart. */
export function isLikely(one: Sighting, other: Sighting, { meters, ms }: Reach): boolean {
  if (one.family !== other.family || Math.abs(one.at - other.at) > ms) return false;
  if (one.point && other.point) return metersBetween(one.point, other.point) <= meters;
  return one.ward !== null && one.ward === other.ward;
}
