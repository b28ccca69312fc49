import { Injectable } from '@nestjs/common';
import { City } from '../../catalog/city.js';
import { needsPeriod, type Figure } from '../../complaints/figures/figures.js';
import { actorOf, type Caller } from '../../people/caller.js';
import { Door } from '../../platform/database/door.js';
import { Time } from '../../platform/time.js';
import { definitions, medianDefinition } from './definitions.js';
import { medianHours } from './median.js';
import { comparedPeriods, type Compared, type Span } from './period.js';
import type { FigureView, OverviewView, ReportPeriod } from './reports.dto.js';
import { Tally } from './tally.js';
import { reported, spanView } from './views.js';

const shown = [
  'received',
  'resolved',
  'kept',
  'broken',
  'running',
  'late_now',
  'open_now',
  'satisfied',
  'rated',
  'responded',
  'returned',
  'repeats',
] as const satisfies Figure[];

const ofToday = ['received', 'resolved', 'broken'] as const satisfies Figure[];

/** The denominator of a share, by the figures that it adds up. */
const wholes: Partial<Record<Figure, readonly Figure[]>> = {
  kept: ['kept', 'broken'],
  satisfied: ['rated'],
  responded: ['resolved'],
};

/** The city at one look, of what the caller may see. */
@Injectable()
export class Overview {
  constructor(
    private readonly door: Door,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  async of(caller: Caller, asked: ReportPeriod): Promise<OverviewView> {
    const now = this.time.now();
    const { timeZone: zone } = this.city.card;
    const compared = comparedPeriods(asked, now, zone);
    const oneDay = comparedPeriods({ from: dayOf(now, zone), to: dayOf(now, zone) }, now, zone);
    return this.door.read(actorOf(caller), async (tx) => {
      const tally = new Tally(tx, now);
      return {
        ...reported(compared, now),
        figures: await figuresOf(tally, shown, compared),
        median: await this.median(tally, compared),
        today: {
          period: spanView(oneDay.period),
          comparedWith: spanView(oneDay.with),
          figures: await figuresOf(tally, ofToday, oneDay),
        },
      };
    });
  }

  private async median(tally: Tally, { period, with: other }: Compared) {
    const calendar = this.city.book.calendar(this.city.book.policy().calendars.normal);
    const times = await tally.times(period);
    return {
      definition: medianDefinition,
      hours: medianHours(calendar, times),
      of: times.length,
      earlierHours: medianHours(calendar, await tally.times(other)),
    };
  }
}

const dayOf = (at: Date, timeZone: string) =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);

async function figuresOf(
  tally: Tally,
  figures: readonly Figure[],
  { period, with: other }: Compared,
): Promise<FigureView[]> {
  const present = await counts(tally, figures, period);
  const earlier = await counts(tally, figures.filter(needsPeriod), other);
  const total = (among: ReadonlyMap<Figure, number>, parts: readonly Figure[] | undefined) =>
    parts?.reduce((sum, one) => sum + (among.get(one) ?? 0), 0) ?? null;
  return figures.map((figure) => ({
    figure,
    ...definitions[figure],
    value: present.get(figure) ?? 0,
    of: total(present, wholes[figure]),
    earlier: needsPeriod(figure) ? (earlier.get(figure) ?? 0) : null,
    earlierOf: total(earlier, wholes[figure]),
  }));
}

async function counts(
  tally: Tally,
  figures: readonly Figure[],
  span: Span,
): Promise<Map<Figure, number>> {
  const found = new Map<Figure, number>();
  for (const figure of figures) found.set(figure, await tally.count(figure, span));
  return found;
}
