import { conditionFault } from './condition-shape.js';
import { isDate, isFields, isText, ringFault, type Fields } from './readable.js';
import type { Words } from './types.js';

/** What cannot be read as a rule set; `rule` is null for the set as a whole. */
export interface ShapeFault {
  rule: string | null;
  code: 'broken-condition' | 'broken-rule' | 'broken-set';
  detail: Words;
}

const isWords = (value: unknown): boolean =>
  isFields(value) && isText(value.vi) && isText(value.en);

const TARGETS = ['agency', 'service', 'type'];

function isTarget(value: unknown): boolean {
  const [target, ...more] = isFields(value) ? Object.entries(value) : [];
  return (
    target !== undefined && more.length === 0 && TARGETS.includes(target[0]) && isText(target[1])
  );
}

const RULE_KEYS = ['id', 'when', 'lead', 'supporting', 'confidence', 'because', 'basis', 'note'];

const set = (vi: string, en: string): ShapeFault => ({
  rule: null,
  code: 'broken-set',
  detail: { vi, en },
});

/** What makes a value unreadable as a rule set, in the order of the rules; none when it can be compiled. */
export function shapeFaults(value: unknown): ShapeFault[] {
  if (!isFields(value) || !Array.isArray(value.rules))
    return [set('Bộ quy tắc phải có danh sách “rules”.', 'A rule set has a list “rules”.')];
  const zones = value.zones ?? {};
  const names = isFields(zones) ? Object.keys(zones) : [];
  return [
    ...setFaults(value),
    ...zoneFaults(zones),
    ...value.rules.flatMap((rule: unknown, at) => ruleFaults(rule, at, names)),
  ];
}

function setFaults({ version, validFrom, assignAt, conflict }: Fields): ShapeFault[] {
  return [
    ...(Number.isInteger(version) && isDate(validFrom) && typeof assignAt === 'number'
      ? []
      : [
          set(
            'Thiếu “version”, “validFrom” (NĂM-THÁNG-NGÀY) hoặc “assignAt”.',
            '“version”, “validFrom” (YYYY-MM-DD) or “assignAt” is missing.',
          ),
        ]),
    ...(isConflict(conflict) ? [] : [set('“conflict” không đủ.', '“conflict” is not whole.')]),
  ];
}

function isConflict(value: unknown): boolean {
  if (!isFields(value)) return false;
  const { top, oversight, instead, asking, wardWords } = value;
  return isText(top) && [oversight, asking, wardWords].every(Array.isArray) && isFields(instead);
}

function zoneFaults(zones: unknown): ShapeFault[] {
  if (!isFields(zones))
    return [set('“zones” phải là tên và vòng tọa độ.', '“zones” are names with rings.')];
  return Object.entries(zones).flatMap(([name, ring]) => {
    const problem = ringFault(ring, name);
    return problem === null
      ? []
      : [set(`Vùng “${name}” hỏng: ${problem}.`, `Zone “${name}” is broken: ${problem}.`)];
  });
}

function ruleFaults(rule: unknown, at: number, zones: string[]): ShapeFault[] {
  const id = isFields(rule) && isText(rule.id) ? rule.id : `#${at + 1}`;
  const fault = (code: ShapeFault['code'], { vi, en }: Words): ShapeFault => ({
    rule: id,
    code,
    detail: { vi, en },
  });
  if (!isFields(rule))
    return [
      fault('broken-rule', { vi: 'Quy tắc phải là một đối tượng.', en: 'A rule is an object.' }),
    ];
  const { when, lead, supporting = [], confidence, because } = rule;
  const unknown = Object.keys(rule).filter((key) => !RULE_KEYS.includes(key));
  const wrong = [
    ...(isText(rule.id) ? [] : ['id']),
    ...(isTarget(lead) ? [] : ['lead']),
    ...(Array.isArray(supporting) && supporting.every(isTarget) ? [] : ['supporting']),
    ...(typeof confidence === 'number' ? [] : ['confidence']),
    ...(isWords(because) ? [] : ['because']),
    ...unknown,
  ];
  return [
    ...wrong.map((key) =>
      fault('broken-rule', {
        vi: `“${key}” của quy tắc không đọc được.`,
        en: `“${key}” of the rule cannot be read.`,
      }),
    ),
    ...(isFields(when)
      ? Object.entries(when).flatMap(([key, condition]) => {
          const detail = conditionFault(key, condition, zones);
          return detail ? [fault('broken-condition', detail)] : [];
        })
      : [
          fault('broken-condition', {
            vi: 'Thiếu điều kiện “when” (có thể để trống: {}).',
            en: 'The condition “when” is missing (it may be empty: {}).',
          }),
        ]),
  ];
}
