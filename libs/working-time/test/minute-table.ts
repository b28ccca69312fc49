import type { CalendarSpec, Limit } from '../src/index.js';

const MINUTE = 60_000;
const DAY = 86_400_000;
const STEP = 30;
// Inside Jest's sandbox every look-up of a global costs more than a cell.
const { floor, max, min } = Math;

/** Offsets in minutes every half hour of the two months, asked of Intl in another form. */
const offsets = new Map<string, number[]>();

function offsetsOf(timeZone: string, first: number, minutes: number): number[] {
  const key = `${timeZone} ${first} ${minutes}`;
  let known = offsets.get(key);
  if (!known) {
    const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
    known = [];
    for (let minute = 0; minute < minutes; minute += STEP) {
      const text = format.format(first + minute * MINUTE);
      const [, sign, hour, rest] = /GMT(?:([+-])(\d\d):(\d\d))?$/.exec(text)!;
      known.push((sign === '-' ? -1 : 1) * (Number(hour ?? 0) * 60 + Number(rest ?? 0)));
    }
    offsets.set(key, known);
  }
  return known;
}

const toMinute = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Each minute of a local date, open or not. */
function openMinutes(spec: CalendarSpec, date: string): Uint8Array {
  const weeks = spec.weeks.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const week =
    weeks.filter((one) => one.validFrom <= date && date <= (one.validTo ?? '9999')).at(-1) ??
    weeks[0]!;
  const day = spec.days.find((one) => one.date === date);
  const weekday = new Date(`${date}T00:00Z`).getUTCDay() || 7;
  let windows = week.hours[weekday] ?? [];
  if (day?.kind === 'off') windows = [];
  if (day?.kind === 'work') windows = day.windows ?? week.hours[day.as ?? 1] ?? [];
  if (day?.kind === 'half') windows = week.hours[day.as ?? weekday] ?? [];
  const minutes = new Uint8Array(1440);
  for (const { from, to } of windows) minutes.fill(1, toMinute(from), toMinute(to));
  if (day?.kind === 'half' && day.part === 'morning') minutes.fill(0, 720);
  if (day?.kind === 'half' && day.part === 'afternoon') minutes.fill(0, 0, 720);
  return minutes;
}

/** The peer that only counts: one cell per minute of the range, walked one by one. */
export class MinuteTable {
  private readonly open: Uint8Array;
  private readonly day: Int32Array;
  readonly begin: number;
  readonly end: number;

  constructor(spec: CalendarSpec, range: { from: string; to: string }) {
    const first = Date.parse(range.from) - DAY;
    const minutes = (Date.parse(range.to) + DAY - first) / MINUTE;
    const ahead = offsetsOf(spec.timeZone, first, minutes);
    const open = new Uint8Array(minutes);
    const days = new Int32Array(minutes);
    let today = 0;
    let inRange = false;
    let openOn: Uint8Array = new Uint8Array(1440);
    const firstMinute = first / MINUTE;
    let reached = 0;
    let cells = 0;
    let begin = 0;
    for (let i = 0; i < minutes; i++) {
      reached = max(reached, firstMinute + i + ahead[floor(i / STEP)]!);
      const day = floor(reached / 1440);
      if (day !== today) {
        const date = new Date(day * DAY).toISOString().slice(0, 10);
        inRange = date >= range.from && date < range.to;
        if (inRange) openOn = openMinutes(spec, date);
        today = day;
      }
      if (!inRange) continue;
      if (cells === 0) begin = first + i * MINUTE;
      open[cells] = openOn[reached % 1440]!;
      days[cells] = day;
      cells++;
    }
    this.open = open.subarray(0, cells);
    this.day = days.subarray(0, cells);
    this.begin = begin;
    this.end = begin + cells * MINUTE;
  }

  addOpen(from: number, ms: number): number | null {
    let left = ms;
    let at = from;
    for (let cell = this.cellOf(from); cell < this.open.length; cell++) {
      const next = this.begin + (cell + 1) * MINUTE;
      if (this.open[cell]) {
        if (left <= next - at) return at + left;
        left -= next - at;
      }
      at = next;
    }
    return null;
  }

  openBetween(from: number, to: number): number {
    if (to < from) return 0 - this.openBetween(to, from);
    let sum = 0;
    let at = from;
    for (let cell = this.cellOf(from); at < to; cell++) {
      const next = min(to, this.begin + (cell + 1) * MINUTE);
      if (this.open[cell]) sum += next - at;
      at = next;
    }
    return sum;
  }

  due(from: number, { amount, unit }: Limit): number | null {
    if (unit === 'm') return from + amount * MINUTE;
    if (unit === 'h') return from + amount * 60 * MINUTE;
    if (unit === 'wm') return this.addOpen(from, amount * MINUTE);
    if (unit === 'wh') return this.addOpen(from, amount * 60 * MINUTE);
    const today = this.day[this.cellOf(from)]!;
    const earliest = unit === 'd' ? today + amount : amount === 0 ? today : today + 1;
    let missing = unit === 'd' || amount === 0 ? 1 : amount;
    // No day has more than 25 hours: far enough back to see all of today.
    for (let cell = max(0, this.cellOf(from) - 1500); cell < this.open.length; cell++) {
      if (this.day[cell]! < earliest || !this.open[cell]) continue;
      if (this.opensLater(cell)) continue;
      missing--;
      if (missing === 0) return this.begin + (cell + 1) * MINUTE;
    }
    return null;
  }

  private cellOf(at: number): number {
    return floor((at - this.begin) / MINUTE);
  }

  private opensLater(cell: number): boolean {
    for (let next = cell + 1; this.day[next] === this.day[cell]; next++) {
      if (this.open[next]) return true;
    }
    return false;
  }
}
