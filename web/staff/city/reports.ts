import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, brought } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import type { Asked } from './period.ts';

type Schemas = components['schemas'];
export type Overview = Schemas['OverviewView'];
export type FigureView = Schemas['FigureView'];
export type Figure = FigureView['figure'];
export type AgencyRow = Schemas['AgencyRow'];
export type PeriodView = Schemas['PeriodView'];
export type WardRow = Schemas['WardRow'];
export type TrendRow = Schemas['TrendRow'];

/** Every key of the reports begins so: live events make all of them stale at once. */
export const REPORTS = 'reports';

// The old figures stand until the new ones are here.
const calm = { placeholderData: keepPreviousData, staleTime: 30_000 };

export const useOverview = (asked: Asked) =>
  useQuery({
    queryKey: [REPORTS, 'overview', asked],
    queryFn: () => brought(api.GET('/api/reports/overview', { params: { query: asked } })),
    ...calm,
  });

export const useAgencyRows = (asked: Asked) =>
  useQuery({
    queryKey: [REPORTS, 'agencies', asked],
    queryFn: () => brought(api.GET('/api/reports/agencies', { params: { query: asked } })),
    ...calm,
  });

export const useTrend = (asked: Asked, by: 'category' | 'day', category?: string) =>
  useQuery({
    queryKey: [REPORTS, 'trend', by, category ?? null, asked],
    queryFn: () =>
      brought(api.GET('/api/reports/trend', { params: { query: { ...asked, by, category } } })),
    ...calm,
  });

export const useHeat = (asked: Asked) =>
  useQuery({
    queryKey: [REPORTS, 'heat', asked],
    queryFn: () => brought(api.GET('/api/reports/heat', { params: { query: asked } })),
    ...calm,
  });

export const useHotSpots = (asked: Asked | null) =>
  useQuery({
    queryKey: [REPORTS, 'hot-spots', asked],
    enabled: asked !== null,
    queryFn: () =>
      brought(
        api.GET('/api/hot-spots', { params: { query: { from: asked?.from, to: asked?.to } } }),
      ),
    ...calm,
  });

export const useMorning = (enabled: boolean) =>
  useQuery({
    queryKey: [REPORTS, 'morning'],
    enabled,
    queryFn: () => brought(api.GET('/api/deadlines/morning')),
    ...calm,
  });

export const useUrgings = (enabled: boolean) =>
  useQuery({
    queryKey: [REPORTS, 'urgings'],
    enabled,
    queryFn: () => brought(api.GET('/api/deadlines/urgings', { params: { query: { limit: 20 } } })),
    ...calm,
  });

export const useReveals = (enabled: boolean) =>
  useQuery({
    queryKey: [REPORTS, 'reveals'],
    enabled,
    queryFn: () => brought(api.GET('/api/reveals', { params: { query: { limit: 10 } } })),
    ...calm,
  });

/** Days for the counts that know days alone. */
const days = (span: { from: string; to: string }) => ({ from: span.from, to: span.to });

export const useDiversions = (span: PeriodView | undefined, enabled: boolean) =>
  useQuery({
    queryKey: [REPORTS, 'diversions', span?.from, span?.to],
    enabled: enabled && span !== undefined,
    queryFn: () =>
      brought(api.GET('/api/diversions', { params: { query: span ? days(span) : {} } })),
    ...calm,
  });

export const useRepeats = (span: PeriodView | undefined, enabled: boolean) =>
  useQuery({
    queryKey: [REPORTS, 'repeats', span?.from, span?.to],
    enabled: enabled && span !== undefined,
    queryFn: () =>
      brought(api.GET('/api/agencies/repeats', { params: { query: span ? days(span) : {} } })),
    ...calm,
  });

export interface Behind {
  figure: Figure;
  /** Left out for what is so now. */
  period?: Pick<PeriodView, 'start' | 'before'>;
  of?: string;
  /** Null: those without one. */
  ward?: string | null;
  category?: string | null;
}

const present: readonly Figure[] = ['open_now', 'late_now'];

/** The query by which the cases behind a figure are listed and written to a file. */
export function behindQuery({ figure, period, of, ward, category }: Behind): string {
  const query = new URLSearchParams({ figure });
  if (period && !present.includes(figure)) {
    query.set('from', period.start);
    query.set('before', period.before);
  }
  if (of !== undefined) query.set('of', of);
  if (ward !== undefined) query.set('ward', ward ?? 'none');
  if (category !== undefined) query.set('category', category ?? 'none');
  return query.toString();
}

/** Where they are listed, within the surface. */
export const behind = (figure: Behind) => `/cases?${behindQuery(figure)}`;
