import { urgencies, type Words } from '#lifecycle';
import { coversCategory } from '#routing';
import { parseLimit } from '#working-time';
import { caseLimits, type Policy, type PolicyCase } from './policy.js';

/** Everything that a policy may name. */
export interface KnownToPolicy {
  kinds: readonly string[];
  categories: readonly string[];
  wards: readonly string[];
  calendars: readonly string[];
}

export interface PolicyFault {
  /** Where: `triage.urgent`, `cases.2.when.wards`. */
  field: string;
  code: 'broken-limit' | 'broken-field' | 'unknown-key' | 'unknown-value' | 'unreachable' | 'empty';
  detail: Words;
}

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isWords = (value: unknown): boolean =>
  isFields(value) &&
  [value.vi, value.en].every((text) => typeof text === 'string' && text.trim() !== '');

const fault = (field: string, code: PolicyFault['code'], vi: string, en: string): PolicyFault => ({
  field,
  code,
  detail: { vi: `${field}: ${vi}`, en: `${field}: ${en}` },
});

/** A limit as the city writes it: `8wh`, `3wd`; longer than nothing. */
export function isLimit(value: unknown): boolean {
  try {
    return typeof value === 'string' && parseLimit(value).amount > 0;
  } catch {
    return false;
  }
}

const limit = (field: string, value: unknown): PolicyFault[] =>
  isLimit(value)
    ? []
    : [
        fault(
          field,
          'broken-limit',
          'thời hạn phải như “8wh”, “3wd”, “30m”.',
          'a limit is written as “8wh”, “3wd”, “30m”.',
        ),
      ];

const field = (name: string, good: boolean): PolicyFault[] =>
  good ? [] : [fault(name, 'broken-field', 'không đọc được.', 'cannot be read.')];

const byUrgency = (
  name: string,
  value: unknown,
  check: (field: string, value: unknown) => PolicyFault[],
): PolicyFault[] =>
  isFields(value)
    ? urgencies.flatMap((urgency) => check(`${name}.${urgency}`, value[urgency]))
    : field(name, false);

/** What keeps a value from being a policy; it may be any JSON. */
export function policyFaults(value: unknown, known: KnownToPolicy): PolicyFault[] {
  if (!isFields(value)) return field('policy', false);
  const { unclassified, late, repeat, reopenResolveShare: share, lowRating } = value;
  const calendar = (name: string, code: unknown) =>
    field(name, typeof code === 'string' && known.calendars.includes(code));
  return [
    ...field('name', isWords(value.name)),
    ...byUrgency('triage', value.triage, limit),
    ...byUrgency('firstResponse', value.firstResponse, limit),
    ...['waiting', 'confirmation', 'reopenWindow', 'urgentAccept'].flatMap((name) =>
      limit(name, value[name]),
    ),
    ...(isFields(unclassified)
      ? ['accept', 'resolve'].flatMap((name) => limit(`unclassified.${name}`, unclassified[name]))
      : field('unclassified', false)),
    ...byUrgency('calendars', value.calendars, calendar),
    ...field('reopenResolveShare', typeof share === 'number' && share > 0 && share <= 1),
    ...field('maxReopens', Number.isInteger(value.maxReopens) && Number(value.maxReopens) >= 0),
    ...field('lowRating', Number.isInteger(lowRating) && Number(lowRating) >= 1),
    ...field('ladder', Array.isArray(value.ladder) && value.ladder.every(isStep)),
    ...(isFields(repeat) ? limit('repeat.every', repeat.every) : field('repeat', false)),
    ...byUrgency('late.newDate', isFields(late) ? late.newDate : null, limit),
    ...caseFaults(value.cases, known),
  ];
}

function isStep(value: unknown): boolean {
  if (!isFields(value) || !isFields(value.at) || typeof value.action !== 'string') return false;
  const { share, after } = value.at;
  const moment = share === undefined ? isFrom(after) : typeof share === 'number' && share > 0;
  return moment && Array.isArray(value.to);
}

/** A step may stand at the deadline itself: `0m`. */
const isFrom = (value: unknown): boolean => value === '0m' || isLimit(value);

const CASE_KEYS: readonly string[] = ['name', 'when', 'basis', ...caseLimits];

function caseFaults(value: unknown, known: KnownToPolicy): PolicyFault[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return field('cases', false);
  const broken = value.flatMap((one: unknown, at) => brokenCase(one, `cases.${at}`, known));
  if (broken.length > 0) return broken;
  const cases = value as PolicyCase[];
  return cases.flatMap((one, at) => {
    const before = cases.slice(0, at).findIndex((other) => covers(other, one, known.categories));
    if (before < 0) return [];
    return [
      fault(
        `cases.${at}`,
        'unreachable',
        `không bao giờ được dùng, vì cases.${before} đứng trước đã bao trùm.`,
        `never used, because cases.${before} comes first and covers it.`,
      ),
    ];
  });
}

function brokenCase(value: unknown, at: string, known: KnownToPolicy): PolicyFault[] {
  if (!isFields(value) || !isFields(value.when)) return field(at, false);
  const given = caseLimits.filter((name) => value[name] !== undefined);
  return [
    ...field(`${at}.name`, isWords(value.name)),
    ...unknownKeys(at, value, CASE_KEYS),
    ...given.flatMap((name) => limit(`${at}.${name}`, value[name])),
    ...(given.length > 0
      ? []
      : [fault(at, 'empty', 'không đổi thời hạn nào.', 'changes no limit.')]),
    ...whenFaults(value.when, `${at}.when`, known),
  ];
}

const unknownKeys = (at: string, value: Fields, keys: readonly string[]): PolicyFault[] =>
  Object.keys(value)
    .filter((key) => !keys.includes(key))
    .map((key) => fault(`${at}.${key}`, 'unknown-key', 'không có mục này.', 'is not known.'));

const CONDITIONS = ['kinds', 'categories', 'urgencies', 'wards'] as const;

function whenFaults(when: Fields, at: string, known: KnownToPolicy): PolicyFault[] {
  const possible = { ...known, urgencies };
  return [
    ...unknownKeys(at, when, CONDITIONS),
    ...CONDITIONS.flatMap((name) => {
      const list = when[name];
      if (list === undefined) return [];
      if (!Array.isArray(list) || !list.every((one) => typeof one === 'string'))
        return field(`${at}.${name}`, false);
      if (list.length === 0)
        return [fault(`${at}.${name}`, 'empty', 'để trống.', 'is empty and never holds.')];
      const is = (one: string, code: string) =>
        name === 'categories' ? coversCategory(one, code) : one === code;
      return list
        .filter((one) => !possible[name].some((code) => is(one, code)))
        .map((one) =>
          fault(`${at}.${name}`, 'unknown-value', `không có “${one}”.`, `there is no “${one}”.`),
        );
    }),
  ];
}

/** Whether whatever meets `narrow` meets `wide` too. */
function covers(wide: PolicyCase, narrow: PolicyCase, categories: readonly string[]): boolean {
  const lists = (['kinds', 'urgencies', 'wards'] as const).every((name) => {
    const [all, some] = [wide.when[name], narrow.when[name]];
    return !all || (some !== undefined && some.every((one) => all.includes(one)));
  });
  return lists && coversCategories(wide.when.categories, narrow.when.categories, categories);
}

function coversCategories(
  wide: string[] | undefined,
  narrow: string[] | undefined,
  known: readonly string[],
): boolean {
  if (!wide) return true;
  if (!narrow) return false;
  const wanted = known.filter((code) => narrow.some((pattern) => coversCategory(pattern, code)));
  return wanted.every((code) => wide.some((pattern) => coversCategory(pattern, code)));
}

/** The value as a policy, once it has no faults. */
export const asPolicy = (value: unknown, version: number): Policy => ({
  ...(value as Policy),
  version,
});
