import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { train } from '#classifier';
import { City } from '../../src/catalog/city.js';
import { trainClassifier } from '../../src/cli/train-classifier.js';
import { Log } from '../../src/platform/logging/log.js';
import { sampleLessons, subjectsOf } from '../../src/routing/classifier/lessons.js';
import { Models } from '../../src/routing/classifier/models.js';
import { Nightly } from '../../src/routing/classifier/nightly.js';
import { createHttpApp } from '../../src/start/http-app.js';
import { openSource } from '../world/database.js';
import { caseIdOf, streetLight, unclear } from '../world/complaints.js';
import { World } from '../world/world.js';

let world: World;

beforeAll(async () => {
  world = await World.start();
  // The template was made today; the story begins in March.
  await world.behind.query(
    `update classifier_model set model = jsonb_set(model, '{trainedAt}', '"2026-03-01T00:00:00.000Z"')`,
  );
}, 60_000);
afterAll(() => world.stop());

const models = (one: World['app'] = world.app) => one.get(Models, { strict: false });
const nightly = (one: World['app'] = world.app) => one.get(Nightly, { strict: false });

const place = { ward: '00256', address: 'Phố Hòa Mã' };
const dark = { text: 'Đèn đường trước nhà tôi tắt, không sáng mấy hôm nay.', place };

const filed = async (complaint: Record<string, unknown>) => {
  const receipt = await world.anyone.files(complaint);
  const id = await caseIdOf(world, receipt.code);
  return { receipt, id, seen: await (await world.operator()).sees(id) };
};

const digits = 'không một hai ba bốn năm sáu bảy tám chín'.split(' ');
/** In words: texts that differ in figures alone count as one. */
const inWords = (number: number) =>
  [...String(number)].map((digit) => digits[Number(digit)]).join(' ');

/** Decided by an operator: a word that nothing knows yet, with the category it stands for. */
async function decides(word: string, category: string, number: number) {
  const { id } = await filed(
    unclear({ text: `Chỗ này ${word} thật, trường hợp ${inWords(number)}.` }),
  );
  await (await world.operator()).does(id, 'classify', { category, urgency: 'normal' });
  return id;
}

async function learns(dryRun = false) {
  const { config, time } = world;
  const source = await openSource(world.database.address);
  try {
    return await trainClassifier(
      { config, source, city: await City.load(source) },
      { dryRun },
      time,
    );
  } finally {
    await source.destroy();
  }
}

interface Tried {
  version: number;
  by: string;
  taken: boolean;
  model: unknown;
}
const tries = () =>
  world.behind.query<Tried[]>(
    `select version, "by", taken, model is not null as model from classifier_model order by version`,
  );

describe('a filing without a category', () => {
  it('is classified and assigned at once where model and rules are sure, and says why', async () => {
    const { seen, receipt } = await filed(dark);
    expect(seen).toMatchObject({ category: 'CS-01', status: 'assigned', lead: 'HAPULICO' });
    expect(seen.suggestion).toMatchObject({ model: 1, category: 'CS-01', sure: true });
    expect(seen.timeline.map(({ type, actor }) => [type, actor.kind])).toEqual([
      ['filed', 'filer'],
      ['classified', 'system'],
      ['assigned', 'system'],
    ]);
    expect(receipt.routing.why[0]?.vi).toMatch(/Nghe giống CS-01 .*“đèn đường/);
  });

  it('goes to triage with what it sounds like, where the model is not sure', async () => {
    const { seen } = await filed(unclear({ text: 'Nước ở ngõ tôi có vấn đề, xin xem giúp.' }));
    expect(seen).toMatchObject({ category: null, status: 'new' });
    expect(seen.suggestion?.sure).toBe(false);
    expect(seen.suggestion?.reasons.map(({ en }) => en).join()).toContain('a person looks first');
  });

  it('goes to triage though the model is sure, where the matter hides a filer', async () => {
    const { seen } = await filed(
      unclear({ text: 'Có người đánh bạc, cờ bạc, trộm cắp, ma túy tụ tập ở đầu ngõ.' }),
    );
    expect(seen).toMatchObject({ category: null, status: 'new' });
    expect(seen.suggestion).toMatchObject({ category: 'AN-01', sure: false });
  });

  it('goes to triage though the model is sure, where the place is not known', async () => {
    const { seen } = await filed({ ...dark, place: undefined });
    expect(seen).toMatchObject({ category: null, status: 'new' });
    expect(seen.suggestion).toMatchObject({ category: 'CS-01', sure: true });
  });

  it('is as urgent as its words say', async () => {
    const words = 'Mất nước cả khu từ đêm qua, bệnh viện không có nước sinh hoạt.';
    const { seen } = await filed(unclear({ text: words }));
    expect(seen.suggestion).toMatchObject({ category: 'NUOC-01', urgency: 'urgent' });
  });

  it('shows what it sounds like to the center alone', async () => {
    const { id } = await filed(dark);
    const head = await world.head('HAPULICO');
    expect((await head.sees(id)).suggestion).toBeNull();
  });
});

describe("the filer's own category", () => {
  it('stands, and a strong disagreement is shown to the operator', async () => {
    const rubbish = { text: 'Rác không được thu gom, rác ùn ứ ở điểm tập kết.' };
    const { seen } = await filed(streetLight(rubbish));
    expect(seen).toMatchObject({ category: 'CS-01', lead: 'HAPULICO' });
    expect(seen.suggestion).toMatchObject({ category: 'VS-01', sure: false });
    expect(seen.suggestion?.reasons.at(-1)?.vi).toContain('được giữ nguyên');
  });

  it('is not talked about where the model agrees', async () => {
    expect((await filed(streetLight())).seen.suggestion).toBeNull();
  });
});

describe('whoever is writing', () => {
  it('is offered up to three categories with the words that spoke for them', async () => {
    const asked = world.anyone.post('/api/suggestions', { text: 'den duong toi om, k sang' });
    const { body } = await asked.expect(200);
    expect(body.categories.length).toBeLessThanOrEqual(3);
    expect(body.categories[0]).toMatchObject({ code: 'CS-01', words: ['den duong', 'không sang'] });
    expect(body.categories[0].confidence).toBeGreaterThan(0.5);
    expect(body.categories[0].likely).toBe(true);
  });

  it('is offered nothing for words that say nothing', async () => {
    const { body } = await world.anyone.post('/api/suggestions', { text: 'zzz qqq' }).expect(200);
    expect(body).toEqual({ model: 1, categories: [] });
    await world.anyone.post('/api/suggestions', { text: '' }).expect(400);
  });

  it('is not given a category that is a mere guess', async () => {
    const { text } = unclear();
    const { body } = await world.anyone.post('/api/suggestions', { text }).expect(200);
    expect(body.categories.map(({ likely }: { likely: boolean }) => likely)).not.toContain(true);
  });
});

describe('learning from what operators decided', () => {
  it('takes a few decisions for too few', async () => {
    expect((await learns()).result).toBe('too_few');
    expect(models().inUse?.version).toBe(1);
  });

  it('learns words that the catalogue does not have, and other programs take them up', async () => {
    const other = await createHttpApp(
      world.config,
      world.database.address,
      new Log('silent'),
      world.time,
    );
    try {
      world.time.advance({ minutes: 1 });
      for (let number = 0; number < 12; number += 1)
        await decides('khấp khểnh gồ', 'GT-02', number);
      const dry = await learns(true);
      expect([dry.result, dry.version]).toEqual(['taken', null]);
      const { result, version, comparison } = await learns();
      expect({ result, comparison }).toMatchObject({
        result: 'taken',
        comparison: { against: 1, decisions: 12, rightBefore: 0 },
      });
      expect(comparison.rightNow).toBeGreaterThan(9);
      for (const app of [world.app, other]) await models(app).refresh();
      expect(models(other).inUse?.version).toBe(version);
      const text = 'Khấp khểnh gồ quá';
      const { body } = await world.anyone.post('/api/suggestions', { text }).expect(200);
      expect(body).toMatchObject({ model: version, categories: [{ code: 'GT-02' }] });
    } finally {
      await other.close();
    }
  }, 120_000);

  it('learns nothing from what is anonymous, restricted, or what no person decided', async () => {
    world.time.advance({ minutes: 1 });
    const words = ['huhu lala', 'hihi lolo', 'hehe lulu'] as const;
    for (const word of words) {
      for (const number of [1, 2, 3]) {
        const id = await decides(word, 'GT-02', number);
        if (word === words[0])
          await world.behind.query('update complaint set anonymised = true where id = $1', [id]);
        if (word === words[1])
          await world.behind.query('update complaint set restricted = true where id = $1', [id]);
      }
    }
    for (let number = 0; number < 8; number += 1) {
      await decides('khấp khểnh gồ', 'GT-02', number + 20);
      await world.anyone.files({ ...dark, text: `${dark.text} Lại hoho lili lần thứ ${number}.` });
    }
    const { result } = await learns();
    expect(result).toBe('taken');
    await models().refresh();
    const known = Object.keys(models().inUse?.model.category.weights ?? {});
    expect(known).toContain('hehe lulu');
    for (const unknown of ['huhu lala', 'hihi lolo', 'hoho lili'])
      expect(known).not.toContain(unknown);
  }, 120_000);

  it('holds no identity, whatever people write', async () => {
    world.time.advance({ minutes: 1 });
    for (let number = 0; number < 12; number += 1) {
      const text = `Tôi là Nguyễn Thị Thảo Quyên, số 0912 345 678, mail quyen.${number}@example.vn, biển 29H-123.45: vỉa hè khấp khểnh lộn xộn lần ${inWords(number)}.`;
      const { id } = await filed(unclear({ text }));
      await (await world.operator()).does(id, 'classify', { category: 'GT-02' });
    }
    expect((await learns()).result).toBe('taken');
    const rows = await world.behind.query<{ model: string }[]>(
      'select model::text from classifier_model where taken order by version desc limit 1',
    );
    const model = rows[0]?.model ?? '';
    expect(model).toContain('lon xon');
    for (const personal of ['nguyen thi', 'thao quyen', '0912', 'example', '29h'])
      expect(model).not.toContain(`"${personal}`);
  }, 120_000);

  it('keeps the present model where the new one is worse', async () => {
    const present = models().inUse?.version;
    world.time.advance({ minutes: 1 });
    const words = 'mốc móp mỏm méo mụn mọt mẻ mủn móm mít'.split(' ');
    const codes = [
      'GT-01',
      'GT-02',
      'VS-01',
      'VS-04',
      'TN-01',
      'TN-02',
      'CX-02',
      'CX-03',
      'VT-02',
      'KH-02',
    ];
    for (const [number, word] of words.entries()) await decides(word, codes[number]!, number);
    // It knows the answers that a new one, to which each of these words is new, cannot know.
    const { city, cityDir } = {
      city: world.app.get(City, { strict: false }),
      cityDir: world.config.cityDir,
    };
    const twice = await world.behind.query<{ text: string; category: string; urgency: string }[]>(
      `select text, category, urgency from complaint where category is not null`,
    );
    const knowing = train(
      subjectsOf(city.data.categories),
      [
        ...(await sampleLessons(cityDir)),
        ...twice,
        ...twice.map((one) => ({ ...one, text: `${one.text} ừ` })),
      ],
      new Date(world.time.now().getTime() - 30_000).toISOString(),
    ).model;
    await world.behind.query(
      `insert into classifier_model (tried_at, "by", taken, comparison, model) values ($1, 'command', true, '{}', $2)`,
      [world.time.now(), JSON.stringify(knowing)],
    );
    const before = (await tries()).length;
    const { result, version, comparison } = await learns();
    expect({ result, version }).toEqual({ result: 'worse', version: null });
    expect(comparison.rightBefore).toBeGreaterThan(comparison.rightNow);
    const after = await tries();
    expect(after.length).toBe(before + 1);
    expect(after.at(-1)).toMatchObject({ taken: false, model: false });
    await models().refresh();
    expect(models().inUse?.version).toBe(after.at(-2)?.version);
    expect(present).toBeLessThan(models().inUse!.version);
  }, 120_000);
});

describe('every night', () => {
  it('one of two programs learns, once, by the clock of the city', async () => {
    const other = await createHttpApp(
      world.config,
      world.database.address,
      new Log('silent'),
      world.time,
    );
    try {
      const nights = async () => (await tries()).filter(({ by }) => by === 'nightly').length;
      world.time.set('2026-03-20T02:29:00+07:00');
      expect(await nightly().run()).toBeNull();
      world.time.set('2026-03-20T02:30:00+07:00');
      const both = await Promise.all([nightly().run(), nightly(other).run()]);
      expect(both.filter((one) => one !== null)).toHaveLength(1);
      expect(await nights()).toBe(1);
      world.time.set('2026-03-20T04:00:00+07:00');
      expect(await nightly(other).run()).toBeNull();
      world.time.set('2026-03-20T12:00:00+07:00');
      expect(await nightly().run()).toBeNull();
      world.time.set('2026-03-21T03:00:00+07:00');
      expect(await nightly(other).run()).not.toBeNull();
      expect(await nights()).toBe(2);
    } finally {
      await other.close();
    }
  }, 120_000);
});
