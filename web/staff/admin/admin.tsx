import type { Me } from '../api/me.ts';

export default function Admin({ me }: { me: Me }) {
  return <h1>{me.name}</h1>;
}
