import { areaFaults, categoryFaults, type CatalogFault } from '#catalog';
import { isLimit, policyFaults } from '#deadlines';
import { kinds, urgencies } from '#lifecycle';
import { privacyClasses } from '#privacy';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Area, Category, CityData } from '../../catalog/city-data.js';
import { City } from '../../catalog/city.js';
import { knownToPolicy } from '../../catalog/known.js';
import { DraftKinds, type Finding } from '../../catalog/publishing/draft-kinds.js';
import { isRetention } from '../../catalog/retention.js';
import { Time } from '../../platform/time.js';
import { areaWarnings, categoryWarnings } from './catalog-warnings.js';
import { ruleFindings } from './rule-findings.js';

const faultsOf = (found: readonly CatalogFault[]): Finding[] =>
  found.map((one) => ({ level: 'fault', ...one }));

/** Categories and areas are edited as drafts; what rules and policy would lose by it is said before. */
@Injectable()
export class CatalogDrafts implements OnModuleInit {
  constructor(
    private readonly kinds: DraftKinds,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  onModuleInit(): void {
    this.kinds.add({ kind: 'categories', check: (definition) => this.categories(definition) });
    this.kinds.add({ kind: 'areas', check: (definition) => this.areas(definition) });
  }

  private categories(definition: unknown): Finding[] {
    const { data } = this.city;
    const known = {
      kinds,
      urgencies,
      calendars: data.calendars.map(({ code }) => code),
      privacy: privacyClasses,
      isLimit,
      isRetention,
    };
    const faults = categoryFaults(definition, known, data.categories);
    if (faults.length > 0) return faultsOf(faults);
    const categories = definition as Category[];
    return [...categoryWarnings(categories, data.categories), ...this.others({ categories })];
  }

  private areas(definition: unknown): Finding[] {
    const { data } = this.city;
    const faults = areaFaults(definition, data.areas);
    if (faults.length > 0) return faultsOf(faults);
    const areas = definition as Area[];
    return [...areaWarnings(areas, data), ...this.others({ areas })];
  }

  /** What rules and policy in force would say of the city as it would be. */
  private others(change: Partial<CityData>): Finding[] {
    const data = { ...this.city.data, ...change };
    const rules = ruleFindings(data.rule_set, data, this.time.now());
    return [
      ...faultsOf(policyFaults(data.policy, knownToPolicy(data))),
      ...rules.filter(({ level }) => level === 'fault'),
    ];
  }
}
