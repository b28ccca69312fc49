import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { City } from '../catalog/city.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { announce, prepared, type Tx } from '../platform/database/door.js';
import { OutboxRow } from '../platform/outbox/outbox.entity.js';
import { AttachmentRow } from './attachment.entity.js';
import type { Advanced, Case } from './case.js';
import { ClockRow } from './clock.entity.js';
import { ComplaintEventRow } from './complaint-event.entity.js';
import { ComplaintRow } from './complaint.entity.js';
import { FilerRow } from './filer.entity.js';
import { MessageRow } from './message.entity.js';
import { clockOf, columnsOf, factsOf, rowOf, stateOf } from './record.js';

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

/** A case to be written, with the version that it had before. */
export interface Changed {
  one: Advanced;
  version: number;
  beside: Beside;
}

/** The version that a command was decided on is not the present one any more. */
export class Stale extends DomainError {
  constructor() {
    super('case.stale');
  }
}

/** Reads and writes cases: the row, its events, clocks, messages and outbox rows in one statement. */
@Injectable()
export class Ledger {
  private readonly beginning: string;
  private readonly change: string;

  constructor(
    private readonly source: DataSource,
    private readonly city: City,
  ) {
    const { changes, columns } = this.complaintColumns();
    const records = `jsonb_populate_recordset(null::complaint, $1::jsonb->'complaints')`;
    this.beginning = this.statement(
      `insert into complaint (${columns}) select ${columns} from ${records} returning id`,
    );
    this.change = this.statement(
      `update complaint set ${changes}
       from ${records} r join unnest($2::uuid[], $3::integer[]) as seen (id, version) on seen.id = r.id
       where complaint.id = r.id and complaint.version = seen.version returning complaint.id`,
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

  /** The cases of rows, in their order. */
  async casesOf(tx: Tx, rows: readonly ComplaintRow[]): Promise<Case[]> {
    const clocks = await tx.find(ClockRow, {
      where: { complaintId: In(rows.map(({ id }) => id)) },
      order: { startedAt: 'ASC', id: 'ASC' },
    });
    return rows.map((row) => ({
      state: stateOf(row),
      clocks: clocks.filter(({ complaintId }) => complaintId === row.id).map(clockOf),
      facts: factsOf(row),
      lastHash: row.lastHash,
    }));
  }

  /** Writes a new case. */
  async begin(tx: Tx, one: Advanced, beside: Beside): Promise<void> {
    announce(tx);
    await prepared(tx, 'ledger_begin', this.beginning, [this.document([{ one, beside }])]);
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

  private document(written: readonly Pick<Changed, 'one' | 'beside'>[]): string {
    const parts = written.map(({ one, beside }) => this.partsOf(one, beside));
    const names = Object.keys(parts[0] ?? {}) as (keyof (typeof parts)[number])[];
    return JSON.stringify(
      Object.fromEntries(names.map((name) => [name, parts.flatMap((part) => part[name])])),
    );
  }

  private partsOf(one: Advanced, beside: Beside) {
    const complaintId = one.state.id;
    const touched = new Set(one.logged.flatMap(({ clocks }) => clocks.map(({ id }) => id)));
    const clocks = one.clocks.filter(({ id }) => touched.has(id));
    const events = one.logged.map(({ event, ...entry }) => ({ ...entry, ...event, complaintId }));
    return {
      complaints: [this.columns(ComplaintRow, rowOf(one, this.city))],
      events: events.map((event) => this.columns(ComplaintEventRow, event)),
      clocks: clocks.map((clock) => this.columns(ClockRow, { ...clock, complaintId })),
      messages: (beside.messages ?? []).map((message) => this.columns(MessageRow, message)),
      outbox: (beside.outbox ?? []).map((row) => this.columns(OutboxRow, row)),
      filers: beside.filer ? [this.columns(FilerRow, beside.filer)] : [],
      attachments: (beside.attachments ?? []).map((row) => this.columns(AttachmentRow, row)),
    };
  }

  private columns(entity: EntityTarget<ObjectLiteral>, one: object) {
    return columnsOf(this.source.getMetadata(entity), one);
  }

  private complaintColumns() {
    const names = this.source
      .getMetadata(ComplaintRow)
      .columns.map(({ databaseName }) => databaseName);
    const quoted = (list: string[]) => list.map((name) => `"${name}"`).join(', ');
    const changes = names.filter((name) => name !== 'id').map((name) => `"${name}" = r."${name}"`);
    return { columns: quoted(names), changes: changes.join(', ') };
  }

  private statement(complaint: string): string {
    return `with c as (${complaint}),
      ${this.insert('e', ComplaintEventRow, 'events', '', ['seq', 'xid'])},
      ${this.insert('k', ClockRow, 'clocks', this.overwrite(ClockRow))},
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

  private overwrite(entity: EntityTarget<ObjectLiteral>): string {
    const { primaryColumns, columns } = this.source.getMetadata(entity);
    const keys = primaryColumns.map(({ databaseName }) => `"${databaseName}"`);
    const others = columns
      .filter(({ isPrimary }) => !isPrimary)
      .map(({ databaseName }) => `"${databaseName}" = excluded."${databaseName}"`);
    return `on conflict (${keys.join(', ')}) do update set ${others.join(', ')}`;
  }
}
