import { ComplaintRow } from '../../complaints/complaint.entity.js';
import { complaintsOf, type Figure } from '../../complaints/figures/figures.js';
import type { Tx } from '../../platform/database/door.js';
import type { Span } from './period.js';

/** Counts of figures in one transaction, at one instant. */
export class Tally {
  constructor(
    private readonly tx: Tx,
    private readonly now: Date,
  ) {}

  async count(figure: Figure, span: Span): Promise<number> {
    const row = await this.tx
      .createQueryBuilder()
      .select('count(*)::int', 'count')
      .from(`(${complaintsOf(figure)})`, 'f')
      .setParameters(this.values(span))
      .getRawOne<{ count: number }>();
    return row?.count ?? 0;
  }

  /** By the agency that each is counted with. */
  async byAgency(figure: Figure, span: Span): Promise<Map<string, number>> {
    const rows = await this.tx
      .createQueryBuilder()
      .select('f.agency', 'key')
      .addSelect('count(*)::int', 'count')
      .from(`(${complaintsOf(figure, 'agency')})`, 'f')
      .where('f.agency is not null')
      .groupBy('f.agency')
      .setParameters(this.values(span))
      .getRawMany<{ key: string; count: number }>();
    return new Map(rows.map(({ key, count }) => [key, count]));
  }

  /** By what stands on the complaint; null where nothing stands there. */
  async by(
    column: 'ward' | 'category',
    figure: Figure,
    span: Span,
  ): Promise<Map<string | null, number>> {
    const rows = await this.behind(figure, span)
      .select(`c.${column}`, 'key')
      .addSelect('count(*)::int', 'count')
      .groupBy(`c.${column}`)
      .getRawMany<{ key: string | null; count: number }>();
    return new Map(rows.map(({ key, count }) => [key, count]));
  }

  /** By category and day of the city, of what has an instant of its own. */
  byDay(figure: 'received' | 'resolved', span: Span, zone: string) {
    const at = figure === 'received' ? 'c.filed_at' : 'c.resolved_at';
    return this.behind(figure, span)
      .select('c.category', 'category')
      .addSelect(`to_char(${at} at time zone :zone, 'YYYY-MM-DD')`, 'day')
      .addSelect('count(*)::int', 'count')
      .groupBy('1, 2')
      .setParameter('zone', zone)
      .getRawMany<{ category: string | null; day: string; count: number }>();
  }

  /** When each was filed and had its result. */
  times(span: Span) {
    return this.behind('resolved', span)
      .select('c.filed_at', 'filed')
      .addSelect('c.resolved_at', 'resolved')
      .getRawMany<{ filed: Date; resolved: Date }>();
  }

  behind(figure: Figure, span: Span) {
    return this.tx
      .createQueryBuilder(ComplaintRow, 'c')
      .where(`c.id in (${complaintsOf(figure)})`, this.values(span));
  }

  private values({ start, before }: Span) {
    return { from: start, before, now: this.now };
  }
}
