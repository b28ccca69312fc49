import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { actorOf, type Caller } from '../../people/caller.js';
import { Door, type Tx } from '../../platform/database/door.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Time } from '../../platform/time.js';
import { cleanJson } from './clean-json.js';
import { DraftKinds, type Finding } from './draft-kinds.js';
import { DraftRow } from './draft.entity.js';
import type {
  ChangeDraft,
  DraftItem,
  DraftPage,
  DraftView,
  ListDrafts,
  MakeDraft,
} from './drafts.dto.js';
import { latestOf } from './versions.js';

/** What is being written for a later version: made, changed, checked, given up. */
@Injectable()
export class Drafts {
  constructor(
    private readonly door: Door,
    private readonly kinds: DraftKinds,
    private readonly time: Time,
  ) {}

  /** Begins with what is published, or with a definition that is brought along. */
  make(by: Caller, { kind, title, definition }: MakeDraft): Promise<DraftView> {
    const known = this.kinds.of(kind).kind;
    const now = this.time.now();
    return this.door.as(actorOf(by), async (tx) => {
      const latest = await latestOf(tx, known);
      const row: DraftRow = {
        id: uuid(),
        kind: known,
        title,
        version: 1,
        state: 'open',
        basedOn: latest.version,
        definition: definition === undefined ? latest.definition : cleanJson(definition),
        createdBy: by.id,
        changedBy: by.id,
        createdAt: now,
        changedAt: now,
        publishedVersion: null,
      };
      await tx.insert(DraftRow, row as never);
      return viewOf(row);
    });
  }

  async page(by: Caller, { kind, state, after, limit = 50 }: ListDrafts): Promise<DraftPage> {
    // Newest first: ids grow with time. Index: city_draft_list.
    const rows = await this.door.read(actorOf(by), (tx) =>
      tx.query<DraftItem[]>(
        `select id, kind, title, version, state, based_on as "basedOn", created_by as "createdBy",
           changed_by as "changedBy", created_at as "createdAt", changed_at as "changedAt",
           published_version as "publishedVersion"
         from city_draft where ($1::text is null or kind = $1) and ($2::text is null or state = $2)
           and ($3::uuid is null or id < $3) order by id desc limit $4`,
        [kind ?? null, state ?? null, after ?? null, limit + 1],
      ),
    );
    const items = rows.slice(0, limit);
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  async view(by: Caller, id: string): Promise<DraftView> {
    return viewOf(await this.read(by, id));
  }

  /** @throws not_found */
  read(by: Caller, id: string): Promise<DraftRow> {
    return this.door.read(actorOf(by), (tx) => found(tx, id));
  }

  change(
    by: Caller,
    id: string,
    version: number,
    { title, definition }: ChangeDraft,
  ): Promise<DraftView> {
    return this.door.as(actorOf(by), async (tx) => {
      const row = await heldOpen(tx, id, version);
      const changed: DraftRow = {
        ...row,
        title: title ?? row.title,
        definition: definition === undefined ? row.definition : cleanJson(definition),
        version: version + 1,
        changedBy: by.id,
        changedAt: this.time.now(),
      };
      await tx.update(DraftRow, { id }, changed as never);
      return viewOf(changed);
    });
  }

  async discard(by: Caller, id: string, version: number): Promise<void> {
    await this.door.as(actorOf(by), async (tx) => {
      await heldOpen(tx, id, version);
      await tx.update(
        DraftRow,
        { id },
        { state: 'discarded', version: version + 1, changedBy: by.id, changedAt: this.time.now() },
      );
    });
  }

  async check(by: Caller, id: string): Promise<{ findings: Finding[] }> {
    const { kind, definition } = await this.read(by, id);
    return { findings: this.kinds.of(kind).check(definition) };
  }
}

async function found(tx: Tx, id: string): Promise<DraftRow> {
  const row = await tx.findOneBy(DraftRow, { id });
  if (!row) throw new DomainError('not_found');
  return row;
}

/** A draft that is still open, at the version its writer has seen, kept from changing until the transaction ends. */
export async function heldOpen(tx: Tx, id: string, version: number): Promise<DraftRow> {
  await tx.query('select 1 from city_draft where id = $1 for update', [id]);
  const row = await found(tx, id);
  if (row.state !== 'open') throw new DomainError('draft.ended');
  if (row.version !== version) throw new DomainError('draft.stale', [], { present: viewOf(row) });
  return row;
}

function viewOf({ createdAt, changedAt, ...row }: DraftRow): DraftView {
  return { ...row, createdAt: createdAt.toISOString(), changedAt: changedAt.toISOString() };
}
