import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { canonicalTones, fold, nfc, searchKey, syllables } from '#vietnamese';

const unicode = fc.string({ unit: 'binary', maxLength: 40 });
const vietnamese = fc
  .array(
    fc.constantFrom(
      ...'aăâeêioôơuưyđbcghklmnpqrstvxAĐOUYQ \u0300\u0301\u0309\u0303\u0323\u0302\u031B',
    ),
    {
      maxLength: 30,
    },
  )
  .map((letters) => letters.join(''));
const texts = fc.oneof(unicode, vietnamese);

describe('nfc', () => {
  it('makes decomposed and half-composed text one', () => {
    const composed = 'Phố Hoà Mã mất điện đèn đường';
    expect(nfc(composed.normalize('NFD'))).toBe(composed);
    expect(nfc('ê\u0323')).toBe('ệ');
  });

  it('reads Icelandic Ð as Đ', () => {
    expect(nfc('\u00D0ống \u00D0a')).toBe('Đống Đa');
  });

  it('strips what cannot be seen and keeps line ends', () => {
    expect(nfc('a\u0000b\u200B\u202Ec\uFEFF\r\n\td')).toBe('abc\r\n\td');
    expect(nfc('e\u200B\u0301')).toBe('é');
  });

  it('is the same for a text and its decomposition, and idempotent', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(nfc(text.normalize('NFD'))).toBe(nfc(text));
        expect(nfc(nfc(text))).toBe(nfc(text));
      }),
    );
  });
});

describe('canonicalTones', () => {
  it.each([
    ['Yên Hoà', 'Yên Hòa'],
    ['ỨNG HOÀ', 'ỨNG HÒA'],
    ['Dương Hoà, Hoà Lạc.', 'Dương Hòa, Hòa Lạc.'],
    ['thuỷ', 'thủy'],
    ['khoẻ', 'khỏe'],
    ['Uỷ ban', 'Ủy ban'],
    ['Hoàn', 'Hoàn'],
    ['toán', 'toán'],
    ['quý', 'quý'],
    ['Quỳnh', 'Quỳnh'],
    ['khuỷu', 'khuỷu'],
    ['Hòa', 'Hòa'],
  ])('%s → %s', (written, canonical) => {
    expect(canonicalTones(written)).toBe(canonical);
    expect(canonicalTones(written.normalize('NFD'))).toBe(canonical);
  });

  it('is idempotent and keeps the fold', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = canonicalTones(text);
        expect(canonicalTones(once)).toBe(once);
        expect(fold(once)).toBe(fold(text));
      }),
    );
  });
});

describe('fold', () => {
  it.each([
    ['ĐÈN ĐƯỜNG', 'den duong'],
    ['\u00D0ống Đa', 'dong da'],
    ['Ngõ “Thổ Quan” – số 5…', 'ngo "tho quan" - so 5...'],
    ['Straße Øresund', 'strasse oresund'],
    ['quý quí', 'quy qui'],
  ])('%s → %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('is idempotent on any text', () => {
    fc.assert(fc.property(texts, (text) => expect(fold(fold(text))).toBe(fold(text))));
  });
});

describe('searchKey', () => {
  it.each([
    ['P.Hoàng Liệt', 'p hoang liet'],
    ['số 15/42/8, ngõ 45/6B', 'so 15 42 8, ngo 45 6b'],
    ['cột HM-14', 'cot hm 14'],
    ['0912.345.678', '0912 345 678'],
    ['  hết  câu.  Câu\nmới ', 'het cau. cau moi'],
  ])('%s → %s', (text, key) => {
    expect(searchKey(text)).toBe(key);
  });

  it('is idempotent on any text', () => {
    fc.assert(
      fc.property(texts, (text) => expect(searchKey(searchKey(text))).toBe(searchKey(text))),
    );
  });
});

describe('syllables', () => {
  it('does not end at an accent', () => {
    expect(syllables('Đèn số 12, “Hoà Mã”!'.normalize('NFD'))).toEqual(['Đèn', 'số', 'Hoà', 'Mã']);
    expect(syllables(' 12 ')).toEqual([]);
  });
});
