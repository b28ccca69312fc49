import createClient, { type Middleware } from 'openapi-fetch';
import { actingHeaders } from './acting.ts';
import type { paths } from './schema.d.ts';
import { networkProblem, Problem, type ProblemDocument } from './problem.ts';

const telling: Middleware = {
  onRequest({ request }) {
    for (const [name, value] of Object.entries(actingHeaders())) request.headers.set(name, value);
  },
  async onResponse({ response }) {
    if (response.ok) return undefined;
    const isProblem = response.headers.get('content-type')?.includes('problem+json');
    const said = isProblem ? ((await response.json()) as ProblemDocument) : null;
    throw new Problem(said ?? { ...networkProblem, status: response.status });
  },
  onError: () => new Problem(networkProblem),
};

/** The API in the types of its own document; every answer that is no success is thrown as a Problem. */
export const api = createClient<paths>({ baseUrl: location.origin });
api.use(telling);

/** What a call of `api` brought. */
export async function brought<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  return data as T;
}
