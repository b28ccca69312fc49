import { describe, expect, it } from '@jest/globals';
import { burstsIn, isStorm, usualIn, type Seen, type StormRules } from '#incidents';

const rules: StormRules = {
  windowMinutes: 60,
  minimum: 4,
  factor: 5,
  baselineDays: 10,
  radiusMeters: 500,
  quietHours: 6,
  standingAnswer: { vi: 'Đã biết.', en: 'Known.' },
  families: { NUOC: { minimum: 2, radiusMeters: 5000 } },
};

const seen = (id: number, over: Partial<Seen> = {}): Seen => ({
  id: `${id}`,
  family: 'DIEN',
  point: { lat: 21 + id / 10_000, lon: 105.85 },
  ward: '00070',
  at: id,
  ...over,
});

const many = (count: number, over: Partial<Seen> = {}) =>
  Array.from({ length: count }, (_, at) => seen(at, over));

describe('bursts', () => {
  it('are many of one family about one place, the first of them first', () => {
    expect(burstsIn(many(3), rules)).toEqual([]);
    const [burst, ...others] = burstsIn(
      [...many(4).toReversed(), ...many(3, { family: 'CS' })],
      rules,
    );
    expect(others).toEqual([]);
    expect(burst).toMatchObject({ family: 'DIEN', since: 0, radiusMeters: 500 });
    expect(burst!.members.map(({ id }) => id)).toEqual(['0', '1', '2', '3']);
  });

  it('are not made of what lies far apart, in another ward, or nowhere', () => {
    const scattered = Array.from({ length: 9 }, (_, at) =>
      seen(at, { point: { lat: 21 + at / 50, lon: 105.85 } }),
    );
    expect(burstsIn(scattered, rules)).toEqual([]);
    const wards = Array.from({ length: 9 }, (_, at) => seen(at, { point: null, ward: `${at}` }));
    expect(burstsIn(wards, rules)).toEqual([]);
    expect(burstsIn(many(9, { point: null, ward: null }), rules)).toEqual([]);
    expect(burstsIn(many(4, { point: null }), rules)).toHaveLength(1);
  });

  it('have their own thresholds where the family has', () => {
    const [burst] = burstsIn([seen(0, { family: 'NUOC' }), seen(300, { family: 'NUOC' })], rules);
    expect(burst).toMatchObject({ radiusMeters: 5000, members: [{ id: '0' }, { id: '300' }] });
  });

  it('are storms only where they are a multiple of what is usual', () => {
    const [burst] = burstsIn(many(10), rules);
    // 240 in ten days are one an hour.
    expect(usualIn(240, rules)).toBe(1);
    expect(isStorm(burst!, 0, rules)).toBe(true);
    expect(isStorm(burst!, usualIn(480, rules), rules)).toBe(true);
    expect(isStorm(burst!, usualIn(481, rules), rules)).toBe(false);
  });
});
