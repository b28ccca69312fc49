import { file, type Actor, type Part } from '#lifecycle';
import { makeTrackingCode } from '#tracking-code';
import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { City } from '../../catalog/city.js';
import { Door, holdCase, type Tx } from '../../platform/database/door.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { sha256 } from '../../platform/sha256.js';
import { Time } from '../../platform/time.js';
import { advance, promiseOf, type Advanced, type Case } from '../case.js';
import { Commands } from '../commands.js';
import { handle } from '../handle.js';
import { Ledger, Stale } from '../ledger.js';
import { outboxOf, searchRow } from '../notices.js';
import { ComplaintLinkRow } from './complaint-link.entity.js';
import type { SplitOff } from './parts.dto.js';

/** Makes a linked complaint of a part, or of something else that was told, with a life of its own. */
@Injectable()
export class Splits {
  constructor(
    private readonly door: Door,
    private readonly ledger: Ledger,
    private readonly commands: Commands,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  /** Both complaints change in one transaction. @throws Refusal, or Stale when the case has moved on */
  split(actor: Actor, id: string, version: number, asked: SplitOff): Promise<Advanced> {
    return this.door.as(actor, async (tx) => {
      const one = await this.ledger.load(tx, { id });
      if (!one) throw new DomainError('not_found');
      if (one.state.version !== version) throw new Stale();
      const number = asked.number ?? null;
      const part = one.state.parts.find((known) => known.number === number) ?? null;
      const linked = uuid();
      const text = sha256(asked.text);
      const command = { type: 'split_off', number, linked, text } as const;
      const spoken = { text: asked.text, audience: 'staff' } as const;
      const after = await this.commands.decide(tx, one, actor, command, spoken);
      await this.begin(tx, this.childOf(one, linked, actor, asked, part));
      return after;
    });
  }

  private async begin(tx: Tx, child: Advanced): Promise<void> {
    const at = this.time.now();
    const { id, splitFrom } = child.state;
    await holdCase(tx, id);
    await this.ledger.begin(tx, child, {
      outbox: [...outboxOf(child, at), searchRow(child, at)],
    });
    await tx.insert(ComplaintLinkRow, { fromId: splitFrom ?? '', toId: id, kind: 'split', at });
  }

  private childOf(
    { state, clocks, facts }: Case,
    id: string,
    actor: Actor,
    { text, category = state.category ?? undefined }: SplitOff,
    part: Part | null,
  ): Advanced {
    const now = this.time.now();
    const { center, urgency, ward, about, aboutCenter, language } = state;
    const filed = file(
      {
        type: 'file',
        id,
        center,
        kind: this.city.category(category ?? null)?.kind ?? state.kind,
        category: category ?? null,
        urgency,
        ward,
        ...(about !== null && { about, aboutCenter }),
        channel: 'split',
        language,
        text: sha256(text),
        splitFrom: state.id,
        since: promiseOf(clocks).startedAt,
      },
      now.toISOString(),
      actor,
    );
    const own = {
      code: makeTrackingCode(randomBytes),
      text,
      answers: {},
      source: null,
      sourceRef: null,
      subjectId: null,
    };
    const one = advance({ facts: { ...facts, ...own } }, [filed], this.city);
    if (!part) return one;
    const assigned = handle(
      one,
      { type: 'assign', lead: part.agency, supporting: [], task: part.task, grounds: null },
      actor,
      now,
      this.city,
    );
    return { ...assigned, logged: [...one.logged, ...assigned.logged] };
  }
}
