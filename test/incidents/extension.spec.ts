import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventsOf, keepSignedIn, mailsOf, noticesOf } from '../stories/support/events.js';
import { World } from '../world/world.js';
import { files, ids, opens, settle, type Filed } from './support/desk.js';

const reason = 'Kho hết đèn; đèn mới về ngày 14/4.';
const until = '2026-04-15T10:00:00.000Z';

let world: World;
let filed: Filed[];

const at = (moment: string) => world.time.set(`2026-${moment}:00+07:00`);
const promiseOf = async ({ code }: Filed) => (await world.anyone.tracks(code)).promise;

beforeAll(async () => {
  world = await World.start();
  for (const login of ['truc.tong.dai.1', 'giam.sat']) await world.as(login);
  await world.head('HAPULICO');
  await keepSignedIn(world);
  filed = [];
  for (const [moment, email] of [
    ['04-02T09:00', 'over@story.example'],
    ['04-07T09:00', 'main@story.example'],
    ['04-07T10:00', 'two@story.example'],
    ['04-07T11:00', 'two@story.example'],
    ['04-14T09:00', 'later@story.example'],
  ] as const) {
    at(moment);
    filed.push(await files(world, email));
    if (email !== 'main@story.example') continue;
    const head = await world.head('HAPULICO');
    const officer = await world.officerOf('HAPULICO');
    await head.does(filed.at(-1)!.id, 'accept', { officer });
  }
}, 60_000);
afterAll(() => world.stop());

describe('more time for the complaint that goes ahead', () => {
  it('is more time for every promise that still holds, by name and reason, and told to each', async () => {
    at('04-08T09:00');
    const [over, main, ...others] = filed as [Filed, Filed, ...Filed[]];
    const before = await Promise.all(filed.map(promiseOf));
    const operator = await world.operator();
    await opens(operator, [main.id, ...ids([over, ...others])]);
    await settle(world);
    const head = await world.head('HAPULICO');
    await head.does(main.id, 'ask_extension', { until, text: reason });
    const supervisor = await world.supervisor();
    await supervisor.does(main.id, 'grant_extension', { text: reason });
    await settle(world);

    for (const [index, one] of filed.entries()) {
      const { dueAt, moves } = await promiseOf(one);
      const held = before[index]!.dueAt > world.time.now().toISOString();
      const moved = held && before[index]!.dueAt < until;
      expect(dueAt).toBe(moved ? until : before[index]!.dueAt);
      expect(moves).toMatchObject(
        moved ? [{ from: before[index]!.dueAt, why: { vi: 'Được gia hạn' } }] : [],
      );
      const told = (await noticesOf(world, one.id)).filter((notice) => notice.includes('extended'));
      expect(told).toEqual(moved ? ['extended → filer'] : []);
    }
    expect((await promiseOf(over)).dueAt).toBe(before[0]!.dueAt);
    expect((await promiseOf(others[2]!)).dueAt).toBe(before[4]!.dueAt);
  });

  it('says who has granted it, and why', async () => {
    const event = (await eventsOf(world, filed[2]!.id)).at(-1);
    const [granted] = await world.behind.query<{ id: string }[]>(
      `select id from staff where login = 'giam.sat'`,
    );
    expect(event).toMatchObject({
      type: 'followed',
      data: { what: 'extension_granted', extension: { until, by: granted!.id } },
    });
    const { timeline } = await world.anyone.tracks(filed[2]!.code);
    expect(timeline.at(-1)).toMatchObject({ type: 'extension_granted', text: reason });
    await world.deliver();
    const told = (await mailsOf(world)).filter(
      ({ to, subject }) => to === 'two@story.example' && subject.includes('gia hạn'),
    );
    // Each of the two has a date of its own that moves.
    expect(told).toHaveLength(2);
    for (const { text } of told) {
      expect(text).toContain('15/04/2026');
      expect(text).toContain(reason);
    }
  });
});
