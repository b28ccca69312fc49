import { Injectable } from '@nestjs/common';
import type { CalendarSpec } from '#working-time';
import type { DraftView } from '../../catalog/publishing/drafts.dto.js';
import { Drafts } from '../../catalog/publishing/drafts.js';
import type { Caller } from '../../people/caller.js';
import { DomainError, fieldError } from '../../platform/errors/domain-error.js';
import { daysOf, type Day } from './day-rows.js';
import type { ImportDays } from './recalculation.dto.js';

/** The days with those of the file in the place of the same dates, in order. */
function withDays(known: readonly Day[], brought: readonly Day[]): Day[] {
  const dates = new Set(brought.map(({ date }) => date));
  const kept = known.filter(({ date }) => !dates.has(date));
  return [...kept, ...brought].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** Takes a table of days, as decisions on holidays come, into a draft of calendars. */
@Injectable()
export class DayImport {
  constructor(private readonly drafts: Drafts) {}

  /** All of it or nothing. @throws request.invalid with what is wrong in each line */
  async into(
    by: Caller,
    id: string,
    version: number,
    { csv, calendars }: ImportDays,
  ): Promise<DraftView> {
    const { kind, definition } = await this.drafts.read(by, id);
    if (kind !== 'calendars' || !Array.isArray(definition))
      throw fieldError('id', 'kind', 'Không phải dự thảo lịch.', 'Not a draft of calendars.');
    const { days, faults } = daysOf(csv);
    if (faults.length > 0) throw new DomainError('request.invalid', faults);
    const specs = definition as CalendarSpec[];
    for (const code of calendars)
      if (!specs.some((spec) => spec.code === code && Array.isArray(spec.days)))
        throw fieldError(
          'calendars',
          'unknown',
          'Dự thảo không có lịch này.',
          'The draft has no such calendar.',
        );
    const changed = specs.map((spec) =>
      calendars.includes(spec.code) ? { ...spec, days: withDays(spec.days, days) } : spec,
    );
    return this.drafts.change(by, id, version, { definition: changed });
  }
}
