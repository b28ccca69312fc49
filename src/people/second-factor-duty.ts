import type { Role } from '#lifecycle';

/** Roles that see all of the city or decide for it: they work with a second factor or not at all. */
export const obliged: readonly Role[] = ['supervisor', 'leader', 'administrator'];

export const secondFactorStates = ['none', 'required', 'on'] as const;
/** `required`: nothing but one's own account is open before it has been passed. */
export type SecondFactorState = (typeof secondFactorStates)[number];

export function secondFactorState(
  role: Role,
  passed: boolean,
  enrolled: boolean,
): SecondFactorState {
  if (passed) return 'on';
  return enrolled || obliged.includes(role) ? 'required' : 'none';
}
