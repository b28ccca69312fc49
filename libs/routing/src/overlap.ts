import { coversCategory, isOpen } from './category-pattern.js';
import { ringsMeet } from './rings.js';
import { includes, keyOfZone } from './subsumption.js';
import { timesMeet } from './time-condition.js';
import type { Ring, RoutingRule, When } from './types.js';

/** The earlier rules that can match what this one matches, lead elsewhere, and are no special case of it. */
export function overlapsOf(
  rule: RoutingRule,
  earlier: readonly RoutingRule[],
  categories: readonly string[],
  zones: Record<string, Ring>,
): RoutingRule[] {
  const lead = JSON.stringify(rule.lead);
  return earlier.filter(
    (other) =>
      JSON.stringify(other.lead) !== lead &&
      canBothMatch(other.when, rule.when, categories, zones) &&
      !includes(rule.when, other.when, categories) &&
      !includes(other.when, rule.when, categories),
  );
}

/** Whether some complaint meets both. Two different words may always stand in one text. */
function canBothMatch(
  a: When,
  b: When,
  categories: readonly string[],
  zones: Record<string, Ring>,
): boolean {
  return (
    categoriesMeet(a.categories, b.categories, categories) &&
    listsMeet(a.kinds, b.kinds) &&
    listsMeet(a.urgencies, b.urgencies) &&
    listsMeet(a.wards, b.wards) &&
    listsMeet(a.filers, b.filers) &&
    Object.entries(a.answers ?? {}).every(([question, values]) =>
      listsMeet(values, b.answers?.[question]),
    ) &&
    timesMeet(a.time, b.time) &&
    zonesMeet(a.zones, b.zones, zones)
  );
}

const listsMeet = (a: string[] | undefined, b: string[] | undefined): boolean =>
  !a || !b || a.some((value) => b.includes(value));

function categoriesMeet(
  a: string[] | undefined,
  b: string[] | undefined,
  known: readonly string[],
): boolean {
  if (!a || !b) return true;
  const codes = [...known, ...[...a, ...b].filter((pattern) => !isOpen(pattern))];
  const covered = (patterns: string[], code: string) =>
    patterns.some((pattern) => coversCategory(pattern, code));
  return codes.some((code) => covered(a, code) && covered(b, code));
}

function zonesMeet(a: When['zones'], b: When['zones'], named: Record<string, Ring>): boolean {
  if (!a || !b) return true;
  const ringOf = (zone: string | Ring) => (typeof zone === 'string' ? (named[zone] ?? []) : zone);
  return a.some((one) =>
    b.some((other) => keyOfZone(one) === keyOfZone(other) || ringsMeet(ringOf(one), ringOf(other))),
  );
}
