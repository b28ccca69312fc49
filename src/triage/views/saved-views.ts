import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { queueWords, type ListCases } from '../../complaints/dto/cases.dto.js';
import { Queue } from '../../complaints/queue.js';
import { actorOf, type Caller } from '../../people/caller.js';
import { Door, type Tx } from '../../platform/database/door.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Time } from '../../platform/time.js';
import { SavedViewRow } from './saved-view.entity.js';
import { MOST_COUNTED, type KeepView, type SavedView, type Views } from './views.dto.js';

/** Each is counted whenever the side bar is. */
const MOST_KEPT = 30;

/** Everything is not work that waits: its number would tell nothing. */
const counted = queueWords.filter((queue) => queue !== 'all' && queue !== 'ended');

const viewOf = (
  { id, name, filter, shared, position, staffId }: SavedViewRow,
  caller: Caller,
): SavedView => ({ id, name, filter, shared, position, own: staffId === caller.id });

/** The lists that people keep under a name, their own and their unit's, and how many cases each has. */
@Injectable()
export class SavedViews {
  constructor(
    private readonly door: Door,
    private readonly queue: Queue,
    private readonly time: Time,
  ) {}

  /** Index: saved_view_of, saved_view_shared. */
  async all(caller: Caller): Promise<Views> {
    return this.door.read(actorOf(caller), async (tx) => {
      const rows = await tx.find(SavedViewRow, { order: { position: 'ASC', id: 'ASC' } });
      const queues = [];
      for (const queue of counted)
        queues.push({ queue, count: await this.count(tx, caller, { queue }) });
      const views = [];
      for (const row of rows)
        views.push({ ...viewOf(row, caller), count: await this.count(tx, caller, row.filter) });
      return { queues, views };
    });
  }

  /** @throws view.too_many */
  async keep(caller: Caller, given: KeepView): Promise<SavedView> {
    return this.door.as(actorOf(caller), async (tx) => {
      const kept = await tx.countBy(SavedViewRow, { staffId: caller.id });
      if (kept >= MOST_KEPT) throw new DomainError('view.too_many');
      return this.write(tx, caller, uuid(), { ...given, position: given.position ?? kept });
    });
  }

  async change(caller: Caller, id: string, given: KeepView): Promise<SavedView> {
    return this.door.as(actorOf(caller), async (tx) => {
      const { position } = await this.require(tx, caller, id);
      return this.write(tx, caller, id, { ...given, position: given.position ?? position });
    });
  }

  async drop(caller: Caller, id: string): Promise<void> {
    await this.door.as(actorOf(caller), async (tx) => {
      await this.require(tx, caller, id);
      await tx.delete(SavedViewRow, { id, staffId: caller.id });
    });
  }

  private count(tx: Tx, caller: Caller, filter: ListCases): Promise<number | null> {
    return this.queue.count(tx, caller, filter, MOST_COUNTED);
  }

  private async require(tx: Tx, caller: Caller, id: string): Promise<SavedViewRow> {
    const row = await tx.findOneBy(SavedViewRow, { id, staffId: caller.id });
    if (!row) throw new DomainError('not_found');
    return row;
  }

  private async write(
    tx: Tx,
    caller: Caller,
    id: string,
    { name, filter, shared = false, position }: KeepView & { position: number },
  ): Promise<SavedView> {
    const { id: staffId, agency } = caller;
    const changedAt = this.time.now();
    const row = { id, staffId, agency, name, filter, shared, position, changedAt };
    await tx.upsert(SavedViewRow, row, ['id']);
    return viewOf(row, caller);
  }
}
