import { roles, type Role } from '#lifecycle';

/** What may be done over HTTP and sockets; commands on a case are further narrowed by `life`. */
export const permissions = {
  'case.read': roles.filter((role) => role !== 'administrator'),
  'case.command': ['operator', 'supervisor', 'agency_head', 'officer'],
  'agency.read': roles,
  'live.watch': roles.filter((role) => role !== 'administrator'),
  'reveal.list': ['leader', 'supervisor'],
  'outbox.read': ['supervisor', 'administrator'],
  'outbox.resend': ['administrator'],
  'own.session': roles,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

export function may(role: Role, permission: Permission): boolean {
  return (permissions[permission] as readonly Role[]).includes(role);
}

/** Roles that see every complaint of the city; the others see those of their agency and beneath it. */
export const cityWide: readonly Role[] = ['operator', 'supervisor', 'leader', 'observer'];
