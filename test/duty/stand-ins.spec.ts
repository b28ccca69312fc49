import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { openSource } from '../world/database.js';
import { World } from '../world/world.js';
import { AGENCY, hire, known, refusalOf, standIn, type Person } from './support/office.js';

let world: World;
let program: DataSource;
let head: Person;
let admin: Person;

beforeAll(async () => {
  world = await World.start();
  program = await openSource(world.database.address);
  head = await known(world, 'hapulico.thu.truong');
  admin = await known(world, 'quan.tri');
}, 60_000);
afterAll(async () => {
  await program.destroy();
  await world.stop();
});

const some = (count: number) =>
  Promise.all(Array.from({ length: count }, () => hire(world))) as Promise<Person[]>;

const idOf = async (login: string) => (await known(world, login)).id;

describe('a stand-in', () => {
  it('is made by the absent person, and shown to the unit until it is over', async () => {
    const [an, binh] = await some(2);
    const { body } = await standIn(world, an!.api, an!.id, binh!.id).expect(201);
    const { items } = (await head.api.get('/api/stand-ins?limit=100').expect(200)).body;
    expect(items.find(({ id }: { id: string }) => id === body.id)).toMatchObject({
      absent: { id: an!.id, role: 'officer', agency: AGENCY },
      standIn: { id: binh!.id },
      running: true,
      endedAt: null,
    });
    const foreign = await world.head('EVNHANOI');
    expect((await foreign.get('/api/stand-ins')).body.items).toEqual([]);
    await foreign.delete(`/api/stand-ins/${body.id}`).expect(404);
    await an!.api.delete(`/api/stand-ins/${body.id}`).expect(204);
    const left = (await head.api.get('/api/stand-ins?limit=100')).body.items;
    expect(left.map(({ id }: { id: string }) => id)).not.toContain(body.id);
    const all = (await head.api.get('/api/stand-ins?state=all&limit=100')).body.items;
    expect(all.find(({ id }: { id: string }) => id === body.id).endedAt).not.toBeNull();
  });

  it('is made by the head for the agency, the supervisor for the center, the administrator for all', async () => {
    const [an, binh, chi] = await some(3);
    await standIn(world, head.api, an!.id, binh!.id).expect(201);
    await standIn(world, admin.api, chi!.id, binh!.id).expect(201);
    const [one, two] = [await idOf('truc.tong.dai.1'), await idOf('truc.tong.dai.2')];
    await standIn(world, await world.supervisor(), one, two).expect(201);
    const refused = [
      await standIn(world, binh!.api, an!.id, chi!.id, { from: 20 }),
      await standIn(world, await world.head('EVNHANOI'), an!.id, binh!.id, { from: 20 }),
      await standIn(world, await world.supervisor(), an!.id, binh!.id, { from: 20 }),
      await standIn(world, await world.operator(), two, one, { from: 20 }),
    ];
    for (const { status, body } of refused)
      expect([status, body.errors?.[0]?.field]).toEqual([400, 'absent']);
  });

  it('pages without a gap', async () => {
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const { body } = await admin.api.get(
        `/api/stand-ins?state=all&limit=2${next && `&after=${next}`}`,
      );
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      next = body.next;
    }
    const [{ count }] = await world.behind.query('select count(*)::int from stand_in');
    expect([new Set(seen).size, seen.length]).toEqual([count, count]);
  });

  it('ends after it begins and after now, and is somebody else', async () => {
    const [an, binh] = await some(2);
    const put = async (body: object) =>
      (await an!.api.post('/api/stand-ins', { absent: an!.id, standIn: binh!.id, ...body })).body
        .errors?.[0]?.field;
    expect(await put({ endsAt: '2026-03-10T01:59:00Z' })).toBe('endsAt');
    expect(await put({ startsAt: '2026-03-12T02:00:00Z', endsAt: '2026-03-12T02:00:00Z' })).toBe(
      'endsAt',
    );
    expect(await put({ endsAt: '2026-02-30T25:00:00Z' })).toBe('endsAt');
    expect(await put({ endsAt: 'tomorrow' })).toBe('endsAt');
    expect(await put({ endsAt: '2026-03-12T02:00:00Z', standIn: an!.id })).toBe('standIn');
  });

  it.each([
    ['hapulico.can.bo', 'evn.can.bo'],
    ['truc.tong.dai.1', 'hapulico.can.bo'],
    ['giam.sat', 'quan.sat'],
    ['quan.tri', 'giam.sat'],
    ['giam.sat', 'quan.tri'],
  ])('of %s is never %s', async (absent, other) => {
    const refused = await standIn(world, admin.api, await idOf(absent), await idOf(other), {
      from: 40,
    });
    expect([refused.status, refused.body.code]).toEqual([409, 'stand_in.not_colleagues']);
  });

  it('is one at a time, next to each other as many as there are', async () => {
    const [an, binh, chi] = await some(3);
    await standIn(world, an!.api, an!.id, binh!.id, { from: 10, hours: 10 }).expect(201);
    for (const from of [1, 5, 15]) {
      const refused = await standIn(world, an!.api, an!.id, chi!.id, { from, hours: 10 });
      expect([refused.status, refused.body.code]).toEqual([409, 'stand_in.overlap']);
    }
    await standIn(world, an!.api, an!.id, chi!.id, { from: 20, hours: 10 }).expect(201);
    await standIn(world, an!.api, an!.id, chi!.id, { from: 1, hours: 9 }).expect(201);
  });

  it('that was ended is out of the way, before it began too', async () => {
    const [an, binh, chi] = await some(3);
    const { body } = await standIn(world, an!.api, an!.id, binh!.id, { from: 10 }).expect(201);
    await an!.api.delete(`/api/stand-ins/${body.id}`).expect(204);
    await standIn(world, an!.api, an!.id, chi!.id, { from: 10 }).expect(201);
  });

  it('forms no circle at any one time', async () => {
    const [an, binh, chi] = await some(3);
    await standIn(world, head.api, an!.id, binh!.id, { hours: 10 }).expect(201);
    await standIn(world, head.api, binh!.id, chi!.id, { from: 5, hours: 10 }).expect(201);
    for (const [absent, other, from] of [
      [binh!, an!, 2],
      [chi!, an!, 8],
    ] as const) {
      const refused = await standIn(world, head.api, absent.id, other.id, { from, hours: 1 });
      expect([refused.status, refused.body.code]).toEqual([409, 'stand_in.circle']);
    }
    // After the first has ended the chain is no circle any more.
    await standIn(world, head.api, chi!.id, an!.id, { from: 12, hours: 1 }).expect(201);
  });

  it('of two that close a circle together, made at once, one is refused', async () => {
    const [an, binh] = await some(2);
    const answers = await Promise.all([
      standIn(world, an!.api, an!.id, binh!.id),
      standIn(world, binh!.api, binh!.id, an!.id),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  it('is held by the database as well', async () => {
    const [an, binh] = await some(2);
    const row = (absent: string, other: string, end: string) =>
      program.query(
        `insert into stand_in (id, absent_id, stand_in_id, starts_at, ends_at, made_at)
         values (gen_random_uuid(), $1, $2, '2026-06-01Z', $3, now())`,
        [absent, other, end],
      );
    const day = '2026-06-02Z';
    expect(await refusalOf(row(an!.id, an!.id, day))).toBe('23514 stand_in_other');
    expect(await refusalOf(row(an!.id, binh!.id, '2026-05-01Z'))).toBe('23514 stand_in_time');
    expect(await refusalOf(row(an!.id, await idOf('evn.can.bo'), day))).toBe(
      '23514 stand_in_colleagues',
    );
    expect(await refusalOf(row(an!.id, binh!.id, day))).toBe('done');
    expect(await refusalOf(row(an!.id, binh!.id, day))).toBe('23514 stand_in_overlap');
    expect(await refusalOf(row(binh!.id, an!.id, day))).toBe('23514 stand_in_circle');
  });
});
