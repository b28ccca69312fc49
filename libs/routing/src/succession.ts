import { holdsOn } from './local-date.js';
import type { Agency } from './types.js';

type Dated = Pick<Agency, 'code' | 'validFrom' | 'validTo' | 'successor'>;

/**
 * Each agency that has ended before a local date, with the one that carries its matters on then; null where nobody
 * does. One whose successor has yet to begin is left out: its matters wait for that day.
 */
export function successionOn(agencies: readonly Dated[], date: string): Map<string, string | null> {
  const byCode = new Map(agencies.map((agency) => [agency.code, agency]));
  const ended = agencies.filter(({ validTo }) => validTo !== null && validTo < date);
  return new Map(
    ended.flatMap((agency): [string, string | null][] => {
      const heir = heirOf(agency, byCode, date);
      return heir === undefined ? [] : [[agency.code, heir]];
    }),
  );
}

/** Undefined while the heir has yet to begin. */
function heirOf(
  agency: Dated,
  byCode: ReadonlyMap<string, Dated>,
  date: string,
): string | null | undefined {
  const seen = new Set([agency.code]);
  for (
    let heir = byCode.get(agency.successor ?? '');
    heir && !seen.has(heir.code);
    heir = byCode.get(heir.successor ?? '')
  ) {
    if (holdsOn(heir, date)) return heir.code;
    if (heir.validFrom > date) return undefined;
    seen.add(heir.code);
  }
  return null;
}
