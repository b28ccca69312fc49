import { Injectable, type OnModuleInit } from '@nestjs/common';
import { City } from '../../catalog/city.js';
import { DraftKinds } from '../../catalog/publishing/draft-kinds.js';
import { Time } from '../../platform/time.js';
import { ruleFindings } from './rule-findings.js';

/** Rules are edited as drafts. */
@Injectable()
export class RuleDrafts implements OnModuleInit {
  constructor(
    private readonly kinds: DraftKinds,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  onModuleInit(): void {
    this.kinds.add({
      kind: 'rule_set',
      check: (definition) => ruleFindings(definition, this.city.data, this.time.now()),
    });
  }
}
