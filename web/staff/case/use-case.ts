import { useMutation, useQuery } from '@tanstack/react-query';
import { api, brought } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { queries } from '../api/queries.ts';
import { caseKey } from '../live/live.ts';

export type CaseView = components['schemas']['CaseView'];
export type CaseItem = components['schemas']['CaseItem'];

/** One case as its reader may see it; live events make it fresh. */
export const useCase = (id: string) =>
  useQuery({
    queryKey: caseKey(id),
    queryFn: () => brought(api.GET('/api/cases/{id}', { params: { path: { id } } })),
  });

export interface Command {
  id: string;
  version: number;
  name: string;
  body?: object;
  /** It goes on when the page is left. */
  keepalive?: boolean;
}

/** Sends a command on a case. A stale one brings `case.stale` with what is so now. @throws Problem */
export async function command({
  id,
  version,
  name,
  body = {},
  keepalive,
}: Command): Promise<unknown> {
  const send = api.POST as (path: string, init: object) => Promise<{ data?: unknown }>;
  return brought(
    send(`/api/cases/${id}/${name}`, {
      body,
      headers: { 'if-match': `"${version}"` },
      ...(keepalive && { keepalive }),
    }),
  );
}

/** A command from a page; the case and the lists are read anew after it, also where it was refused. */
export const useCommand = () =>
  useMutation({
    mutationFn: command,
    onSettled: async (_data, _error, { id }) => {
      await queries.invalidateQueries({ queryKey: caseKey(id) });
      await queries.invalidateQueries({ queryKey: ['cases'] });
    },
  });
