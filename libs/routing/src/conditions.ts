import type { LocalMoment } from './local-date.js';
import { occurs, searchable } from './phrases.js';
import { flatRing, isInside } from './rings.js';
import { holdsAt } from './time-condition.js';
import type { Ring, RoutingFacts, RoutingRule } from './types.js';

/** Why a rule holds beyond its category: the phrase that was found, as the rule writes it, and the zone. */
export interface Match {
  phrase: string | null;
  zone: string | null;
}

/** What a rule may ask for beyond the facts as given; `text` is worked out only then, and once. */
export interface Lookup {
  text(): string;
  moment: LocalMoment;
}

export interface CompiledRule {
  rule: RoutingRule;
  /** Conditions other than the category, which the index has settled. */
  match(facts: RoutingFacts, lookup: Lookup): Match | null;
}

export function compileRule(
  rule: RoutingRule,
  fold: (text: string) => string,
  named: Record<string, Ring> = {},
): CompiledRule {
  const { kinds, urgencies, wards, filers, words, answers, zones, time } = rule.when;
  const kindIn = memberOf(kinds);
  const urgencyIn = memberOf(urgencies);
  const wardIn = memberOf(wards);
  const filerIn = memberOf(filers);
  const answered = Object.entries(answers ?? {}).map(
    ([question, values]) => [question, new Set(values)] as const,
  );
  const phrases = words?.map((written) => ({ written, folded: searchable(written, fold) }));
  const rings = zones?.map((zone, at) => ringOf(zone, at, named));

  return {
    rule,
    match(facts, lookup) {
      if (!kindIn(facts.kind) || !urgencyIn(facts.urgency) || !wardIn(facts.ward)) return null;
      if (!filerIn(facts.filer)) return null;
      if (!answered.every(([question, values]) => holds(facts.answers, question, values)))
        return null;
      const zone = rings ? zoneAt(rings, facts.point) : null;
      if (rings && zone === null) return null;
      if (time && !holdsAt(time, lookup.moment)) return null;
      if (!phrases) return { phrase: null, zone };
      const found = phrases.find(({ folded }) => occurs(folded, lookup.text()));
      return found ? { phrase: found.written, zone } : null;
    },
  };
}

interface NamedRing {
  name: string;
  ring: Float64Array;
}

function ringOf(zone: string | Ring, at: number, named: Record<string, Ring>): NamedRing {
  if (typeof zone !== 'string') return { name: `#${at + 1}`, ring: flatRing(zone) };
  return { name: zone, ring: flatRing(named[zone] ?? []) };
}

function zoneAt(rings: NamedRing[], point: RoutingFacts['point']): string | null {
  if (!point) return null;
  return rings.find(({ ring }) => isInside([ring], point.lon, point.lat))?.name ?? null;
}

function memberOf(list: string[] | undefined): (value: string | null) => boolean {
  if (!list) return () => true;
  const members = new Set(list);
  return (value) => value !== null && members.has(value);
}

function holds(
  answers: RoutingFacts['answers'],
  question: string,
  values: ReadonlySet<string>,
): boolean {
  return Object.hasOwn(answers, question) && values.has(String(answers[question]));
}
