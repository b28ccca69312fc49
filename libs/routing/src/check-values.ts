import type { RoutingRule, Words } from './types.js';

/** Everything that conditions may name. */
export interface KnownValues {
  kinds: readonly string[];
  urgencies: readonly string[];
  filers: readonly string[];
  wards: readonly string[];
  /** The questions of all categories; null where any answer is possible. */
  answers: Readonly<Record<string, readonly string[] | null>>;
}

export interface UnknownValue {
  rule: string;
  code: 'unknown-value';
  detail: Words;
}

const lists = ['kinds', 'urgencies', 'filers', 'wards'] as const;

/** Values in conditions that no complaint can have: a slip of the pen, not a wish. The set must be readable. */
export function checkValues(rules: readonly RoutingRule[], known: KnownValues): UnknownValue[] {
  return rules.flatMap(({ id, when }) => [
    ...lists.flatMap((list) =>
      (when[list] ?? [])
        .filter((value) => !known[list].includes(value))
        .map((value) => unknown(id, list, value)),
    ),
    ...Object.entries(when.answers ?? {}).flatMap(([question, values]) =>
      strangers(question, values, known.answers).map((value) => unknown(id, question, value)),
    ),
  ]);
}

function strangers(
  question: string,
  values: readonly string[],
  answers: KnownValues['answers'],
): readonly string[] {
  if (!Object.hasOwn(answers, question)) return values;
  const possible = answers[question] ?? null;
  return possible === null ? [] : values.filter((value) => !possible.includes(value));
}

function unknown(rule: string, condition: string, value: string): UnknownValue {
  const vi = `Điều kiện “${condition}”: không có giá trị “${value}”.`;
  const en = `Condition “${condition}”: there is no value “${value}”.`;
  return { rule, code: 'unknown-value', detail: { vi, en } };
}
