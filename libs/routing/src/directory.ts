import { DuplicateAgency } from './errors.js';
import { holdsOn } from './local-date.js';
import { type Role, endedWithoutSuccessor, notYet, succeeded, unknownAgency } from './sentences.js';
import type { Agency, DirectoryData, Named, ServiceArea, Words } from './types.js';

/** The agency that stands for a code on a date, or none, with the steps from one to the other. */
export interface Standing {
  agency: Agency | null;
  why: Words[];
}

interface Coverage {
  rows: ServiceArea[];
  everywhere: ServiceArea[];
  byWard: Map<string, ServiceArea[]>;
}

const NONE: readonly never[] = [];

/** Agencies and service areas, indexed. @throws DuplicateAgency */
export class Directory {
  private readonly byCode = new Map<string, Agency>();
  private readonly byWardAndType = new Map<string, Map<string, Agency[]>>();
  private readonly services = new Map<string, Coverage>();

  private readonly names: NonNullable<DirectoryData['names']>;

  constructor({ agencies, serviceAreas, names = {} }: DirectoryData) {
    this.names = names;
    for (const agency of agencies) this.addAgency(agency);
    for (const area of serviceAreas) this.addArea(area);
  }

  /** The agency of a code, whatever its dates. */
  find(code: string): Agency | null {
    return this.byCode.get(code) ?? null;
  }

  /** What people call what a code stands for. */
  nameOf(kind: Named, code: string): Words {
    return this.names[kind]?.[code] ?? unnamed(kind, code);
  }

  /** Follows successors from an agency that has ended to the one that exists on the date. */
  standing(code: string, date: string, role: Role): Standing {
    let agency = this.byCode.get(code);
    if (!agency) return { agency: null, why: [unknownAgency(role, code)] };
    const why: Words[] = [];
    const seen = new Set<string>();
    while (!holdsOn(agency, date)) {
      if (agency.validFrom > date) return { agency: null, why: [...why, notYet(role, agency)] };
      seen.add(agency.code);
      const heir: Agency | undefined = this.byCode.get(agency.successor ?? '');
      if (!heir || seen.has(heir.code)) {
        return { agency: null, why: [...why, endedWithoutSuccessor(role, agency)] };
      }
      why.push(succeeded(agency, heir));
      agency = heir;
    }
    return { agency, why };
  }

  /** Those of the ward and type, whatever their dates. */
  ofWard(ward: string, type: string): readonly Agency[] {
    return this.byWardAndType.get(ward)?.get(type) ?? NONE;
  }

  /** Rows of a service in force on the date that include the ward; without a ward, all rows of the service. */
  serving(service: string, ward: string | null, date: string): ServiceArea[] {
    const coverage = this.services.get(service);
    if (!coverage) return [];
    const rows =
      ward === null
        ? coverage.rows
        : [...coverage.everywhere, ...(coverage.byWard.get(ward) ?? NONE)];
    return rows.filter((row) => holdsOn(row, date));
  }

  private addAgency(agency: Agency): void {
    if (this.byCode.has(agency.code)) throw new DuplicateAgency(agency.code);
    this.byCode.set(agency.code, agency);
    if (agency.ward === null) return;
    const types = entry(this.byWardAndType, agency.ward, () => new Map<string, Agency[]>());
    entry(types, agency.type, () => []).push(agency);
  }

  private addArea(area: ServiceArea): void {
    const coverage = entry(this.services, area.service, () => ({
      rows: [],
      everywhere: [],
      byWard: new Map(),
    }));
    coverage.rows.push(area);
    if (area.wards === 'all') coverage.everywhere.push(area);
    else for (const ward of area.wards) entry(coverage.byWard, ward, () => []).push(area);
  }
}

const unnamed = (kind: Named, code: string): Words => ({
  vi: code,
  en: kind === 'wards' ? `ward ${code}` : code,
});

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const present = map.get(key);
  if (present !== undefined) return present;
  const made = make();
  map.set(key, made);
  return made;
}
