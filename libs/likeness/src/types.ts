import type { PlaceWords } from './place-words.js';

export interface Words {
  vi: string;
  en: string;
}

/** WGS 84, in degrees. */
export interface Point {
  lat: number;
  lon: number;
}

/** Within what distance and time two reports of a category tell of one event. */
export interface Rule {
  /** 0 where the place does not decide. */
  radiusMeters: number;
  windowHours: number;
}

/** What is known of a matter before it is compared. */
export interface Facts {
  category: string | null;
  /** Groups of categories it can belong to: its category's own, or what its words suggest. */
  families: readonly string[];
  rule: Rule;
  at: Date;
  point: Point | null;
  /** How far the point may be off, in metres; 0 when absent. */
  slackMeters?: number;
  ward: string | null;
  address: string | null;
  /** Null where the words may not be read. */
  text: string | null;
}

/** A matter made ready: its words are read once, however often it is compared. */
export interface Matter extends Facts {
  slackMeters: number;
  place: PlaceWords;
  trigrams: ReadonlySet<string>;
}

export type Evidence = 'kind' | 'place' | 'time' | 'text';

export interface Reason extends Words {
  what: Evidence;
  /** The same with the name that somebody wrote, for whoever may read those words; never for the log. */
  quoted?: Words;
}

/** One kind of evidence: how much it speaks for one event, 0 to 1, and why. */
export interface Speaks {
  score: number;
  reason: Reason | null;
}

export interface Likeness {
  /** 0 to 1; 1 for a matter beside itself. */
  score: number;
  /** Whether the score passes the bar: `sure` is enough for the program to act, `likely` for a person to look. */
  verdict: 'sure' | 'likely' | 'unlike';
  reasons: Reason[];
  /** Between the two points; null where one has none. */
  meters: number | null;
}
