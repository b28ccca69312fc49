import type { Actor, Words } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { City } from '../../catalog/city.js';
import { ComplaintRow } from '../../complaints/complaint.entity.js';
import { IncidentRow } from '../../complaints/incident.entity.js';
import type { Tx } from '../../platform/database/door.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Time } from '../../platform/time.js';
import { Membership } from './membership.js';
import { Roll } from './roll.js';

const byOperator: Words[] = [
  { vi: 'Điện thoại viên thấy là cùng một sự việc.', en: 'The center found it to be one matter.' },
];

/** Makes incidents. */
@Injectable()
export class Openings {
  constructor(
    private readonly members: Membership,
    private readonly roll: Roll,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  /** An incident of complaints, the first of which goes ahead; they come out of `from`, or of none. */
  async open(
    tx: Tx,
    actor: Actor,
    cases: readonly string[],
    title: string | undefined,
    from: string | null = null,
    reasons: Words[] = byOperator,
  ): Promise<IncidentRow> {
    const row = await this.rowFor(tx, cases, title);
    await this.roll.begin(tx, row, actor, { cases, ...(from !== null && { from }) });
    const [main = '', ...others] = cases;
    await this.members.lead(tx, row, main, actor, from);
    for (const id of others.toSorted()) await this.members.join(tx, row, id, actor, reasons, from);
    await this.members.tell(tx, row, actor, 'opened');
    return row;
  }

  /** What a complaint is called that many report: the category and where. */
  titleOf({ category, ward }: Pick<ComplaintRow, 'category' | 'ward'>): string {
    const what = this.city.category(category)?.name.vi ?? 'Sự việc chung';
    const where = this.city.area(ward)?.name.vi;
    return where === undefined ? what : `${what}, ${where}`;
  }

  private async rowFor(
    tx: Tx,
    cases: readonly string[],
    title: string | undefined,
  ): Promise<IncidentRow> {
    const found = await tx.findBy(
      ComplaintRow,
      cases.map((id) => ({ id })),
    );
    const main = found.find(({ id }) => id === cases[0]);
    if (!main) throw new DomainError('not_found');
    const { lat, lon, category } = main;
    const filed = found.map(({ filedAt }) => filedAt.getTime());
    return Object.assign(new IncidentRow(), {
      id: uuid(),
      version: 1,
      status: 'open',
      title: title ?? this.titleOf(main),
      standingAnswer: null,
      main: main.id,
      into: null,
      family: this.members.familyOf(category),
      wards: [...new Set(found.flatMap(({ ward }) => ward ?? []))].toSorted(),
      lat,
      lon,
      radiusMeters: this.city.category(category)?.duplicate.radiusMeters ?? null,
      since: new Date(Math.min(...filed)),
      openedAt: this.time.now(),
      endedAt: null,
      members: 0,
      reporters: 0,
      gathering: false,
      published: false,
      reasons: [],
    } satisfies IncidentRow);
  }
}
