import { diffClocks, type ClockPatch } from '#deadlines';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { City } from '../catalog/city.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { announce, prepared, type Tx } from '../platform/database/door.js';
import { grouped } from '../platform/grouped.js';
import { OutboxRow } from '../platform/outbox/outbox.entity.js';
import { AttachmentRow } from './attachment.entity.js';
import type { Advanced, Case } from './case.js';
import { ClockRow } from './clock.entity.js';
import { ComplaintEventRow } from './complaint-event.entity.js';
import { ComplaintRow } from './complaint.entity.js';
import { FilerRow } from './filer.entity.js';
import { MessageRow } from './message.entity.js';
import {
  changedColumns,
  clockOf,
  columnsIn,
  columnsOf,
  entityOf,
  factsOf,
  layersOf,
  stateOf,
  type Columns,
  type Named,
} from './record.js';

/** Rows that are written with the events of a change, in the same statement. */
export interface Beside {
  messages?: MessageRow[];
  outbox?: Pick<
    OutboxRow,
    'key' | 'channel' | 'complaintId' | 'recipient' | 'template' | 'data' | 'createdAt' | 'nextAt'
  >[];
  filer?: FilerRow | null;
  attachments?: AttachmentRow[];
}

// What the delivery fills. A row may be about another complaint than the one that is written: its filer's own.
const generatedOfOutbox = 'id state attempts lease held_until placed sent_at error'.split(' ');

/** A new case to be written. */
export interface Begun {
  one: Advanced;
  beside: Beside;
}

/** A case to be written, with the version that it had before. */
export interface Changed extends Begun {
  version: number;
  /** The case as this transaction has read it, where it is at hand: then only what differs is sent. */
  before?: Case;
}

// The key, and what the city's data may have changed since the row was written.
const always = ['id', 'privacy', 'public'];

/** The version that a command was decided on is not the present one any more. */
export class Stale extends DomainError {
  constructor() {
    super('case.stale');
  }
}

/** The clocks that events touched: what differs where the case before is known, else each as it is now. */
function clocksOf({ clocks, logged }: Advanced, before: Case | undefined): ClockPatch[] {
  if (before) return diffClocks(before.clocks, clocks);
  const touched = new Set(logged.flatMap((entry) => entry.clocks.map(({ id }) => id)));
  return clocks.filter(({ id }) => touched.has(id));
}

/** Reads and writes cases: the row, its events, clocks, messages and outbox rows in one statement. */
@Injectable()
export class Ledger {
  private readonly known = new Map<EntityTarget<ObjectLiteral>, Columns>();
  private readonly clocksOfCases: string;
  private readonly beginning: string;
  private readonly change: string;

  constructor(
    private readonly source: DataSource,
    private readonly city: City,
  ) {
    // Index: the primary key of clock.
    this.clocksOfCases = `select ${this.listed(ClockRow)} from clock
      where complaint_id = any($1::uuid[]) order by started_at, id`;
    const columns = this.listed(ComplaintRow);
    const changes = this.columnsIn(ComplaintRow)
      .filter(({ name }) => name !== 'id')
      .map(({ name }) => `"${name}" = r."${name}"`)
      .join(', ');
    const records = `jsonb_populate_recordset(null::complaint, $1::jsonb->'complaints')`;
    this.beginning = this.statement(
      `insert into complaint (${columns}) select ${columns} from ${records} returning id`,
    );
    // What is not sent stays as the row has it.
    this.change = this.statement(
      `update complaint set ${changes}
       from jsonb_array_elements($1::jsonb->'complaints') sent (doc)
         join unnest($2::uuid[], $3::integer[]) as seen (id, version) on seen.id = (doc->>'id')::uuid
         join complaint old on old.id = seen.id
         cross join lateral jsonb_populate_record(old, doc) r
       where complaint.id = seen.id and complaint.version = seen.version returning complaint.id`,
    );
  }

  async load(tx: Tx, where: { id: string } | { code: string }): Promise<Case | null> {
    const row = await tx.findOneBy(ComplaintRow, where);
    return row && this.caseOf(tx, row);
  }

  /** The case behind a tracking code, kept from changing until the transaction ends. */
  async lock(tx: Tx, code: string): Promise<Case | null> {
    await tx.query('select 1 from complaint where code = $1 for update', [code]);
    return this.load(tx, { code });
  }

  async caseOf(tx: Tx, row: ComplaintRow): Promise<Case> {
    const [one] = await this.casesOf(tx, [row]);
    return one!;
  }

  /** The complaints that conditions choose, locked by them or not; prepared under a name of its own. */
  async select(tx: Tx, name: string, where: string, values: unknown[]): Promise<ComplaintRow[]> {
    const text = `select ${this.listed(ComplaintRow)} from complaint where ${where}`;
    const found = await prepared<Named>(tx, name, text, values);
    return found.map((row) => entityOf<ComplaintRow>(this.columnsIn(ComplaintRow), row));
  }

  /** The cases of rows, in their order. */
  async casesOf(tx: Tx, rows: readonly ComplaintRow[]): Promise<Case[]> {
    const ids = rows.map(({ id }) => id);
    const found = await prepared<Named>(tx, 'ledger_clocks', this.clocksOfCases, [ids]);
    const clocks = found.map((row) => entityOf<ClockRow>(this.columnsIn(ClockRow), row));
    const byCase = grouped(clocks, ({ complaintId }) => complaintId);
    return rows.map((row) => ({
      state: stateOf(row),
      clocks: (byCase.get(row.id) ?? []).map(clockOf),
      facts: factsOf(row),
      lastHash: row.lastHash,
    }));
  }

  /** Writes a new case. */
  begin(tx: Tx, one: Advanced, beside: Beside): Promise<void> {
    return this.beginAll(tx, [{ one, beside }]);
  }

  /** The same for several. */
  async beginAll(tx: Tx, cases: readonly Begun[]): Promise<void> {
    announce(tx);
    await prepared(tx, 'ledger_begin', this.beginning, [this.document(cases)]);
  }

  /** Writes what events changed of a known case. @throws Stale when it is not at `version` any more. */
  append(tx: Tx, one: Advanced, version: number, beside: Beside): Promise<void> {
    return this.appendAll(tx, [{ one, version, beside }]);
  }

  /** The same for several cases, all or none. @throws Stale when one of them is not at its version any more */
  async appendAll(tx: Tx, changed: readonly Changed[]): Promise<void> {
    announce(tx);
    const ids = changed.map(({ one }) => one.state.id);
    const versions = changed.map(({ version }) => version);
    const values = [this.document(changed), ids, versions];
    // Planned anew, as each connection does for its first five, the statement costs as much as forty rows.
    if (changed.length > 1) await tx.query(`set local plan_cache_mode = force_generic_plan`);
    const written = await prepared(tx, 'ledger_append', this.change, values);
    if (written.length < changed.length) throw new Stale();
  }

  private document(written: readonly Omit<Changed, 'version'>[]): string {
    const parts = written.map((one) => this.partsOf(one));
    const names = Object.keys(parts[0] ?? {}) as (keyof (typeof parts)[number])[];
    return JSON.stringify(
      Object.fromEntries(names.map((name) => [name, parts.flatMap((part) => part[name])])),
    );
  }

  private partsOf({ one, beside, before }: Omit<Changed, 'version'>) {
    const complaintId = one.state.id;
    const events = one.logged.map(({ event, ...entry }) => ({ ...entry, ...event, complaintId }));
    return {
      complaints: [this.complaint(one, before)],
      events: events.map((event) => this.columns(ComplaintEventRow, event)),
      clocks: clocksOf(one, before).map((clock) =>
        this.columns(ClockRow, { ...clock, complaintId }),
      ),
      messages: (beside.messages ?? []).map((message) => this.columns(MessageRow, message)),
      outbox: (beside.outbox ?? []).map((row) => this.columns(OutboxRow, row)),
      filers: beside.filer ? [this.columns(FilerRow, beside.filer)] : [],
      attachments: (beside.attachments ?? []).map((row) => this.columns(AttachmentRow, row)),
    };
  }

  private complaint(one: Advanced, before: Case | undefined) {
    const columns = this.columnsIn(ComplaintRow);
    const layers = layersOf(one, this.city);
    return before
      ? changedColumns(columns, layersOf(before, this.city), layers, always)
      : columnsOf(columns, ...layers);
  }

  // Named one by one: a column that a later version adds must not change what a prepared statement gives.
  private listed(entity: EntityTarget<ObjectLiteral>): string {
    return this.columnsIn(entity)
      .map(({ name }) => `"${name}"`)
      .join(', ');
  }

  private columns(entity: EntityTarget<ObjectLiteral>, one: object) {
    return columnsOf(this.columnsIn(entity), one);
  }

  private columnsIn(entity: EntityTarget<ObjectLiteral>): Columns {
    const known = this.known.get(entity);
    if (known) return known;
    const columns = columnsIn(this.source.getMetadata(entity));
    this.known.set(entity, columns);
    return columns;
  }

  private statement(complaint: string): string {
    return `with c as (${complaint}),
      ${this.insert('e', ComplaintEventRow, 'events', '', ['seq', 'xid'])},
      ${this.clocks()},
      ${this.insert('m', MessageRow, 'messages')},
      ${this.insert('o', OutboxRow, 'outbox', 'on conflict ("key") do nothing', generatedOfOutbox, 'from record r where exists (select from c)')},
      ${this.insert('f', FilerRow, 'filers')},
      ${this.insert('a', AttachmentRow, 'attachments')}
      select id from c`;
  }

  private insert(
    name: string,
    entity: EntityTarget<ObjectLiteral>,
    key: string,
    conflict = '',
    generated: string[] = [],
    source = 'from c join record r on r.complaint_id = c.id',
  ): string {
    const { tableName, columns } = this.source.getMetadata(entity);
    const names = columns
      .map(({ databaseName }) => databaseName)
      .filter((column) => !generated.includes(column))
      .map((column) => `"${column}"`);
    const record = `jsonb_populate_recordset(null::"${tableName}", $1::jsonb->'${key}')`;
    return `${name} as (insert into "${tableName}" (${names.join(', ')})
      select ${names.map((column) => `r.${column}`).join(', ')}
        ${source.replace('record', `${record} with ordinality`)}
        order by r.ordinality ${conflict})`;
  }

  /** Clocks that began, and what changed of known ones. */
  private clocks(): string {
    const columns = this.columnsIn(ClockRow).map(({ name }) => `r."${name}"`);
    return `k as (insert into clock (${this.listed(ClockRow)})
      select ${columns.join(', ')}
        from jsonb_array_elements($1::jsonb->'clocks') with ordinality sent (doc, ordinality)
          join c on c.id = (doc->>'complaint_id')::uuid
          left join clock old on old.complaint_id = c.id and old.id = doc->>'id'
          cross join lateral jsonb_populate_record(old, doc) r
        order by ordinality ${this.overwrite(ClockRow)})`;
  }

  private overwrite(entity: EntityTarget<ObjectLiteral>): string {
    const { primaryColumns, columns } = this.source.getMetadata(entity);
    const keys = primaryColumns.map(({ databaseName }) => `"${databaseName}"`);
    const others = columns
      .filter(({ isPrimary }) => !isPrimary)
      .map(({ databaseName }) => `"${databaseName}" = excluded."${databaseName}"`);
    return `on conflict (${keys.join(', ')}) do update set ${others.join(', ')}`;
  }
}
