import { useQuery } from '@tanstack/react-query';
import { forgetDrafts } from '../common/drafts.ts';
import { actFor } from './acting.ts';
import { api, brought } from './client.ts';
import { queries } from './queries.ts';
import { problemOf } from './problem.ts';
import type { components } from './schema.d.ts';

export type Me = components['schemas']['Me'];

const key = ['me'];

/** Who is signed in; null when nobody is. */
export function useMe() {
  return useQuery({
    queryKey: key,
    staleTime: 5 * 60_000,
    queryFn: async (): Promise<Me | null> => {
      try {
        return await brought(api.GET('/api/me'));
      } catch (error) {
        if (problemOf(error).said.status === 401) return null;
        throw error;
      }
    },
  });
}

/** Asks anew who is signed in: their rights have changed. */
export const meAgain = () => queries.invalidateQueries({ queryKey: key });

export const signedIn = (me: Me) => queries.setQueryData(key, me);

export async function signOut(): Promise<void> {
  await api.DELETE('/api/session');
  await forgetDrafts();
  actFor(null);
  queries.clear();
  location.assign('/sign-in');
}

export const may = (me: Me, permission: string) => permission in me.permissions;
