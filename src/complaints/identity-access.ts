import type { ComplaintState, IdentityAccess, Role } from '#lifecycle';
import { identityAccess } from '#privacy';
import type { City } from '../catalog/city.js';

/** How a member of staff may come to know who filed a complaint; nobody else ever does. */
export function identityAccessOf(
  staff: { role: Role; agency: string | null } | null,
  { category, lead, restricted }: Pick<ComplaintState, 'category' | 'lead' | 'restricted'>,
  city: City,
): IdentityAccess {
  if (!staff) return 'never';
  const isLead = staff.agency !== null && staff.agency === lead;
  return identityAccess(city.privacyOf(category), { role: staff.role, isLead }, { restricted });
}
