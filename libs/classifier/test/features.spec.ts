import { describe, expect, it } from '@jest/globals';
import { featuresOf } from '../src/features.js';

const keysOf = (text: string) => featuresOf(text).map(({ key }) => key);

describe('features of a text', () => {
  it.each([
    ['without accents', 'den duong bi hong'],
    ['in Telex', 'Ddefn dduwowngf bij hongr'],
    ['in capitals', 'ĐÈN ĐƯỜNG BỊ HỎNG'],
  ])('are the same %s', (_, text) => {
    expect(keysOf(text)).toEqual(keysOf('Đèn đường bị hỏng'));
  });

  it('are the same in chat abbreviations', () => {
    expect(keysOf('k có nc')).toEqual(keysOf('không có nước'));
  });

  it('are runs of up to three words, and none across the end of a part or a number', () => {
    expect(keysOf('mất nắp cống. Số 36 Hòa Mã').toSorted()).toEqual(
      [
        'mat',
        'mat nap',
        'mat nap cong',
        'nap',
        'nap cong',
        'cong',
        'so',
        'hoa',
        'hoa ma',
        'ma',
      ].toSorted(),
    );
  });

  it('are shown as they stand in the text', () => {
    const [first] = featuresOf('Đèn đường');
    expect(first).toEqual({ key: 'den', shown: 'đèn', from: 0, to: 1 });
  });

  it('hold nothing that tells who somebody is, nor the marks in its place', () => {
    const keys = keysOf(
      'Tôi là Nguyễn Văn Bình, nhà số 36 ngõ 5, gọi 0912 345 678 hoặc binh@example.vn. Đèn tắt.',
    ).join(' | ');
    expect(keys).toContain('den tat');
    for (const personal of ['nguyen', 'binh', '36', '0912', 'example', 'ho ten', 'so dien thoai'])
      expect(keys).not.toContain(personal);
  });
});
