import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Agency, Area, Category } from '../../src/catalog/city-data.js';
import { City } from '../../src/catalog/city.js';
import type { DraftView } from '../../src/catalog/publishing/drafts.dto.js';
import type { Api } from '../world/api.js';
import { streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';

let world: World;
let admin: Api;

beforeAll(async () => {
  world = await World.start();
  admin = await world.as('quan.tri');
}, 60_000);
afterAll(() => world.stop());

const city = () => world.app.get(City, { strict: false });

async function draft(kind: string, definition?: unknown): Promise<DraftView> {
  const body = { kind, title: 'Thử', ...(definition !== undefined && { definition }) };
  return (await admin.post('/api/drafts', body as never).expect(201)).body as DraftView;
}
const findings = async ({ id }: DraftView) =>
  (
    (await admin.get(`/api/drafts/${id}/check`).expect(200)).body as {
      findings: { level: string; field: string; code: string }[];
    }
  ).findings;
const publish = ({ id, version }: DraftView) =>
  admin.post(`/api/drafts/${id}/publish`, { document: '20/QĐ-TT' }).set('if-match', `"${version}"`);

const categories = (change: (one: Category) => Category) =>
  city().data.categories.map((one) => (one.code === 'CS-01' ? change(one) : one));

describe('categories', () => {
  it('ask a new question from the moment that they are published', async () => {
    const pole = {
      key: 'pole',
      type: 'text' as const,
      required: true,
      label: { vi: 'Số cột đèn', en: 'Number of the pole' },
    };
    const ready = await draft(
      'categories',
      categories((one) => ({ ...one, questions: [pole, ...one.questions] })),
    );
    expect((await findings(ready)).filter(({ level }) => level === 'fault')).toEqual([]);
    await publish(ready).expect(200);
    const { body } = await world.anyone.post('/api/complaints', streetLight()).expect(400);
    expect(body.errors).toMatchObject([{ field: 'answers.pole', code: 'required' }]);
    await world.anyone.files(streetLight({ answers: { ...streetLight().answers, pole: '12' } }));
  });

  it('that rules ask for lose no question without being told', async () => {
    const asked = await draft(
      'categories',
      categories((one) => ({ ...one, questions: [] })),
    );
    expect(await findings(asked)).toContainEqual(
      expect.objectContaining({ level: 'fault', field: 'lamp-of-residents' }),
    );
  });

  it('are closed: nothing is filed under them, and what was filed keeps its name', async () => {
    const code = await world.anyone.files(
      streetLight({ answers: { ...streetLight().answers, pole: '12' } }),
    );
    await publish(
      await draft(
        'categories',
        categories((one) => ({ ...one, closed: true })),
      ),
    ).expect(200);
    const answers = { ...streetLight().answers, pole: '12' };
    const { body } = await world.anyone
      .post('/api/complaints', streetLight({ answers }))
      .expect(400);
    expect(body.errors).toMatchObject([{ field: 'category', code: 'closed' }]);
    const { body: listed } = await world.anyone.get('/api/categories').expect(200);
    expect(listed.find((one: Category) => one.code === 'CS-01')).toMatchObject({ closed: true });
    expect(code).toBeDefined();
    expect(city().category('CS-01')?.name.vi).toBeTruthy();
  });
});

describe('areas', () => {
  it('may end, which says whose agencies stay, and begin, which says that the map has no boundary', async () => {
    const areas: Area[] = city().data.areas.map((one) =>
      one.code === '00004' ? { ...one, validTo: '2026-12-31' } : one,
    );
    const fresh: Area = { ...areas[1]!, code: '99001', validTo: null };
    const ready = await draft('areas', [...areas, fresh]);
    const found = await findings(ready);
    expect(found.filter(({ level }) => level === 'fault')).toEqual([]);
    expect(found.map(({ field, code }) => `${field} ${code}`)).toEqual(
      expect.arrayContaining(['00004 agency-stays', '99001 no-shape']),
    );
    await publish(ready).expect(200);
    expect(city().area('99001')).not.toBeNull();
  });
});

describe('texts of replies', () => {
  it('are published, and a placeholder that nobody fills is refused', async () => {
    const replies = city().data.reply_templates;
    const [first, ...others] = replies;
    const wrong = await draft('reply_templates', [
      { ...first, text: { vi: 'Gọi {so}.', en: 'Call {so}.' } },
      ...others,
    ]);
    const { body } = await publish(wrong).expect(422);
    expect(body.errors[0]).toMatchObject({
      field: 'reject-not-competent.text.vi',
      code: 'unknown-placeholder',
    });
    const good = { ...first, text: { vi: 'Gọi {hotline}.', en: 'Call {hotline}.' } };
    await publish(await draft('reply_templates', [good, ...others])).expect(200);
    const operator = await world.operator();
    const { body: seen } = await operator.get('/api/reply-templates').expect(200);
    expect(seen.templates[0].text.vi).toBe('Gọi {hotline}.');
  });
});

describe('examples kept with the rules', () => {
  const lamp = {
    id: 'đèn đường',
    text: 'Đèn đường không sáng',
    category: 'CS-01',
    ward: '00256',
    lead: 'HAPULICO',
  };

  it('are tried on each draft, of rules and of agencies, and keep a wrong one back', async () => {
    const rules = {
      ...city().data.rule_set,
      examples: [lamp, { ...lamp, id: 'sai', lead: 'SXD' }],
    };
    const wrong = await draft('rule_set', rules);
    const { body } = await admin.get(`/api/drafts/${wrong.id}/examples`).expect(200);
    expect(body.examples).toMatchObject([
      { id: 'đèn đường', passes: true, got: 'HAPULICO', rule: 'lamp' },
      { id: 'sai', passes: false, got: 'HAPULICO' },
    ]);
    expect((await publish(wrong).expect(422)).body.errors).toMatchObject([
      { field: 'examples.1', code: 'example-fails' },
    ]);
    await publish(await draft('rule_set', { ...rules, examples: [lamp] })).expect(200);

    const agencies: Agency[] = city().data.agencies.map((one) =>
      one.code === 'HAPULICO' ? { ...one, validTo: '2026-01-31', successor: 'SXD' } : one,
    );
    const ended = await draft('agencies', agencies);
    expect(await findings(ended)).toContainEqual(
      expect.objectContaining({ field: 'examples.0', code: 'example-fails' }),
    );
    const run = await admin.post(`/api/drafts/${ended.id}/dry-run`, {}).expect(200);
    expect(run.body).toMatchObject({ looked: expect.any(Number) });
    const broken = await draft('rule_set', { ...rules, examples: 'none' });
    await admin.get(`/api/drafts/${broken.id}/examples`).expect(422);
    await admin.get(`/api/drafts/${(await draft('areas')).id}/examples`).expect(400);
  });
});

describe('an agency', () => {
  it('has contacts that can be read', async () => {
    const [first, ...others] = city().data.agencies;
    const wrong = await draft('agencies', [{ ...first, contact: { email: 'none' } }, ...others]);
    expect(await findings(wrong)).toMatchObject([
      { field: `${first!.code}.contact`, code: 'broken-agency' },
    ]);
  });
});
