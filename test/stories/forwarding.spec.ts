import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseIdOf, streetLight, unclear } from '../world/complaints.js';
import { World } from '../world/world.js';
import { eventsOf, mailsOf } from './support/events.js';

let world: World;

beforeAll(async () => {
  world = await World.start();
}, 60_000);
afterAll(() => world.stop());

const document = {
  body: 'Cục Đường bộ Việt Nam',
  document: '123/TTHT-CV',
  date: '2026-03-10',
  text: 'Quốc lộ đi qua tỉnh bên do Cục quản lý, thành phố không có thẩm quyền.',
};

const filed = async () => {
  const filer = { name: 'An', email: 'an@example.vn' };
  const { code } = await world.anyone.files(unclear({ filer }));
  return { code, id: await caseIdOf(world, code) };
};

describe('a matter of a central body', () => {
  it('is forwarded by a document that stays on record and that the filer is told of', async () => {
    const { code, id } = await filed();
    const operator = await world.operator();
    await operator.does(id, 'forward', document);
    expect(await operator.sees(id)).toMatchObject({ status: 'rejected', holder: null });
    expect((await eventsOf(world, id)).at(-1)).toMatchObject({
      type: 'forwarded',
      data: { body: document.body, document: document.document, date: document.date },
    });
    const tracked = await world.anyone.tracks(code);
    expect(tracked.timeline.at(-1)).toMatchObject({
      words: {
        vi: 'Đã chuyển đến Cục Đường bộ Việt Nam theo văn bản số 123/TTHT-CV ngày 10/03/2026',
      },
      text: document.text,
    });
    expect(tracked.can).toContain('appeal');
    await world.deliver();
    const mail = (await mailsOf(world)).find(({ text }) => text.includes('123/TTHT-CV'));
    expect(mail?.text).toContain('Cơ quan nhận: Cục Đường bộ Việt Nam');
    expect(mail?.text).toContain('Văn bản số: 123/TTHT-CV');
    const running = await world.behind.query(
      'select 1 from clock where complaint_id = $1 and stopped_at is null',
      [id],
    );
    expect(running).toEqual([]);
  });

  it('is for the supervisor to decide, once the filer has asked for a review', async () => {
    const { code, id } = await filed();
    const operator = await world.operator();
    await operator.does(id, 'forward', document);
    const why = { text: 'Đoạn đường này là của thành phố.' };
    await world.anyone.post(`/api/complaints/${code}/appeal`, why).expect(200);
    const refused = await operator.tells(id, 'forward', document);
    expect([refused.status, refused.body.code]).toEqual([403, 'assignment.needs_supervisor']);
    const supervisor = await world.supervisor();
    await supervisor.does(id, 'forward', document);
    expect((await supervisor.sees(id)).status).toBe('rejected');
  });

  it('is not forwarded without a document, a date of the calendar, or by an agency', async () => {
    const { id } = await filed();
    const operator = await world.operator();
    for (const wrong of [
      { document: '' },
      { date: '2026-02-30' },
      { date: 'hôm qua' },
      { body: '' },
    ])
      expect((await operator.tells(id, 'forward', { ...document, ...wrong })).status).toBe(400);
    const light = await caseIdOf(world, (await world.anyone.files(streetLight())).code);
    const head = await world.head('HAPULICO');
    expect((await head.tells(light, 'forward', document)).status).toBe(403);
    const assigned = await operator.tells(light, 'forward', document);
    expect([assigned.status, assigned.body.code]).toEqual([409, 'move.not_allowed']);
  });
});
