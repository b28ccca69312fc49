import type { Figure } from '../../complaints/figures/figures.js';
import { definitions } from './definitions.js';
import type { Compared, Span } from './period.js';
import type { FigureDefinition, PeriodView } from './reports.dto.js';

export const spanView = ({ from, to, start, before }: Span): PeriodView => ({
  from,
  to,
  start: start.toISOString(),
  before: before.toISOString(),
});

/** What stands on every report: which period, held against which, as of when. */
export const reported = ({ period, with: other }: Compared, now: Date) => ({
  period: spanView(period),
  comparedWith: spanView(other),
  asOf: now.toISOString(),
});

export const defined = (...figures: Figure[]): FigureDefinition[] =>
  figures.map((figure) => ({ figure, ...definitions[figure] }));

export const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Number((part / whole).toFixed(4));
