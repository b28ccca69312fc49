import type { Status } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { City } from '../catalog/city.js';
import { Door } from '../platform/database/door.js';
import { Time } from '../platform/time.js';

export const FIGURE_DAYS = 90;

interface Counted {
  status: Status;
  category: string | null;
  filed: number;
  answered: number;
  onTime: number;
  lateNow: number;
}

/** Index: complaint_public (filed_at, id). */
const counted = `select status, category, count(*)::int as filed,
    count(resolved_at)::int as answered,
    count(*) filter (where resolved_at <= due_at)::int as "onTime",
    count(*) filter (where resolved_at is null and due_at < $2
      and status not in ('waiting_filer', 'closed', 'rejected'))::int as "lateNow"
  from complaint
  where public and filed_at >= $1 and ($3::text is null or ward = $3)
  group by status, category`;

export interface Figures {
  since: string;
  filed: number;
  answered: number;
  onTime: number;
  lateNow: number;
  byStatus: { status: Status; filed: number }[];
  byGroup: { group: string; filed: number }[];
  byCategory: { category: string; filed: number }[];
}

const sum = <T>(rows: readonly T[], of: (row: T) => number) =>
  rows.reduce((total, row) => total + of(row), 0);

/** Open numbers: what anybody may count of the published complaints of the last days. */
@Injectable()
export class PublicFigures {
  constructor(
    private readonly door: Door,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  async of(ward: string | null = null): Promise<Figures> {
    const now = this.time.now();
    const since = new Date(now.getTime() - FIGURE_DAYS * 24 * 3_600_000);
    const rows = await this.door.read({ kind: 'visitor' }, (tx) =>
      tx.query<Counted[]>(counted, [since, now, ward]),
    );
    const groupOf = ({ category }: Counted) => this.city.category(category)?.group.code ?? '';
    const by = <K extends string>(key: (row: Counted) => K) =>
      [...new Set(rows.map(key))]
        .map((name) => ({ name, filed: sum(rows, (row) => (key(row) === name ? row.filed : 0)) }))
        .toSorted((a, b) => b.filed - a.filed);
    return {
      since: since.toISOString(),
      filed: sum(rows, ({ filed }) => filed),
      answered: sum(rows, ({ answered }) => answered),
      onTime: sum(rows, ({ onTime }) => onTime),
      lateNow: sum(rows, ({ lateNow }) => lateNow),
      byStatus: by(({ status }) => status).map(({ name, filed }) => ({ status: name, filed })),
      byCategory: by(({ category }) => category ?? '').map(({ name, filed }) => ({
        category: name,
        filed,
      })),
      byGroup: by(groupOf).map(({ name, filed }) => ({ group: name, filed })),
    };
  }
}
