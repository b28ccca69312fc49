import { QueryClient } from '@tanstack/react-query';
import { problemOf } from './problem.ts';

const retriable = (error: unknown) => {
  const { status } = problemOf(error).said;
  return status === 0 || status === 503;
};

/** What has been read. Live events keep it fresh; whoever was away reads anew. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => retriable(error) && failures < 4,
      retryDelay: (failures) => Math.min(1000 * 2 ** failures, 10_000),
    },
    mutations: { retry: false },
  },
});
