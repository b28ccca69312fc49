/** The same words in Vietnamese and English. */
export interface Words {
  vi: string;
  en: string;
}

/** Who can be made responsible. Dates are local, `YYYY-MM-DD`, both ends inclusive. */
export interface Agency {
  code: string;
  type: string;
  name: Words;
  parent: string | null;
  ward: string | null;
  validFrom: string;
  validTo: string | null;
  successor: string | null;
}

/** Where an agency provides a service. Dates are local, `YYYY-MM-DD`, both ends inclusive. */
export interface ServiceArea {
  agency: string;
  service: string;
  wards: 'all' | string[];
  validFrom: string;
  validTo: string | null;
}

/** A named agency, whoever serves the place, or the agency of that type of the place's ward. */
export type Target = { agency: string } | { service: string } | { type: string };

/** A GeoJSON ring: closed, of four or more positions, `[lon, lat]` in degrees. */
export type Ring = [number, number][];

/** A time of filing on the city's clock. What is absent always holds. */
export interface TimeCondition {
  /** `HH:MM`; the end is excluded, and an end before the start is on the next day. */
  hours?: { from: string; to: string };
  /** Monday is 1, Sunday 7. */
  days?: number[];
  /** `YYYY-MM-DD`, both inclusive. */
  dates?: { from?: string; to?: string };
}

/**
 * What must hold for a rule. An absent condition always holds, an empty list never. Categories are codes or prefixes
 * ending in `*`; any of `words` must occur; every question in `answers` must have one of its values; the point must
 * be in one of `zones`, each a name of the rule set's zones or a ring.
 */
export interface When {
  categories?: string[];
  kinds?: string[];
  urgencies?: string[];
  wards?: string[];
  filers?: string[];
  words?: string[];
  answers?: Record<string, string[]>;
  zones?: (string | Ring)[];
  time?: TimeCondition;
}

/** The first rule whose every condition holds decides. */
export interface RoutingRule {
  id: string;
  when: When;
  lead: Target;
  supporting?: Target[];
  confidence: number;
  because: Words;
}

/** Words that mean the agency of a type of the place's ward; with no type they mean no agency. */
export interface WardWords {
  type: string | null;
  words: string[];
}

/** Who looks into a complaint about an agency, so that it never reaches those it is about. */
export interface ConflictRule {
  /** The city's own body: what is right beneath it is looked into by the oversight bodies. */
  top: string;
  /** The first that is not itself concerned. */
  oversight: string[];
  /** Who acts in place of the oversight bodies, by the agency that a complaint is about. */
  instead: Record<string, string>;
  /** After these words an agency is asked for help, not complained of. */
  asking: string[];
  wardWords: WardWords[];
}

/** What somebody could write, and who must lead it; kept with the rules and tried on each draft. */
export interface RuleExample {
  id: string;
  text: string;
  category: string | null;
  ward: string | null;
  answers?: Record<string, string>;
  /** Null: an operator decides. */
  lead: string | null;
}

/** One version of the rules. `assignAt`: the confidence, 0 to 1, from which nobody needs to look first. */
export interface RuleSet {
  version: number;
  validFrom: string;
  assignAt: number;
  conflict: ConflictRule;
  /** Named parts of the map that rules can ask for. */
  zones?: Record<string, Ring>;
  rules: RoutingRule[];
  examples?: RuleExample[];
}

/** What is known of a complaint; `at` is an ISO instant with its offset. */
export interface RoutingFacts {
  category: string | null;
  kind: string;
  /** The agency whose office or people are complained of, where that is known. */
  about: string | null;
  urgency: string;
  ward: string | null;
  point: { lat: number; lon: number } | null;
  /** What kind of filer; null where nobody has said. */
  filer: string | null;
  at: string;
  text: string;
  answers: Record<string, string | number | boolean>;
}

/**
 * What a decision looked at, for those who check it later. Nothing in it tells who filed, what was written or the
 * exact place; answers are those that the rule names.
 */
export interface DecisionFacts {
  category: string | null;
  kind: string;
  urgency: string;
  ward: string | null;
  filer: string | null;
  at: string;
  answers: Record<string, string>;
  /** The zone that the point is in, by its name or its place in the rule (`#1`), where the rule asks for one. */
  zone: string | null;
}

/** `confidence` is 0 when there is no lead; `assign`: lead known, sure enough, and nobody needs to look first. */
export interface RoutingDecision {
  lead: string | null;
  supporting: string[];
  confidence: number;
  assign: boolean;
  rule: string | null;
  ruleSet: number;
  reasons: Words[];
  facts: DecisionFacts;
}

export interface DirectoryData {
  agencies: Agency[];
  serviceAreas: ServiceArea[];
  /** What the codes in reasons are called; a code without a name stands for itself. */
  names?: Partial<Record<Named, Readonly<Record<string, Words>>>>;
}

/** What reasons name beside agencies. */
export type Named = 'categories' | 'wards' | 'services' | 'types';
