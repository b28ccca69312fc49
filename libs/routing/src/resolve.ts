import type { Directory, Standing } from './directory.js';
import { holdsOn } from './local-date.js';
import * as say from './sentences.js';
import type { Agency, ServiceArea, Target, Words } from './types.js';

/** Where and when a target is looked for, and as what. */
export interface Question {
  role: say.Role;
  ward: string | null;
  date: string;
}

/** The one agency a target means at a place and date, or none, with the reasons. */
export function resolve(directory: Directory, target: Target, question: Question): Standing {
  if ('agency' in target) return byName(directory, target.agency, question);
  if ('service' in target) return byService(directory, target.service, question);
  return byType(directory, target.type, question);
}

function byName(directory: Directory, code: string, { role, date }: Question): Standing {
  const { agency, why } = directory.standing(code, date, role);
  return { agency, why: agency ? [say.named(role, agency), ...why] : why };
}

function byService(directory: Directory, service: string, question: Question): Standing {
  const { role, ward, date } = question;
  const rows = directory.serving(service, ward, date);
  const called = directory.nameOf('services', service);
  const place = ward === null ? null : directory.nameOf('wards', ward);
  if (rows.length === 0) return { agency: null, why: [say.nobodyServes(role, called, place)] };
  const found = gather(directory, codesOf(rows), question);
  const reason = (agency: Agency) => say.serves(role, agency, called, place);
  const words = { vi: `dịch vụ “${called.vi}”`, en: `service “${called.en}”` };
  if (place !== null) {
    const here = { vi: `${words.vi} tại địa bàn ${place.vi}`, en: `${words.en} in ${place.en}` };
    return only(found, question, here, reason);
  }
  const citywide = gather(directory, codesOf(rows.filter(isCitywide)), question);
  // One provider in some wards is no answer for a complaint that may come from another ward.
  const tells = citywide.agencies.length > 1 || citywide.agencies.length === found.agencies.length;
  if (tells) return only(citywide.agencies.length > 1 ? citywide : found, question, words, reason);
  const missing = { vi: `đơn vị phụ trách ${words.vi}`, en: `who provides ${words.en}` };
  return { agency: null, why: [say.placeMissing(role, missing)] };
}

const codesOf = (rows: ServiceArea[]): string[] => rows.map(({ agency }) => agency);
const isCitywide = ({ wards }: ServiceArea): boolean => wards === 'all';

function byType(directory: Directory, type: string, question: Question): Standing {
  const { role, ward, date } = question;
  const called = directory.nameOf('types', type);
  if (ward === null) {
    const missing = { vi: `cơ quan loại “${called.vi}”`, en: `the agency of type “${called.en}”` };
    return { agency: null, why: [say.placeMissing(role, missing)] };
  }
  const all = directory.ofWard(ward, type);
  // A living agency of the ward goes before the heirs of its predecessors, who may sit elsewhere.
  const living = all.filter((agency) => holdsOn(agency, date));
  const codes = (living.length > 0 ? living : all).map(({ code }) => code);
  const place = directory.nameOf('wards', ward);
  if (codes.length === 0) return { agency: null, why: [say.noneOfWard(role, called, place)] };
  const what = {
    vi: `loại “${called.vi}” của địa bàn ${place.vi}`,
    en: `type “${called.en}” of ${place.en}`,
  };
  return only(gather(directory, codes, question), question, what, (agency) =>
    say.ofWard(role, agency, called, place),
  );
}

interface Found {
  agencies: Agency[];
  why: Words[];
}

/** Distinct agencies standing for the codes: two predecessors of one agency are one candidate. */
function gather(directory: Directory, codes: string[], { date, role }: Question): Found {
  const standings = [...new Set(codes)].map((code) => directory.standing(code, date, role));
  const living = standings.filter(({ agency }) => agency !== null);
  const agencies = new Map(living.flatMap(({ agency }) => (agency ? [[agency.code, agency]] : [])));
  // Who is gone for good matters only when nobody is left.
  const why = (living.length > 0 ? living : standings).flatMap((standing) => standing.why);
  return { agencies: [...agencies.values()], why };
}

function only(
  { agencies, why }: Found,
  { role }: Question,
  what: Words,
  reason: (agency: Agency) => Words,
): Standing {
  const [agency, ...others] = agencies;
  if (!agency) return { agency: null, why };
  if (others.length > 0) return { agency: null, why: [say.several(role, agencies, what), ...why] };
  return { agency, why: [reason(agency), ...why] };
}
