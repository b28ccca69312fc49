import type { Actor, Role } from '#lifecycle';
import { scopeOf } from '#permissions';

/** In whose name the database is asked. A filer is known by the code alone, a visitor by nothing. */
export type Principal =
  | Actor
  | { kind: 'filer'; code: string }
  | { kind: 'partner'; agency: string; link: string; code: string }
  | { kind: 'visitor' };

type Staff = Extract<Actor, { kind: 'staff' }>;

/** Where a person stands in the tree of agencies: the unit and all beneath it; it and all above it. */
export interface Standing {
  within: readonly string[];
  line: readonly string[];
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
  line: string;
}

const nothing: Settings = {
  actor: '',
  sees: '',
  role: '',
  person: '',
  code: '',
  within: '{}',
  line: '{}',
};

const listOf = (codes: readonly string[]) => `{${codes.map((code) => `"${code}"`).join(',')}}`;

const reach = { city: 'city', agency: 'agencies' } as const;

function settingsOfStaff(staff: Staff, standingOf: (staff: Staff) => Standing): Settings {
  const { id, role } = staff;
  const scope = scopeOf(role, 'case.read');
  const { within, line } = standingOf(staff);
  return {
    ...nothing,
    actor: `staff:${id}`,
    sees: scope === 'city' || scope === 'agency' ? reach[scope] : '',
    role,
    person: id,
    within: listOf(within),
    line: listOf(line),
  };
}

export function settingsOf(principal: Principal, standingOf: (staff: Staff) => Standing): Settings {
  if (principal.kind === 'staff') return settingsOfStaff(principal, standingOf);
  if (principal.kind === 'system')
    return { ...nothing, actor: `system:${principal.name}`, sees: 'all' };
  if (principal.kind === 'visitor') return { ...nothing, actor: 'visitor', sees: 'published' };
  const code = 'code' in principal ? principal.code : '';
  const own = { ...nothing, sees: code === '' ? ('' as const) : ('complaint' as const), code };
  // The link is the only row of links that it sees.
  return principal.kind === 'partner'
    ? { ...own, actor: `partner:${principal.link}`, person: principal.link }
    : { ...own, actor: 'filer' };
}
