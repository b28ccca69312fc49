import { policyFaults } from '#deadlines';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { City } from '../../catalog/city.js';
import { knownToPolicy } from '../../catalog/known.js';
import { DraftKinds, type Finding } from '../../catalog/publishing/draft-kinds.js';

/** Policies are edited as drafts; a clock that runs keeps the version that it was made under. */
@Injectable()
export class PolicyDrafts implements OnModuleInit {
  constructor(
    private readonly kinds: DraftKinds,
    private readonly city: City,
  ) {}

  onModuleInit(): void {
    this.kinds.add({ kind: 'policy', check: (definition) => this.findings(definition) });
  }

  /** What keeps a definition from being published; it may be any JSON. */
  findings(definition: unknown): Finding[] {
    const known = knownToPolicy(this.city.data);
    return policyFaults(definition, known).map((found) => ({ level: 'fault', ...found }));
  }
}
