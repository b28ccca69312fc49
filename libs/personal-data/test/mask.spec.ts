import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { find, marks, mask, personalKinds } from '../src/index.js';
import { labelled } from './support/labelled.js';

const pieces =
  '0912345678|09 12 345 678|+84 912|001203004567|29A-123.45|19034567890|123|4111 1111 1111 1111|PD01000123456|C1234567|' +
  'an@example.org|@|(at)|...|stk |CCCD |sđt|số nhà 12|ngõ 3|Ông Nguyễn Văn An|ông |tên |thẻ |mã khách hàng |12/3|' +
  '01/QĐ-UBND|05/4/2026|20 triệu|19001009|024 1022|không chín một hai ba bốn năm sáu bảy tám|\u200b|\n| |, |. |-|[|]';
const marked = Object.values(marks).flatMap((words) => Object.values(words));
const written = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...pieces.split('|'), ...marked),
        fc.string({ unit: 'grapheme', maxLength: 4 }),
      ),
      {
        maxLength: 14,
      },
    )
    .map((parts) => parts.join('')),
  fc
    .array(fc.constantFrom(...labelled.map(({ text }) => text)), { maxLength: 4 })
    .map((parts) => parts.join(' ')),
);
const texts = fc.oneof(
  written,
  written.map((text) => text.normalize('NFD')),
);

describe('find', () => {
  it('gives places within the text, in order and apart, and never half a character', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let before = 0;
        for (const { start, end } of find(text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(text.length).toBeGreaterThanOrEqual(end);
          for (const edge of [start, end])
            expect(/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(edge - 1, edge + 1))).toBe(
              false,
            );
          before = end;
        }
      }),
      { numRuns: 1500 },
    );
  });
});

describe('mask', () => {
  it('leaves nothing to be found, and so changes nothing the second time', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('vi' as const, 'en' as const), (text, language) => {
        const once = mask(text, personalKinds, language);
        expect(find(once)).toEqual([]);
        expect(mask(once, personalKinds, language)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });

  it('takes away every digit that was found, and keeps what stands around it', () => {
    for (const { text } of labelled) {
      const masked = mask(text);
      for (const { start, end } of find(text))
        for (const digits of text.slice(start, end).match(/\d{4,}/g) ?? [])
          expect(masked).not.toContain(digits);
    }
    expect(mask('Gọi 0912345678 giúp bà Lê Thị Lan, số nhà 5 ngõ 3 phố Láng.')).toBe(
      'Gọi [số điện thoại] giúp bà [họ tên], [số nhà] phố Láng.',
    );
    expect(mask('Call 0912345678, card 4111 1111 1111 1111', personalKinds, 'en')).toBe(
      'Call [phone], card [card]',
    );
  });

  it('masks the kinds that are asked for, and no other', () => {
    const text = 'Xe 29A-123.45 của ông Lê Văn Tám, 0912345678, mã KH PD01000123456';
    expect(mask(text, ['phone'])).toBe(
      'Xe 29A-123.45 của ông Lê Văn Tám, [số điện thoại], mã KH PD01000123456',
    );
    expect(mask(text, [])).toBe(text);
  });

  it('lets the numbers that the city names be read', () => {
    expect(find('Gọi 024 3333 1111 nhé', ['02433331111'])).toEqual([]);
    expect(find('Gọi 024 3333 1111 nhé')).toHaveLength(1);
  });
});

describe('a hostile text', () => {
  const unit = 25_000;
  const hostile: [string, (length: number) => string][] = [
    ['digits', (length) => '0'.repeat(length)],
    ['digits apart', (length) => '0 '.repeat(length / 2)],
    ['groups', (length) => '0912-'.repeat(length / 5)],
    ['signs', (length) => '@'.repeat(length)],
    ['letters before a sign', (length) => 'a.'.repeat(length / 2) + '@'],
    ['signs between letters', (length) => 'a@'.repeat(length / 2)],
    ['contexts', (length) => 'stk sdt '.repeat(length / 8)],
    ['a context and digits', (length) => `stk ${'1 '.repeat(length / 2)}`],
    ['codes announced', (length) => 'ma khach hang '.repeat(length / 14)],
    ['a code without end', (length) => `ma khach hang ${'1-'.repeat(length / 2)}`],
    ['honorifics', (length) => 'ông '.repeat(length / 4)],
    ['capitals', (length) => 'ông Nguyễn '.repeat(length / 11)],
    ['number words', (length) => 'không chín '.repeat(length / 11)],
    ['alleys', (length) => 'số 1 ngõ 1/1/1 '.repeat(length / 15)],
    ['plates', (length) => '29A-'.repeat(length / 4)],
    ['money', (length) => '1.000.'.repeat(length / 6)],
    ['blanks', (length) => ' '.repeat(length)],
    ['marks on one letter', (length) => 'a' + '\u0301\u0323'.repeat(length / 2)],
    ['brackets', (length) => '[số '.repeat(length / 4)],
    ['marks of masking', (length) => '[phone] 0912 '.repeat(length / 13)],
  ];
  const seconds = (text: string) => {
    // Of this process's work, not of the clock: the machine may be busy with something else.
    const since = process.cpuUsage();
    mask(text);
    return process.cpuUsage(since).user / 1e6;
  };

  it.each(hostile)('of %s costs by its length, not by its square', (_, make) => {
    const small = Math.min(seconds(make(unit)), seconds(make(unit)));
    const large = Math.min(seconds(make(4 * unit)), seconds(make(4 * unit)));
    // Four times the text: a square would be sixteen. Under 50 ms a ratio says nothing.
    expect(large / Math.max(small, 0.05)).toBeLessThan(10);
  });
});
