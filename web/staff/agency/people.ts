import { useQuery } from '@tanstack/react-query';
import { api, brought } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';

export type Colleague = components['schemas']['StaffItem'];

const none: Colleague[] = [];

async function readAll(): Promise<Colleague[]> {
  const people: Colleague[] = [];
  let after: string | undefined;
  do {
    const query = { limit: 100, ...(after && { after }) };
    const page = await brought(api.GET('/api/staff', { params: { query } }));
    people.push(...page.items);
    after = page.next ?? undefined;
  } while (after);
  return people;
}

/** The people of one's unit. */
export function useColleagues() {
  const { data, error } = useQuery({
    queryKey: ['staff'],
    queryFn: readAll,
    staleTime: 60_000,
  });
  const people = data ?? none;
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? null;
  return { people, error, nameOf };
}
