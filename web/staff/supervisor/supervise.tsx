import type { Me } from '../api/me.ts';

export default function Supervise({ me }: { me: Me }) {
  return <h1>{me.name}</h1>;
}
