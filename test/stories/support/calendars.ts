import { City } from '../../../src/catalog/city.js';
import type { DraftView } from '../../../src/catalog/publishing/drafts.dto.js';
import type { RecalculationView } from '../../../src/deadlines/recalculation/recalculation.dto.js';
import { Recalculator } from '../../../src/deadlines/recalculation/recalculator.js';
import type { Api } from '../../world/api.js';
import type { World } from '../../world/world.js';
import { eventsOf, type Logged } from './events.js';

export const cityOf = (world: World) => world.app.get(City, { strict: false });

export async function draftOf(
  admin: Api,
  kind: 'calendars' | 'agency_calendars',
  definition?: unknown,
): Promise<DraftView> {
  const body = { kind, title: 'Lịch mới', ...(definition !== undefined && { definition }) };
  return (await admin.post('/api/drafts', body).expect(201)).body as DraftView;
}

export const importDays = (admin: Api, { id, version }: DraftView, csv: string) =>
  admin
    .post(`/api/drafts/${id}/days`, { csv, calendars: ['office', 'one-stop-saturday'] })
    .set('if-match', `"${version}"`);

/** A draft of calendars with the days of a CSV. */
export async function draftWith(admin: Api, csv: string): Promise<DraftView> {
  const draft = await draftOf(admin, 'calendars');
  return (await importDays(admin, draft, csv).expect(200)).body as DraftView;
}

export async function publish(
  admin: Api,
  { id, version }: DraftView,
  document: string,
): Promise<RecalculationView> {
  await admin
    .post(`/api/drafts/${id}/publish`, { document })
    .set('if-match', `"${version}"`)
    .expect(200);
  const { body } = await admin.get('/api/recalculations').expect(200);
  return body.items[0] as RecalculationView;
}

/** Lets the replicas take the version up, then works the recalculation off. */
export async function recompute(world: World): Promise<number> {
  world.time.advance({ minutes: 1 });
  return world.app.get(Recalculator, { strict: false }).sweep();
}

export async function progressOf(admin: Api, { id }: { id: string }): Promise<RecalculationView> {
  return (await admin.get(`/api/recalculations/${id}`).expect(200)).body as RecalculationView;
}

export async function movesOf(world: World, id: string): Promise<Logged[]> {
  return (await eventsOf(world, id)).filter(({ type }) => type === 'deadline_moved');
}
