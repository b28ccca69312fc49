import type { Actor, Role } from '#lifecycle';

const staff = (role: Role, agency: string | null = null): Actor => ({
  kind: 'staff',
  id: `${agency ?? 'center'}-${role}`,
  role,
  agency,
});

export const filer: Actor = { kind: 'filer' };
export const system: Actor = { kind: 'system', name: 'timer' };
export const operator = staff('operator');
export const supervisor = staff('supervisor');
export const head = (agency: string) => staff('agency_head', agency);
export const officer = (agency: string) => staff('officer', agency);

/** Those who look on, change people and places, or forgot to be put into an agency. */
export const onlookers = {
  leader: staff('leader'),
  observer: staff('observer'),
  administrator: staff('administrator'),
} as const;

export const homeless = [staff('agency_head'), staff('officer')] as const;
