import * as fc from 'fast-check';
import type { CalendarSpec, OpenWindow } from '../src/index.js';

export interface Sample {
  spec: CalendarSpec;
  range: { from: string; to: string };
}

// Every range holds a change of the clocks of most of these zones; three change at midnight, one by
// half an hour.
const zones = [
  'Asia/Ho_Chi_Minh',
  'Asia/Ho_Chi_Minh',
  'America/New_York',
  'America/Havana',
  'Africa/Cairo',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
];
const ranges = [
  { from: '2026-03-01', to: '2026-05-01' },
  { from: '2026-09-20', to: '2026-11-20' },
];

const written = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const windows: fc.Arbitrary<OpenWindow[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 6 })
  .map((bounds) => bounds.toSorted((a, b) => a - b))
  .map((bounds) =>
    Array.from({ length: Math.floor(bounds.length / 2) }, (_, i) => ({
      from: written(bounds[2 * i]!),
      to: written(bounds[2 * i + 1]!),
    })),
  );

const weekday = fc.integer({ min: 1, max: 7 });

const hours = fc
  .tuple(windows, fc.dictionary(weekday.map(String), windows, { maxKeys: 6 }))
  // Monday is always open, so that a made-up day has hours to take.
  .map(([monday, others]) => ({ ...others, 1: monday }));

const dateIn = (range: { from: string; to: string }) =>
  fc
    .integer({ min: 0, max: 60 })
    .map((n) => new Date(Date.parse(range.from) + n * 86_400_000).toISOString().slice(0, 10));

const reason = { vi: 'Ngẫu nhiên', en: 'Random' };

const dayOn = (range: { from: string; to: string }): fc.Arbitrary<CalendarSpec['days'][number]> =>
  fc
    .oneof(
      fc.record({ date: dateIn(range), kind: fc.constant('off' as const) }),
      fc.record({ date: dateIn(range), kind: fc.constant('work' as const), windows }),
      fc.record({ date: dateIn(range), kind: fc.constant('work' as const), as: fc.constant(1) }),
      fc.record({ date: dateIn(range), kind: fc.constant('work' as const) }),
    )
    .map((day) => ({ ...day, reason }));

const specFor = (range: { from: string; to: string }): fc.Arbitrary<CalendarSpec> =>
  fc.record({
    code: fc.constant('random'),
    version: fc.constant(1),
    timeZone: fc.constantFrom(...zones),
    kind: fc.constant('working' as const),
    weeks: fc.uniqueArray(fc.record({ validFrom: dateIn(range), hours }), {
      minLength: 1,
      maxLength: 3,
      selector: ({ validFrom }) => validFrom,
    }),
    days: fc.uniqueArray(dayOn(range), { maxLength: 12, selector: ({ date }) => date }),
  });

export const samples: fc.Arbitrary<Sample> = fc
  .constantFrom(...ranges)
  .chain((range) => specFor(range).map((spec) => ({ spec, range })));

/** Reproducible numbers in [0, 1) (mulberry32), so that a failing seed can be run again. */
export function numbers(seed: number): () => number {
  const { imul } = Math;
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
