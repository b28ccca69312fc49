import { Readable } from 'node:stream';
import type { Words } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { City } from '../../catalog/city.js';
import { ComplaintRow } from '../../complaints/complaint.entity.js';
import { narrow } from '../../complaints/figures/narrow.js';
import { actorOf, type Caller } from '../../people/caller.js';
import { csvLine } from '../../platform/csv.js';
import { Door } from '../../platform/database/door.js';
import { Time } from '../../platform/time.js';
import { Agencies } from './agencies.js';
import { definitions, medianDefinition } from './definitions.js';
import { Heat } from './heat.js';
import { Overview } from './overview.js';
import type { ExportCases, ExportPeriod, ExportTrend } from './reports.dto.js';
import { Trend } from './trend.js';
import { caseHeadings, headings, type Language } from './export-words.js';

type Cell = string | number | null;

// By this Excel knows the letters of the file.
const BOM = '\uFEFF';

/** So many lines are read at once: a file of any length takes the same memory. */
const BATCH = 2_000;

const file = (lines: Cell[][]) =>
  BOM + lines.map((line) => csvLine(line.map((cell) => cell ?? ''))).join('');

/** The tables of the reports as files for a spreadsheet: the same figures, no words and no names of people. */
@Injectable()
export class Exports {
  constructor(
    private readonly overviews: Overview,
    private readonly agencies: Agencies,
    private readonly trends: Trend,
    private readonly heats: Heat,
    private readonly door: Door,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  async overview(caller: Caller, { language = 'vi', ...asked }: ExportPeriod): Promise<string> {
    const { figures, median } = await this.overviews.of(caller, asked);
    return file([
      headings(language, 'figure', 'value', 'of', 'earlier', 'earlierOf', 'definition'),
      ...figures.map((one) => [
        one.name[language],
        one.value,
        one.of,
        one.earlier,
        one.earlierOf,
        one.definition[language],
      ]),
      [
        ...headings(language, 'median'),
        median.hours,
        median.of,
        median.earlierHours,
        null,
        medianDefinition[language],
      ],
    ]);
  }

  async byAgency(caller: Caller, { language = 'vi', ...asked }: ExportPeriod): Promise<string> {
    const { items } = await this.agencies.of(caller, asked);
    const name = (figure: keyof typeof definitions) => definitions[figure].name[language];
    return file([
      [
        ...headings(language, 'type', 'rank', 'code', 'agency'),
        name('received'),
        name('resolved'),
        name('kept'),
        name('broken'),
        ...headings(language, 'onTime'),
        name('open_now'),
        name('late_now'),
        name('returned'),
        name('repeats'),
        name('rated'),
        name('satisfied'),
      ],
      ...items.map((row) => [
        row.type,
        row.rank,
        row.agency,
        row.name[language],
        row.received,
        row.resolved,
        row.kept,
        row.broken,
        row.onTime,
        row.openNow,
        row.lateNow,
        row.returned,
        row.repeats,
        row.rated,
        row.satisfied,
      ]),
    ]);
  }

  async trend(caller: Caller, { language = 'vi', ...asked }: ExportTrend): Promise<string> {
    const { items, by } = await this.trends.of(caller, asked);
    const name = (figure: keyof typeof definitions) => definitions[figure].name[language];
    return file([
      [
        ...headings(language, by === 'day' ? 'day' : 'code', 'category'),
        name('received'),
        ...headings(language, 'earlier'),
        name('resolved'),
        name('late_now'),
      ],
      ...items.map((row) => [
        row.key,
        row.name?.[language] ?? null,
        row.received,
        row.earlier,
        row.resolved,
        row.lateNow,
      ]),
    ]);
  }

  async heat(caller: Caller, { language = 'vi', ...asked }: ExportPeriod): Promise<string> {
    const { items } = await this.heats.of(caller, asked);
    const name = (figure: keyof typeof definitions) => definitions[figure].name[language];
    return file([
      [...headings(language, 'code', 'ward'), name('received'), name('open_now'), name('late_now')],
      ...items.map((row) => [row.ward, row.name[language], row.received, row.openNow, row.lateNow]),
    ]);
  }

  /** The cases behind a figure, as GET /api/cases lists them: whose and how they stand, not what they say. */
  async cases(caller: Caller, { language = 'vi', ...asked }: ExportCases): Promise<Readable> {
    const read = this.batches(caller, asked);
    // What is wrong with the question is told before the file begins.
    const first = await read();
    const lines = (rows: readonly ComplaintRow[]) =>
      rows.map((row) => csvLine(this.line(row, language).map((cell) => cell ?? ''))).join('');
    return Readable.from(
      (async function* () {
        yield file([caseHeadings(language)]) + lines(first);
        for (let rows = first; rows.length === BATCH;) {
          rows = await read(rows.at(-1));
          yield lines(rows);
        }
      })(),
    );
  }

  private batches(caller: Caller, { category, ward, ...asked }: Omit<ExportCases, 'language'>) {
    const now = this.time.now();
    return (after?: ComplaintRow) =>
      this.door.read(actorOf(caller), (tx) => {
        const query = tx
          .createQueryBuilder(ComplaintRow, 'c')
          .select(caseColumns.map((column) => `c.${column}`))
          .orderBy('c.filedAt', 'DESC')
          .addOrderBy('c.id', 'DESC')
          .limit(BATCH);
        if (after)
          query.andWhere('(c.filedAt, c.id) < (:filedAt, :id)', {
            filedAt: after.filedAt,
            id: after.id,
          });
        for (const [key, value] of Object.entries({ category, ward }))
          if (value === 'none') query.andWhere(`c.${key} is null`);
          else if (value !== undefined) query.andWhere(`c.${key} = :${key}`, { [key]: value });
        narrow(query, asked, now);
        return query.getMany();
      });
  }

  private line(row: ComplaintRow, language: Language): Cell[] {
    const named = (one: { name: Words } | null) => one?.name[language] ?? null;
    const at = (moment: Date | null) => moment && this.local(moment);
    return [
      row.id.slice(-8),
      row.status,
      row.kind,
      row.category,
      named(this.city.category(row.category)),
      row.urgency,
      named(this.city.area(row.ward)),
      named(this.city.agency(row.lead)),
      named(this.city.agency(row.holderUnit)),
      at(row.filedAt),
      at(row.dueAt),
      at(row.resolvedAt),
      row.returns,
      row.reopens,
    ];
  }

  private local(at: Date): string {
    const { timeZone } = this.city.card;
    return new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      dateStyle: 'short',
      timeStyle: 'short',
    }).format(at);
  }
}

const caseColumns = [
  'id',
  'status',
  'kind',
  'category',
  'urgency',
  'ward',
  'lead',
  'holderUnit',
  'filedAt',
  'dueAt',
  'resolvedAt',
  'returns',
  'reopens',
] as const satisfies (keyof ComplaintRow)[];
