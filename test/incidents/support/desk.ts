import type { IncidentView } from '../../../src/triage/incidents/incidents.dto.js';
import { IncidentWorker } from '../../../src/triage/incidents/incident-worker.js';
import type { Api } from '../../world/api.js';
import { caseIdOf, streetLight } from '../../world/complaints.js';
import type { World } from '../../world/world.js';

export interface Filed {
  code: string;
  id: string;
  email: string;
}

/** A street light that somebody with a mail address files. */
export async function files(
  world: World,
  email: string,
  changes: Record<string, unknown> = {},
): Promise<Filed> {
  const { code } = await world.anyone.files(
    streetLight({ filer: { name: 'An', email }, ...changes }),
  );
  return { code, email, id: await caseIdOf(world, code) };
}

/** Several of them, each by somebody else. */
export async function filesSeveral(world: World, emails: readonly string[]): Promise<Filed[]> {
  const filed: Filed[] = [];
  for (const email of emails) filed.push(await files(world, email));
  return filed;
}

export const ids = (filed: readonly Filed[]) => filed.map(({ id }) => id);

export const settle = (world: World) => world.app.get(IncidentWorker, { strict: false }).settle();

export async function opens(
  by: Api,
  cases: string[],
  body: Record<string, unknown> = {},
): Promise<IncidentView> {
  const answer = await by.post('/api/incidents', { cases, ...body });
  if (answer.status !== 201) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body as IncidentView;
}

export async function incidentOf(by: Api, id: string): Promise<IncidentView> {
  return (await by.get(`/api/incidents/${id}`).expect(200)).body as IncidentView;
}

/** A command on the version that the caller sees now, or on the one given. */
export async function tellsIncident(
  by: Api,
  id: string,
  command: string,
  body: Record<string, unknown> = {},
  version?: number,
) {
  const seen = version ?? (await incidentOf(by, id)).version;
  return by.post(`/api/incidents/${id}/${command}`, body).set('if-match', `"${seen}"`);
}

export async function doesIncident(
  by: Api,
  id: string,
  command: string,
  body: Record<string, unknown> = {},
): Promise<IncidentView> {
  const answer = await tellsIncident(by, id, command, body);
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body as IncidentView;
}
