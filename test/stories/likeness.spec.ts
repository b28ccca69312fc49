import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseIdOf, streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';

const spot = { lat: 21.0152, lon: 105.8545 };
const draft = (changes: Record<string, unknown> = {}) => ({
  text: 'den duong pho hoa ma tat ngam may hom nay roi, toi om',
  category: 'CS-01',
  place: { point: { lat: 21.0153, lon: 105.8546 } },
  ...changes,
});

let world: World;
const ids: string[] = [];

async function files(changes: Record<string, unknown> = {}): Promise<string> {
  return caseIdOf(world, (await world.anyone.files(streetLight(changes))).code);
}

const asks = async (body: Record<string, unknown>) =>
  (await world.anyone.post('/api/complaints/similar', body).expect(200)).body.items as {
    id: string;
    people: number;
    since: string;
    lat: number;
    sentence: { vi: string };
    why: { vi: string }[];
  }[];

beforeAll(async () => {
  world = await World.start();
  for (const lat of [21.0152, 21.0153, 21.0151]) {
    ids.push(await files({ place: { point: { ...spot, lat }, address: '36 phố Hòa Mã' } }));
    world.time.advance({ minutes: 30 });
  }
}, 60_000);
afterAll(() => world.stop());

describe('somebody who writes what neighbours have reported', () => {
  it('is told how many, since when and how far, and which to join', async () => {
    const items = await asks(draft());
    expect(items).toEqual([
      {
        id: ids[0],
        people: 3,
        status: 'assigned',
        statusWords: { vi: 'Đã phân công', en: 'Assigned' },
        category: { vi: 'Đèn đường hỏng, không sáng', en: expect.any(String) },
        ward: expect.objectContaining({ vi: expect.stringContaining('Hai Bà Trưng') }),
        lat: 21.015,
        lon: 105.855,
        since: '2026-03-10T02:00:00.000Z',
        why: [
          { vi: 'cùng lĩnh vực', en: 'the same category' },
          { vi: expect.stringMatching(/^cách khoảng \d+ m$/), en: expect.any(String) },
          { vi: expect.stringMatching(/trước$/), en: expect.any(String) },
        ],
        sentence: {
          vi: '3 người gần đó đã báo việc này, bạn có muốn cùng theo dõi?',
          en: '3 people nearby have reported this: would you like to follow it together?',
        },
      },
    ]);
  });

  it('is told the same without having chosen a category', async () => {
    const [found] = await asks(draft({ category: undefined }));
    expect(found).toMatchObject({ id: ids[0], people: 3 });
  });

  it.each([
    ['of another thing', { category: 'VS-01', text: 'Rác ùn ứ trước cửa nhà số 20.' }],
    ['at another place', { place: { point: { lat: 20.98, lon: 105.866 } } }],
  ])('is told nothing %s', async (_, changes) => {
    expect(await asks(draft(changes))).toEqual([]);
  });

  it('is told of no category that is none', async () => {
    const refused = await world.anyone.post('/api/complaints/similar', draft({ category: 'X-1' }));
    expect([refused.status, refused.body.errors[0].field]).toEqual([400, 'category']);
  });

  it('learns neither exact places nor hidden words, however often it asks', async () => {
    const text = 'Đèn đường trước số nhà 36 phố Hòa Mã không sáng 3 hôm nay.';
    const told = async (changes: Record<string, unknown>) =>
      (await asks(draft(changes))).map(({ why, lat }) => ({ why, lat }));
    const other = 'den duong hong lau lam roi khong ai sua gi ca';
    expect(await told({ text })).toEqual(await told({ text: other }));
    // The answers follow from the rounded point: the exact one moves within its square without a change.
    const before = await told({});
    await world.behind.query(
      'update complaint set lat = 21.01549, lon = 105.85451 where id = any($1)',
      [ids],
    );
    expect(await told({})).toEqual(before);
    await world.behind.query(
      'update complaint set lat = 21.0152, lon = 105.8545 where id = any($1)',
      [ids],
    );
  });
});

describe('what is protected', () => {
  const place = { point: spot };
  const text = 'Đèn đường phố Hòa Mã không sáng mà cán bộ phường không ai quan tâm.';
  const protectedOnes = [
    [
      'of a category that is not public',
      {
        category: 'AN-01',
        text,
        place,
        answers: { seen_at: '2026-03-10T08:00:00+07:00', happening_now: 'no' },
      },
    ],
    ['about an office', { ...streetLight(), about: 'UBND-00256' }],
    ['about conduct', { ...streetLight(), kind: 'conduct' }],
    ['without a category', { text, place }],
  ] as const;

  /** As where no suggestion is sure enough. */
  const asUnknown = (id: string) =>
    world.behind.query('update complaint set category = null, public = false where id = $1', [id]);

  it.each(protectedOnes)('%s is never told of', async (_, filing) => {
    const secret = await caseIdOf(world, (await world.anyone.files(filing)).code);
    if (!('category' in filing)) await asUnknown(secret);
    for (const category of ['CS-01', 'AN-01', undefined]) {
      const answer = await world.anyone
        .post('/api/complaints/similar', draft({ category, text }))
        .expect(200);
      expect(JSON.stringify(answer.body)).not.toContain(secret);
      if (category !== 'AN-01') expect(answer.body.items[0].people).toBe(3);
    }
  });

  it('whose filer has restricted it, neither', async () => {
    await world.behind.query('update complaint set public = false where id = $1', [ids[0]]);
    expect((await asks(draft()))[0]).toMatchObject({ id: ids[1], people: 2 });
    await world.behind.query('update complaint set public = true where id = $1', [ids[0]]);
  });
});

describe('an operator', () => {
  const similar = async (login: Promise<{ get: World['anyone']['get'] }>, id: string) =>
    (await (await login).get(`/api/cases/${id}/similar`).expect(200)).body.items as {
      id: string;
      lead: string;
      score: number;
      verdict: string;
      reasons: { vi: string }[];
    }[];

  it('sees the likely same with score and reasons, the likeliest first', async () => {
    const items = await similar(world.operator(), ids[0] ?? '');
    const found = items.map(({ id }) => id);
    expect(found).toEqual(expect.arrayContaining([ids[1], ids[2]]));
    expect(found).not.toContain(ids[0]);
    const scores = items.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    const [first] = items.filter(({ id }) => id === ids[1]);
    expect(first).toMatchObject({
      verdict: 'sure',
      status: 'assigned',
      meters: expect.any(Number),
    });
    expect(first?.reasons.map(({ vi }) => vi)).toEqual([
      'cùng lĩnh vực',
      'ngay tại chỗ',
      '30 phút sau',
      'lời giống 100 %',
    ]);
  });

  it('sees also what has no category yet, by its words', async () => {
    const items = await similar(world.operator(), ids[0] ?? '');
    expect(items.flatMap(({ reasons }) => reasons.map(({ vi }) => vi))).toContain(
      'lời cho thấy cùng nhóm lĩnh vực',
    );
  });

  it('and an agency of these only what is its own', async () => {
    const own = await similar(world.head('HAPULICO'), ids[0] ?? '');
    expect(own.map(({ id }) => id)).toEqual(expect.arrayContaining([ids[1], ids[2]]));
    expect(new Set(own.map(({ lead }) => lead))).toEqual(new Set(['HAPULICO']));
    await (await world.head('EVNHANOI')).get(`/api/cases/${ids[0]}/similar`).expect(404);
  });
});
