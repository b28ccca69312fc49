import { useMutation, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { api, brought } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { queries } from '../api/queries.ts';
import type { Call } from './calls.ts';
import { typedMoment } from './typed-moment.ts';

export type Hints = components['schemas']['CallHints'];
export type Category = components['schemas']['CategoryView'];

const PAUSE_MS = 250;
/** Below it a text says nothing yet. */
const SHORTEST = 10;

function placeOf({ address, ward, point }: Call) {
  const place = {
    ...(point && { point }),
    ...(address.trim() && { address: address.trim() }),
    ...(ward !== null && { ward }),
  };
  return Object.keys(place).length > 0 ? { place } : {};
}

/** What is asked while the caller talks. */
function draftOf(call: Call) {
  const { text, category } = call;
  return {
    text: text.trim(),
    ...(category !== null && { category }),
    ...placeOf(call),
  };
}

/** At each pause of whoever types: what the words are about, and what stands against them. */
export function useHints(call: Call) {
  const [draft] = useDebouncedValue(JSON.stringify(draftOf(call)), PAUSE_MS);
  const body = JSON.parse(draft) as ReturnType<typeof draftOf>;
  const enough = body.text.length >= SHORTEST;
  const hints = useQuery({
    queryKey: ['call', 'hints', draft],
    enabled: enough,
    placeholderData: (before: Hints | undefined) => (enough ? before : undefined),
    queryFn: () => brought(api.POST('/api/calls/hints', { body })),
  });
  const placed = enough && 'place' in body;
  const neighbours = useQuery({
    queryKey: ['call', 'neighbours', draft],
    enabled: placed,
    queryFn: () => brought(api.POST('/api/complaints/similar', { body })),
  });
  return {
    hints: enough ? hints.data : undefined,
    neighbours: placed ? neighbours.data?.items : undefined,
  };
}

/** What a phone number has filed before; asked once for a number, for each look is on record. */
export const useHistory = (phone: string | null) =>
  useQuery({
    queryKey: ['call', 'history', phone],
    enabled: phone !== null,
    staleTime: Infinity,
    queryFn: () => brought(api.POST('/api/calls/history', { body: { phone: phone ?? '' } })),
  });

const asAnswer = (type: string, given: string) => {
  if (type === 'number') return Number(given);
  return type === 'datetime' ? (typedMoment(given) ?? given) : given;
};

export function filingOf(call: Call, category: Category | undefined) {
  const { phone, name, email, text, joins, declared } = call;
  const filer = {
    ...(phone.trim() && { phone: phone.trim() }),
    ...(name.trim() && { name: name.trim() }),
    ...(email.trim() && { email: email.trim() }),
  };
  const answers = Object.fromEntries(
    (category?.questions ?? []).flatMap(({ key, type }) => {
      const given = call.answers[key];
      return given ? [[key, asAnswer(type, given)]] : [];
    }),
  );
  return {
    text: text.trim(),
    ...(category && { category: category.code }),
    ...placeOf(call),
    ...(Object.keys(filer).length > 0 && { filer }),
    ...(Object.keys(answers).length > 0 && { answers }),
    ...(joins !== null && { joins }),
    ...(declared !== null && { declared }),
  };
}

/** Files what the caller has said; once, however often it is sent. */
export const useFile = () =>
  useMutation({
    mutationFn: ({ id, body }: { id: string; body: ReturnType<typeof filingOf> }) =>
      brought(api.POST('/api/calls', { params: { header: { 'Idempotency-Key': id } }, body })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['cases'] }),
  });
