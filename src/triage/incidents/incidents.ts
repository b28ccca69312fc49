import type { Actor, Words } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { Access } from '../../complaints/access.js';
import { ComplaintRow } from '../../complaints/complaint.entity.js';
import { IncidentEventRow } from '../../complaints/incident-event.entity.js';
import type { IncidentRow } from '../../complaints/incident.entity.js';
import { actorOf, type Caller } from '../../people/caller.js';
import { Door, type Tx } from '../../platform/database/door.js';
import { DomainError, fieldError } from '../../platform/errors/domain-error.js';
import { Time } from '../../platform/time.js';
import type * as dto from './incidents.dto.js';
import { IncidentReader } from './incident-reader.js';
import { Membership } from './membership.js';
import { Openings } from './openings.js';
import { keeper, Roll } from './roll.js';

export interface SeenIncident {
  id: string;
  version: number;
}

const byOperator: Words[] = [
  { vi: 'Điện thoại viên thấy là cùng một sự việc.', en: 'The center found it to be one matter.' },
];

/** The center's commands on incidents: whole or not at all, each on the version that its giver has seen. */
@Injectable()
export class Incidents {
  constructor(
    private readonly door: Door,
    private readonly access: Access,
    private readonly roll: Roll,
    private readonly members: Membership,
    private readonly openings: Openings,
    private readonly reader: IncidentReader,
    private readonly time: Time,
  ) {}

  async open(caller: Caller, { cases, title }: dto.OpenIncident) {
    await this.requireCases(caller, cases);
    // In the program's name: contacts of filers, by which each is told once, are for the program alone.
    const row = await this.door.as(keeper, (tx) =>
      this.openings.open(tx, actorOf(caller), [...new Set(cases)], title),
    );
    return this.answer(caller, [row.id]);
  }

  async join(caller: Caller, seen: SeenIncident, { cases }: dto.Cases) {
    await this.requireCases(caller, cases);
    return this.change(caller, seen, async (tx, row, actor) => {
      for (const id of [...new Set(cases)].toSorted())
        await this.members.join(tx, row, id, actor, byOperator);
      await this.roll.change(tx, row, actor, 'joined', {}, { cases });
      await this.members.tell(tx, row, actor, 'joined');
    });
  }

  async leave(caller: Caller, seen: SeenIncident, { cases, to = 'triage' }: dto.LeaveIncident) {
    await this.requireCases(caller, cases);
    return this.change(caller, seen, async (tx, row, actor) => {
      for (const id of mainLast(cases, row)) await this.members.leave(tx, row, id, actor, to);
      await this.roll.change(tx, row, actor, 'left', {}, { cases, to });
      await this.members.tell(tx, row, actor, 'left');
    });
  }

  /** Another incident is the same: its members come over, its log stays, and it can be split off again. */
  async merge(caller: Caller, seen: SeenIncident, { incident }: dto.OtherIncident) {
    return this.change(
      caller,
      seen,
      async (tx, row, actor) => {
        await this.members.main(tx, row);
        const other = await this.roll.lock(tx, incident);
        if (other.id === row.id || !['open', 'proposed'].includes(other.status))
          throw new DomainError('incident.ended', [], { incident });
        await this.requireUnanswered(tx, other);
        const cases = await this.casesOf(tx, other.id);
        const merged = { status: 'merged' as const, into: row.id, published: false };
        await this.members.tell(tx, other, actor, 'merged');
        await this.roll.change(tx, other, actor, 'merged', merged, { into: row.id, cases });
        await this.roll.change(tx, row, actor, 'took_in', {}, { incident: other.id });
        await this.members.tell(tx, row, actor, 'took_in');
      },
      [incident],
    );
  }

  /** Members become an incident of their own: named ones a new one, those of a merged one that one again. */
  async split(caller: Caller, seen: SeenIncident, { cases, incident, title }: dto.SplitIncident) {
    if ((cases === undefined) === (incident === undefined))
      throw fieldError(
        'cases',
        'required',
        'Nêu các phản ánh, hoặc sự vụ đã gộp, một trong hai.',
        'Name complaints or a merged incident, one of the two.',
      );
    await this.requireCases(caller, cases ?? []);
    const touched: string[] = [];
    await this.change(caller, seen, async (tx, row, actor) => {
      const other = incident
        ? await this.revive(tx, row, incident, actor)
        : await this.splitOff(tx, row, cases ?? [], actor, title);
      touched.push(other);
      await this.roll.change(tx, row, actor, 'split_off', {}, { incident: other });
      await this.members.tell(tx, row, actor, 'split_off');
    });
    return this.answer(caller, [seen.id, ...touched]);
  }

  /** It is no incident: each of its complaints is a matter of its own again. */
  dissolve(caller: Caller, seen: SeenIncident) {
    return this.change(caller, seen, async (tx, row, actor) => {
      if (row.status !== 'open') throw new DomainError('incident.ended');
      const ended = { status: 'dissolved' as const, published: false, gathering: false };
      await this.members.tell(tx, row, actor, 'dissolved');
      const endedAt = this.time.now();
      await this.roll.change(tx, row, actor, 'dissolved', { ...ended, endedAt });
    });
  }

  /** A piece of work on an incident of the version seen. @throws incident.stale with the present one */
  async change(
    caller: Caller,
    { id, version }: SeenIncident,
    work: (tx: Tx, row: IncidentRow, actor: Actor) => Promise<void>,
    others: readonly string[] = [],
  ) {
    const present = await this.reader.view(caller, id);
    if (present.version !== version) throw new DomainError('incident.stale', [], { present });
    await this.door.as(keeper, async (tx) => {
      // Always the one with the smaller id first, or two merges could wait for each other.
      for (const one of [...others, id].toSorted()) await this.roll.lock(tx, one);
      const row = await this.roll.lock(tx, id);
      if (row.version !== version) throw new DomainError('incident.stale', [], { present });
      await work(tx, row, actorOf(caller));
    });
    return this.answer(caller, [id, ...others]);
  }

  private async splitOff(
    tx: Tx,
    row: IncidentRow,
    cases: readonly string[],
    actor: Actor,
    title: string | undefined,
  ): Promise<string> {
    await this.members.main(tx, row);
    await this.requireMembers(tx, row, cases);
    const chosen = mainFirst([...new Set(cases)], row);
    if (chosen[0] === row.main && !(await this.members.promote(tx, row, actor, chosen)))
      throw fieldError(
        'cases',
        'all',
        'Phải còn lại ít nhất một phản ánh đang xử lý.',
        'At least one complaint that is still handled has to stay.',
      );
    const made = await this.openings.open(tx, actor, chosen, title, row.id);
    return made.id;
  }

  /** The merged incident is open again, with those of its members that are still here. */
  private async revive(tx: Tx, row: IncidentRow, merged: string, actor: Actor): Promise<string> {
    const other = await this.roll.lock(tx, merged);
    if (other.status !== 'merged' || other.into !== row.id)
      throw new DomainError('incident.not_member', [], { incident: merged });
    const here = await this.casesOf(tx, row.id);
    const back = (await this.mergedCases(tx, merged)).filter((id) => here.includes(id));
    const stayed = await this.casesOf(tx, merged);
    const main = other.main !== null && back.includes(other.main) ? other.main : back[0];
    const changes = { status: 'open' as const, into: null, ...(main && { main }) };
    if (main === row.main) await this.members.promote(tx, row, actor, back);
    await this.roll.change(tx, other, actor, 'split_off', changes, { from: row.id, stayed });
    if (main !== undefined) await this.members.lead(tx, other, main, actor, row.id);
    for (const id of back.filter((one) => one !== main).toSorted())
      await this.members.join(tx, other, id, actor, byOperator, row.id);
    return merged;
  }

  /** An answer that waits for review would be lost: it is published or sent back first. */
  private async requireUnanswered(tx: Tx, { id, main }: IncidentRow): Promise<void> {
    const ahead = main === null ? null : await tx.findOneBy(ComplaintRow, { id: main });
    if (ahead?.incident === id && ahead.status === 'answered')
      throw new DomainError('incident.answer_waits', [], { incident: id });
  }

  private async mergedCases(tx: Tx, incidentId: string): Promise<string[]> {
    const found = await tx.findOne(IncidentEventRow, {
      where: { incidentId, type: 'merged' },
      order: { seq: 'DESC' },
    });
    return (found?.data['cases'] as string[] | undefined) ?? [];
  }

  private async casesOf(tx: Tx, incident: string): Promise<string[]> {
    const select = { id: true } as const;
    const rows = await tx.find(ComplaintRow, { select, where: { incident }, order: { id: 'ASC' } });
    return rows.map(({ id }) => id);
  }

  private async requireMembers(tx: Tx, row: IncidentRow, cases: readonly string[]): Promise<void> {
    const here = await this.casesOf(tx, row.id);
    const stranger = cases.find((id) => !here.includes(id));
    if (stranger !== undefined)
      throw new DomainError('incident.not_member', [], { case: stranger });
  }

  /** All that a caller names is there for the caller. */
  private async requireCases(caller: Caller, cases: readonly string[]): Promise<void> {
    await this.door.read(actorOf(caller), async (tx) => {
      for (const id of cases) await this.access.require(tx, id);
    });
  }

  private async answer(caller: Caller, touched: readonly string[]) {
    await this.roll.count(touched);
    return this.reader.view(caller, touched[0]!);
  }
}

const mainLast = (cases: readonly string[], { main }: IncidentRow) =>
  [...new Set(cases)].toSorted((a, b) => Number(a === main) - Number(b === main));
const mainFirst = (cases: readonly string[], row: IncidentRow) => mainLast(cases, row).toReversed();
