import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { problemsOf } from '../cli/desk.js';
import { eventsOf, mailsOf, noticesOf } from '../stories/support/events.js';
import { answer } from '../world/complaints.js';
import { World } from '../world/world.js';
import { AGENCY, hire, inHandsOf, known, type Person } from './support/office.js';

let world: World;
let head: Person;
let an: Person;
let binh: Person;

beforeAll(async () => {
  world = await World.start();
  head = await known(world, 'hapulico.thu.truong');
  an = await hire(world);
  binh = await hire(world);
}, 60_000);
afterAll(() => world.stop());

const one = async () => (await inHandsOf(world, an.id))[0] ?? '';

describe('handing one case over', () => {
  it('changes who holds it, not what was promised', async () => {
    const id = await one();
    const before = await head.api.sees(id);
    world.time.advance({ minutes: 10 });
    const after = await head.api.does(id, 'hand_over', {
      officer: binh.id,
      text: 'Anh An nghỉ phép.',
    });
    expect(after.holder).toEqual({ unit: AGENCY, duty: 'officer', person: binh.id });
    const seen = await head.api.sees(id);
    // Only how long it has been held goes on, and what is left grows less.
    const kept = ({ clocks, dueAt }: typeof seen) => [
      clocks.map(({ spans: _, left: __, ...rest }) => rest),
      dueAt,
    ];
    expect(kept(seen)).toEqual(kept(before));
    expect(seen.timeline.at(-1)).toMatchObject({
      type: 'handed_over',
      data: { from: an.id, to: binh.id, agency: AGENCY },
      text: 'Anh An nghỉ phép.',
    });
    expect((await noticesOf(world, id)).at(-1)).toBe(`staff_handed_over → staff:${binh.id}`);
    expect(await problemsOf(world.behind, id)).toEqual([]);
  });

  it('is told to the new officer, in both languages', async () => {
    await world.deliver();
    await mailsOf(world);
    for (const language of ['vi', 'en']) {
      await world.behind.query('update staff set language = $2 where id = $1', [binh.id, language]);
      await head.api.does(await one(), 'hand_over', { officer: binh.id, text: 'Nghỉ phép.' });
      await world.deliver();
      const mail = (await mailsOf(world)).findLast(({ to }) => to.startsWith(binh.login));
      expect(mail?.subject).toMatch(language === 'vi' ? /^Nhận bàn giao/ : /^Handed over to you/);
      expect(mail?.text).toContain('> Nghỉ phép.');
    }
  });

  it('is open to the officer too, and to nobody of another agency or without a version', async () => {
    const id = await one();
    const evn = await known(world, 'evn.can.bo');
    const to = { officer: binh.id };
    await an.api.post(`/api/cases/${id}/hand_over`, to).expect(428);
    expect((await evn.api.tells(id, 'hand_over', { officer: evn.id }, 3)).status).toBe(404);
    const refused = await (await world.operator()).tells(id, 'hand_over', to);
    expect([refused.status, refused.body.code]).toEqual([403, 'caller.forbidden']);
    await an.api.does(id, 'hand_over', to);
  });

  it('needs another active officer of the agency, and a matter that has been accepted', async () => {
    const id = await one();
    const evn = await known(world, 'evn.can.bo');
    const gone = await hire(world);
    await world.behind.query('update staff set active = false where id = $1', [gone.id]);
    for (const officer of [evn.id, gone.id, '018f0000-0000-7000-8000-000000000000']) {
      const refused = await head.api.tells(id, 'hand_over', { officer });
      expect([refused.status, refused.body.errors?.[0]?.field]).toEqual([400, 'officer']);
    }
    const same = await head.api.tells(id, 'hand_over', { officer: an.id });
    expect([same.status, same.body.code]).toEqual([409, 'hand_over.same_officer']);
    await head.api.does(id, 'answer', answer);
    await head.api.does(id, 'hand_over', { officer: binh.id });
    const sentBack = await (await world.operator()).does(id, 'send_back', { text: 'Thiếu ảnh.' });
    expect(sentBack.holder?.person).toBe(binh.id);
  });

  it('is not of those who follow by the code', async () => {
    const id = await one();
    await head.api.does(id, 'hand_over', { officer: binh.id });
    const [{ code }] = await world.behind.query('select code from complaint where id = $1', [id]);
    const { timeline } = await world.anyone.tracks(code);
    expect(timeline.map(({ type }) => type)).toEqual(['filed', 'assigned', 'accepted']);
    expect((await eventsOf(world, id)).at(-1)?.type).toBe('handed_over');
  });
});
