import type { Role } from '#lifecycle';
import type { Caller } from '../caller.js';

/** What a decision about a person needs to know of them. */
export interface Person {
  id: string;
  role: Role;
  agency: string | null;
}

/** Whether somebody manages a person: the administrator all, the head the agency's, the supervisor the center's. */
export function manages(by: Caller, person: Person): boolean {
  switch (by.role) {
    case 'administrator':
      return true;
    case 'agency_head':
      return person.agency !== null && person.agency === by.agency;
    case 'supervisor':
      return person.role === 'operator' || person.role === 'supervisor';
    default:
      return false;
  }
}

/** A caller is themself, and the one in whose place they act. */
export const isThemself = (by: Caller, person: Person) =>
  person.id === by.id || person.id === by.actingFor;
