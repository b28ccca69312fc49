import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { decodeTelex, expandTeencode, hints, looksLikeTelex, nfc } from '#vietnamese';

describe('expandTeencode', () => {
  it.each([
    ['toi om k nhin thay gi ca', 'toi om không nhin thay gi ca'],
    ['thoát nc kiểu j vậy', 'thoát nước kiểu gì vậy'],
    ['cúp nước r, bh có nc vậy ạ', 'cúp nước rồi, bây giờ có nước vậy ạ'],
    ['con e hen suyễn k thở đc', 'con em hen suyễn không thở được'],
    ['Ko có điện', 'Không có điện'],
    ['KO CÓ ĐIỆN', 'KHÔNG CÓ ĐIỆN'],
  ])('%s → %s', (written, meant) => {
    expect(expandTeencode(written)).toBe(meant);
  });

  it.each([
    'thu 30k một xe máy, phí 800 k',
    'trước bệnh viện K',
    'gửi e-mail cho tôi',
    'đ.m chúng mày',
    'cột số HM-14, tàu VS đến BH',
    'den duong bi hong',
  ])('leaves %s', (text) => {
    expect(expandTeencode(text)).toBe(text);
  });

  it('knows the money in a whole complaint', () => {
    expect(expandTeencode('Bãi xe trước bệnh viện K thu 30k một xe máy, ko có vé')).toBe(
      'Bãi xe trước bệnh viện K thu 30k một xe máy, không có vé',
    );
  });
});

describe('decodeTelex', () => {
  it.each([
    ['Ddefn dduwowngf bij hongr owr phoos Hoaf Max', 'Đèn đường bị hỏng ở phố Hòa Mã'],
    ['nguwowif daan phuwowngf Hoangf Lieetj', 'người dân phường Hoàng Liệt'],
    ['duongwf ddieenj hoongf quoocs', 'dường điện hồng quốc'],
    ['nguyeenx thuys quys giuwax giaf gif khuyur', 'nguyễn thúy quý giữa già gì khuỷu'],
    ['muaw thuowr uwng quaanj giengs gieengs', 'mưa thuở ưng quận giéng giếng'],
    ['DDOONGS DDA', 'ĐỐNG ĐA'],
  ])('%s → %s', (typed, meant) => {
    expect(decodeTelex(typed)).toBe(meant);
  });

  it.each([
    'street light broken',
    'please fix',
    'den duong pho',
    'Đèn đường phố Hòa Mã',
    'ass tests',
  ])('leaves %s', (text) => {
    expect(decodeTelex(text)).toBe(text);
  });
});

describe('looksLikeTelex', () => {
  it.each(['Ddefn dduwowngf bij hongr owr phoos Hoaf Max', 'maats nuwowcs tuwf hoom qua'])(
    'sees it in %s',
    (text) => {
      expect(looksLikeTelex(text)).toBe(true);
    },
  );

  it.each([
    'Street light broken at 12 Xuan Dieu, Tay Ho for one week, please fix.',
    'Trees fell across two doors, see the rows of cars here',
    'thai ha ngap roi cac bac oi, nuoc tran vao nha e roi',
    'test thử xem app chạy ko',
    'rac tran binh ngo 58 chat dong, kinh khung wa, moi truong do thi dau het roi??',
    '',
  ])('does not see it in "%s"', (text) => {
    expect(looksLikeTelex(text)).toBe(false);
  });
});

describe('hints', () => {
  it.each([
    ['den duong pho hoa ma tat ngam, toi om k nhin thay gi ca', ['teencode', 'unaccented']],
    ['ho ga giai phong gan ben xe giap bat mat nap, nguy hiem lam', ['unaccented']],
    ['Ddefn dduwowngf bij hongr owr phoos Hoaf Max', ['telex']],
    ['buýt 32 sáng nay k dừng điểm Cầu Giấy', ['teencode']],
    ['Street light broken at 12 Xuan Dieu, Tay Ho for one week, please fix.', []],
    ['MẤT NẮP HỐ GA CÁP VIỄN THÔNG TRƯỚC SỐ 9 TRẦN HƯNG ĐẠO', []],
    ['   ', []],
  ])('%s: %j', (text, found) => {
    const given = Object.entries(hints(text)).flatMap(([name, holds]) => (holds ? [name] : []));
    expect(given).toEqual(found);
  });
});

describe('any text', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc
      .array(fc.constantFrom(...'aeouwdsfrxjqgithnpcK 30-.'), { maxLength: 30 })
      .map((l) => l.join('')),
  );

  it('is never refused, and comes out in normal form', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(() => hints(text)).not.toThrow();
        expect(nfc(expandTeencode(text))).toBe(expandTeencode(text));
        expect(nfc(decodeTelex(text))).toBe(decodeTelex(text));
      }),
    );
  });

  it('has its abbreviations written out once', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const full = expandTeencode(text);
        expect(expandTeencode(full)).toBe(full);
      }),
    );
  });
});
