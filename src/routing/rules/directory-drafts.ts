import { agencyFaults, serviceAreaFaults, type Agency, type ServiceArea } from '#routing';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Agency as CityAgency, CityData } from '../../catalog/city-data.js';
import { City } from '../../catalog/city.js';
import { DraftKinds, type Finding } from '../../catalog/publishing/draft-kinds.js';
import { Time } from '../../platform/time.js';
import { knownToServiceAreas } from './known-values.js';
import { ruleFindings } from './rule-findings.js';

/** Agencies and their service areas are edited as drafts; what the rules would lose by it is said before. */
@Injectable()
export class DirectoryDrafts implements OnModuleInit {
  constructor(
    private readonly kinds: DraftKinds,
    private readonly city: City,
    private readonly time: Time,
  ) {}

  onModuleInit(): void {
    this.kinds.add({ kind: 'agencies', check: (definition) => this.agencies(definition) });
    this.kinds.add({ kind: 'service_areas', check: (definition) => this.areas(definition) });
  }

  private agencies(definition: unknown): Finding[] {
    const { data } = this.city;
    const faults = agencyFaults(definition, data.agencies);
    if (faults.length > 0)
      return faults.map(({ agency, field, code, detail }) => ({
        level: 'fault',
        field: [agency ?? 'agencies', ...(field === undefined ? [] : [field])].join('.'),
        code,
        detail,
      }));
    const agencies = definition as CityAgency[];
    return [...this.centerFaults(agencies), ...orphans(agencies), ...this.rules({ agencies })];
  }

  private areas(definition: unknown): Finding[] {
    const faults = serviceAreaFaults(definition, knownToServiceAreas(this.city.data));
    if (faults.length > 0)
      return faults.map(({ row, code, detail }) => ({ level: 'fault', field: row, code, detail }));
    return this.rules({ service_areas: definition as ServiceArea[] });
  }

  /** What the rules in force would say of the city as it would be. */
  private rules(change: Partial<CityData>): Finding[] {
    const data = { ...this.city.data, ...change };
    return ruleFindings(data.rule_set, data, this.time.now()).filter(
      ({ code }) => code !== 'overlapping',
    );
  }

  private centerFaults(agencies: readonly Agency[]): Finding[] {
    const { code } = this.city.card.center;
    const center = agencies.find((agency) => agency.code === code);
    if (center?.validTo === null) return [];
    const vi = `Trung tâm ${code} không thể kết thúc: mọi phản ánh về đây trước tiên.`;
    const en = `The center ${code} cannot end: every complaint comes here first.`;
    return [{ level: 'fault', field: code, code: 'center-ended', detail: { vi, en } }];
  }
}

function orphans(agencies: readonly Agency[]): Finding[] {
  return agencies
    .filter(({ validTo, successor }) => validTo !== null && successor === null)
    .map(({ code }) => ({
      level: 'warning',
      field: code,
      code: 'no-successor',
      detail: {
        vi: `${code} kết thúc mà không có cơ quan kế thừa: việc đang giữ trở về bộ phận tiếp nhận.`,
        en: `${code} ends without a successor: what it holds returns to triage.`,
      },
    }));
}
