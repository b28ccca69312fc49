import type { Actor, Role } from '#lifecycle';
import { scopeOf } from '#permissions';

/** In whose name the database is asked. A filer is known by the code alone, a visitor by nothing. */
export type Principal = Actor | { kind: 'filer'; code: string } | { kind: 'visitor' };

/** Where an agency stands in the tree of agencies; each list has the agency itself. */
export interface Standing {
  within: readonly string[];
  above: readonly string[];
}

/** What row-level security reads of a transaction; what a principal has not is empty. */
export interface Settings {
  actor: string;
  /** Which rows at all: every one, the city's, those of `within`, that of `code`, the published, or none. */
  sees: 'all' | 'city' | 'agencies' | 'complaint' | 'published' | '';
  role: Role | '';
  person: string;
  code: string;
  within: string;
  above: string;
}

const nothing: Settings = {
  actor: '',
  sees: '',
  role: '',
  person: '',
  code: '',
  within: '{}',
  above: '{}',
};

const listOf = (codes: readonly string[]) => `{${codes.map((code) => `"${code}"`).join(',')}}`;

function settingsOfStaff(
  { id, role, agency }: Extract<Actor, { kind: 'staff' }>,
  standingOf: (agency: string) => Standing,
): Settings {
  const actor = `staff:${id}`;
  const scope = scopeOf(role, 'case.read');
  if (scope === 'city') return { ...nothing, actor, sees: 'city', role, person: id };
  if (scope !== 'agency' || agency === null) return { ...nothing, actor, role, person: id };
  const { within, above } = standingOf(agency);
  const lists = { within: listOf(within), above: listOf(above) };
  return { ...nothing, ...lists, actor, sees: 'agencies', role, person: id };
}

export function settingsOf(
  principal: Principal,
  standingOf: (agency: string) => Standing,
): Settings {
  if (principal.kind === 'staff') return settingsOfStaff(principal, standingOf);
  if (principal.kind === 'system')
    return { ...nothing, actor: `system:${principal.name}`, sees: 'all' };
  if (principal.kind === 'visitor') return { ...nothing, actor: 'visitor', sees: 'published' };
  const code = 'code' in principal ? principal.code : '';
  return { ...nothing, actor: 'filer', sees: code === '' ? '' : 'complaint', code };
}
