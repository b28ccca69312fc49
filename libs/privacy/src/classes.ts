import type { IdentityAccess, Role } from '#lifecycle';

/** Whom a rule means: the center's desks, or a role in the agency that leads. */
type Knower = 'operator' | 'supervisor' | 'lead_head' | 'lead_officer';

interface Rule {
  /** Who sees the filer without asking. */
  sees: readonly Knower[];
  /** Who may reveal the filer, with a reason. */
  reveals: readonly Knower[];
}

/** Who may know the filer of a complaint, by the privacy class of its category. Everybody else never may. */
const rules = {
  NORMAL: { sees: ['operator', 'supervisor'], reveals: ['lead_head'] },
  PERSONAL: { sees: ['operator', 'supervisor', 'lead_head', 'lead_officer'], reveals: [] },
  REPORTER_HIDDEN: { sees: ['operator', 'supervisor'], reveals: [] },
  PROTECTED: { sees: [], reveals: ['supervisor'] },
  SENSITIVE: { sees: [], reveals: ['operator', 'supervisor'] },
  DENUNCIATION_CHECK: { sees: [], reveals: ['supervisor'] },
} as const satisfies Record<string, Rule>;

export type PrivacyClass = keyof typeof rules;

export const privacyClasses = Object.keys(rules) as PrivacyClass[];

/** What holds for a class that the program does not know. */
export const strictest: PrivacyClass = 'PROTECTED';

/** Classes whose filer is no secret from the center: for these a trace of the device may be kept. */
export const deviceKept: readonly PrivacyClass[] = ['NORMAL', 'PERSONAL'];

const closed: readonly PrivacyClass[] = ['PROTECTED', 'SENSITIVE', 'DENUNCIATION_CHECK'];

/** Whether outsiders who watch, the press among them, do not read complaints of this class; so of an unknown one. */
export const closedToObservers = (privacy: string): boolean =>
  !Object.hasOwn(rules, privacy) || closed.includes(privacy as PrivacyClass);

export interface Asking {
  role: Role;
  /** Works in the agency that leads; an agency that supports does not count. */
  isLead: boolean;
}

function knowerOf({ role, isLead }: Asking): Knower | null {
  if (role === 'operator' || role === 'supervisor') return role;
  if (!isLead) return null;
  if (role === 'agency_head') return 'lead_head';
  return role === 'officer' ? 'lead_officer' : null;
}

/** How a member of staff may come to know who filed a complaint of a privacy class. */
export function identityAccess(
  privacy: string,
  asking: Asking,
  { restricted = false } = {},
): IdentityAccess {
  const access = byClass(privacy, asking);
  if (!restricted || access === 'never') return access;
  return asking.role === 'supervisor' ? 'by_reveal' : 'never';
}

function byClass(privacy: string, asking: Asking): IdentityAccess {
  const known = Object.hasOwn(rules, privacy) ? (privacy as PrivacyClass) : strictest;
  const { sees, reveals }: Rule = rules[known];
  const knower = knowerOf(asking);
  if (knower === null) return 'never';
  if (sees.includes(knower)) return 'seen';
  return reveals.includes(knower) ? 'by_reveal' : 'never';
}
