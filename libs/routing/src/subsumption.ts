import { coversCategory, isOpen } from './category-pattern.js';
import { timeIncludes } from './time-condition.js';
import type { Ring, RoutingRule, When } from './types.js';

/**
 * The earlier rules that together leave nothing to a later one, or none. Known category codes decide a prefix
 * code by code; without any known code under it the prefix itself must be covered.
 */
export function shadowedBy(
  rule: RoutingRule,
  earlier: readonly RoutingRule[],
  categories: readonly string[],
): RoutingRule[] {
  const wider = earlier.filter((other) => conditionsInclude(other.when, rule.when));
  const unlimited = wider.find(({ when }) => !when.categories);
  if (unlimited) return [unlimited];
  if (!rule.when.categories) return [];
  const shadows = new Set<RoutingRule>();
  for (const wanted of rule.when.categories.flatMap((pattern) => expand(pattern, categories))) {
    const cover = wider.find(({ when }) =>
      when.categories?.some((it) => coversCategory(it, wanted)),
    );
    if (!cover) return [];
    shadows.add(cover);
  }
  return [...shadows];
}

function expand(pattern: string, categories: readonly string[]): string[] {
  const known = isOpen(pattern) ? categories.filter((code) => coversCategory(pattern, code)) : [];
  return known.length > 0 ? known : [pattern];
}

/** Whether whatever meets the narrow conditions meets the wide ones too. */
export function includes(wide: When, narrow: When, categories: readonly string[]): boolean {
  if (!conditionsInclude(wide, narrow)) return false;
  if (!wide.categories) return true;
  return (narrow.categories ?? ['*'])
    .flatMap((pattern) => expand(pattern, categories))
    .every((wanted) => wide.categories?.some((pattern) => coversCategory(pattern, wanted)));
}

/** Whether whatever meets the narrow conditions, categories aside, meets the wide ones too. */
function conditionsInclude(wide: When, narrow: When): boolean {
  return (
    listIncludes(wide.kinds, narrow.kinds) &&
    listIncludes(wide.urgencies, narrow.urgencies) &&
    listIncludes(wide.wards, narrow.wards) &&
    listIncludes(wide.filers, narrow.filers) &&
    listIncludes(wide.words, narrow.words) &&
    listIncludes(wide.zones?.map(keyOfZone), narrow.zones?.map(keyOfZone)) &&
    timeIncludes(wide.time, narrow.time) &&
    Object.entries(wide.answers ?? {}).every(([question, values]) =>
      listIncludes(values, narrow.answers?.[question]),
    )
  );
}

/** Equal zones have one key; that one zone lies in another is not looked for. */
export const keyOfZone = (zone: string | Ring): string =>
  typeof zone === 'string' ? zone : JSON.stringify(zone);

function listIncludes(wide: string[] | undefined, narrow: string[] | undefined): boolean {
  return !wide || (narrow !== undefined && narrow.every((value) => wide.includes(value)));
}
