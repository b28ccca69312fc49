import type { Actor, IdentityAccess } from '#lifecycle';
import { identityAccess } from '#privacy';
import type { City } from '../catalog/city.js';

/** How an actor may come to know who filed a complaint. */
export function identityAccessOf(
  actor: Actor,
  { category, lead }: { category: string | null; lead: string | null },
  city: City,
): IdentityAccess {
  if (actor.kind !== 'staff') return 'never';
  const isLead = actor.agency !== null && actor.agency === lead;
  return identityAccess(city.privacyOf(category), { role: actor.role, isLead });
}
