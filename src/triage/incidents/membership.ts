import { homeOf, type Main } from '#incidents';
import { Refusal, type Actor, type Command, type Place, type Words } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { City } from '../../catalog/city.js';
import type { Advanced, Case } from '../../complaints/case.js';
import { Commands } from '../../complaints/commands.js';
import type { IncidentRow } from '../../complaints/incident.entity.js';
import type { Tx } from '../../platform/database/door.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Bringer } from './bringer.js';
import { Roll } from './roll.js';

/** Puts complaints into incidents and takes them out, in a transaction of the program that has locked the incident. */
@Injectable()
export class Membership {
  constructor(
    private readonly bringer: Bringer,
    private readonly commands: Commands,
    private readonly roll: Roll,
    private readonly city: City,
  ) {}

  /** @throws incident.ended when nobody can join any more */
  async main(tx: Tx, incident: IncidentRow): Promise<Main> {
    const main = await this.bringer.mainFor(tx, incident);
    if (!main) throw new DomainError('incident.ended');
    return main;
  }

  async join(
    tx: Tx,
    incident: IncidentRow,
    id: string,
    actor: Actor,
    reasons: Words[],
    from: string | null = null,
  ): Promise<void> {
    const one = await this.found(tx, id);
    const { id: main, number, place } = await this.main(tx, incident);
    const rest = { from, main, number, place, reasons };
    await this.give(tx, one, actor, { type: 'join', incident: incident.id, ...rest });
  }

  /** A complaint that is in no other incident, or in `from`, goes ahead in this one. */
  async lead(tx: Tx, incident: IncidentRow, id: string, actor: Actor, from: string | null = null) {
    const one = await this.found(tx, id);
    const place = one.state.follows === null ? null : homeOf(one.state);
    await this.give(tx, one, actor, { type: 'make_main', incident: incident.id, from, place });
  }

  /** Takes a complaint out; before the one that goes ahead, the next of them takes its place. */
  async leave(
    tx: Tx,
    incident: IncidentRow,
    id: string,
    actor: Actor,
    to: 'triage' | 'lead',
  ): Promise<void> {
    if (incident.main === id) await this.promote(tx, incident, actor, [id]);
    const one = await this.found(tx, id);
    if (one.state.incident !== incident.id)
      throw new DomainError('incident.not_member', [], { case: id });
    const alone: Place = { status: 'new', lead: null, supporting: [] };
    const own = to === 'lead' ? homeOf(one.state) : alone;
    const place = one.state.follows === null ? null : own;
    await this.give(tx, one, actor, { type: 'leave', why: 'taken_out', place });
  }

  /** Lets the follower that was filed first go ahead. @returns whether there is one */
  async promote(
    tx: Tx,
    incident: IncidentRow,
    actor: Actor,
    but: readonly string[] = [],
  ): Promise<boolean> {
    const [next] = await tx.query<{ id: string }[]>(
      `select id from complaint where incident = $1 and follows is not null and id <> all($2::uuid[])
         and status not in ('resolved', 'closed', 'rejected') order by filed_at, id limit 1`,
      [incident.id, but],
    );
    if (!next) return false;
    const one = await this.found(tx, next.id);
    // The last step of the old main may have been its answer: then nobody needs to go ahead any more.
    if (one.state.status === 'resolved') return this.promote(tx, incident, actor, but);
    await this.lead(tx, incident, next.id, actor, incident.id);
    const data = { main: next.id, was: incident.main };
    await this.roll.change(tx, incident, actor, 'main_changed', { main: next.id }, data);
    return true;
  }

  /** Tells of a change on the complaint that goes ahead, so that live views hear of it. */
  async tell(tx: Tx, { id, main, version }: IncidentRow, actor: Actor, what: string) {
    const one = main === null ? null : await this.bringer.lock(tx, main);
    if (!one || one.state.status === 'rejected') return;
    await this.give(tx, one, actor, { type: 'mark_incident', incident: id, version, what });
  }

  /** What a complaint of the city's catalogue belongs to. */
  familyOf(category: string | null): string | null {
    return this.city.category(category)?.group.code ?? null;
  }

  async found(tx: Tx, id: string): Promise<Case> {
    const one = await this.bringer.upToDate(tx, id);
    if (!one) throw new DomainError('not_found');
    return one;
  }

  private async give(tx: Tx, one: Case, actor: Actor, command: Command): Promise<Advanced> {
    try {
      return await this.commands.decide(tx, one, actor, command);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw new DomainError(error.code, [], { case: one.state.id, present: error.status });
    }
  }
}
