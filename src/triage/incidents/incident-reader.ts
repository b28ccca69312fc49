import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { ComplaintRow } from '../../complaints/complaint.entity.js';
import { decodeCursor, encodeCursor } from '../../complaints/cursor.js';
import { IncidentEventRow } from '../../complaints/incident-event.entity.js';
import { IncidentRow } from '../../complaints/incident.entity.js';
import { Masking } from '../../complaints/masking.js';
import { itemOf } from '../../complaints/queue.js';
import { actorOf, type Caller } from '../../people/caller.js';
import { Staff } from '../../people/staff.js';
import { Door } from '../../platform/database/door.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Time } from '../../platform/time.js';
import type {
  IncidentItem,
  IncidentLogEntry,
  IncidentPage,
  IncidentView,
  ListIncidents,
} from './incidents.dto.js';

const MOST = 500;

/** Incidents as staff see them. */
@Injectable()
export class IncidentReader {
  constructor(
    private readonly door: Door,
    private readonly masking: Masking,
    private readonly staff: Staff,
    private readonly time: Time,
  ) {}

  /** Index: incident_by_status. */
  async page(caller: Caller, { status, after, limit = 50 }: ListIncidents): Promise<IncidentPage> {
    const rows = await this.door.read(actorOf(caller), (tx) => {
      const query = tx
        .createQueryBuilder(IncidentRow, 'i')
        .orderBy('i.since', 'DESC')
        .addOrderBy('i.id', 'DESC')
        .limit(limit + 1);
      if (status !== undefined) query.andWhere('i.status = :status', { status });
      if (after !== undefined)
        query.andWhere('(i.since, i.id) < (:at::timestamptz, :id::uuid)', decodeCursor(after));
      return query.getMany();
    });
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const more = rows.length > limit && last;
    return {
      items: items.map(incidentItem),
      next: more ? encodeCursor({ at: last.since.toISOString(), id: last.id }) : null,
    };
  }

  async view(caller: Caller, id: string): Promise<IncidentView> {
    return this.door.read(actorOf(caller), async (tx) => {
      const row = await tx.findOneBy(IncidentRow, { id });
      if (!row) throw new DomainError('not_found');
      const log = await tx.find(IncidentEventRow, {
        where: { incidentId: id },
        order: { seq: 'DESC' },
        take: MOST,
      });
      const cases = await tx.find(ComplaintRow, {
        where: row.status === 'proposed' ? { id: In(proposedFrom(log)) } : { incident: id },
        order: { filedAt: 'ASC', id: 'ASC' },
        take: MOST,
      });
      const people = log.flatMap(({ actor }) => (actor.kind === 'staff' ? [actor.id] : []));
      const names = await this.staff.names(tx, [...new Set(people)]);
      const now = this.time.now();
      const sizes = new Map([[id, row]]);
      return {
        ...incidentItem(row),
        cases: cases.map((one) =>
          itemOf(one, now, this.masking.shownTo(caller, one), { incidents: sizes }),
        ),
        log: log.map((entry) => logEntry(entry, names)),
      };
    });
  }
}

export function incidentItem(row: IncidentRow): IncidentItem {
  const { id, version, status, title, main, into, family, wards, members, reporters } = row;
  const { published, gathering, standingAnswer, reasons } = row;
  return {
    id,
    version,
    status,
    title,
    main,
    into,
    family,
    wards,
    since: row.since.toISOString(),
    members,
    reporters,
    published,
    gathering,
    standingAnswer,
    reasons,
  };
}

/** The complaints that were counted; none of them is in it before somebody confirms. */
const proposedFrom = (log: readonly IncidentEventRow[]): string[] =>
  log.flatMap(({ type, data }) => (type === 'proposed' ? (data['cases'] as string[]) : []));

function logEntry(
  { type, at, actor, data }: IncidentEventRow,
  names: Map<string, string>,
): IncidentLogEntry {
  const name = actor.kind === 'staff' ? (names.get(actor.id) ?? null) : null;
  return { type, at: at.toISOString(), actor: { kind: actor.kind, name }, data };
}
