import { useMutation, useQuery } from '@tanstack/react-query';
import { api, brought } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import type { components } from '../../api/schema.d.ts';
import { useFresh } from '../../center/use-fresh.ts';

export type IncidentItem = components['schemas']['IncidentItem'];
export type IncidentView = components['schemas']['IncidentView'];

const key = 'incidents';

/** Incidents of one status, or of all; what happens in the city makes them fresh. */
export function useIncidents(status?: IncidentItem['status']) {
  useFresh(key);
  return useQuery({
    queryKey: [key, 'list', status ?? 'all'],
    queryFn: () =>
      brought(
        api.GET('/api/incidents', { params: { query: { ...(status && { status }), limit: 50 } } }),
      ),
  });
}

export function useIncident(id: string) {
  useFresh(key);
  return useQuery({
    queryKey: [key, id],
    queryFn: () => brought(api.GET('/api/incidents/{id}', { params: { path: { id } } })),
  });
}

export const incidentsAgain = async () => {
  await queries.invalidateQueries({ queryKey: [key] });
  await queries.invalidateQueries({ queryKey: ['cases'] });
};

/** A command on an incident as somebody has seen it; what is so then is read anew, also where it was refused. */
export const useIncidentCommand = ({ id, version }: IncidentItem) =>
  useMutation({
    mutationFn: ({ name, body = {} }: { name: string; body?: object }) => {
      const send = api.POST as (path: string, init: object) => Promise<{ data?: unknown }>;
      const headers = { 'if-match': `"${version}"` };
      return brought(send(`/api/incidents/${id}/${name}`, { body, headers }));
    },
    onSettled: incidentsAgain,
  });

export type IncidentCommand = ReturnType<typeof useIncidentCommand>;
