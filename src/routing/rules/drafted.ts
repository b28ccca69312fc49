import {
  agencyFaults,
  exampleFaults,
  serviceAreaFaults,
  shapeFaults,
  type RuleSet,
} from '#routing';
import { Injectable } from '@nestjs/common';
import type { CityData } from '../../catalog/city-data.js';
import { City } from '../../catalog/city.js';
import { Drafts } from '../../catalog/publishing/drafts.js';
import type { Caller } from '../../people/caller.js';
import { DomainError, fieldError, type FieldError } from '../../platform/errors/domain-error.js';
import { numbered } from '../compile.js';
import { knownToExamples, knownToServiceAreas } from './known-values.js';

/** Rules and city as a draft would have them. */
export interface Drafted {
  ruleSet: RuleSet;
  data: CityData;
}

/** Reads a draft of rules, agencies or service areas so that it can be tried out. */
@Injectable()
export class DraftedRules {
  constructor(
    private readonly drafts: Drafts,
    private readonly city: City,
  ) {}

  /** @throws draft.faulty for a draft that cannot be read */
  async of(by: Caller, id: string): Promise<Drafted> {
    const { kind, definition, basedOn } = await this.drafts.read(by, id);
    const { data } = this.city;
    const inForce = numbered(data.rule_set, this.city.versionOf('rule_set'));
    switch (kind) {
      case 'rule_set':
        requireNone(shapeFaults(definition).map(({ rule, ...one }) => [rule ?? 'rules', one]));
        requireNone(
          exampleFaults((definition as RuleSet).examples, knownToExamples(data)).map(
            ({ field, ...one }) => [field, one],
          ),
        );
        return { ruleSet: numbered(definition, basedOn + 1), data };
      case 'agencies':
        requireNone(
          agencyFaults(definition, data.agencies).map(({ agency, ...one }) => [
            agency ?? 'agencies',
            one,
          ]),
        );
        return { ruleSet: inForce, data: { ...data, agencies: definition as never } };
      case 'service_areas':
        requireNone(
          serviceAreaFaults(definition, knownToServiceAreas(data)).map(({ row, ...one }) => [
            row,
            one,
          ]),
        );
        return { ruleSet: inForce, data: { ...data, service_areas: definition as never } };
      default:
        throw fieldError(
          'id',
          'not_rules',
          'Chỉ chạy thử được dự thảo quy tắc, cơ quan, địa bàn phục vụ.',
          'Only drafts of rules, agencies and service areas can be tried out.',
        );
    }
  }
}

type Fault = [field: string, { code: string; detail: { vi: string; en: string } }];

function requireNone(faults: Fault[]): void {
  if (faults.length === 0) return;
  throw new DomainError(
    'draft.faulty',
    faults.map(([field, { code, detail }]): FieldError => ({ field, code, ...detail })),
  );
}
