import type { ConflictRule, Words } from './types.js';

/** What the conflict rule needs and the directory does not have. */
export type ConflictFault =
  | { code: 'no-oversight'; detail: Words }
  | { code: 'unknown-agency'; agency: string }
  | { code: 'unknown-type'; type: string };

const noOversight: ConflictFault = {
  code: 'no-oversight',
  detail: {
    vi: 'Thiếu cơ quan xem xét phản ánh về cán bộ (conflict.oversight).',
    en: 'No oversight body is named (conflict.oversight).',
  },
};

export function checkConflict(
  conflict: Partial<ConflictRule> | undefined,
  known: { agencies: ReadonlySet<string>; types: ReadonlySet<string> },
): ConflictFault[] {
  const { top, oversight = [], instead = {}, asking, wardWords } = conflict ?? {};
  if (top === undefined || oversight.length === 0 || !asking || !wardWords) return [noOversight];
  const agencies = new Set([top, ...oversight, ...Object.keys(instead), ...Object.values(instead)]);
  const types = new Set(wardWords.flatMap(({ type }) => type ?? []));
  return [
    ...[...agencies]
      .filter((agency) => !known.agencies.has(agency))
      .map((agency): ConflictFault => ({ code: 'unknown-agency', agency })),
    ...[...types]
      .filter((type) => !known.types.has(type))
      .map((type): ConflictFault => ({ code: 'unknown-type', type })),
  ];
}
