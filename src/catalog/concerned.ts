import type { Role } from '#lifecycle';
import type { City } from './city.js';

interface Person {
  role: Role;
  agency: string | null;
}

/** The unit in which a person stands; a supervisor has also what is about the center, and an observer stands outside. */
function unitOf({ role, agency }: Person, city: City): string | null {
  const { code: center } = city.card.center;
  if (role === 'supervisor') return null;
  if (agency !== null) return agency;
  if (role === 'operator') return center;
  return role === 'leader' ? (city.agency(center)?.parent ?? null) : null;
}

/**
 * A person's unit and all above it: what is about one of these never reaches the person, whatever the role. As a
 * condition on a complaint: `about is null or about <> all(line)`.
 */
export function lineOf(person: Person, city: City): string[] {
  const unit = unitOf(person, city);
  return unit === null ? [] : city.withSuperiors(unit);
}
