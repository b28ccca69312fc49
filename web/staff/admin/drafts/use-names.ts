import { useQuery } from '@tanstack/react-query';
import { api, brought } from '../../api/client.ts';
import { inWords, type Words } from '../../words.ts';

interface Named {
  code: string;
  name: Words;
}

/** Codes and names of a kind of data in its latest version; none while they come. */
export function useCodes(kind: 'agencies' | 'areas' | 'categories' | 'calendars') {
  const { data } = useQuery({
    queryKey: ['versions', kind, 'codes'],
    queryFn: async () => {
      const { items } = await brought(
        api.GET('/api/versions', { params: { query: { kind, limit: 1 } } }),
      );
      const version = items[0]?.version ?? 1;
      const path = { kind, version };
      return brought(api.GET('/api/versions/{kind}/{version}', { params: { path } }));
    },
    staleTime: 60_000,
  });
  return (data?.definition ?? []) as Named[];
}

export const optionsOf = (named: readonly Named[]) =>
  named.map(({ code, name }) => ({ value: code, label: `${inWords(name)} (${code})` }));
