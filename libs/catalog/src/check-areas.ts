import { isDate } from '#routing';
import { unless, type CatalogFault } from './fault.js';
import { choiceFaults, entriesOf, removedFaults, wordsFaults, type Fields } from './readable.js';

const CODE = /^[A-Za-z0-9-]{1,20}$/;

/** What keeps a value from being the next areas after `present`, which may end but not vanish. */
export function areaFaults(value: unknown, present: readonly { code: string }[]): CatalogFault[] {
  const { entries, faults } = entriesOf(value, CODE);
  const tops = new Set(entries.filter(({ parent }) => parent === null).map(({ code }) => code));
  return [
    ...faults,
    ...entries.flatMap((one) => ofArea(one, tops)),
    ...unless(
      tops.size === 1,
      '',
      'one-city',
      'Phải có đúng một địa bàn cấp thành phố (không thuộc địa bàn nào).',
      'There must be exactly one area that belongs to none: the city.',
    ),
    ...removedFaults(present, entries, {
      vi: 'hồ sơ đã có còn thuộc địa bàn này. Hãy đặt ngày kết thúc.',
      en: 'cases belong to it. Give it a last day instead.',
    }),
  ];
}

function ofArea(one: Fields & { code: string }, tops: ReadonlySet<string>): CatalogFault[] {
  const { code, kind, name, parent, validFrom, validTo } = one;
  const isTop = parent === null;
  return [
    ...wordsFaults(`${code}.name`, name),
    ...choiceFaults(`${code}.kind`, kind, isTop ? ['city'] : ['ward', 'commune']),
    ...unless(
      isTop || (typeof parent === 'string' && tops.has(parent)),
      `${code}.parent`,
      'unknown-area',
      'Phải thuộc thành phố.',
      'Must belong to the city.',
    ),
    ...unless(
      isDate(validFrom),
      `${code}.validFrom`,
      'date',
      'Phải là ngày dạng 2026-12-31.',
      'Must be a date like 2026-12-31.',
    ),
    ...unless(
      validTo === null || (isDate(validTo) && isDate(validFrom) && validFrom <= validTo && !isTop),
      `${code}.validTo`,
      'date',
      'Phải là ngày không trước ngày bắt đầu, hoặc để trống; thành phố không kết thúc.',
      'Must be a date that is not before its beginning, or empty; the city does not end.',
    ),
  ];
}
