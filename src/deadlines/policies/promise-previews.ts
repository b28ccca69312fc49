import { asPolicy, type Policy } from '#deadlines';
import type { Actor } from '#lifecycle';
import { may } from '#permissions';
import { Injectable } from '@nestjs/common';
import { City } from '../../catalog/city.js';
import { Drafts } from '../../catalog/publishing/drafts.js';
import { countFiled, inParts, placeOf, spanOf } from '../../complaints/filed-period.js';
import { actorOf, type Caller } from '../../people/caller.js';
import { Door } from '../../platform/database/door.js';
import { DomainError, fieldError } from '../../platform/errors/domain-error.js';
import { Time } from '../../platform/time.js';
import { PolicyDrafts } from './policy-drafts.js';
import type { PreviewPromises, PromisePart } from './promise-previews.dto.js';
import { PromiseTally } from './promise-tally.js';
import { readPromised } from './promises-made.js';

/** Counts alone, for those who may not see cases. */
const counting: Actor = { kind: 'system', name: 'promise-preview' };

/** What a draft of the policy would have promised to those who filed in a past period. */
@Injectable()
export class PromisePreviews {
  constructor(
    private readonly door: Door,
    private readonly drafts: Drafts,
    private readonly policies: PolicyDrafts,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  async preview(by: Caller, id: string, asked: PreviewPromises): Promise<PromisePart> {
    const span = spanOf(asked, this.time.now());
    const draft = await this.policyOf(by, id);
    const { book } = this.city;
    const present = book.policy();
    const tally = new PromiseTally(book);
    const reader = may(by.role, 'case.read') ? actorOf(by) : counting;
    const total = await this.door.read(reader, (tx) => countFiled(tx, span));
    const { looked, next } = await inParts(
      placeOf(asked),
      (after) => this.door.read(reader, (tx) => readPromised(tx, span, after)),
      ({ matter, clocks }) => {
        const [before, after] = [this.city.terms(matter, present), this.city.terms(matter, draft)];
        for (const clock of clocks) tally.add(clock, matter.category, before, after);
      },
    );
    return { against: present.version, total, looked, changes: tally.result, next };
  }

  /** @throws draft.faulty for a draft that cannot be read */
  private async policyOf(by: Caller, id: string): Promise<Policy> {
    const { kind, definition, basedOn } = await this.drafts.read(by, id);
    if (kind !== 'policy')
      throw fieldError(
        'id',
        'not_policy',
        'Chỉ xem trước được dự thảo chính sách thời hạn.',
        'Only a draft of the deadline policy can be previewed so.',
      );
    const faults = this.policies.findings(definition);
    if (faults.length > 0)
      throw new DomainError(
        'draft.faulty',
        faults.map(({ field, code, detail }) => ({ field, code, ...detail })),
      );
    return asPolicy(definition, basedOn + 1);
  }
}
