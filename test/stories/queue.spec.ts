import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseItem } from '../../src/complaints/dto/cases.dto.js';
import type { Api } from '../world/api.js';
import { answer, caseIdOf, streetLight, unclear } from '../world/complaints.js';
import { World } from '../world/world.js';
import { keepSignedIn } from './support/events.js';

let world: World;
let operator: Api;
let ward: Api;

const drain = {
  category: 'TN-02',
  text: 'Cống trước nhà số 7 tắc, nước thải tràn ra mặt đường.',
  place: { ward: '00256' },
  answers: { seen_at: '2026-03-09T08:00:00+07:00', drain_place: 'street' },
};

beforeAll(async () => {
  world = await World.start();
  operator = await world.operator();
  ward = await world.head('UBND-00256');
  for (let hour = 0; hour < 8; hour += 1) {
    await Promise.all([
      world.anyone.files(streetLight()),
      world.anyone.files(unclear()),
      world.anyone.files(drain),
    ]);
    // Two of three share an instant with their neighbours, so that only the id tells them apart.
    if (hour % 3 === 2) world.time.advance({ hours: 1 });
  }
  await world.deliver();
}, 60_000);
afterAll(() => world.stop());

async function walk(by: Api, query: string, limit: number): Promise<CaseItem[]> {
  const items: CaseItem[] = [];
  let after: string | null = null;
  do {
    const more: string = after === null ? '' : `&after=${after}`;
    const page = await by.lists(`?limit=${limit}${query}${more}`);
    expect(page.items.length).toBeLessThanOrEqual(limit);
    items.push(...page.items);
    after = page.next;
  } while (after !== null);
  return items;
}

const ids = (items: CaseItem[]) => items.map(({ id }) => id);

describe('paging', () => {
  it.each([
    ['open', 7],
    ['open', 24],
    ['all', 5],
    ['triage', 3],
  ])('the queue %s by %i gives each case once, in its order', async (queue, limit) => {
    const paged = await walk(operator, `&queue=${queue}`, limit);
    const whole = (await operator.lists(`?queue=${queue}&limit=100`)).items;
    expect(ids(paged)).toEqual(ids(whole));
    expect(new Set(ids(paged)).size).toBe(paged.length);
    const keys = whole.map((one) => (queue === 'all' ? one.filedAt : one.dueAt));
    const sorted = keys.toSorted();
    expect(keys).toEqual(queue === 'all' ? sorted.toReversed() : sorted);
  });

  it('goes on where it was when new cases come in between', async () => {
    const first = await operator.lists('?queue=open&limit=10');
    await world.anyone.files(streetLight());
    const rest = await operator.lists(`?queue=open&limit=100&after=${first.next ?? ''}`);
    const all = [...ids(first.items), ...ids(rest.items)];
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(24);
  });

  const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const id = '018f0000-0000-7000-8000-000000000000';
  it.each([
    ['words', 'xyz'],
    ['another object', cursor({ a: 1 })],
    ['null', cursor(null)],
    ['a moment that is none', cursor({ at: 'yesterday', id })],
    ['a year that is none', cursor({ at: '0000-01-01T00:00:00.000Z', id })],
    ['an id that is none', cursor({ at: '2026-03-10T02:00:00.000Z', id: '-'.repeat(36) })],
    ['SQL', cursor({ at: `2026-03-10T02:00:00.000Z' or true --`, id })],
  ])('a cursor of %s is refused', async (_, after) => {
    for (const path of ['/api/cases', '/api/public/complaints']) {
      const { status, body } = await operator.get(`${path}?after=${after}`);
      expect([status, body.errors?.[0]?.field]).toEqual([400, 'after']);
    }
  });

  it.each(['0', '101', '-1', '1.5', 'x', '1&limit=2'])(
    'a limit of %s is refused',
    async (limit) => {
      const { status, body } = await operator.get(`/api/cases?limit=${limit}`);
      expect([status, body.errors?.[0]?.field]).toEqual([400, 'limit']);
    },
  );

  it('the largest page is of one hundred', async () => {
    await operator.get('/api/cases?limit=100').expect(200);
  });
});

describe('filters', () => {
  const every = async (query: string, holds: (one: CaseItem) => boolean) => {
    const { items } = await operator.lists(`?limit=100&${query}`);
    expect(items.length).toBeGreaterThan(0);
    expect(items.filter((one) => !holds(one))).toEqual([]);
  };

  it('by queue, status, agency, category, kind, urgency and ward', async () => {
    await every('queue=triage', ({ status, holder }) => status === 'new' && holder?.unit !== null);
    await every('status=assigned', ({ status }) => status === 'assigned');
    await every('agency=HAPULICO', ({ lead }) => lead === 'HAPULICO');
    await every('category=TN-02', ({ category }) => category === 'TN-02');
    await every('kind=report', ({ kind }) => kind === 'report');
    await every('urgency=normal', ({ urgency }) => urgency === 'normal');
    await every('ward=00256', (one) => one.ward === '00256');
    await every('category=CS-01&ward=00256', ({ lead }) => lead === 'HAPULICO');
    expect((await operator.lists('?ward=00070')).items).toEqual([]);
    expect((await operator.lists('?queue=ended')).items).toEqual([]);
  });

  it('by words, with and without accents, in any case and form', async () => {
    const { items } = await operator.lists('?limit=100&category=CS-01');
    for (const q of ['đèn đường', 'den duong', 'ĐÈN ĐƯỜNG', 'đèn đường'.normalize('NFD'), 'hoa ma'])
      expect(ids((await operator.lists(`?limit=100&q=${encodeURIComponent(q)}`)).items)).toEqual(
        expect.arrayContaining(ids(items).slice(0, 8)),
      );
    expect((await operator.lists('?q=khongcochunao')).items).toEqual([]);
    for (const odd of ["'", '!', '&|', '%', 'a:*b', '<->', '()'])
      await operator.get(`/api/cases?q=${encodeURIComponent(odd)}`).expect(200);
  });

  it('by the tracking code', async () => {
    const { code } = await world.anyone.files(unclear());
    const found = await operator.lists(`?q=${code.toLowerCase()}`);
    expect(ids(found.items)).toEqual([await caseIdOf(world, code)]);
  });
});

describe('an agency', () => {
  it('sees what it leads or supports, and nothing else', async () => {
    const seen = await walk(ward, '', 10);
    const theirs = await world.behind.query<{ id: string }[]>(
      `select id from complaint where lead = 'UBND-00256' or 'UBND-00256' = any(supporting)`,
    );
    expect(ids(seen).toSorted()).toEqual(theirs.map(({ id }) => id).toSorted());
    expect(theirs.length).toBeGreaterThan(0);
    const elsewhere = await world.head('EVNHANOI');
    expect((await elsewhere.lists('?queue=all')).items).toEqual([]);
    expect((await elsewhere.lists('?agency=HAPULICO&queue=all')).items).toEqual([]);
    const { code } = await world.anyone.files(streetLight());
    expect((await elsewhere.lists(`?queue=all&q=${code}`)).items).toEqual([]);
  });
});

describe('late', () => {
  it('is what has passed its date and has no result yet', async () => {
    await keepSignedIn(world);
    const head = await world.head('HAPULICO');
    const officer = await world.officerOf('HAPULICO');
    const id = await caseIdOf(world, (await world.anyone.files(streetLight())).code);
    await head.does(id, 'accept', { officer });
    await head.does(id, 'answer', answer);
    await operator.does(id, 'publish');
    expect((await operator.lists('?queue=late')).items).toEqual([]);
    world.time.set('2026-03-13T17:00:01+07:00');
    const { items } = await operator.lists('?queue=late&limit=100');
    expect(items.length).toBeGreaterThanOrEqual(8);
    expect(items.every(({ late, category }) => late && category !== null)).toBe(true);
    expect(ids(items)).not.toContain(id);
    expect(await operator.sees(id)).toMatchObject({ status: 'resolved', late: false });
    const open = await operator.lists('?queue=open&limit=100');
    for (const { late, dueAt, status } of open.items)
      expect(late).toBe(status !== 'resolved' && dueAt < '2026-03-13T10:00:01.000Z');
  });
});
