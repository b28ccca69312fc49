import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { City } from '../../src/catalog/city.js';
import { DraftKinds, type Finding } from '../../src/catalog/publishing/draft-kinds.js';
import type { DraftView } from '../../src/catalog/publishing/drafts.dto.js';
import { loadCity } from '../../src/catalog/load-city.js';
import type { Api } from '../world/api.js';
import { World } from '../world/world.js';

let world: World;
let admin: Api;
let published: unknown[];

const city = () => world.app.get(City, { strict: false });
const hotline = (number: string) => ({ ...city().data.city, hotline: number });
const broken: Finding = {
  level: 'fault',
  field: 'hotline',
  code: 'empty',
  detail: { vi: 'Thiếu số điện thoại.', en: 'There is no number.' },
};

beforeAll(async () => {
  world = await World.start();
  admin = await world.as('quan.tri');
  published = [];
  world.app.get(DraftKinds, { strict: false }).add({
    kind: 'city',
    check: (definition) => ((definition as { hotline?: string } | null)?.hotline ? [] : [broken]),
    published: (_, publication) => {
      published.push(publication);
      return Promise.resolve();
    },
  });
}, 60_000);
afterAll(() => world.stop());

async function draft(definition?: object): Promise<DraftView> {
  const body = { kind: 'city', title: 'Số mới', ...(definition && { definition }) };
  return (await admin.post('/api/drafts', body).expect(201)).body as DraftView;
}

const publish = ({ id, version }: DraftView, more = {}) =>
  admin
    .post(`/api/drafts/${id}/publish`, { document: '12/QĐ-TT', ...more })
    .set('if-match', `"${version}"`);

describe('a draft', () => {
  it('begins as what is published, is changed by its version, and comes into force when published', async () => {
    const first = await draft();
    expect(first.definition).toEqual(city().data.city);
    const changed = await admin
      .put(`/api/drafts/${first.id}`, { definition: hotline('024 1') })
      .set('if-match', `"${first.version}"`)
      .expect(200);
    const stale = await admin
      .put(`/api/drafts/${first.id}`, { title: 'Khác' })
      .set('if-match', `"${first.version}"`)
      .expect(409);
    expect(stale.body).toMatchObject({ code: 'draft.stale', present: { version: 2 } });
    const { body } = await publish(changed.body as DraftView).expect(200);
    expect(body).toMatchObject({ kind: 'city', document: '12/QĐ-TT', validFrom: null });
    expect(city().card.hotline).toBe('024 1');
    expect(published).toMatchObject([{ kind: 'city', document: '12/QĐ-TT' }]);
    await publish({ ...first, version: 3 }).expect(409);
  });

  it('with a fault is not published, and says which', async () => {
    const faulty = await draft({ hotline: '' });
    const { body: seen } = await admin.get(`/api/drafts/${faulty.id}/check`).expect(200);
    expect(seen).toEqual({ findings: [broken] });
    const { body } = await publish(faulty).expect(422);
    expect(body).toMatchObject({
      code: 'draft.faulty',
      errors: [{ field: 'hotline', code: 'empty' }],
    });
  });

  it('that began before another was published is told to begin again', async () => {
    const [slow, quick] = [await draft(), await draft(hotline('024 2'))];
    await publish(quick).expect(200);
    expect((await publish(slow).expect(409)).body.code).toBe('draft.outdated');
    await admin.delete(`/api/drafts/${slow.id}`).set('if-match', '"1"').expect(204);
  });

  it('with a date holds from then on, in every process that looks', async () => {
    const before = city().card.hotline;
    const validFrom = new Date(world.time.now().getTime() + 3_600_000).toISOString();
    await publish(await draft(hotline('024 3')), { validFrom }).expect(200);
    expect(city().card.hotline).toBe(before);
    world.time.advance({ hours: 2 });
    await city().refresh();
    expect(city().card.hotline).toBe('024 3');
  });

  it('takes any JSON of the size of a city and refuses what is nested without end', async () => {
    let deep: object = {};
    for (let level = 0; level < 500; level += 1) deep = { deep };
    const { body } = await admin
      .post('/api/drafts', { kind: 'city', title: 'Sâu', definition: deep })
      .expect(400);
    expect(body.code).toBe('request.malformed');
    await draft({ 'a\u0000b': 'c\u0000\ud800d' });
    const { agencies } = city().data;
    expect((await draft({ agencies })).definition).toEqual({ agencies });
  });
});

describe('what is published', () => {
  it('is listed with who brought it and on which document', async () => {
    const { body } = await admin.get('/api/versions?kind=city').expect(200);
    expect(body.items[0]).toMatchObject({ document: '12/QĐ-TT', version: 4 });
    expect(body.items.at(-1)).toMatchObject({ version: 1, publishedBy: null });
    const { body: one } = await admin.get('/api/versions/city/2').expect(200);
    expect(one.definition.hotline).toBe('024 1');
    await admin.get('/api/versions/city/99').expect(404);
    await admin.get('/api/versions/nothing/1').expect(400);
  });

  it('stays when the program starts again, whatever the folder says', async () => {
    const { changed, kept } = await loadCity(world.behind, 'data/hanoi', world.time.now());
    expect({ changed, kept }).toEqual({ changed: 0, kept: [] });
    await world.behind.query(
      `update city_record set digest = 'another' where kind = 'city' and version = 1`,
    );
    expect(await loadCity(world.behind, 'data/hanoi', world.time.now())).toEqual({
      changed: 0,
      kept: ['city.json'],
    });
  });

  it('may be read by who watches, written by administrators alone', async () => {
    const supervisor = await world.supervisor();
    await supervisor.get('/api/drafts').expect(200);
    await supervisor.post('/api/drafts', { kind: 'city', title: 'x' }).expect(403);
    const operator = await world.operator();
    await operator.get('/api/drafts').expect(403);
  });
});
