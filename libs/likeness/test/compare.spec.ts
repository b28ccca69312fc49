import { describe, expect, it } from '@jest/globals';
import { compare, type Facts } from '#likeness';
import { hoursLater, matter, north } from './support/matters.js';

const reasons = (a: Partial<Facts>, b: Partial<Facts>) =>
  Object.fromEntries(
    compare(matter(a), matter(b)).reasons.map(({ what, vi, en, quoted }) => [
      what,
      quoted ?? { vi, en },
    ]),
  );

const verdict = (a: Partial<Facts>, b: Partial<Facts> = {}) =>
  compare(matter(a), matter(b)).verdict;

describe('two matters', () => {
  it('are told to be alike with reasons that a person can check', () => {
    const words = { text: 'den duong pho hoa ma tat ngam may hom nay roi' };
    expect(reasons({ at: hoursLater(2) }, { ...words, point: north(40) })).toEqual({
      kind: { vi: 'cùng lĩnh vực', en: 'the same category' },
      place: { vi: 'cách 40 m', en: '40 m away' },
      time: { vi: '2 giờ trước', en: '2 hours before' },
      text: {
        vi: expect.stringMatching(/^lời giống \d+ %$/),
        en: expect.stringMatching(/% alike$/),
      },
    });
  });

  it.each([
    [
      { point: north(140), at: hoursLater(160) },
      'at the edge of radius and window with like words',
      'likely',
    ],
    [
      { point: north(140), at: hoursLater(160), text: 'Xin xem giúp việc khác.' },
      'the same, said otherwise',
      'unlike',
    ],
    [{ point: north(310) }, 'beyond twice the radius', 'unlike'],
    [{ at: hoursLater(24 * 71) }, 'two months later', 'unlike'],
    [{ category: 'VS-01', families: ['VS'] }, 'of another family', 'unlike'],
    [
      { category: 'CS-02', rule: { radiusMeters: 50, windowHours: 48 } },
      'of the same family',
      'sure',
    ],
    [{ category: null, families: ['DIEN', 'CS'] }, 'without a category, by its words', 'sure'],
    [{ category: null, families: [] }, 'without a category, its words saying nothing', 'unlike'],
  ] as const)('%j: %s: %3$s', (over, _, expected) => {
    expect(verdict({}, over)).toBe(expected);
  });

  it('of different categories are one event only as close as both rules ask', () => {
    const over = { category: 'CS-02', rule: { radiusMeters: 50, windowHours: 48 } };
    expect(verdict({}, { ...over, point: north(120) })).toBe('unlike');
    expect(verdict({}, { ...over, at: hoursLater(100) })).toBe('unlike');
  });

  it('with rounded points are as near as they may be, and the distance says so', () => {
    const rule = { radiusMeters: 30, windowHours: 48 };
    const far = { rule, point: north(75) };
    expect(verdict({ rule }, far)).toBe('unlike');
    expect(verdict({ rule }, { ...far, slackMeters: 80 })).toBe('sure');
    expect(reasons({ rule }, { ...far, slackMeters: 80 })['place']?.vi).toBe('cách khoảng 80 m');
  });

  it('are not compared by words that may not be read', () => {
    const { reasons } = compare(matter(), matter({ text: null }));
    expect(reasons.map(({ what }) => what)).toEqual(['kind', 'place', 'time']);
  });
});

describe('without a point', () => {
  const at = (text: string, over: Partial<Facts> = {}) => ({ point: null, text, ...over });

  it.each([
    ['the street', 'Đèn phố Hòa Mã hỏng', 'den pho hoa ma tat ngam', 'likely', 'cùng phố Hòa Mã'],
    [
      'the house',
      'Đèn trước số nhà 36 phố Hòa Mã',
      'số 36 phố Hoà Mã tối om',
      'sure',
      'cùng số, cùng phố Hòa Mã',
    ],
    [
      'the lane',
      'Rác ngõ 58 phố Trần Bình',
      'rac tran binh ngo 58',
      'sure',
      'cùng số, cùng phố Trần Bình',
    ],
    [
      'the estate',
      'Chung cư HH2C Linh Đàm mất nước',
      'linh dam mat nuoc tu toi',
      'likely',
      'cùng chung cư Linh Đàm',
    ],
    [
      'the ward alone',
      'Đèn hỏng không sáng',
      'Đèn hỏng không sáng hôm nay',
      'likely',
      'cùng phường, xã',
    ],
  ] as const)('%s tells the place', (_, one, other, expected, place) => {
    const [a, b] = [at(one), at(other)];
    expect(verdict(a, b)).toBe(expected);
    expect(reasons(a, b)['place']?.vi).toBe(place);
  });

  it.each([
    ['another lane of the street', 'Rác ngõ 58 phố Trần Bình', 'Rác ngõ 12 phố Trần Bình'],
    ['another street of the ward', 'Đèn phố Hòa Mã hỏng', 'Đèn phố Lò Đúc hỏng'],
    [
      'names that begin alike',
      'den duong pho nguyen van cu hong',
      'den duong pho nguyen van linh hong',
    ],
  ])('%s is another place', (_, one, other) => {
    expect(verdict(at(one, { ward: null }), at(other, { ward: null }))).toBe('unlike');
  });

  it('the log is told of no name that somebody wrote', () => {
    const { reasons } = compare(matter({ point: null }), matter({ point: null }));
    for (const { vi, en } of reasons) expect(`${vi} ${en}`).not.toContain('Hòa Mã');
  });

  it('a name of the ward is no more than the ward', () => {
    const [a, b] = ['Điện yếu ở xóm Bãi, Sóc Sơn', 'Điện chập chờn ở Sóc Sơn mấy hôm'];
    expect(reasons(at(a ?? ''), at(b ?? ''))['place']?.vi).toBe('cùng phường, xã');
    expect(verdict(at(a ?? '', { ward: null }), at(b ?? '', { ward: null }))).toBe('unlike');
  });

  it('what has no place at all goes by its words', () => {
    const portal = { point: null, ward: null, rule: { radiusMeters: 0, windowHours: 48 } };
    const text = 'Cổng dịch vụ công báo lỗi 500 khi thanh toán lệ phí.';
    expect(
      verdict({ ...portal, text }, { ...portal, text: 'Cổng dịch vụ công lỗi 500 khi thanh toán' }),
    ).toBe('likely');
    expect(verdict({ ...portal, text }, { ...portal, text: 'Không đăng nhập được ứng dụng' })).toBe(
      'unlike',
    );
  });
});
