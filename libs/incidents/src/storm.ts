import { metersBetween, type Sighting } from './likely.js';

/** From when on many filings of one family in one area are one event; data of the city. */
export interface StormRules {
  windowMinutes: number;
  /** Filings within the window, at least. */
  minimum: number;
  /** How many times what is usual there. */
  factor: number;
  baselineDays: number;
  radiusMeters: number;
  /** How long nothing is proposed again after an operator said that it is none. */
  quietHours: number;
  /** What is told to whoever files the same, until an operator writes better words. */
  standingAnswer: { vi: string; en: string };
  /** Where a family of categories differs. */
  families: Record<string, { minimum?: number; radiusMeters?: number }>;
}

export interface Seen extends Sighting {
  id: string;
}

/** Many filings of one family about one place. */
export interface Burst {
  family: string;
  /** The filing around which the others lie. */
  centre: Seen;
  members: Seen[];
  radiusMeters: number;
  since: number;
}

const isNear = (one: Seen, other: Seen, meters: number): boolean =>
  one.point && other.point
    ? metersBetween(one.point, other.point) <= meters
    : one.ward !== null && one.ward === other.ward;

/**
 * The largest burst of each family among the filings of a window, before what is usual there is asked. Without a
 * point a filing counts for its ward.
 */
export function burstsIn(filings: readonly Seen[], rules: StormRules): Burst[] {
  const families = [...new Set(filings.map(({ family }) => family))];
  return families.flatMap((family): Burst[] => {
    const ofFamily = filings.filter((one) => one.family === family);
    const own = rules.families[family];
    const radiusMeters = own?.radiusMeters ?? rules.radiusMeters;
    if (ofFamily.length < (own?.minimum ?? rules.minimum)) return [];
    const [first, ...others] = ofFamily.map((centre) => ({
      centre,
      members: ofFamily.filter((other) => isNear(centre, other, radiusMeters)),
    }));
    const largest = others.reduce(
      (best, one) => (one.members.length > best.members.length ? one : best),
      first!,
    );
    if (largest.members.length < (own?.minimum ?? rules.minimum)) return [];
    const members = largest.members.toSorted((a, b) => a.at - b.at);
    return [{ ...largest, family, members, radiusMeters, since: members[0]!.at }];
  });
}

/** How many filings a window would usually bring, from how many there were in the days before it. */
export const usualIn = (before: number, { baselineDays, windowMinutes }: StormRules): number =>
  (before * windowMinutes) / (baselineDays * 24 * 60);

export const isStorm = ({ members }: Burst, usual: number, { factor }: StormRules): boolean =>
  members.length >= factor * usual;
