import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RepeatRounds } from '../../src/triage/likeness/repeat-rounds.js';
import { answer, caseIdOf, streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';
import { keepSignedIn } from './support/events.js';

let world: World;
let first: string;
let again: string;

/** Rounds until the end of the log: what runs in other databases of the cluster holds an event back for a moment. */
async function round(): Promise<number> {
  const rounds = world.app.get(RepeatRounds, { strict: false });
  for (let marked = 0; ;) {
    marked += await rounds.round();
    const behind = await world.behind.query<unknown[]>(
      `select 1 from complaint_event e, log_follower f
       where f.name = 'repeats' and (e.xid, e.seq) > (f.xid, f.seq)`,
    );
    if (behind.length === 0) return marked;
  }
}

async function files(changes: Record<string, unknown> = {}): Promise<string> {
  return caseIdOf(world, (await world.anyone.files(streetLight(changes))).code);
}

async function answers(id: string): Promise<void> {
  const [head, operator] = [await world.head('HAPULICO'), await world.operator()];
  await head.does(id, 'accept', { officer: await world.officerOf('HAPULICO') });
  await head.does(id, 'answer', answer);
  await operator.does(id, 'publish');
}

beforeAll(async () => {
  world = await World.start();
  first = await files();
  await answers(first);
  // Answered before, and never back.
  await answers(await files({ place: { point: { lat: 21.02, lon: 105.86 } } }));
  expect(await round()).toBe(0);
  await keepSignedIn(world);
  world.time.advance({ days: 60 });
  again = await files({ text: 'Đèn đường phố Hòa Mã lại hỏng tiếp rồi.' });
}, 60_000);
afterAll(() => world.stop());

describe('the same thing at the same place after an answer', () => {
  it('is marked in the background, with the reasons and whose answer it was', async () => {
    const operator = await world.operator();
    expect((await operator.sees(again)).repeatOf).toBeNull();
    expect(await round()).toBe(1);
    const seen = await operator.sees(again);
    expect(seen.repeatOf).toMatchObject({ id: first, status: 'resolved', lead: 'HAPULICO' });
    expect(seen.timeline.at(-1)).toMatchObject({
      type: 'marked_repeat',
      actor: { kind: 'system' },
      data: {
        of: first,
        agency: 'HAPULICO',
        reasons: [
          { vi: 'cùng lĩnh vực', en: 'the same category' },
          { vi: 'ngay tại chỗ', en: 'at the same spot' },
          { vi: expect.stringMatching(/^lời giống/), en: expect.any(String) },
          { vi: '60 ngày sau khi có kết quả', en: '60 days after the answer' },
        ],
      },
    });
    expect((await operator.sees(first)).repeats.map(({ id }) => id)).toEqual([again]);
  });

  it('is looked at once: another round finds nothing new', async () => {
    expect(await round()).toBe(0);
  });

  it('changes no clock and no promise', async () => {
    const rows = await world.behind.query<{ clocks: unknown[] }[]>(
      `select clocks from complaint_event where type = 'marked_repeat'`,
    );
    expect(rows).toEqual([{ clocks: [] }]);
  });

  it('counts against the answers of the agency, with the denominator', async () => {
    const { body } = await (await world.supervisor()).get('/api/agencies/repeats').expect(200);
    expect(body.items).toEqual([
      expect.objectContaining({ agency: 'HAPULICO', answers: 2, repeated: 1, rate: 0.5 }),
    ]);
    expect(body.definition.vi).toContain('kết quả đã công bố');
    const own = await (await world.head('HAPULICO')).get('/api/agencies/repeats').expect(200);
    expect(own.body.items).toEqual(body.items);
    const other = await (await world.head('EVNHANOI')).get('/api/agencies/repeats').expect(200);
    expect(other.body.items).toEqual([]);
  });

  it('makes the place a hot spot, without an exact place', async () => {
    const leader = await world.as('lanh.dao');
    const { body } = await leader.get('/api/hot-spots?category=CS-01').expect(200);
    expect(body.items).toEqual([
      expect.objectContaining({ family: 'CS', count: 2, repeats: 1, lat: 21.015, lon: 105.855 }),
    ]);
    await leader.get('/api/hot-spots?from=2025-01-01&to=2026-03-01').expect(400);
    await leader.get('/api/hot-spots?category=X-1').expect(400);
  });

  it('is no repeat once an operator says so, for a reason on record', async () => {
    const operator = await world.operator();
    const text = 'Lần trước hỏng bóng, lần này do xe đâm gãy cột.';
    await operator.does(again, 'unmark_repeat', { text });
    const seen = await operator.sees(again);
    expect(seen.repeatOf).toBeNull();
    expect(seen.timeline.at(-1)).toMatchObject({ type: 'unmarked_repeat', text });
    expect((await operator.tells(again, 'unmark_repeat', { text })).body.code).toBe(
      'repeat.not_marked',
    );
    const { body } = await (await world.supervisor()).get('/api/agencies/repeats').expect(200);
    expect(body.items[0]).toMatchObject({ answers: 2, repeated: 0, rate: 0 });
    expect(await round()).toBe(0);
  });
});

describe('it is no repeat', () => {
  it.each([
    [
      'of another thing',
      {
        category: 'CS-02',
        text: 'Tủ điện chiếu sáng rò điện ở cột cổng chợ.',
        answers: { seen_at: '2026-05-09T08:00:00+07:00', post_number: '12' },
      },
      0,
    ],
    ['at another place', { place: { point: { lat: 21.0185, lon: 105.8545 } } }, 0],
    ['about an office', { about: 'UBND-00256' }, 0],
    ['after the recurrence window', {}, 120],
  ] as const)('%s', async (_, changes, days) => {
    await keepSignedIn(world);
    world.time.advance({ days });
    await files(changes);
    expect(await round()).toBe(0);
  });
});

describe('what gets its category at the desk', () => {
  it('is looked at then', async () => {
    await keepSignedIn(world);
    const place = { point: { lat: 21.03, lon: 105.85 } };
    await answers(await files({ place }));
    world.time.advance({ days: 20 });
    const text = 'Cột này lại như hôm trước, nhờ trung tâm xem giúp cho bà con.';
    const late = await caseIdOf(world, (await world.anyone.files({ text, place })).code);
    expect(await round()).toBe(0);
    await (await world.operator()).does(late, 'classify', { category: 'CS-01' });
    expect(await round()).toBe(1);
  });
});
