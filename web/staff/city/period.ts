import { useSearchParams } from 'wouter';
import { t as words } from './words.ts';

export const periodWords = ['today', '7_days', '30_days', 'month', 'quarter', 'year'] as const;
export type PeriodWord = (typeof periodWords)[number];

const usual: PeriodWord = '30_days';

export interface Asked {
  period?: PeriodWord;
  from?: string;
  to?: string;
}

/** The period that the address names, so that it can be sent to others. */
export function usePeriod(): [Asked, (asked: Asked) => void] {
  const [search, setSearch] = useSearchParams();
  const from = search.get('from');
  const to = search.get('to');
  const named = periodWords.find((word) => word === search.get('period'));
  const asked: Asked = from && to ? { from, to } : { period: named ?? usual };
  return [asked, (next) => setSearch({ ...next })];
}

export interface Span {
  from: string;
  to: string;
}

/** "10/3/2026 – 8/4/2026"; one day is said once. */
export function spanWords({ from, to }: Span): string {
  const said = (day: string) => day.split('-').toReversed().join('/');
  return from === to ? said(from) : `${said(from)} – ${said(to)}`;
}

const DAY = 86_400_000;

export const daysIn = ({ from, to }: Span): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1;

/** What the figures of a period are held against. */
export const comparedWords = (period: Span): string => {
  const days = daysIn(period);
  return days === 1 ? words('compared.lastWeek') : words('compared.before', { days });
};
