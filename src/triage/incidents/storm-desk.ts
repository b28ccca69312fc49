import { Injectable } from '@nestjs/common';
import { City } from '../../catalog/city.js';
import type { IncidentRow } from '../../complaints/incident.entity.js';
import type { Caller } from '../../people/caller.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Time } from '../../platform/time.js';
import type { ConfirmStorm, WordIncident } from './incidents.dto.js';
import { Incidents, type SeenIncident } from './incidents.js';
import { Membership } from './membership.js';
import { Roll } from './roll.js';

/** What the center says of a proposed incident, and what it tells everybody of an open one. */
@Injectable()
export class StormDesk {
  constructor(
    private readonly incidents: Incidents,
    private readonly members: Membership,
    private readonly roll: Roll,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  /** It is one: the first goes ahead, all that are likely join in the background, and everybody is told. */
  confirm(caller: Caller, seen: SeenIncident, words: ConfirmStorm) {
    const { title, standingAnswer = this.city.data.storms.standingAnswer.vi } = words;
    return this.incidents.change(caller, seen, async (tx, row, actor) => {
      requireProposed(row);
      await this.members.lead(tx, row, row.main ?? '', actor);
      await this.roll.change(tx, row, actor, 'confirmed', {
        status: 'open',
        openedAt: this.time.now(),
        gathering: true,
        published: words.published ?? true,
        standingAnswer,
        ...(title !== undefined && { title }),
      });
      await this.members.tell(tx, row, actor, 'confirmed');
    });
  }

  /** It is none: nothing has happened to its complaints, and for some hours nothing is proposed there. */
  dismiss(caller: Caller, seen: SeenIncident) {
    return this.incidents.change(caller, seen, async (tx, row, actor) => {
      requireProposed(row);
      const endedAt = this.time.now();
      await this.roll.change(tx, row, actor, 'dismissed', { status: 'dissolved', endedAt });
      await this.members.tell(tx, row, actor, 'dismissed');
    });
  }

  /** Title, standing answer, banner and gathering of an open incident. */
  word(caller: Caller, seen: SeenIncident, given: WordIncident) {
    return this.incidents.change(caller, seen, async (tx, row, actor) => {
      if (row.status !== 'open') throw new DomainError('incident.ended');
      const { title, standingAnswer, published, gathering } = given;
      const changes = {
        ...(title !== undefined && { title }),
        ...(standingAnswer !== undefined && { standingAnswer }),
        ...(published !== undefined && { published }),
        ...(gathering !== undefined && { gathering }),
      };
      const data = { changed: Object.keys(changes) };
      await this.roll.change(tx, row, actor, 'worded', changes, data);
      await this.members.tell(tx, row, actor, 'worded');
    });
  }
}

function requireProposed({ status }: IncidentRow): void {
  if (status !== 'proposed') throw new DomainError('incident.not_proposed');
}
