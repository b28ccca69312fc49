import { WorkCalendar, type CalendarSpec } from '#working-time';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const HANOI = 7 * HOUR;
const RUNS = 5;

const office = [
  { from: '08:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
];
const holidays = `2026-01-01 2026-01-02 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20
  2026-04-27 2026-04-30 2026-05-01 2026-08-31 2026-09-01 2026-09-02`.split(/\s+/);
const madeUp = ['2026-01-10', '2026-08-22'];

const reason = { vi: 'Lịch 2026', en: 'Calendar of 2026' };
const spec: CalendarSpec = {
  code: 'hanoi',
  version: 1,
  timeZone: 'Asia/Ho_Chi_Minh',
  kind: 'working',
  weeks: [
    { validFrom: '2012-02-01', hours: { 1: office, 2: office, 3: office, 4: office, 5: office } },
  ],
  days: [
    ...holidays.map((date) => ({ date, kind: 'off' as const, reason })),
    ...madeUp.map((date) => ({ date, kind: 'work' as const, reason })),
  ],
};
const calendar = WorkCalendar.compile(spec);

const toDay = (date: string) => Date.parse(date) / DAY;
const off = new Set(holidays.map(toDay));
const on = new Set(madeUp.map(toDay));

/** The peer: minute by minute, by fixed integer arithmetic of UTC+7 and office hours. */
function countMinutes(from: Date, ms: number): Date {
  const start = from.getTime();
  let left = ms;
  let minute = Math.floor((start + HANOI) / MINUTE);
  // The first minute may have begun already; every later one is counted whole.
  let step = (minute + 1) * MINUTE - HANOI - start;
  for (; ; minute++, step = MINUTE) {
    const day = (minute / 1440) | 0;
    const clock = minute - day * 1440;
    const open = (clock >= 480 && clock < 720) || (clock >= 780 && clock < 1020);
    if (!open || !(on.has(day) || ((day + 3) % 7 < 5 && !off.has(day)))) continue;
    if (left <= step) return new Date((minute + 1) * MINUTE - HANOI - step + left);
    left -= step;
  }
}

// Instants of 2026 in an order without locality, as complaints of a live queue have.
const begin = Date.parse('2026-01-01T00:00:00+07:00');
const instants = Array.from(
  { length: 4096 },
  (_, i) => new Date(begin + ((i * 7_919_317_411) % (360 * DAY))),
);

/** Additions per second of one run of about a second. */
function rate(add: (from: Date) => Date): number {
  let done = 0;
  let last = 0;
  const start = process.hrtime.bigint();
  let passed = 0;
  while (passed < 1e9) {
    for (let i = 0; i < 64; i++) last = Math.max(last, add(instants[done++ & 4095]!).getTime());
    passed = Number(process.hrtime.bigint() - start);
  }
  // Reading the results keeps the compiler from dropping the work.
  if (last < begin) throw new Error('an addition went backwards');
  return (done / passed) * 1e9;
}

function measure(add: (from: Date) => Date) {
  rate(add);
  const runs = Array.from({ length: RUNS }, () => rate(add)).toSorted((a, b) => a - b);
  const median = runs[RUNS >> 1]!;
  const spread = (runs[RUNS - 1]! - runs[0]!) / median;
  return { perSecond: Math.round(median), spread: Number(spread.toFixed(3)) };
}

const limit = { amount: 8, unit: 'wh' } as const;
for (const from of instants) {
  const expected = countMinutes(from, 8 * HOUR).getTime();
  if (calendar.addOpen(from, 8 * HOUR).getTime() !== expected) {
    throw new Error(`differs from the minute counter at ${from.toISOString()}`);
  }
}

const addOpen = measure((from) => calendar.addOpen(from, 8 * HOUR));
const due = measure((from) => calendar.due(from, limit));
const peer = measure((from) => countMinutes(from, 8 * HOUR));
const ratio = Math.round(due.perSecond / peer.perSecond);

const shown = (n: number) => n.toLocaleString('en-US');
process.stdout.write(
  `${JSON.stringify({ bench: 'working-time', unit: 'additions/s', addOpen, due, peer, ratio })}\n` +
    `working time, 8wh: addOpen ${shown(addOpen.perSecond)}/s, due ${shown(due.perSecond)}/s, ` +
    `minute counter ${shown(peer.perSecond)}/s: ${shown(ratio)} times as fast ` +
    `(median of ${RUNS} runs, one core)\n`,
);
