import type { Actor } from '#lifecycle';
import { may } from '#permissions';
import { shapeFaults, type Router } from '#routing';
import { Injectable } from '@nestjs/common';
import { City } from '../../catalog/city.js';
import { Drafts } from '../../catalog/publishing/drafts.js';
import { actorOf, type Caller } from '../../people/caller.js';
import { Door } from '../../platform/database/door.js';
import { DomainError, fieldError } from '../../platform/errors/domain-error.js';
import { numbered, routerOf } from '../compile.js';
import { Routing } from '../routing.js';
import { Tally } from './comparison.js';
import type { DryRun, DryRunPart } from './dry-run.dto.js';
import { countFiled, readFiled, type Filed, type Place, type Span } from './filed-facts.js';

/** Counts, and what kind of filer each had: read by the program, for those who may not see cases. */
const rehearsal: Actor = { kind: 'system', name: 'dry-run' };

/** Texts in memory at a time. */
const BATCH = 200;

/** One call's worth; whoever has more is called again. */
const MOST = 5000;
const LONGEST_MS = 5000;

const DAY_MS = 86_400_000;

/** Where complaints of a past period would go by a draft of the rules, against the rules in force. */
@Injectable()
export class DryRuns {
  constructor(
    private readonly door: Door,
    private readonly drafts: Drafts,
    private readonly routing: Routing,
    private readonly city: City,
  ) {}

  async run(by: Caller, id: string, asked: DryRun): Promise<DryRunPart> {
    const span = spanOf(asked);
    const router = await this.draftOf(by, id);
    // Who edits rules need not see cases: for them the program counts, and shows none.
    const seesCases = may(by.role, 'case.read');
    const reader = seesCases ? actorOf(by) : rehearsal;
    const tally = new Tally(seesCases);
    const total = await this.door.read(reader, (tx) => countFiled(tx, span));
    const began = performance.now();
    let looked = 0;
    let place = placeOf(asked);
    for (;;) {
      const batch = await this.read(reader, span, place);
      for (const { place: at, facts } of batch)
        tally.add(at.id, this.routing.route(facts, asked.on), router.route(facts, asked.on));
      looked += batch.length;
      place = batch.length < BATCH ? null : (batch.at(-1)?.place ?? null);
      if (!place || looked >= MOST || performance.now() - began > LONGEST_MS) break;
    }
    return { against: this.routing.ruleSet, total, looked, ...tally.result, next: place };
  }

  /** @throws draft.faulty for a draft that cannot be read */
  private async draftOf(by: Caller, id: string): Promise<Router> {
    const { kind, definition, basedOn } = await this.drafts.read(by, id);
    if (kind !== 'rule_set')
      throw fieldError(
        'id',
        'not_rules',
        'Chỉ chạy thử được dự thảo quy tắc chuyển xử lý.',
        'Only a draft of routing rules can be tried out.',
      );
    const faults = shapeFaults(definition);
    if (faults.length > 0)
      throw new DomainError(
        'draft.faulty',
        faults.map(({ rule, code, detail }) => ({ field: rule ?? 'rules', code, ...detail })),
      );
    return routerOf(numbered(definition, basedOn + 1), this.city.data);
  }

  private async read(reader: Actor, span: Span, after: Place | null): Promise<Filed[]> {
    const batch = await this.door.read(reader, (tx) => readFiled(tx, span, after, BATCH));
    const ids = batch.map(({ place }) => place.id);
    const types = await this.door.read(rehearsal, (tx) =>
      tx.query<{ id: string; type: string }[]>(
        'select complaint_id as id, type from filer where complaint_id = any($1)',
        [ids],
      ),
    );
    const typeOf = new Map(types.map(({ id, type }) => [id, type]));
    return batch.map(({ place, facts }) => ({
      place,
      facts: { ...facts, filer: typeOf.get(place.id) ?? null },
    }));
  }
}

const placeOf = ({ afterFiledAt, afterId }: DryRun): Place | null =>
  afterFiledAt !== undefined && afterId !== undefined
    ? { filedAt: afterFiledAt, id: afterId }
    : null;

function spanOf(asked: DryRun): Span {
  const [from, to] = [new Date(asked.from), new Date(asked.to)];
  const days = (to.getTime() - from.getTime()) / DAY_MS;
  if (days > 0 && days <= 366) return { from, to };
  throw fieldError(
    'to',
    'span',
    'Khoảng thời gian phải từ một khắc đến 366 ngày.',
    'The period must end after it begins, within 366 days.',
  );
}
