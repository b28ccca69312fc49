import { unless, type CatalogFault } from './fault.js';
import { questionFaults } from './check-questions.js';
import {
  choiceFaults,
  entriesOf,
  isCount,
  isFields,
  isText,
  removedFaults,
  wordsFaults,
  type Fields,
} from './readable.js';

/** What a category may name, and how its limits are read. */
export interface KnownToCategories {
  kinds: readonly string[];
  urgencies: readonly string[];
  calendars: readonly string[];
  privacy: readonly string[];
  isLimit(value: unknown): boolean;
  isRetention(value: unknown): boolean;
}

const CODE = /^[A-Z0-9][A-Za-z0-9-]{0,39}$/;
const GROUP = /^[A-Z0-9]{1,20}$/;

/** What keeps a value from being the next categories after `present`, which may close but not vanish. */
export function categoryFaults(
  value: unknown,
  known: KnownToCategories,
  present: readonly { code: string }[],
): CatalogFault[] {
  const { entries, faults } = entriesOf(value, CODE);
  return [
    ...faults,
    ...entries.flatMap((one) => ofCategory(one, known)),
    ...groupFaults(entries),
    ...removedFaults(present, entries, {
      vi: 'phản ánh đã gửi còn thuộc lĩnh vực này. Hãy ngừng nhận.',
      en: 'complaints are filed under it. Close it instead.',
    }),
  ];
}

function ofCategory(one: Fields & { code: string }, known: KnownToCategories): CatalogFault[] {
  const at = (name: string) => `${one.code}.${name}`;
  const flag = (name: string, holds: boolean) =>
    unless(
      holds,
      at(name),
      'broken',
      `“${name}” phải là có hoặc không.`,
      `“${name}” is yes or no.`,
    );
  return [
    ...wordsFaults(at('name'), one.name),
    ...choiceFaults(at('kind'), one.kind, known.kinds),
    ...choiceFaults(at('urgency'), one.urgency, known.urgencies),
    ...choiceFaults(at('urgentCalendar'), one.urgentCalendar, known.calendars),
    ...choiceFaults(at('place'), one.place, ['required', 'optional', 'none']),
    ...choiceFaults(at('contact'), one.contact, ['required', 'optional']),
    ...choiceFaults(at('privacy'), one.privacy, known.privacy),
    ...flag('public', typeof one.public === 'boolean'),
    ...flag('closed', one.closed === undefined || typeof one.closed === 'boolean'),
    ...limitFaults(at('limits'), one.limits, known),
    ...unless(
      one.retention === undefined || known.isRetention(one.retention),
      at('retention'),
      'broken-retention',
      'Thời gian lưu phải như “24mo”, “30d”, “5y”.',
      'A retention is written as “24mo”, “30d”, “5y”.',
    ),
    ...wordListFaults(at('urgentWords'), one.urgentWords),
    ...wordListFaults(at('keywords'), one.keywords),
    ...duplicateFaults(at('duplicate'), one.duplicate),
    ...questionFaults(at('questions'), one.questions),
  ];
}

function limitFaults(
  field: string,
  value: unknown,
  { isLimit }: KnownToCategories,
): CatalogFault[] {
  const limits = isFields(value) ? value : {};
  return [
    ...['accept', 'resolve', 'resolveUrgent'].flatMap((name) =>
      unless(
        isLimit(limits[name]) || (name === 'resolveUrgent' && limits[name] === null),
        `${field}.${name}`,
        'broken-limit',
        'Thời hạn phải như “8wh”, “3wd”, “30m”.',
        'A limit is written as “8wh”, “3wd”, “30m”.',
      ),
    ),
    ...unless(
      isText(limits.basis),
      `${field}.basis`,
      'required',
      'Phải ghi căn cứ của thời hạn.',
      'The limits must name their basis.',
    ),
  ];
}

const wordListFaults = (field: string, value: unknown) =>
  unless(
    isFields(value) && Array.isArray(value.vi) && value.vi.every(isText),
    `${field}.vi`,
    'broken-words',
    'Phải là danh sách các từ.',
    'Must be a list of words.',
  );

const FAR = 100_000;

const duplicateFaults = (field: string, value: unknown) =>
  ['radiusMeters', 'windowHours'].flatMap((name) =>
    unless(
      isFields(value) && isCount(value[name], FAR),
      `${field}.${name}`,
      'broken-number',
      'Phải là số nguyên không âm.',
      'Must be a whole number, not below 0.',
    ),
  );

/** A group is named alike in all its categories: lists show its name once. */
function groupFaults(entries: readonly (Fields & { code: string })[]): CatalogFault[] {
  const named = new Map<string, string>();
  return entries.flatMap(({ code, group }) => {
    const isNamed = isFields(group) && typeof group.code === 'string' && GROUP.test(group.code);
    if (!isNamed)
      return unless(
        false,
        `${code}.group.code`,
        'broken-group',
        'Mã nhóm gồm chữ hoa và số.',
        'The code of a group has capital letters and digits.',
      );
    const words = wordsFaults(`${code}.group.name`, group.name);
    const name = JSON.stringify(isFields(group.name) ? [group.name.vi, group.name.en] : []);
    const before = named.get(group.code as string) ?? name;
    named.set(group.code as string, before);
    return [
      ...words,
      ...unless(
        before === name,
        `${code}.group.name`,
        'group-names',
        `Tên nhóm ${group.code as string} khác tên ở lĩnh vực đứng trước.`,
        `The group ${group.code as string} has another name in a category above.`,
      ),
    ];
  });
}
