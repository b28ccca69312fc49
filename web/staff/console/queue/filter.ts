import type { CaseItem } from '../../case/use-case.ts';

export const queueNames = [
  'open',
  'triage',
  'arbitration',
  'review',
  'waiting',
  'extensions',
  'late',
  'ended',
  'all',
] as const;

/** What a list shows, as it stands in the address and is kept in a view. */
export interface Filter {
  queue?: string;
  status?: string;
  category?: string;
  agency?: string;
  ward?: string;
  urgency?: string;
  kind?: string;
  q?: string;
}

export const filterNames = [
  'queue',
  'status',
  'category',
  'agency',
  'ward',
  'urgency',
  'kind',
  'q',
] as const satisfies readonly (keyof Filter)[];

export function filterIn(search: string): Filter {
  const params = new URLSearchParams(search);
  const filter: Filter = {};
  for (const name of filterNames) {
    const value = params.get(name);
    if (value) filter[name] = value;
  }
  return filter;
}

export function searchOf(filter: Filter): string {
  const params = new URLSearchParams();
  for (const name of filterNames) if (filter[name]) params.set(name, filter[name]);
  return params.toString();
}

export const queueOf = ({ queue }: Filter) => queue ?? 'open';

export const isSame = (one: Filter, other: Filter) => searchOf(one) === searchOf(other);

const ended = (item: CaseItem) => ['closed', 'rejected'].includes(item.status);

const queues: Record<string, (item: CaseItem) => boolean> = {
  open: (item) => !ended(item),
  triage: ({ status, holder }) => status === 'new' && holder?.duty === 'triage_operator',
  arbitration: (item) => !ended(item) && item.holder?.duty === 'supervisor',
  review: ({ status }) => status === 'answered',
  waiting: ({ status }) => status === 'waiting_filer',
  extensions: (item) => !ended(item) && item.extension !== null,
  late: (item) => item.late && !ended(item),
  ended,
  all: () => true,
};

/** Whether a case belongs to what is shown; of words only the server knows. */
export function belongs(item: CaseItem, filter: Filter): boolean {
  if (filter.q !== undefined) return false;
  const isFollower = item.incident !== null && !item.incident.main;
  if (isFollower && queueOf(filter) !== 'all') return false;
  return (
    (queues[queueOf(filter)]?.(item) ?? false) &&
    (filter.status === undefined || item.status === filter.status) &&
    (filter.category === undefined || item.category === filter.category) &&
    (filter.agency === undefined || item.lead === filter.agency) &&
    (filter.ward === undefined || item.ward === filter.ward) &&
    (filter.urgency === undefined || item.urgency === filter.urgency) &&
    (filter.kind === undefined || item.kind === filter.kind)
  );
}
