import { Injectable } from '@nestjs/common';
import type { TimeLeft } from '#deadlines';
import { proposalOf } from '#lifecycle';
import { parseTrackingCode } from '#tracking-code';
import { fold } from '#vietnamese';
import { actorOf, type Caller } from '../people/caller.js';
import { Door, type Tx } from '../platform/database/door.js';
import { Time } from '../platform/time.js';
import { Access } from './access.js';
import { CaseClocks } from './case-clocks.js';
import { ComplaintRow } from './complaint.entity.js';
import { decodeCursor, encodeCursor } from './cursor.js';
import { needsPeriod } from './figures/figures.js';
import { narrow } from './figures/narrow.js';
import type { CaseItem, CasePage, ListCases, queueWords } from './dto/cases.dto.js';
import { incidentsOf, sizedIncident, type IncidentSizes } from './incident-sizes.js';
import { linksOf } from './parts/links.js';
import { partItems } from './parts/part-views.js';
import type { LinkView } from './parts/parts.dto.js';
import { Masking, maskedKinds, type Shown } from './masking.js';
import { explanationsOf, returnViews, type Explanations } from './returns/explanations.js';

const open = `c.status not in ('closed', 'rejected')`;

/** Each queue as a condition; all but `ended` go by the filer's deadline, nearest first. */
const queues = {
  open,
  triage: `${open} and c.status = 'new' and c.holder_duty = 'triage_operator'`,
  arbitration: `${open} and c.holder_duty = 'supervisor'`,
  review: `${open} and c.status = 'answered'`,
  waiting: `${open} and c.status = 'waiting_filer'`,
  extensions: `${open} and c.extension is not null`,
  late: `${open} and c.status not in ('resolved', 'waiting_filer') and c.due_at < :now`,
  ended: `c.status in ('closed', 'rejected')`,
  all: 'true',
} as const satisfies Record<(typeof queueWords)[number], string>;

const goesByDeadline = ({ queue, figure }: ListCases) =>
  figure === undefined ? queue !== 'ended' && queue !== 'all' : !needsPeriod(figure);

/** A queue shows an incident as the one line of its main; what is looked for by words or in `all` is shown itself. */
const showsOneLine = ({ q, queue, figure }: ListCases) =>
  q === undefined && queue !== 'all' && figure === undefined;

const queueOf = ({ queue, figure }: ListCases) => queue ?? (figure === undefined ? 'open' : 'all');

/** What a list shows of a row: the rest is not read. */
const listed = [
  'id',
  'version',
  'status',
  'kind',
  'category',
  'urgency',
  'ward',
  'lead',
  'holderUnit',
  'holderDuty',
  'holderPerson',
  'text',
  'address',
  'language',
  'privacy',
  'restricted',
  'extension',
  'incident',
  'follows',
  'joins',
  'returns',
  'returnedBy',
  'about',
  'parts',
  'reopens',
  'filedAt',
  'dueAt',
  'nextAt',
] as const satisfies (keyof ComplaintRow)[];

/** A text as the search index keeps it: folded, with marks between letters and digits taken apart. */
const searchWords = (text: string) => fold(text).replaceAll(/[./_-]+/g, ' ');

// Hits on hidden words take places here: past so many, whoever searches has to say more.
const SIFTED = 200;

const readsAll = (role: Caller['role']) => maskedKinds(role, false, 'by_filer').length === 0;

const wordsOf = (text: string) => searchWords(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The staff's lists, page by page; no page is counted or sorted in memory. */
@Injectable()
export class Queue {
  constructor(
    private readonly door: Door,
    private readonly access: Access,
    private readonly masking: Masking,
    private readonly clocks: CaseClocks,
    private readonly time: Time,
  ) {}

  async page(caller: Caller, filter: ListCases): Promise<CasePage> {
    const now = this.time.now();
    const byDeadline = goesByDeadline(filter);
    const limit = filter.limit ?? 50;
    const sifted = filter.q !== undefined && !readsAll(caller.role);
    const { rows, items, incidents, explained, links, left } = await this.door.read(
      actorOf(caller),
      async (tx) => {
        const found = await this.query(tx, caller, filter, now)
          .limit(sifted ? Math.max(SIFTED, limit + 1) : limit + 1)
          .getMany();
        const q = filter.q ?? '';
        const rows = sifted ? found.filter((row) => this.isShown(caller, row, q)) : found;
        const items = rows.slice(0, limit);
        const ids = items.map(({ id }) => id);
        return {
          rows,
          items,
          incidents: await incidentsOf(tx, items),
          explained: await explanationsOf(tx, items),
          links: await linksOf(tx, ids),
          left: await this.clocks.promised(tx, ids),
        };
      },
    );
    const last = items.at(-1);
    const at = (row: ComplaintRow) => (byDeadline ? row.dueAt : row.filedAt).toISOString();
    return {
      items: items.map((row) =>
        itemOf(row, now, this.masking.shownTo(caller, row), {
          incidents,
          explained,
          links: links.get(row.id),
          left: left.get(row.id),
        }),
      ),
      next: rows.length > limit && last ? encodeCursor({ at: at(last), id: last.id }) : null,
    };
  }

  /** How many rows a list has, counted to `most`; null where the number would tell of hidden words. */
  async count(tx: Tx, caller: Caller, filter: ListCases, most: number): Promise<number | null> {
    if (filter.q !== undefined && !readsAll(caller.role)) return null;
    const [sql, values] = this.query(tx, caller, filter, this.time.now())
      .select('1', 'one')
      .orderBy()
      .limit(most)
      .getQueryAndParameters();
    const [row] = await tx.query<{ count: number }[]>(
      `select count(*)::int as count from (${sql}) found`,
      values,
    );
    return row?.count ?? 0;
  }

  /** Whether what was searched for stands in what the caller is shown: a hit on hidden words would tell of them. */
  private isShown(caller: Caller, row: ComplaintRow, q: string): boolean {
    if (parseTrackingCode(q)) return true;
    const shown = this.masking.shownTo(caller, row);
    const words = new Set(wordsOf(`${shown(row.text)} ${shown(row.address ?? '')}`));
    return wordsOf(q).every((word) => words.has(word));
  }

  /** Indexes: complaint_open, complaint_open_by_status, complaint_extension_asked, complaint_open_by_lead, complaint_by_filing, complaint_search_document. */
  private query(tx: Tx, caller: Caller, filter: ListCases, now: Date) {
    const column = goesByDeadline(filter) ? 'c.dueAt' : 'c.filedAt';
    const [direction, beyond] = goesByDeadline(filter)
      ? (['ASC', '>'] as const)
      : (['DESC', '<'] as const);
    const query = tx
      .createQueryBuilder(ComplaintRow, 'c')
      .select(listed.map((name) => `c.${name}`))
      .where(queues[queueOf(filter)], { now })
      .orderBy(column, direction)
      .addOrderBy('c.id', direction);
    const agencies = this.access.agenciesOf(caller);
    if (agencies)
      query.andWhere('(c.lead = any(:agencies) or c.supporting && :agencies)', { agencies });
    const line = this.access.lineOf(caller);
    if (line.length > 0) query.andWhere('(c.about is null or c.about <> all(:line))', { line });
    for (const key of ['status', 'category', 'urgency', 'ward', 'about', 'lead', 'kind'] as const) {
      const value = filter[key === 'lead' ? 'agency' : key];
      if (value === 'none' && (key === 'category' || key === 'ward'))
        query.andWhere(`c.${key} is null`);
      else if (value !== undefined) query.andWhere(`c.${key} = :${key}`, { [key]: value });
    }
    narrow(query, filter, now);
    if (filter.incident !== undefined)
      query.andWhere('c.incident = :incident', { incident: filter.incident });
    else if (showsOneLine(filter)) query.andWhere('c.follows is null');
    if (filter.q !== undefined) {
      const code = parseTrackingCode(filter.q);
      const found = `c.id in (select complaints_with(:words))`;
      query.andWhere(code ? 'c.code = :code' : found, { code, words: searchWords(filter.q) });
    }
    if (filter.after !== undefined) {
      const { at, id } = decodeCursor(filter.after);
      query.andWhere(`(${column}, c.id) ${beyond} (:at::timestamptz, :id::uuid)`, { at, id });
    }
    return query;
  }
}

type At = Date | string;
type Listed = Omit<Pick<ComplaintRow, (typeof listed)[number]>, 'filedAt' | 'dueAt' | 'nextAt'> & {
  filedAt: At;
  dueAt: At;
  nextAt: At | null;
};

const iso = (at: At) => new Date(at).toISOString();

const EXCERPT = 160;

// A mark is shorter than what it stands for, six times at most.
const excerptOf = (text: string, shown: Shown) =>
  shown(text.slice(0, 8 * EXCERPT)).slice(0, EXCERPT);

/** What stands beside the row: its incident, why it was returned, what it is linked with, the time left. */
export interface BesideItem {
  incidents?: IncidentSizes;
  explained?: Explanations;
  links?: readonly LinkView[];
  left?: TimeLeft | null;
}

export function itemOf(
  row: Listed,
  now: Date,
  shown: Shown,
  { incidents = new Map(), explained = new Map(), links = [], left = null }: BesideItem = {},
): CaseItem {
  // A result that is there is late no more, and while the filer is asked no time runs.
  const over = ['resolved', 'waiting_filer', 'closed', 'rejected'].includes(row.status);
  const { id, version, status, kind, category, urgency, ward, lead, returns, reopens } = row;
  return {
    id,
    version,
    status,
    kind,
    category,
    urgency,
    ward,
    lead,
    holder: row.holderUnit
      ? { unit: row.holderUnit, duty: row.holderDuty ?? '', person: row.holderPerson }
      : null,
    extension: row.extension,
    incident: row.incident === null ? null : sizedIncident(row, row.incident, incidents),
    joins: row.joins,
    excerpt: excerptOf(row.text, shown),
    returns,
    returnedBy: returnViews(row, explained, shown),
    proposed: proposalOf(row),
    parts: partItems(row.parts),
    links: [...links],
    reopens,
    filedAt: iso(row.filedAt),
    dueAt: iso(row.dueAt),
    nextAt: row.nextAt && iso(row.nextAt),
    late: !over && new Date(row.dueAt) < now,
    left: over ? null : left,
  };
}
