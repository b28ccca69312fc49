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

/** Open before and after noon, so that either half of it has hours. */
const monday: fc.Arbitrary<OpenWindow[]> = fc
  .tuple(
    fc.integer({ min: 0, max: 600 }),
    fc.integer({ min: 601, max: 720 }),
    fc.integer({ min: 721, max: 840 }),
    fc.integer({ min: 841, max: 1440 }),
  )
  .map(([open, shut, again, end]) => [
    { from: written(open), to: written(shut) },
    { from: written(again), to: written(end) },
  ]);

const hours = fc
  .tuple(monday, fc.dictionary(weekday.map(String), windows, { maxKeys: 6 }))
  // Monday is always open, so that a made-up day has hours to take.
  .map(([first, others]) => ({ ...others, 1: first }));

const dateAfter = (date: string, days: number) =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

const dateIn = (range: { from: string; to: string }) =>
  fc.integer({ min: 0, max: 60 }).map((n) => dateAfter(range.from, n));

const reason = { vi: 'Ngẫu nhiên', en: 'Random' };

const dayOn = (range: { from: string; to: string }): fc.Arbitrary<CalendarSpec['days'][number]> =>
  fc
    .oneof(
      fc.record({ date: dateIn(range), kind: fc.constant('off' as const) }),
      fc.record({ date: dateIn(range), kind: fc.constant('work' as const), windows }),
      fc.record({ date: dateIn(range), kind: fc.constant('work' as const), as: fc.constant(1) }),
      fc.record({ date: dateIn(range), kind: fc.constant('work' as const) }),
      fc.record({
        date: dateIn(range),
        kind: fc.constant('half' as const),
        as: fc.constant(1),
        part: fc.constantFrom('morning' as const, 'afternoon' as const),
      }),
    )
    .map((day) => ({ ...day, reason }));

/** How many days a week of hours holds; null: until another begins. */
const length = fc.option(fc.integer({ min: 0, max: 40 }), { freq: 2 });

const seasonOf = <T>({
  length: days,
  validFrom,
  ...rest
}: T & { length: number | null; validFrom: string }) => ({
  ...rest,
  validFrom,
  validTo: days === null ? null : dateAfter(validFrom, days),
});

const specFor = (range: { from: string; to: string }): fc.Arbitrary<CalendarSpec> =>
  fc.record({
    code: fc.constant('random'),
    version: fc.constant(1),
    timeZone: fc.constantFrom(...zones),
    kind: fc.constant('working' as const),
    weeks: fc
      .tuple(
        fc.record({ validFrom: dateIn(range), hours }),
        fc.uniqueArray(fc.record({ validFrom: dateIn(range), length, hours }), {
          maxLength: 2,
          selector: ({ validFrom }) => validFrom,
        }),
      )
      .map(([base, others]) => [
        base,
        ...others.filter(({ validFrom }) => validFrom > base.validFrom).map(seasonOf),
      ]),
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
