import type { Me } from '../../api/me.ts';

export type Role = Me['role'];

export const roles: readonly Role[] = [
  'operator',
  'supervisor',
  'agency_head',
  'officer',
  'leader',
  'observer',
  'administrator',
];

/** Who works in an agency and in no other place. */
export const inAgency = (role: Role) => role === 'agency_head' || role === 'officer';
