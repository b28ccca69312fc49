import type { Actor } from '#lifecycle';
import { may } from '#permissions';
import { Injectable } from '@nestjs/common';
import {
  countFiled,
  inParts,
  placeOf,
  spanOf,
  type Place,
  type Span,
} from '../../complaints/filed-period.js';
import { actorOf, type Caller } from '../../people/caller.js';
import { Door } from '../../platform/database/door.js';
import { Time } from '../../platform/time.js';
import { routerOf } from '../compile.js';
import { Routing } from '../routing.js';
import { Tally } from './comparison.js';
import { DraftedRules } from './drafted.js';
import type { DryRun, DryRunPart, ExampleResults } from './dry-run.dto.js';
import { tried } from './examples.js';
import { readFiled, type Filed } from './filed-facts.js';

/** Counts, and what kind of filer each had: read by the program, for those who may not see cases. */
const rehearsal: Actor = { kind: 'system', name: 'dry-run' };

/** Where complaints of a past period would go by a draft of the rules, against the rules in force. */
@Injectable()
export class DryRuns {
  constructor(
    private readonly door: Door,
    private readonly drafted: DraftedRules,
    private readonly routing: Routing,
    private readonly time: Time,
  ) {}

  async run(by: Caller, id: string, asked: DryRun): Promise<DryRunPart> {
    const span = spanOf(asked, this.time.now());
    const { ruleSet, data } = await this.drafted.of(by, id);
    const router = routerOf(ruleSet, data);
    // Who edits rules need not see cases: for them the program counts, and shows none.
    const seesCases = may(by.role, 'case.read');
    const reader = seesCases ? actorOf(by) : rehearsal;
    const tally = new Tally(seesCases);
    const total = await this.door.read(reader, (tx) => countFiled(tx, span, { withText: true }));
    const { looked, next } = await inParts(
      placeOf(asked),
      (after) => this.read(reader, span, after),
      ({ place, facts }) =>
        tally.add(place.id, this.routing.route(facts, asked.on), router.route(facts, asked.on)),
    );
    return { against: this.routing.ruleSet, total, looked, ...tally.result, next };
  }

  /** Where the examples kept with the rules would go. */
  async examples(by: Caller, id: string): Promise<ExampleResults> {
    const { ruleSet, data } = await this.drafted.of(by, id);
    return { examples: tried(ruleSet, data, this.time.now()) };
  }

  private async read(reader: Actor, span: Span, after: Place | null): Promise<Filed[]> {
    const batch = await this.door.read(reader, (tx) => readFiled(tx, span, after));
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
