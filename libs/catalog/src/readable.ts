import { fault, unless, type CatalogFault } from './fault.js';

export type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '';

export const isOneOf = (value: unknown, known: readonly string[]): boolean =>
  typeof value === 'string' && known.includes(value);

export const isCount = (value: unknown, most: number): boolean =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most;

const languages = [
  ['vi', 'tiếng Việt', 'Vietnamese'],
  ['en', 'tiếng Anh', 'English'],
] as const;

/** A text in both languages; names the one that is missing. */
export const wordsFaults = (field: string, value: unknown): CatalogFault[] =>
  languages.flatMap(([language, vi, en]) =>
    unless(
      isFields(value) && isText(value[language]),
      `${field}.${language}`,
      'words',
      `Thiếu phần ${vi}.`,
      `The ${en} text is missing.`,
    ),
  );

export const choiceFaults = (field: string, value: unknown, known: readonly string[]) =>
  unless(
    isOneOf(value, known),
    field,
    'unknown-value',
    `Phải là một trong: ${known.join(', ')}.`,
    `Must be one of: ${known.join(', ')}.`,
  );

/** The entries of a list that have a code, and what is wrong with the others. */
export function entriesOf(
  value: unknown,
  code: RegExp,
): { entries: (Fields & { code: string })[]; faults: CatalogFault[] } {
  if (!Array.isArray(value))
    return {
      entries: [],
      faults: [fault('', 'not-a-list', 'Phải là một danh sách.', 'Must be a list.')],
    };
  const faults: CatalogFault[] = [];
  const entries: (Fields & { code: string })[] = [];
  const seen = new Set<string>();
  for (const [at, one] of (value as unknown[]).entries()) {
    if (!isFields(one) || typeof one.code !== 'string' || !code.test(one.code)) {
      faults.push(
        fault(
          `#${at + 1}.code`,
          'broken-code',
          `Mục thứ ${at + 1}: mã chỉ gồm chữ không dấu, số và gạch nối.`,
          `Entry ${at + 1}: a code has plain letters, digits and hyphens.`,
        ),
      );
      continue;
    }
    if (seen.has(one.code))
      faults.push(
        fault(
          `${one.code}.code`,
          'duplicate-code',
          `Mã ${one.code} dùng hai lần.`,
          `${one.code} is used twice.`,
        ),
      );
    seen.add(one.code);
    entries.push(one as Fields & { code: string });
  }
  return { entries, faults };
}

/** What was published and is gone: something may refer to it. */
export const removedFaults = (
  present: readonly { code: string }[],
  entries: readonly { code: string }[],
  instead: { vi: string; en: string },
): CatalogFault[] => {
  const kept = new Set(entries.map(({ code }) => code));
  return present
    .filter(({ code }) => !kept.has(code))
    .map(({ code }) =>
      fault(
        code,
        'removed',
        `Không xóa ${code}: ${instead.vi}`,
        `${code} cannot be removed: ${instead.en}`,
      ),
    );
};
