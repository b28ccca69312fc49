import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CenterLoad, Wall } from '../../src/reports/center/center.dto.js';
import type { Api } from '../world/api.js';
import { caseIdOf, streetLight, unclear } from '../world/complaints.js';
import { World } from '../world/world.js';
import { keepSignedIn } from './support/events.js';

let world: World;
let operator: Api;
let supervisor: Api;

beforeAll(async () => {
  world = await World.start();
  [operator, supervisor] = [await world.operator(), await world.supervisor()];
  await keepSignedIn(world);
}, 60_000);
afterAll(() => world.stop());

const load = async (): Promise<CenterLoad> =>
  (await supervisor.get('/api/operators/load').expect(200)).body as CenterLoad;
const wall = async (): Promise<Wall> => (await operator.get('/api/wall').expect(200)).body as Wall;

describe('the figures of the center', () => {
  it('count who decided first, how long it took, and what waits', async () => {
    const { code } = await world.anyone.files(unclear());
    await operator.post('/api/calls', streetLight()).expect(201);
    const id = await caseIdOf(world, code);
    expect((await load()).triage).toMatchObject({ count: 1 });
    world.time.advance({ minutes: 12 });
    await operator.does(id, 'classify', { category: 'CS-01' });
    await operator.does(id, 'assign', { lead: 'HAPULICO' });
    const { people, triage } = await load();
    const { id: who } = (await operator.get('/api/me').expect(200)).body as { id: string };
    expect(triage.count).toBe(0);
    expect(people.find((one) => one.id === who)).toMatchObject({
      cases: 2,
      calls: 1,
      triaged: 1,
      medianMinutes: 12,
    });
    // Whoever assigns it again has not triaged it.
    await (
      await world.head('HAPULICO')
    ).does(id, 'return', {
      ground: 'not_clear',
      text: 'Không rõ đèn nào, đề nghị làm rõ.',
    });
    await supervisor.does(id, 'assign', { lead: 'UBND-00256' });
    const boss = (await load()).people.find(({ role }) => role === 'supervisor');
    expect(boss).toMatchObject({ cases: 1, triaged: 0, medianMinutes: null });
    await operator.get('/api/operators/load').expect(403);
  });

  it('say on the wall what came by which way, and what is late', async () => {
    const { received, late, soon } = await wall();
    expect(received.channels).toEqual(
      expect.arrayContaining([
        { channel: 'hotline', count: 1 },
        { channel: 'web', count: 1 },
      ]),
    );
    expect([late, soon]).toEqual([0, 0]);
    world.time.advance({ days: 10 });
    await keepSignedIn(world);
    expect((await wall()).late).toBeGreaterThan(0);
    expect((await wall()).received.count).toBe(0);
    await (await world.head('HAPULICO')).get('/api/wall').expect(403);
  });
});
