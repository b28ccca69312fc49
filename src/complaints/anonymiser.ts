import type { Actor, AnonymiseGround } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { City } from '../catalog/city.js';
import { Door, type Tx } from '../platform/database/door.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Log } from '../platform/logging/log.js';
import { sha256 } from '../platform/sha256.js';
import { Time } from '../platform/time.js';
import type { Advanced, CaseFacts } from './case.js';
import { Commands } from './commands.js';
import { handle } from './handle.js';
import { Ledger, Stale } from './ledger.js';

/** The one principal whom the database lets remove words and people. */
export const retention: Actor = { kind: 'system', name: 'retention' };

export interface Removal {
  id: string;
  /** As its giver has seen it; absent: whatever it is now. */
  version?: number;
  /** Who stands in the log. */
  actor: Actor;
  ground: AnonymiseGround;
  /** Why; the one text that stays. */
  text?: string;
}

/** Two decimals of a degree are about 1 km here. */
export const coarse = (degrees: number | null) =>
  degrees === null ? null : Number(degrees.toFixed(2));

/** What stays beside the state of a complaint that was made anonymous. */
const remaining = ({
  code,
  lat,
  lon,
  source,
  sourceRef,
  subjectId,
  ...facts
}: CaseFacts): CaseFacts => ({
  code,
  text: '',
  lat: coarse(lat),
  lon: coarse(lon),
  address: null,
  answers: {},
  reachable: false,
  source,
  sourceRef,
  subjectId,
  joins: facts.joins,
  joinsAtOnce: facts.joinsAtOnce,
});

/** The tables whose rows of a complaint go whole. */
const gone = ['filer', 'attachment', 'complaint_search', 'reply_draft'] as const;

/** Removes the words, the files and the person behind an ended complaint; its log, times and figures stay. */
@Injectable()
export class Anonymiser {
  constructor(
    private readonly door: Door,
    private readonly ledger: Ledger,
    private readonly commands: Commands,
    private readonly city: City,
    private readonly time: Time,
    private readonly log: Log,
  ) {}

  /** In one transaction. @throws Refusal, or Stale when the case has moved on */
  async anonymise(removal: Removal): Promise<Advanced> {
    const after = await this.door.as(retention, (tx) => this.remove(tx, removal));
    this.log.fact('complaint made anonymous', { ground: removal.ground, count: 1 });
    return after;
  }

  /** The same inside a transaction of `retention`. */
  async remove(tx: Tx, { id, version, actor, ground, text }: Removal): Promise<Advanced> {
    // Whoever writes to it now is waited for, so that nothing is added behind the removal.
    await tx.query('select 1 from complaint where id = $1 for update', [id]);
    const one = await this.ledger.load(tx, { id });
    if (!one) throw new DomainError('not_found');
    if (version !== undefined && version !== one.state.version) throw new Stale();
    const digest = text === undefined ? null : sha256(text);
    const command = { type: 'anonymise', ground, text: digest } as const;
    const after = handle(one, command, actor, this.time.now(), this.city);
    const number = after.state.version;
    const bare = { ...after, facts: remaining(after.facts) };
    await tx.query(
      `update message set text = '', parts = null where complaint_id = $1 and number < $2`,
      [id, number],
    );
    for (const table of gone) await tx.query(`delete from ${table} where complaint_id = $1`, [id]);
    // That it was shown stays; that it and the others are one caller's does not.
    await tx.query(
      `update caller_look_up set shown = array_replace(shown, $1::uuid, null)
       where shown @> array[$1::uuid]`,
      [id],
    );
    const why = { id: uuid(), complaintId: id, number, audience: 'staff' as const, parts: null };
    await this.commands.write(tx, bare, one.state.version, {
      messages: text === undefined ? [] : [{ ...why, text }],
    });
    return bare;
  }
}
