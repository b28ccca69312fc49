import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { fold } from '#vietnamese';
import { boxAround, compare, distance, reachOf, type Facts } from '#likeness';
import { hoursLater, matter, north, spot } from './support/matters.js';

const words = fc
  .array(
    fc.constantFrom(
      ...'đèn đường phố Hòa Mã Thái Hà tắt hỏng rác ngập nước mất điện không sáng số 36 ngõ 58 Linh Đàm'.split(
        ' ',
      ),
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((list) => list.join(' '));
const metres = fc.integer({ min: 0, max: 2000 });
const hours = fc.integer({ min: 0, max: 1000 });

const facts: fc.Arbitrary<Partial<Facts>> = fc.record({
  category: fc.constantFrom('CS-01', 'CS-02', null),
  families: fc.constantFrom(['CS'], ['DIEN'], ['CS', 'DIEN'], []),
  rule: fc.record({
    radiusMeters: fc.constantFrom(0, 30, 150, 1000),
    windowHours: fc.constantFrom(0, 12, 168),
  }),
  at: hours.map(hoursLater),
  point: fc.option(metres.map(north)),
  slackMeters: fc.constantFrom(0, 80),
  ward: fc.constantFrom('00256', '00070', null),
  address: fc.option(words),
  text: fc.option(words),
});

const score = (a: Partial<Facts>, b: Partial<Facts>) => compare(matter(a), matter(b)).score;

describe('the score', () => {
  it('is the same both ways, and between 0 and 1', () => {
    fc.assert(
      fc.property(facts, facts, (a, b) => {
        const one = score(a, b);
        expect(score(b, a)).toBe(one);
        expect(one).toBeGreaterThanOrEqual(0);
        expect(one).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is 1 for a matter with a category and a point beside itself', () => {
    fc.assert(
      fc.property(facts, words, metres, (given, text, far) => {
        const whole = { ...given, category: 'CS-01', point: north(far), text };
        expect(score(whole, whole)).toBe(1);
      }),
    );
  });

  it('never grows with the distance, nor with the time', () => {
    const two = (one: fc.Arbitrary<number>) =>
      fc.tuple(one, one).map((pair) => pair.toSorted((a, b) => a - b) as [number, number]);
    fc.assert(
      fc.property(facts, facts, two(metres), two(hours), (a, b, [near, far], [soon, late]) => {
        const here = { ...a, point: spot, at: hoursLater(0) };
        const there = (meters: number, after: number) =>
          score(here, { ...b, point: north(meters), at: hoursLater(after) });
        expect(there(near, soon)).toBeGreaterThanOrEqual(there(far, soon));
        expect(there(near, soon)).toBeGreaterThanOrEqual(there(near, late));
      }),
    );
  });

  it('is never likely beyond the reach of either, by which candidates are looked up', () => {
    fc.assert(
      fc.property(facts, facts, (a, b) => {
        const [one, other] = [matter(a), matter(b)];
        if (compare(one, other).verdict === 'unlike') return;
        const { meters, hours } = reachOf(one);
        expect(Math.abs(one.at.getTime() - other.at.getTime()) / 3_600_000).toBeLessThanOrEqual(
          hours,
        );
        if (one.point && other.point)
          expect(distance(one.point, other.point)).toBeLessThanOrEqual(meters + other.slackMeters);
      }),
    );
  });

  it.each([
    ['without accents', (text: string) => fold(text)],
    ['in capitals', (text: string) => text.toUpperCase()],
    ['decomposed', (text: string) => text.normalize('NFD')],
    ['in chat words', (text: string) => text.replaceAll('không', 'ko').replaceAll('nước', 'nc')],
  ])('is the same whether it was typed %s', (_, typed) => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(score({ text: typed(a) }, { text: b })).toBe(score({ text: a }, { text: b }));
      }),
    );
  });

  it('is the same whether it was typed in Telex with the input method off', () => {
    const typed = { text: 'Ddefn dduwowngf bij hongr owr phoos Hoaf Max' };
    const meant = { text: 'Đèn đường bị hỏng ở phố Hòa Mã' };
    expect(score(typed, {})).toBe(score(meant, {}));
    const [a, b] = [
      { ...typed, point: null },
      { ...meant, point: null },
    ];
    expect(score(a, { point: null })).toBe(score(b, { point: null }));
  });
});

describe('a box around a point', () => {
  it('holds whatever is within the distance', () => {
    const degrees = fc.double({ min: -0.02, max: 0.02, noNaN: true });
    fc.assert(
      fc.property(degrees, degrees, metres, (up, right, reach) => {
        const point = { lat: spot.lat + up, lon: spot.lon + right };
        // Rounding at the very edge aside.
        if (distance(spot, point) > reach * 0.999) return;
        const { south, west, north, east } = boxAround(spot, reach);
        expect(point.lat >= south && point.lat <= north).toBe(true);
        expect(point.lon >= west && point.lon <= east).toBe(true);
      }),
    );
  });
});
