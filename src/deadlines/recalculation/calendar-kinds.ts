import { Injectable, type OnModuleInit } from '@nestjs/common';
import { checkAgencyCalendars, checkCalendars } from '../../catalog/check-calendars.js';
import { City } from '../../catalog/city.js';
import { DraftKinds, type Publication } from '../../catalog/publishing/draft-kinds.js';
import type { Tx } from '../../platform/database/door.js';
import type { RecalculatedKind } from './recalculation.entity.js';
import { Recalculations } from './recalculations.js';

/** Calendars are edited as drafts; publishing them orders the recalculation of what runs. */
@Injectable()
export class CalendarKinds implements OnModuleInit {
  constructor(
    private readonly kinds: DraftKinds,
    private readonly city: City,
    private readonly recalculations: Recalculations,
  ) {}

  onModuleInit(): void {
    const published = (kind: RecalculatedKind) => (tx: Tx, publication: Publication) =>
      this.recalculations.order(tx, { ...publication, kind });
    this.kinds.add({
      kind: 'calendars',
      check: (definition) => checkCalendars(definition, this.city.data),
      published: published('calendars'),
    });
    this.kinds.add({
      kind: 'agency_calendars',
      check: (definition) => checkAgencyCalendars(definition, this.city.data),
      published: published('agency_calendars'),
    });
  }
}
