import { Injectable } from '@nestjs/common';
import { City } from '../../catalog/city.js';
import { actorOf, type Caller } from '../../people/caller.js';
import { Door } from '../../platform/database/door.js';
import { Time } from '../../platform/time.js';
import { comparedPeriods, daysWithin, type Compared, type Span } from './period.js';
import type { TrendFilter, TrendRow, TrendView } from './reports.dto.js';
import { Tally } from './tally.js';
import { defined, reported } from './views.js';

/** A line of more steps is read no better. */
const MOST_STEPS = 31;
const WEEK = 7;

type Counted = Awaited<ReturnType<Tally['byDay']>>;

const unclassified = { vi: 'Chưa phân loại', en: 'Not classified' };

/** How what is received changes: by category, or day by day. */
@Injectable()
export class Trend {
  constructor(
    private readonly door: Door,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  async of(
    caller: Caller,
    { by = 'category', category, ...asked }: TrendFilter,
  ): Promise<TrendView> {
    const now = this.time.now();
    const { timeZone: zone } = this.city.card;
    const compared = comparedPeriods(asked, now, zone);
    const stepDays = daysWithin(compared.period).length > MOST_STEPS ? WEEK : 1;
    const items = await this.door.read(actorOf(caller), async (tx) => {
      const tally = new Tally(tx, now);
      const wanted = (rows: Counted) =>
        by === 'category' || category === undefined
          ? rows
          : rows.filter((row) => row.category === (category === 'none' ? null : category));
      const read = async (figure: 'received' | 'resolved', span: Span) =>
        wanted(await tally.byDay(figure, span, zone));
      const received = await read('received', compared.period);
      const resolved = await read('resolved', compared.period);
      const earlier = await read('received', compared.with);
      if (by === 'day') return byDay(compared, { received, resolved, earlier });
      const late = await tally.by('category', 'late_now', compared.period);
      return this.byCategory(compared.period, stepDays, { received, resolved, earlier, late });
    });
    return {
      ...reported(compared, now),
      by,
      stepDays,
      definitions: defined('received', 'resolved', 'late_now'),
      items,
    };
  }

  private byCategory(
    period: Span,
    stepDays: number,
    counted: {
      received: Counted;
      resolved: Counted;
      earlier: Counted;
      late: Map<string | null, number>;
    },
  ): TrendRow[] {
    const { received, resolved, earlier, late } = counted;
    const step = new Map(daysWithin(period).map((day, at) => [day, Math.floor(at / stepDays)]));
    const steps = Math.max(...step.values()) + 1;
    const keys = new Set([
      ...[received, resolved, earlier].flatMap((rows) => rows.map(({ category }) => category)),
      ...late.keys(),
    ]);
    const of = (rows: Counted, key: string | null) => rows.filter((row) => row.category === key);
    return [...keys]
      .map((key) => {
        const series = Array<number>(steps).fill(0);
        for (const { day, count } of of(received, key)) {
          const at = step.get(day) ?? 0;
          series[at] = (series[at] ?? 0) + count;
        }
        return {
          key,
          name: this.city.category(key)?.name ?? (key ? { vi: key, en: key } : unclassified),
          received: sum(of(received, key)),
          earlier: sum(of(earlier, key)),
          resolved: sum(of(resolved, key)),
          lateNow: late.get(key) ?? 0,
          series,
        };
      })
      .toSorted((a, b) => b.received - a.received || (a.key ?? '').localeCompare(b.key ?? ''));
  }
}

const sum = (rows: Counted) => rows.reduce((total, { count }) => total + count, 0);

/** Each day beside the one that stands at its place in the period compared with. */
function byDay(
  { period, with: other }: Compared,
  { received, resolved, earlier }: Record<'received' | 'resolved' | 'earlier', Counted>,
): TrendRow[] {
  const before = daysWithin(other);
  const on = (rows: Counted, day: string | undefined) => sum(rows.filter((row) => row.day === day));
  return daysWithin(period).map((day, at) => ({
    key: day,
    name: null,
    received: on(received, day),
    earlier: on(earlier, before[at]),
    resolved: on(resolved, day),
    lateNow: null,
    series: [],
  }));
}
