import { isFields, isText } from './readable.js';
import type { Router } from './router.js';
import type { RoutingFacts, RuleExample, Words } from './types.js';

export interface ExampleResult extends RuleExample {
  got: string | null;
  rule: string | null;
  passes: boolean;
  reasons: Words[];
}

export interface ExampleFault {
  /** `examples.3.lead` */
  field: string;
  code: 'broken-example' | 'duplicate-example' | 'unknown-value' | 'too-many';
  detail: Words;
}

const MOST = 200;

const isTextOrNull = (value: unknown): boolean => value === null || isText(value);

interface Known {
  agencies: readonly string[];
  categories: readonly string[];
  wards: readonly string[];
}

const fault = (field: string, code: ExampleFault['code'], vi: string, en: string) => ({
  field,
  code,
  detail: { vi, en },
});

/** What keeps a value from being the examples of a rule set; a set may have none. */
export function exampleFaults(value: unknown, known: Known): ExampleFault[] {
  if (value === undefined) return [];
  if (!Array.isArray(value))
    return [fault('examples', 'broken-example', 'Phải là danh sách.', 'Must be a list.')];
  if (value.length > MOST)
    return [fault('examples', 'too-many', `Nhiều nhất ${MOST}.`, `At most ${MOST}.`)];
  const ids = (value as unknown[]).map((one) => (isFields(one) ? one.id : undefined));
  return (value as unknown[]).flatMap((one, at) => [
    ...shapeFaults(one, `examples.${at}`, known),
    ...(ids.indexOf(ids[at]) < at
      ? [
          fault(
            `examples.${at}.id`,
            'duplicate-example',
            'Mã đã có ở trên.',
            'The code is there already.',
          ),
        ]
      : []),
  ]);
}

function shapeFaults(one: unknown, field: string, known: Known): ExampleFault[] {
  const { id, text, category, ward, answers = {}, lead } = isFields(one) ? one : {};
  const wrong = Object.entries({
    id: isText(id),
    text: isText(text),
    category: isTextOrNull(category),
    ward: isTextOrNull(ward),
    answers: isFields(answers) && Object.values(answers).every(isText),
    lead: isTextOrNull(lead),
  }).flatMap(([name, good]) => (good ? [] : [name]));
  const strange = Object.entries({
    category: [category, known.categories],
    ward: [ward, known.wards],
    lead: [lead, known.agencies],
  } as const).filter(([, [value, all]]) => isText(value) && !all.includes(value));
  return [
    ...wrong.map((name) =>
      fault(
        `${field}.${name}`,
        'broken-example',
        `“${name}” của tình huống mẫu còn thiếu.`,
        `“${name}” of the example is missing.`,
      ),
    ),
    ...strange.map(([name, [value]]) =>
      fault(
        `${field}.${name}`,
        'unknown-value',
        `Không có ${String(value)}.`,
        `There is no ${String(value)}.`,
      ),
    ),
  ];
}

type OfCategory = (code: string | null) => Pick<RoutingFacts, 'kind' | 'urgency'>;

/** Where each example goes at an instant. */
export function runExamples(
  router: Router,
  examples: readonly RuleExample[],
  at: string,
  ofCategory: OfCategory,
): ExampleResult[] {
  return examples.map((example) => {
    const { text, category, ward, answers = {}, lead } = example;
    const known = { about: null, point: null, filer: null, at, text, category, ward, answers };
    const decision = router.route({ ...known, ...ofCategory(category) });
    const { lead: got, rule, reasons } = decision;
    return { ...example, got, rule, reasons, passes: got === lead };
  });
}
