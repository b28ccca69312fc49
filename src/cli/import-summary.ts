import { statuses, type Status } from '#lifecycle';
import { statusWords } from '../complaints/words.js';
import type { Desk } from './database.js';
import { figure } from './say.js';
import { table } from './table.js';

interface Count {
  lead: string | null;
  status: Status;
  count: number;
}

/** What the database holds of a source: agencies down, statuses across, the largest first. */
export async function importSummary({ source, city }: Desk, name: string): Promise<string[]> {
  const counts = await source.query<Count[]>(
    'select lead, status, count(*)::integer as count from complaint where source = $1 group by lead, status',
    [name],
  );
  const present = statuses.filter((status) => counts.some((one) => one.status === status));
  const of = (lead: string | null | undefined, status?: Status) =>
    counts
      .filter((one) => lead === undefined || one.lead === lead)
      .filter((one) => status === undefined || one.status === status)
      .reduce((sum, { count }) => sum + count, 0);
  const row = (label: string, lead?: string | null) => [
    label,
    ...present.map((status) => figure(of(lead, status))),
    figure(of(lead)),
  ];
  const leads = [...new Set(counts.map(({ lead }) => lead))].toSorted((a, b) => of(b) - of(a));
  const label = (lead: string | null) =>
    lead === null ? 'Chưa giao cơ quan nào' : (city.agency(lead)?.shortName ?? lead);
  return table(
    ['Cơ quan / agency', ...present.map((status) => statusWords[status].vi), 'Tổng / all'],
    [...leads.map((lead) => row(label(lead), lead)), row('Tổng / all')],
  );
}
