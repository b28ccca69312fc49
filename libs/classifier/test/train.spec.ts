import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { classify } from '../src/classify.js';
import { byKeywords } from '../src/keywords.js';
import type { Lesson, Subject } from '../src/model.js';
import { finds, train } from '../src/train.js';

const AT = '2026-03-10T02:00:00.000Z';

const subject = (code: string, name: string, keywords: string[]): Subject => ({
  code,
  urgency: 'normal',
  names: [name],
  keywords,
  urgentWords: ['trẻ em'],
});
const subjects = [
  subject('CS-01', 'Đèn đường hỏng', ['đèn đường', 'không sáng']),
  subject('NUOC-01', 'Mất nước', ['mất nước', 'không có nước']),
  subject('VS-01', 'Rác không được thu gom', ['rác', 'thu gom']),
];
const lesson = (category: string | null, text: string, urgency = 'normal'): Lesson => ({
  category,
  text,
  urgency,
});
const taught = (lessons: Lesson[]) => train(subjects, lessons, AT).model;

describe('a model', () => {
  it('knows the catalogue before anybody has decided anything', () => {
    const [first] = classify(taught([]), 'Đèn đường phố tôi tắt').categories;
    expect(first).toMatchObject({ label: 'CS-01', words: ['đèn đường'] });
  });

  it('learns words that no keyword has from what was decided', () => {
    const text = 'vòi khô cong từ hôm kia';
    expect(classify(taught([]), text).categories).toEqual([]);
    const lessons = ['vòi khô cong ba hôm', 'nhà tôi vòi khô cong', 'cả tòa vòi khô'];
    const model = taught(lessons.map((one) => lesson('NUOC-01', one)));
    expect(classify(model, text).categories[0]).toMatchObject({
      label: 'NUOC-01',
      words: ['vòi khô', 'cong'],
    });
  });

  it('keeps no word of one complaint alone, however often it was sent', () => {
    const one = lesson('CS-01', 'Đèn đường lủng lẳng tắt');
    const { category, urgency } = taught([one, one, one, lesson('CS-01', 'Đèn đường tắt')]);
    for (const { weights } of [category, urgency]) {
      expect(Object.keys(weights)).toContain('den duong');
      expect(Object.keys(weights).join('|')).not.toContain('lung lang');
    }
    const others = taught([one, lesson('VS-01', 'Rác treo lủng lẳng')]);
    expect(Object.keys(others.category.weights)).toContain('lung lang');
  });

  it('is plain data that says the same after a round through JSON', () => {
    const model = taught([lesson('CS-01', 'đèn đường tắt ngóm'), lesson('CS-01', 'tắt ngóm rồi')]);
    const again = JSON.parse(JSON.stringify(model)) as typeof model;
    expect(again).toEqual(model);
    const text = 'tắt ngóm cả phố';
    expect(classify(again, text)).toEqual(classify(model, text));
  });

  it('answers anything, the names of an object among it, with confidences that are shares', () => {
    const model = taught([lesson('CS-01', 'đèn đường tắt'), lesson('VS-01', 'rác ngập ngõ')]);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('constructor', '__proto__')), (text) => {
        const { categories } = classify(model, text);
        const sum = categories.reduce((total, { confidence }) => total + confidence, 0);
        expect(sum).toBeLessThanOrEqual(1.002);
        for (const { confidence } of categories) expect(confidence).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('does not depend on the order of what it learned', () => {
    const lessons = [
      lesson('CS-01', 'đèn đường tắt ngóm'),
      lesson('CS-01', 'đèn tắt ngóm'),
      lesson('VS-01', 'rác ngập ngõ'),
      lesson('VS-01', 'rác ngập chợ'),
    ];
    const { weights } = taught(lessons).category;
    fc.assert(
      fc.property(fc.shuffledSubarray(lessons, { minLength: 4 }), (shuffled) => {
        const other = taught(shuffled).category.weights;
        const sorted = (one: typeof weights) =>
          Object.entries(one)
            .map(([key, [rarity, by]]) => [key, rarity, by.toSorted(([a], [b]) => a - b)] as const)
            .toSorted(([a], [b]) => (a < b ? -1 : 1));
        expect(sorted(other)).toEqual(sorted(weights));
      }),
      { numRuns: 10 },
    );
  });

  it('tells how it did with what was held out, class by class, and counts what belongs to none', () => {
    const lessons = [
      ...['đèn đường tắt', 'đèn đường hỏng', 'đèn đường tối'].map((text) => lesson('CS-01', text)),
      lesson('VS-01', 'rác đầy ngõ'),
      lesson(null, 'chào các bạn'),
    ];
    const { heldOut, bar } = taught(lessons).category;
    expect(heldOut).toMatchObject({ total: 4, right: 4 });
    expect(heldOut.byLabel['CS-01']).toEqual({ total: 3, right: 3, inThree: 3 });
    expect(bar).toBeNull();
  });

  it('is held against the same lessons as another: what it says and what was held out', () => {
    const lessons = ['zum zoe', 'zum zoa', 'zum zia'].map((text) => lesson('NUOC-01', text));
    const { model, found } = train(subjects, lessons, AT);
    expect(lessons.map((one) => finds(model, one))).toEqual([true, true, true]);
    expect([...found.keys()]).toEqual(lessons.map(({ text }) => text));
    expect(finds(model, lesson('CS-01', 'zum'))).toBe(false);
  });
});

describe('keywords alone', () => {
  it('take the category with the longer words, and none where there are none', () => {
    expect(byKeywords(subjects, 'mat nuoc va rac')).toEqual(['NUOC-01', 'VS-01']);
    expect(byKeywords(subjects, 'vòi khô cong')).toEqual([]);
  });
});
