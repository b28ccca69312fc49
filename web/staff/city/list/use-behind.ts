import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { api, brought } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';

type Filter = NonNullable<paths['/api/cases']['get']['parameters']['query']>;

const PAGE = 50;

/** The cases behind a figure, page by page; `query` is what `behindQuery` writes. */
export const useBehind = (query: string, limit = PAGE) =>
  useInfiniteQuery({
    queryKey: ['cases', 'behind', query, limit],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => {
      const filter = Object.fromEntries(new URLSearchParams(query)) as Filter;
      return brought(
        api.GET('/api/cases', {
          params: { query: { ...filter, limit, ...(pageParam && { after: pageParam }) } },
        }),
      );
    },
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
