import { policyFaults } from '#deadlines';
import { kinds } from '#lifecycle';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { City } from '../../catalog/city.js';
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
    const { areas, categories, calendars } = this.city.data;
    const known = {
      kinds,
      categories: categories.map(({ code }) => code),
      wards: areas.filter(({ parent }) => parent !== null).map(({ code }) => code),
      calendars: calendars.map(({ code }) => code),
    };
    return policyFaults(definition, known).map((found) => ({ level: 'fault', ...found }));
  }
}
