import type { Words } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { ComplaintRow } from '../../complaints/complaint.entity.js';
import { IncidentRow } from '../../complaints/incident.entity.js';
import { Door, prepared, type Tx } from '../../platform/database/door.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Membership } from './membership.js';
import { Openings } from './openings.js';
import { keeper, Roll } from './roll.js';

const wished: Words[] = [
  {
    vi: 'Người gửi cho biết là cùng một việc; lĩnh vực và vị trí cũng cho thấy như vậy.',
    en: 'The filer says that it is the same; category and place say so too.',
  },
];

const next = `select id, joins from complaint
  where joins_at_once and incident is null and status in ('new', 'assigned', 'in_progress')
    and id <> all($1::uuid[])
  order by id limit 1 for update skip locked`;

/** Filers' words that theirs is the same as another's complaint. */
@Injectable()
export class Wishes {
  constructor(
    private readonly door: Door,
    private readonly members: Membership,
    private readonly openings: Openings,
    private readonly roll: Roll,
  ) {}

  /** Lets one complaint join the one that its filer named. @returns its id, or null when none waits */
  async joinNext(but: readonly string[], touched: Set<string>): Promise<string | null> {
    let claimed: string | null = null;
    try {
      await this.door.as(keeper, async (tx) => {
        const [found] = await prepared<{ id: string; joins: string }>(tx, 'incident_wish', next, [
          but,
        ]);
        if (!found) return;
        claimed = found.id;
        await this.settle(tx, found.id);
        await this.join(tx, found, touched);
      });
      return claimed;
    } catch (error) {
      const id = claimed as string | null;
      if (id === null || !(error instanceof DomainError)) throw error;
      await this.door.as(keeper, (tx) => this.settle(tx, id));
      return id;
    }
  }

  /** Once: whoever is taken out again, or cannot join, is left to an operator, who sees what the filer said. */
  private async settle(tx: Tx, id: string): Promise<void> {
    await tx.update(ComplaintRow, { id }, { joinsAtOnce: false });
  }

  private async join(
    tx: Tx,
    { id, joins }: { id: string; joins: string },
    touched: Set<string>,
  ): Promise<void> {
    const other = await this.members.found(tx, joins);
    if (other.state.incident === null) {
      const made = await this.openings.open(tx, keeper, [joins, id], undefined, null, wished);
      touched.add(made.id);
      return;
    }
    // Not locked: an operator who holds it may be waiting for this very complaint.
    const row = await tx.findOneByOrFail(IncidentRow, { id: other.state.incident });
    await this.members.join(tx, row, id, keeper, wished);
    await this.roll.log(tx, row.id, keeper, 'joined', { cases: [id] });
    touched.add(row.id);
  }
}
