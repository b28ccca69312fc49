import { countReporters, type Contact } from '#incidents';
import type { Actor } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import type { IncidentEventType } from '../../complaints/incident-event.entity.js';
import { IncidentEventRow } from '../../complaints/incident-event.entity.js';
import { IncidentRow } from '../../complaints/incident.entity.js';
import { OpenIncidents } from '../../complaints/open-incidents.js';
import { Door, type Tx } from '../../platform/database/door.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Time } from '../../platform/time.js';

/** In whose name members are brought what is theirs. */
export const keeper: Actor = { kind: 'system', name: 'incident' };

/** The rows of incidents, each with its log. */
@Injectable()
export class Roll {
  constructor(
    private readonly door: Door,
    private readonly open: OpenIncidents,
    private readonly time: Time,
  ) {}

  /**
   * An incident kept from changing until the transaction ends. Its log can still be written to: whoever joins by
   * itself must not wait for an operator who waits for its complaint.
   */
  async lock(tx: Tx, id: string): Promise<IncidentRow> {
    await tx.query('select 1 from incident where id = $1 for no key update', [id]);
    const row = await tx.findOneBy(IncidentRow, { id });
    if (!row) throw new DomainError('not_found');
    return row;
  }

  async begin(tx: Tx, row: IncidentRow, actor: Actor, data: Record<string, unknown>) {
    await tx.insert(IncidentRow, row);
    await this.log(tx, row.id, actor, row.status === 'proposed' ? 'proposed' : 'opened', data);
  }

  /** Changes a locked incident, as the next version of it. */
  async change(
    tx: Tx,
    row: IncidentRow,
    actor: Actor,
    type: IncidentEventType,
    changes: Partial<IncidentRow> = {},
    data: Record<string, unknown> = {},
  ): Promise<void> {
    Object.assign(row, changes, { version: row.version + 1 });
    await tx.update(IncidentRow, { id: row.id }, { ...changes, version: row.version });
    await this.log(tx, row.id, actor, type, data);
  }

  async log(
    tx: Tx,
    incidentId: string,
    actor: Actor,
    type: IncidentEventType,
    data: Record<string, unknown>,
  ): Promise<void> {
    this.open.changing();
    const at = this.time.now();
    await tx.insert(IncidentEventRow, { incidentId, type, at, actor, data: data as object });
  }

  /** Counts complaints and people anew; in a transaction of its own, since only the program reads contacts. */
  async count(ids: readonly string[]): Promise<void> {
    for (const id of new Set(ids))
      await this.door.as(keeper, async (tx) => {
        await tx.query('select 1 from incident where id = $1 for no key update', [id]);
        const contacts = await tx.query<Contact[]>(
          `select c.id as complaint, f.contact_phone as phone, f.contact_mail as mail
           from complaint c left join filer f on f.complaint_id = c.id where c.incident = $1`,
          [id],
        );
        const reporters = countReporters(contacts);
        await tx.update(IncidentRow, { id }, { members: contacts.length, reporters });
      });
  }
}
