import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Log } from '../../src/platform/logging/log.js';
import { answer, caseIdOf } from '../world/complaints.js';
import { World } from '../world/world.js';
import { keepSignedIn, mailsOf } from '../stories/support/events.js';
import { filesWith, png } from '../stories/support/files.js';
import { found } from './support/found.js';

const identity = {
  name: 'Chim Vành Khuyên',
  phone: '0987 654 321',
  email: 'vanh.khuyen@canary.example',
};
const words = {
  text: 'Hoàng yến hót ở số nhà 4711, đèn đường trước cửa không sáng.',
  address: 'Số 4711 phố Hòa Mã',
  reply: 'Bạch oanh báo thêm: cả dãy bên kia cũng tắt.',
  rating: 'Sơn ca chưa hài lòng lắm.',
};

const filing = {
  category: 'CS-01',
  text: words.text,
  place: { point: { lat: 21.015234567, lon: 105.854512345 }, address: words.address },
  answers: { seen_at: '2026-03-09T19:40:00+07:00', extent: 'several', lamp_number: 'COT-4711' },
  filer: identity,
};

const lines: string[] = [];
let world: World;
let code: string;
let id: string;

/** The life of one complaint with everything that can be said in it, its timers and its mails. */
async function wholeLife(): Promise<void> {
  const files = [{ name: `${identity.name}.png`, content: png }];
  ({ code } = (await filesWith(world, filing, files, `key of ${identity.name}`).expect(201)).body);
  id = await caseIdOf(world, code);
  const [operator, head] = [await world.operator(), await world.head('HAPULICO')];
  const says = (what: string, body: Record<string, unknown>) =>
    world.anyone.post(`/api/complaints/${code}/${what}`, body);
  await keepSignedIn(world);
  world.time.set('2026-03-12T17:00:00+07:00');
  await world.fireTimers();
  await head.does(id, 'accept', { officer: await world.officerOf('HAPULICO') });
  await head.does(id, 'ask', { text: 'Đoạn nào của phố?' });
  await says('messages', { text: words.reply }).expect(200);
  world.time.set('2026-03-24T17:00:00+07:00');
  await world.fireTimers();
  await head.does(id, 'answer', answer);
  await operator.does(id, 'publish');
  await says('rating', { score: 1, text: words.rating }).expect(200);
  await world.deliver();
}

/** Everything that goes wrong on the way, each time with an identity in it. */
async function mishaps(): Promise<void> {
  const bad = { ...filing, category: identity.name, [identity.phone]: identity.email };
  await world.anyone.post('/api/complaints', bad).expect(400);
  await world.anyone.post('/api/session', { login: identity.email, password: identity.phone });
  await world.anyone.get(`/api/cases?q=${encodeURIComponent(identity.name)}`).expect(401);
  await world.anyone.get(`/${identity.email}`).expect(404);
  await (await world.operator()).get(`/api/cases?q=${encodeURIComponent(identity.phone)}`);
  await world.behind.query('alter table filer rename column sealed to closed');
  await world.anyone.post('/api/complaints', filing).expect(500);
  await world.deliver();
  await world.behind.query('alter table filer rename column closed to sealed');
}

beforeAll(async () => {
  world = await World.start({}, new Log('trace', { write: (line: string) => lines.push(line) }));
  await wholeLife();
  await mishaps();
}, 60_000);
afterAll(() => world.stop());

const text = async (answered: PromiseLike<{ text: string }>) => (await answered).text;

describe('an identity', () => {
  it('is in no log line, nor are the words and the code', () => {
    const log = lines.join('');
    expect(lines.length).toBeGreaterThan(20);
    expect(log).toContain('request failed');
    expect(log).toContain('"route":"/api/complaints/:code/messages"');
    expect(found({ ...identity, ...words, code }, log)).toEqual([]);
    for (const line of lines) expect(JSON.parse(line)).toHaveProperty('time');
  });

  it('is not in the metrics or the health of the program', async () => {
    const said = await Promise.all(
      ['/metrics', '/health/live', '/health/ready'].map((path) => text(world.anyone.get(path))),
    );
    expect(said[0]).toContain('/api/complaints/:code');
    expect(found({ ...identity, ...words, code, id }, said.join(''))).toEqual([]);
  });

  it('is not in the published list, and the place there is about 100 m wide', async () => {
    const listed = await text(world.anyone.get('/api/public/complaints'));
    expect(listed).toContain(id);
    expect(listed).toContain('21.015,');
    expect(found({ ...identity, ...words, code, lamp: 'COT-4711' }, listed)).toEqual([]);
  });

  it('is not on the page of the code, which whoever has it may open', async () => {
    const tracked = await text(world.anyone.get(`/api/complaints/${code}`));
    expect(found(identity, tracked)).toEqual([]);
  });

  it('is not shown to the agencies or the city, in whatever view', async () => {
    const views = await Promise.all(
      [
        await world.head('HAPULICO'),
        await world.head('UBND-00256'),
        await world.as('hapulico.can.bo'),
        await world.as('lanh.dao'),
        await world.as('quan.sat'),
      ].flatMap((by) => [text(by.get(`/api/cases/${id}`)), text(by.get('/api/cases?queue=all'))]),
    );
    for (const view of views) {
      expect(view).toContain(id);
      expect(found({ ...identity, code }, view.replaceAll(`${identity.name}.png`, ''))).toEqual([]);
    }
  });

  it('is not in the outbox, as it is kept or as it is shown', async () => {
    const rows = JSON.stringify(await world.behind.query('select * from outbox'));
    expect(found({ ...identity, ...words, code }, rows)).toEqual([]);
    const admin = await world.as('quan.tri');
    for (const state of ['waiting', 'sent', 'dead']) {
      const shown = await text(admin.get(`/api/outbox?state=${state}`));
      expect(found({ ...identity, ...words, code }, shown)).toEqual([]);
    }
  });

  it('is not in the log of events, so that it can be erased beside it', async () => {
    const events = JSON.stringify(await world.behind.query('select * from complaint_event'));
    expect(found({ ...identity, ...words, code }, events)).toEqual([]);
  });

  it('is not in the mails of staff; the mails of the filer go to the filer', async () => {
    const mails = await mailsOf(world);
    const own = mails.filter(({ to }) => to === identity.email);
    const others = mails.filter(({ to }) => to !== identity.email);
    expect([own.length > 4, others.length > 4]).toEqual([true, true]);
    for (const { to } of others) expect(to).toMatch(/@demo\.example$/);
    const secrets = { ...identity, code, reply: words.reply, rating: words.rating };
    expect(found(secrets, JSON.stringify(others))).toEqual([]);
    const sent = own.map(({ subject, text: body, html }) => subject + body + html).join('');
    expect(found({ ...identity, text: words.text }, sent)).toEqual([]);
  });

  it('is shown to the center', async () => {
    const seen = await (await world.operator()).sees(id);
    expect(seen).toMatchObject({ filer: identity, code });
  });
});
