import type { Actor, Command } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { City } from '../catalog/city.js';
import { Door, holdCase, type Tx } from '../platform/database/door.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Time } from '../platform/time.js';
import type { AttachmentRow } from './attachment.entity.js';
import type { Advanced, Case } from './case.js';
import { handle } from './handle.js';
import { Ledger, Stale, type Beside } from './ledger.js';
import type { MessageRow } from './message.entity.js';
import { outboxOf } from './notices.js';
import { ReplyDraftRow } from './reply-draft.entity.js';

/** The free text of a command and its files, kept apart from the log. */
export interface Spoken {
  text: string;
  audience: MessageRow['audience'];
  parts?: Record<string, unknown>;
  attachments?: AttachmentRow[];
}

/** A case to be written, as this transaction has read it and as it is now, with what was said with its events. */
export interface Written {
  before: Case;
  after: Advanced;
  said: Pick<Beside, 'messages' | 'attachments'>;
}

/** Gives a case a command: one decision, one transaction. */
@Injectable()
export class Commands {
  constructor(
    private readonly door: Door,
    private readonly ledger: Ledger,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  /**
   * A command decided on the version that its giver has seen.
   * @throws Refusal, or Stale when the case has moved on
   */
  async give(
    actor: Actor,
    id: string,
    version: number,
    command: Command,
    spoken?: Spoken,
  ): Promise<Advanced> {
    return this.door.as(actor, async (tx) => {
      const one = await this.ledger.load(tx, { id });
      if (!one) throw new DomainError('not_found');
      if (one.state.version !== version) throw new Stale();
      return this.decide(tx, one, actor, command, spoken);
    });
  }

  /** A filer's command holds whatever version the case has; the locked row makes the others wait. */
  async giveByCode(actor: Actor, code: string, command: Command, spoken?: Spoken): Promise<void> {
    await this.door.as({ kind: 'filer', code }, async (tx) => {
      const one = await this.ledger.lock(tx, code);
      if (!one) throw new DomainError('not_found');
      await this.decide(tx, one, actor, command, spoken);
    });
  }

  /** Writes what has been applied to a case of `version`, with the notices that follow from it. */
  async write(
    tx: Tx,
    after: Advanced,
    version: number,
    { once, ...said }: Pick<Beside, 'messages' | 'attachments'> & { once?: string | null } = {},
  ): Promise<void> {
    const outbox = outboxOf(after, this.time.now(), once);
    await this.ledger.append(tx, after, version, { ...said, outbox });
  }

  /** The same for several cases in one statement. */
  async writeAll(tx: Tx, cases: readonly Written[]): Promise<void> {
    const now = this.time.now();
    await this.ledger.appendAll(
      tx,
      cases.map(({ before, after, said }) => ({
        one: after,
        version: before.state.version,
        before,
        beside: { ...said, outbox: outboxOf(after, now) },
      })),
    );
  }

  /** A command on a case that the transaction has read, and keeps from changing where nobody saw a version. */
  async decide(
    tx: Tx,
    one: Case,
    actor: Actor,
    command: Command,
    spoken?: Spoken,
  ): Promise<Advanced> {
    const after = handle(one, command, actor, this.time.now(), this.city);
    if (actor.kind === 'staff') await holdCase(tx, one.state.id);
    const number = after.logged[0]?.number ?? one.state.version + 1;
    const message = spoken && {
      id: uuid(),
      complaintId: one.state.id,
      number,
      audience: spoken.audience,
      text: spoken.text,
      parts: spoken.parts ?? null,
    };
    await this.write(tx, after, one.state.version, {
      messages: message ? [message] : [],
      attachments: spoken?.attachments ?? [],
    });
    // What was begun in these words is said now.
    if (actor.kind === 'staff' && spoken)
      await tx.delete(ReplyDraftRow, {
        staffId: actor.id,
        complaintId: one.state.id,
        field: command.type,
      });
    return after;
  }
}
