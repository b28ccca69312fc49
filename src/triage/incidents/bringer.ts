import { nextOf, type IncidentFacts, type Main, type Next, type Step } from '#incidents';
import { fold, placeOf, type Command, type ComplaintEvent, type ComplaintState } from '#lifecycle';
import { mask } from '#personal-data';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { City } from '../../catalog/city.js';
import type { Case } from '../../complaints/case.js';
import { Commands } from '../../complaints/commands.js';
import { ComplaintEventRow } from '../../complaints/complaint-event.entity.js';
import { handle } from '../../complaints/handle.js';
import { IncidentRow } from '../../complaints/incident.entity.js';
import { Ledger } from '../../complaints/ledger.js';
import { maskedKinds } from '../../complaints/masking.js';
import { MessageRow } from '../../complaints/message.entity.js';
import type { Tx } from '../../platform/database/door.js';
import { sha256 } from '../../platform/sha256.js';
import { Time } from '../../platform/time.js';
import { keeper } from './roll.js';

interface Copied {
  text: string;
  parts: Record<string, unknown> | null;
}

/** What an answer says to somebody else than the one who was answered first. */
const hidden = maskedKinds('public', false, 'by_staff');

/** Brings members what happens to the complaint that goes ahead of them, one step at a time. */
@Injectable()
export class Bringer {
  constructor(
    private readonly ledger: Ledger,
    private readonly commands: Commands,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  /** A complaint kept from changing until the transaction ends; null when it is unknown. */
  async lock(tx: Tx, id: string): Promise<Case | null> {
    await tx.query('select 1 from complaint where id = $1 for update', [id]);
    return this.ledger.load(tx, { id });
  }

  /** Does the next thing that a locked member is owed. @returns whether there was any */
  async bringNext(tx: Tx, id: string): Promise<boolean> {
    const one = await this.ledger.load(tx, { id });
    if (!one || one.state.incident === null) return false;
    const { state } = one;
    const trail = state.follows === null ? [] : await this.trail(tx, state.follows);
    const next = nextOf({ state, trail }, await this.facts(tx, one.state.incident, state.follows));
    if (!next) return false;
    await this.give(tx, one, next);
    return true;
  }

  /** The member with all that it is owed. */
  async upToDate(tx: Tx, id: string): Promise<Case | null> {
    let one = await this.lock(tx, id);
    while (one && (await this.bringNext(tx, id))) one = await this.ledger.load(tx, { id });
    return one;
  }

  /** The complaint that goes ahead, for whoever joins now; null when nobody can any more. */
  async mainFor(tx: Tx, incident: IncidentRow): Promise<Main | null> {
    if (incident.main === null || incident.status !== 'open') return null;
    const one = await this.ledger.load(tx, { id: incident.main });
    const place = one?.state.incident === incident.id ? placeOf(one.state) : null;
    if (!one || !place || place.status === 'resolved') return null;
    return { id: one.state.id, number: one.state.version, place };
  }

  private async facts(tx: Tx, id: string, follows: string | null): Promise<IncidentFacts> {
    const row = await tx.findOneByOrFail(IncidentRow, { id });
    const into = row.status === 'merged' ? await this.goal(tx, row) : null;
    // Whoever follows it already need not be shown where it stands.
    const main = row.main === follows ? null : await this.presentMain(tx, row);
    return { id, status: row.status, main, into };
  }

  /** Where the members of a merged incident go in the end. */
  private async goal(tx: Tx, row: IncidentRow): Promise<IncidentFacts['into']> {
    let goal = row;
    while (goal.status === 'merged' && goal.into !== null)
      goal = await tx.findOneByOrFail(IncidentRow, { id: goal.into });
    const main = await this.mainFor(tx, goal);
    return main && { id: goal.id, main };
  }

  /** Who goes ahead now, as it stood when it came to that: what happened since is brought step by step. */
  private async presentMain(tx: Tx, { id, main }: IncidentRow): Promise<Main | null> {
    if (main === null) return null;
    const trail = await this.trail(tx, main);
    const at = trail.findLastIndex(
      ({ type, data }) => type === 'made_main' && (data as { incident: string }).incident === id,
    );
    const place = at < 0 ? null : placeOf(fold(trail.slice(0, at + 1)));
    return place && { id: main, number: at + 1, place };
  }

  private async trail(tx: Tx, complaintId: string): Promise<ComplaintEvent[]> {
    const rows = await tx.find(ComplaintEventRow, {
      where: { complaintId },
      order: { number: 'ASC' },
    });
    return rows.map(
      ({ type, at, actor, data }) =>
        ({ type, at: at.toISOString(), actor, data }) as ComplaintEvent,
    );
  }

  private async give(tx: Tx, one: Case, { command, step }: Next): Promise<void> {
    const copied = step?.words ? await this.wordsOf(tx, one, step) : null;
    const given: Command = copied
      ? ({ ...command, text: sha256(copied.text) } as Command)
      : command;
    const after = handle(one, given, keeper, this.time.now(), this.city);
    const number = after.logged[0]!.number;
    const message = copied && {
      id: uuid(),
      complaintId: one.state.id,
      number,
      audience: 'filer' as const,
      ...copied,
    };
    const once = step ? await this.onceFor(tx, one.state, step) : undefined;
    await this.commands.write(tx, after, one.state.version, {
      messages: message ? [message] : [],
      ...(once !== undefined && { once }),
    });
  }

  /** The published answer, or the reason for more time, without what it says of the one who was answered first. */
  private async wordsOf(tx: Tx, { state }: Case, step: Step): Promise<Copied | null> {
    const where = { complaintId: state.follows!, number: step.words!.number };
    const found = await tx.findOneBy(MessageRow, where);
    if (!found || found.text === '') return null;
    const language = state.language === 'en' ? 'en' : 'vi';
    const show = (text: string) => mask(text, hidden, language);
    if (!found.parts) return { text: show(found.text), parts: null };
    const parts: Record<string, unknown> = Object.fromEntries(
      Object.entries(found.parts).map(([key, value]) => [
        key,
        typeof value === 'string' ? show(value) : value,
      ]),
    );
    const { finding, done, basis } = parts;
    return { text: [finding, done, basis].filter(Boolean).join('\n\n'), parts };
  }

  /**
   * What stands for this person and this step: whoever filed several of them is told once, unless each has a date of
   * its own. Null: told by the main's own mail.
   */
  private async onceFor(
    tx: Tx,
    { id, incident, follows }: ComplaintState,
    { number, extension }: Step,
  ): Promise<string | null | undefined> {
    if (extension) return undefined;
    const rows = await tx.query<{ complaint: string; mark: string }[]>(
      `select complaint_id as complaint, contact_mail as mark from filer
       where complaint_id = any($1::uuid[]) and contact_mail is not null`,
      [[id, follows]],
    );
    const markOf = (complaint: string | null) =>
      rows.find((row) => row.complaint === complaint)?.mark;
    const mark = markOf(id);
    if (mark === undefined) return undefined;
    if (mark === markOf(follows)) return null;
    return `incident/${incident}/${follows}/${number}/${sha256(`${incident}/${mark}`)}`;
  }
}
