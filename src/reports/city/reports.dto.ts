import { ApiProperty } from '@nestjs/swagger';
import { figures, type Figure } from '../../complaints/figures/figures.js';
import { WordsView } from '../../platform/http/api.js';
import { CodeField, InstantField, WordField } from '../../platform/http/fields.js';
import { DayField } from '../days.js';

export const periods = ['today', '7_days', '30_days', 'month', 'quarter', 'year'] as const;
export type PeriodWord = (typeof periods)[number];

export class ReportPeriod {
  @WordField(periods, {
    optional: true,
    description: 'Up to today: so many days, or since the beginning of the month, quarter, year.',
  })
  period?: PeriodWord;

  @DayField('Instead of `period`; 29 days before `to` when both are absent; at most a year.')
  from?: string;

  @DayField('Today when absent.')
  to?: string;
}

export const languages = ['vi', 'en'] as const;

export class ExportPeriod extends ReportPeriod {
  @WordField(languages, { optional: true, description: 'Of the headings and names; vi if absent.' })
  language?: (typeof languages)[number];
}

export const trendsBy = ['category', 'day'] as const;

export class TrendFilter extends ReportPeriod {
  @WordField(trendsBy, { optional: true, description: 'category when absent' })
  by?: (typeof trendsBy)[number];

  @CodeField({ optional: true, description: 'By day: of this category alone; `none`: without.' })
  category?: string;
}

export class ExportTrend extends TrendFilter {
  @WordField(languages, { optional: true, description: 'Of the headings and names; vi if absent.' })
  language?: (typeof languages)[number];
}

export class ExportCases {
  @WordField(figures, { description: 'The figure whose cases are written.' })
  figure: Figure;

  @InstantField({ optional: true, description: 'The beginning of its period.' })
  from?: string;

  @InstantField({ optional: true, description: 'The end of its period, excluded.' })
  before?: string;

  @CodeField({ optional: true, description: 'The agency that it is counted with.' })
  of?: string;

  @CodeField({ optional: true, description: '`none`: without one.' })
  category?: string;

  @CodeField({ optional: true, description: '`none`: without one.' })
  ward?: string;

  @WordField(languages, { optional: true, description: 'Of the headings and names; vi if absent.' })
  language?: (typeof languages)[number];
}

export class PeriodView {
  @ApiProperty({ format: 'date' })
  from: string;

  @ApiProperty({ format: 'date', description: 'The last day.' })
  to: string;

  @ApiProperty({ format: 'date-time', description: '`from` of GET /api/cases.' })
  start: string;

  @ApiProperty({ format: 'date-time', description: '`before` of GET /api/cases.' })
  before: string;
}

class Reported {
  @ApiProperty({ type: PeriodView })
  period: PeriodView;

  @ApiProperty({ type: PeriodView, description: 'What it is compared with.' })
  comparedWith: PeriodView;

  @ApiProperty({ format: 'date-time', description: 'When this was so.' })
  asOf: string;
}

export class FigureView {
  @ApiProperty({ enum: figures, description: 'GET /api/cases?figure= lists the cases behind it.' })
  figure: Figure;

  @ApiProperty({ type: WordsView })
  name: WordsView;

  @ApiProperty({ type: WordsView })
  definition: WordsView;

  @ApiProperty({ type: 'integer' })
  value: number;

  @ApiProperty({ type: 'integer', nullable: true, description: 'The denominator of a share.' })
  of: number | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'The same in `comparedWith`; null for what is so now.',
  })
  earlier: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  earlierOf: number | null;
}

export class MedianView {
  @ApiProperty({ type: WordsView })
  definition: WordsView;

  @ApiProperty({ type: Number, nullable: true })
  hours: number | null;

  @ApiProperty({ type: 'integer', description: 'Of how many.' })
  of: number;

  @ApiProperty({ type: Number, nullable: true })
  earlierHours: number | null;
}

export class TodayView {
  @ApiProperty({ type: PeriodView })
  period: PeriodView;

  @ApiProperty({ type: PeriodView, description: 'The same day of last week, up to the same hour.' })
  comparedWith: PeriodView;

  @ApiProperty({ type: [FigureView] })
  figures: FigureView[];
}

export class OverviewView extends Reported {
  @ApiProperty({ type: [FigureView] })
  figures: FigureView[];

  @ApiProperty({ type: MedianView })
  median: MedianView;

  @ApiProperty({ type: TodayView })
  today: TodayView;
}

export class AgencyRow {
  @ApiProperty()
  agency: string;

  @ApiProperty({ type: WordsView })
  name: WordsView;

  @ApiProperty({ description: 'It is ranked among those of its type.' })
  type: string;

  @ApiProperty({ type: 'integer', nullable: true, description: 'null: too few cases.' })
  rank: number | null;

  @ApiProperty({ type: 'integer', description: 'How many of its type are ranked.' })
  ranked: number;

  @ApiProperty({ type: 'integer' })
  received: number;

  @ApiProperty({ type: 'integer' })
  resolved: number;

  @ApiProperty({ type: 'integer' })
  kept: number;

  @ApiProperty({ type: 'integer' })
  broken: number;

  @ApiProperty({ type: Number, nullable: true, description: 'kept / (kept + broken)' })
  onTime: number | null;

  @ApiProperty({ type: 'integer' })
  openNow: number;

  @ApiProperty({ type: 'integer' })
  lateNow: number;

  @ApiProperty({ type: 'integer' })
  returned: number;

  @ApiProperty({ type: 'integer' })
  repeats: number;

  @ApiProperty({ type: 'integer' })
  rated: number;

  @ApiProperty({ type: 'integer' })
  satisfied: number;
}

export class FigureDefinition {
  @ApiProperty({ enum: figures })
  figure: Figure;

  @ApiProperty({ type: WordsView })
  name: WordsView;

  @ApiProperty({ type: WordsView })
  definition: WordsView;
}

export class AgenciesView extends Reported {
  @ApiProperty({ type: WordsView, description: 'How they are ranked, and who is not.' })
  ranking: WordsView;

  @ApiProperty({ type: [FigureDefinition] })
  definitions: FigureDefinition[];

  @ApiProperty({ type: [AgencyRow] })
  items: AgencyRow[];
}

export class TrendRow {
  @ApiProperty({ type: String, nullable: true, description: 'Code of the category, or the day.' })
  key: string | null;

  @ApiProperty({ type: WordsView, nullable: true, description: 'Of the category.' })
  name: WordsView | null;

  @ApiProperty({ type: 'integer' })
  received: number;

  @ApiProperty({ type: 'integer', description: 'In the period compared with.' })
  earlier: number;

  @ApiProperty({ type: 'integer' })
  resolved: number;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Late now; null for a day.' })
  lateNow: number | null;

  @ApiProperty({
    type: 'integer',
    isArray: true,
    description: 'Received, step by step through the period; empty for a day.',
  })
  series: number[];
}

export class TrendView extends Reported {
  @ApiProperty({ enum: trendsBy })
  by: (typeof trendsBy)[number];

  @ApiProperty({ type: 'integer', description: 'How many days a step of `series` has.' })
  stepDays: number;

  @ApiProperty({ type: [FigureDefinition] })
  definitions: FigureDefinition[];

  @ApiProperty({ type: [TrendRow] })
  items: TrendRow[];
}

export class WardRow {
  @ApiProperty({ type: String, nullable: true, description: 'null: where it is is not known.' })
  ward: string | null;

  @ApiProperty({ type: WordsView })
  name: WordsView;

  @ApiProperty({ type: 'integer' })
  received: number;

  @ApiProperty({ type: 'integer' })
  openNow: number;

  @ApiProperty({ type: 'integer' })
  lateNow: number;
}

export class HeatView extends Reported {
  @ApiProperty({ type: [FigureDefinition] })
  definitions: FigureDefinition[];

  @ApiProperty({ type: [WardRow], description: 'The most received first.' })
  items: WardRow[];
}
