import { Injectable } from '@nestjs/common';
import { Access } from '../../complaints/access.js';
import { actorOf, type Caller } from '../../people/caller.js';
import { Door } from '../../platform/database/door.js';
import { Time } from '../../platform/time.js';
import { ReplyDraftRow } from '../../complaints/reply-draft.entity.js';
import type { KeepDraft, ReplyDraft } from './reply-drafts.dto.js';

/** What the caller has begun to write for a case; it goes with the command, and with the words of the case. */
@Injectable()
export class ReplyDrafts {
  constructor(
    private readonly door: Door,
    private readonly access: Access,
    private readonly time: Time,
  ) {}

  of(caller: Caller, complaintId: string): Promise<ReplyDraft[]> {
    return this.door.read(actorOf(caller), async (tx) => {
      await this.access.require(tx, complaintId);
      const rows = await tx.find(ReplyDraftRow, {
        where: { complaintId, staffId: caller.id },
        order: { field: 'ASC' },
      });
      return rows.map(({ field, text, changedAt }) => ({
        field,
        text,
        changedAt: changedAt.toISOString(),
      }));
    });
  }

  async keep(caller: Caller, complaintId: string, { field, text }: KeepDraft): Promise<void> {
    if (text.trim() === '') return this.drop(caller, complaintId, field);
    await this.door.as(actorOf(caller), async (tx) => {
      await this.access.require(tx, complaintId);
      const row = { staffId: caller.id, complaintId, field, text, changedAt: this.time.now() };
      await tx.upsert(ReplyDraftRow, row, ['staffId', 'complaintId', 'field']);
    });
  }

  async drop(caller: Caller, complaintId: string, field: string): Promise<void> {
    await this.door.as(actorOf(caller), async (tx) => {
      await this.access.require(tx, complaintId);
      await tx.delete(ReplyDraftRow, { staffId: caller.id, complaintId, field });
    });
  }
}
