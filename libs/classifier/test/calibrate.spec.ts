import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  atLeast,
  barOf,
  calibrationError,
  SURE_ENOUGH,
  temperatureOf,
  verdictsOf,
  type Outcome,
} from '../src/calibrate.js';
import { probabilities } from '../src/score.js';

const scores = fc.array(fc.double({ min: -40, max: 40, noNaN: true }), {
  minLength: 2,
  maxLength: 8,
});

const verdicts = fc.array(
  fc.record({ confidence: fc.double({ min: 0, max: 1, noNaN: true }), right: fc.boolean() }),
  { maxLength: 80 },
);

describe('probabilities', () => {
  it('add up to one, and a higher temperature never makes the first more probable', () => {
    fc.assert(
      fc.property(scores, fc.double({ min: 0.1, max: 20, noNaN: true }), (given, temperature) => {
        const cold = probabilities(given, temperature);
        const hot = probabilities(given, temperature * 2);
        expect(cold.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
        expect(Math.max(...hot)).toBeLessThanOrEqual(Math.max(...cold) + 1e-9);
      }),
    );
  });
});

describe('the temperature', () => {
  it('takes the certainty away from a model that is sure and half of the time wrong', () => {
    const outcomes: Outcome[] = Array.from({ length: 40 }, (_, at) => ({
      scores: [12, 0],
      label: at % 2,
    }));
    const temperature = temperatureOf(outcomes);
    expect(temperature).toBeGreaterThan(20);
    const before = calibrationError(verdictsOf(outcomes, 1));
    expect(before).toBeCloseTo(0.5, 2);
    expect(calibrationError(verdictsOf(outcomes, temperature))).toBeLessThan(0.1);
  });

  it('is one where nothing is known', () => {
    expect(temperatureOf([])).toBe(1);
    expect(temperatureOf([{ scores: [1, 2], label: null }])).toBe(1);
  });
});

describe('the bar', () => {
  it('leaves above it only what is right often enough, with the certainty that so few allow', () => {
    fc.assert(
      fc.property(verdicts, (given) => {
        const bar = barOf(given);
        if (bar === null) return;
        const above = given.filter(({ confidence }) => confidence >= bar);
        const right = above.filter((one) => one.right).length;
        // The bar is rounded up, which may leave out the last ones that it was measured on.
        const measured = given.filter(({ confidence }) => confidence > bar - 0.001);
        const best = atLeast(measured.filter((one) => one.right).length, measured.length);
        expect(Math.max(best, atLeast(right, above.length))).toBeGreaterThan(0.8);
      }),
    );
  });

  it('is not found where few were tried, even when all were right', () => {
    const all = (total: number) =>
      Array.from({ length: total }, (_, at) => ({ confidence: 0.9 + at / 1000, right: true }));
    expect(barOf(all(10))).toBeNull();
    expect(barOf(all(20))).toBe(0.9);
    expect(atLeast(10, 10)).toBeLessThan(SURE_ENOUGH);
  });

  it('stands above what is wrong', () => {
    const good = Array.from({ length: 30 }, () => ({ confidence: 0.8, right: true }));
    const bad = Array.from({ length: 10 }, () => ({ confidence: 0.6, right: false }));
    expect(barOf([...good, ...bad])).toBe(0.8);
  });
});
