import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Api } from '../world/api.js';
import { caseIdOf, streetLight, unclear } from '../world/complaints.js';
import { World } from '../world/world.js';
import { eventsOf } from './support/events.js';

let world: World;
let operator: Api;

beforeAll(async () => {
  world = await World.start();
  operator = await world.operator();
}, 60_000);
afterAll(() => world.stop());

const filed = async (body: Record<string, unknown> = unclear()) =>
  caseIdOf(world, (await world.anyone.files(body)).code);

const command = (id: string, ifMatch: string | null) => {
  const call = operator.post(`/api/cases/${id}/note`, { text: 'Đã gọi điện.' });
  return ifMatch === null ? call : call.set('if-match', ifMatch);
};

describe('two people at one case', () => {
  it('of thirty commands on one version one wins, and the others are shown the present case', async () => {
    const id = await filed();
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, at) =>
        operator.tells(id, 'note', { text: `Ghi chú số ${at}.` }, 1),
      ),
    );
    const won = answers.filter(({ status }) => status === 200);
    const lost = answers.filter(({ status }) => status === 409);
    expect([won.length, lost.length]).toEqual([1, 29]);
    expect(won[0]?.body.version).toBe(2);
    for (const { body } of lost) {
      expect(body.code).toBe('case.stale');
      expect(body.present).toMatchObject({ id, version: 2, status: 'new' });
      expect(body.present.timeline).toHaveLength(2);
    }
    expect((await eventsOf(world, id)).map(({ type }) => type)).toEqual(['filed', 'noted']);
  }, 60_000);

  it('different commands on one version: one decision, one holder', async () => {
    const id = await filed();
    const supervisor = await world.supervisor();
    const text = 'Không thuộc thẩm quyền của thành phố.';
    const answers = await Promise.all([
      operator.tells(id, 'assign', { lead: 'HSDC' }, 1),
      supervisor.tells(id, 'assign', { lead: 'EVNHANOI' }, 1),
      operator.tells(id, 'reject', { reason: 'not_competent', text }, 1),
      supervisor.tells(id, 'ask', { text: 'Ở đâu, thưa ông bà?' }, 1),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
    expect(await eventsOf(world, id)).toHaveLength(2);
  });

  it('what the filer sends at the same time is all kept', async () => {
    const { code } = await world.anyone.files(streetLight());
    const id = await caseIdOf(world, code);
    const replies = ['Một.', 'Hai.', 'Ba.', 'Bốn.'];
    const answers = await Promise.all(
      replies.map((text) => world.anyone.post(`/api/complaints/${code}/messages`, { text })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const { timeline } = await operator.sees(id);
    const texts = timeline.map(({ text }) => text).filter((text) => text !== null);
    expect(texts.toSorted()).toEqual(replies.toSorted());
  });
});

describe('If-Match', () => {
  it('is needed', async () => {
    const answer = await command(await filed(), null);
    expect([answer.status, answer.body.code]).toEqual([428, 'request.precondition_required']);
  });

  it.each(['1', '"x"', 'W/"1"', '*', '"1", "2"', '"-1"', '"99999999999"', '""'])(
    'of the form %s is refused',
    async (value) => {
      const answer = await command(await filed(), value);
      expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([400, 'If-Match']);
    },
  );

  it('is the ETag of the case as it was read', async () => {
    const id = await filed();
    const read = await operator.get(`/api/cases/${id}`).expect(200);
    expect(read.headers['etag']).toBe('"1"');
    await command(id, read.headers['etag'] ?? '').expect(200);
    const again = await command(id, read.headers['etag'] ?? '').expect(409);
    expect(again.body.present).toMatchObject({ version: 2 });
    await command(id, '"7"').expect(409);
  });

  it('of an old version shows the present case only to those who may see it', async () => {
    const id = await filed(streetLight());
    const foreign = await world.head('EVNHANOI');
    const refused = await foreign.tells(
      id,
      'accept',
      { officer: await world.officerOf('EVNHANOI') },
      1,
    );
    expect(refused.status).toBe(404);
    expect(refused.body.present).toBeUndefined();
  });
});
