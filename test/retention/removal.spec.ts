import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StoreSweep } from '../../src/intake/files/store-sweep.js';
import { ReceiptsSweep } from '../../src/intake/receipts-sweep.js';
import { problemsOf } from '../cli/desk.js';
import { keepSignedIn } from '../stories/support/events.js';
import { streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';
import { dump, fullLife, planted, statistics, Verb, wordsIn, type Life } from './support/ground.js';

let world: World;
let verb: Verb;
let life: Life;
/** One that stays as it is. */
let other: Life;

beforeAll(async () => {
  world = await World.start();
  verb = await Verb.open(world);
  life = await fullLife(world);
  other = await fullLife(world);
}, 90_000);
afterAll(async () => {
  await verb.source.destroy();
  await world.stop();
});

const change = (statement: string, ...parameters: unknown[]) =>
  world.behind.query(statement, [life.id, ...parameters]);
const found = () => problemsOf(verb.source, life.id);
const supervisor = async () => {
  const signedIn = await world.supervisor();
  await keepSignedIn(world);
  return signedIn;
};
const reason = 'Người gửi rút lại sự đồng ý bằng văn bản.';

describe("the supervisor's command", () => {
  it('is for the supervisor alone, with the version and the reason', async () => {
    const command = { ground: 'withdrawn', text: reason };
    const operator = await world.operator();
    expect((await operator.tells(life.id, 'anonymise', command)).status).toBe(403);
    const by = await supervisor();
    const answers = [
      await by.tells(life.id, 'anonymise', { ...command, ground: 'retention' }),
      await by.tells(life.id, 'anonymise', { ground: 'withdrawn' }),
      await by.post(`/api/cases/${life.id}/anonymise`, command),
      await by.tells(life.id, 'anonymise', command, 1),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 428, 409]);
    expect(wordsIn(await dump(world))).toEqual(Object.values(planted));
  });

  it('is refused while the matter is open', async () => {
    const { code } = await world.anyone.files(streetLight());
    const [row] = await world.behind.query<{ id: string }[]>(
      'select id from complaint where code = $1',
      [code],
    );
    const command = { ground: 'withdrawn', text: reason };
    const refused = await (await supervisor()).tells(row?.id ?? '', 'anonymise', command);
    expect([refused.status, refused.body.code]).toEqual([409, 'move.not_allowed']);
  });

  it('removes every word and keeps what is counted', async () => {
    const before = await statistics(world);
    await (await supervisor()).does(life.id, 'anonymise', { ground: 'withdrawn', text: reason });
    expect(await statistics(world)).toEqual(before);
    const rows = (await dump(world)).split('\n').filter((row) => row.includes(life.id));
    expect(rows.length).toBeGreaterThan(20);
    expect(wordsIn(rows.join('\n'))).toEqual([]);
    const kept = rows.map((row) => row.split(' ')[0]);
    for (const table of ['filer', 'attachment', 'complaint_search'])
      expect(kept).not.toContain(table);
    expect(await change('select lat, lon from complaint where id = $1')).toEqual([
      { lat: 21.02, lon: 105.85 },
    ]);
  });

  it('stands in the log with who and why', async () => {
    const { timeline, text, filer, answers } = await (await supervisor()).sees(life.id);
    expect(timeline.at(-1)).toMatchObject({
      type: 'anonymised',
      actor: { role: 'supervisor' },
      data: { ground: 'withdrawn' },
      text: reason,
    });
    expect({ text, filer, answers }).toEqual({ text: '', filer: null, answers: {} });
  });
});

describe('the filer', () => {
  it('is told that the words have been removed, and of the status', async () => {
    const tracked = await world.anyone.tracks(life.code);
    expect(tracked).toMatchObject({ status: 'closed', answer: null, can: [] });
    expect(tracked.removed?.vi).toContain('đã được xóa hẳn');
    expect(tracked.removed?.en).toContain('removed for good');
    expect(tracked.timeline.at(-1)?.type).toBe('anonymised');
    expect(tracked.timeline.every(({ text }) => text === null)).toBe(true);
    expect(wordsIn(JSON.stringify(tracked))).toEqual([]);
    expect((await world.anyone.tracks(other.code)).removed).toBeNull();
  });

  it.each([
    ['rating', { score: 1 }],
    ['reopen', { text: 'Chưa xong đâu.' }],
  ])('can do nothing more: %s', async (name, body) => {
    const path = `/api/complaints/${life.code}/${name}`;
    const { body: problem } = await world.anyone.post(path, body).expect(409);
    expect((problem as { code: string }).code).toBe('case.anonymised');
  });
});

describe('staff', () => {
  it.each([
    ['note', { text: 'Ghi thêm.' }],
    ['reopen', { text: 'Mở lại xem.' }],
    ['anonymise', { ground: 'withdrawn', text: reason }],
  ])('can do nothing more either: %s', async (command, body) => {
    const refused = await (await supervisor()).tells(life.id, command, body);
    expect([refused.status, refused.body.code]).toEqual([409, 'case.anonymised']);
  });
});

describe('verify-log', () => {
  it('finds nothing wrong in the whole database', async () => {
    expect(await problemsOf(verb.source)).toEqual([]);
  });

  const left = (what?: string) => [
    { complaintId: life.id, kind: 'text.left', number: expect.any(Number), ...(what && { what }) },
  ];

  it.each([
    ['text', `text = 'x'`, `text = ''`],
    ['address', `address = 'x'`, 'address = null'],
    ['answers', `answers = '{"a": "x"}'`, `answers = '{}'`],
    ['place', 'lat = 21.01523', 'lat = 21.02'],
    ['reachable', 'reachable = true', 'reachable = false'],
  ])('finds %s that is still there', async (what, there, removed) => {
    await change(`update complaint set ${there} where id = $1`);
    expect(await found()).toEqual(left(what));
    await change(`update complaint set ${removed} where id = $1`);
    expect(await found()).toEqual([]);
  });

  it('finds a message, a filer, a search entry and a file that are still there', async () => {
    await change(`update message set text = 'x' where complaint_id = $1 and number = 3`);
    await change(`update message set parts = '{}' where complaint_id = $1 and number = 4`);
    const [{ numbers = 0 } = {}] = await change(
      `select count(*)::int as numbers from message
       where complaint_id = $1 and (number = 3 or number = 4)`,
    );
    expect(await found()).toHaveLength(numbers);
    expect(numbers).toBeGreaterThan(0);
    await change(`update message set text = '', parts = null
      where complaint_id = $1 and number in (3, 4)`);
    await change(`insert into complaint_search select $1, document from complaint_search limit 1`);
    expect(await found()).toEqual(left('complaint_search'));
    await change('delete from complaint_search where complaint_id = $1');
    await change(
      `insert into filer (complaint_id, type, key, sealed)
       select $1, type, key, sealed from filer limit 1`,
    );
    expect(await found()).toEqual(left('filer'));
    await change('delete from filer where complaint_id = $1');
    await change(
      `insert into attachment (id, complaint_id, name, type, bytes, sha256, added_at)
       select gen_random_uuid(), $1, name, type, bytes, sha256, added_at from attachment limit 1`,
    );
    expect(await found()).toMatchObject(left());
    await change('delete from attachment where complaint_id = $1');
    expect(await found()).toEqual([]);
  });

  it('still finds what was tampered with', async () => {
    await change(`update complaint set rating = 5 where id = $1`);
    expect(await found()).toMatchObject([{ kind: 'row.changed', what: 'rating' }]);
    await change(`update complaint set rating = 4, anonymised = false where id = $1`);
    expect(await found()).toMatchObject([{ kind: 'row.changed', what: 'anonymised' }]);
    await change(`update complaint set anonymised = true where id = $1`);
    await change(`update message set text = 'khác' where complaint_id = $1
      and number = (select max(number) from message where complaint_id = $1)`);
    expect(await found()).toMatchObject([{ kind: 'message.changed' }]);
    await change(
      `update message set text = $2 where complaint_id = $1
      and number = (select max(number) from message where complaint_id = $1)`,
      reason,
    );
    await change(`delete from message where complaint_id = $1
      and number = (select min(number) from message where complaint_id = $1)`);
    expect(await found()).toMatchObject([{ kind: 'message.missing' }]);
  });
});

describe('after their time', () => {
  it('nothing of the words is left in the whole database, nor the files in the store', async () => {
    const before = await statistics(world);
    world.time.set('2030-01-01T00:00:00.000Z');
    expect((await verb.run()).done).toBe(1);
    expect(await statistics(world)).toEqual(before);
    await world.deliver();
    expect(wordsIn(await dump(world))).toEqual([]);
    expect(await problemsOf(verb.source, other.id)).toEqual([]);
    const sweep = world.app.get(StoreSweep, { strict: false });
    expect(await sweep.sweep()).toBe(1);
  });
});

describe('answers kept for repeated requests', () => {
  it('are forgotten after 30 days and not before', async () => {
    world.time.set('2030-02-01T00:00:00.000Z');
    const sweep = world.app.get(ReceiptsSweep, { strict: false });
    const count = () => world.behind.query('select 1 from idempotency_key');
    const key = { 'idempotency-key': 'one' };
    await world.anyone
      .post(
        '/api/complaints',
        streetLight({
          answers: { seen_at: '2030-01-31T19:40:00+07:00', extent: 'several' },
        }),
      )
      .set(key)
      .expect(201);
    world.time.set('2030-03-03T00:00:00.000Z');
    await sweep.sweep();
    expect(await count()).toHaveLength(1);
    world.time.advance({ minutes: 1 });
    await sweep.sweep();
    expect(await count()).toHaveLength(0);
  });
});
