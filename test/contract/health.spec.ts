import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { Health } from '../../src/platform/health/health.js';
import type { Api } from '../world/api.js';
import { caseIdOf, streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';
import { sendRaw } from '../stories/support/files.js';
import { servedRoutes } from './support/routes.js';

let world: World;
let operator: Api;
let code: string;
let id: string;

beforeAll(async () => {
  world = await World.start();
  operator = await world.operator();
  ({ code } = await world.anyone.files(streetLight()));
  id = await caseIdOf(world, code);
}, 60_000);
afterAll(() => world.stop());

describe('the program', () => {
  it('lives, and is ready with every part tried', async () => {
    expect((await world.anyone.get('/health/live').expect(200)).body).toEqual({ status: 'ok' });
    const { body } = await world.anyone.get('/health/ready').expect(200);
    expect(body.status).toBe('ok');
    expect(body.checks.map(({ name, ok }: { name: string; ok: boolean }) => [name, ok])).toEqual([
      ['program', true],
      ['database', true],
      ['migrations', true],
      ['disk', true],
    ]);
  });

  it('is not ready, but lives, when a part of it fails, and says which', async () => {
    await world.behind.query('alter table migration rename to migration_away');
    const { body } = await world.anyone.get('/health/ready').expect(503);
    await world.anyone.get('/health/live').expect(200);
    await world.behind.query('alter table migration_away rename to migration');
    expect(body).toMatchObject({ status: 'unavailable' });
    const wrong = body.checks.filter(({ ok }: { ok: boolean }) => !ok);
    expect(wrong).toEqual([{ name: 'migrations', ok: false, why: '42P01' }]);
    await world.anyone.get('/health/ready').expect(200);
  });

  it('is not ready any more once it stops', async () => {
    const health = world.app.get(Health, { strict: false });
    expect((await health.checks()).every(({ ok }) => ok)).toBe(true);
    const stopping = Object.assign(Object.create(Health.prototype), health) as Health;
    stopping.stop();
    expect((await stopping.checks())[0]).toEqual({ name: 'program', ok: false, why: 'stopping' });
  });

  it('is measured, by route and never by path', async () => {
    await world.deliver();
    const { text, headers } = await world.anyone.get('/metrics').expect(200);
    expect(headers['content-type']).toContain('text/plain; version=0.0.4');
    for (const name of [
      'timer_lag_seconds 0',
      'timer_steps_fired 0',
      'outbox_waiting 0',
      'outbox_dead 0',
      'outbox_oldest_seconds 0',
      'live_sockets 0',
      'live_lag_seconds',
      'http_request_seconds_bucket',
    ])
      expect(text).toContain(`dau_moi_${name}`);
    expect(text).toContain('process_resident_memory_bytes');
    expect(text).toMatch(/method="POST",route="\/api\/complaints",status="201"/);
    expect(text).not.toContain(code);
  });
});

describe('every answer', () => {
  it('carries the headers that browsers need, errors too', async () => {
    const answers = await Promise.all([
      world.anyone.get('/health/live'),
      world.anyone.get('/api/docs'),
      world.anyone.get('/api/docs/swagger-ui.css'),
      world.anyone.get('/api/openapi.json'),
      world.anyone.get('/demo/mailbox'),
      world.anyone.get('/metrics'),
      world.anyone.get('/nowhere'),
      world.anyone.get('/api/%ff'),
      world.anyone.get('/api/cases'),
      world.anyone.post('/api/complaints', {}),
      operator.get(`/api/cases/${id}`),
      world.anyone.get(`/api/complaints/${code}`),
    ]);
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
        'cache-control': 'no-store',
        'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['server']).toBeUndefined();
    }
  });

  it.each([
    ['GET', '/nowhere', 404],
    ['POST', '/api/nowhere', 404],
    ['DELETE', '/api/cases', 404],
    ['GET', '/api/cases/../../etc/passwd', 404],
    ['GET', '/api/%ff', 400],
    ['GET', `/${'a'.repeat(4000)}`, 404],
    ['GET', `/${'a'.repeat(5000)}`, 414],
    ['GET', `/api/complaints/${'a'.repeat(300)}`, 400],
  ])('%s %s is a problem document', async (method, path, status) => {
    const answered = await fetch(world.url + path, { method });
    expect(answered.status).toBe(status);
    expect(answered.headers.get('content-type')).toContain('application/problem+json');
    const { request, ...problem } = (await answered.json()) as Record<string, unknown>;
    expect(problem).toMatchObject({ status, detail: { vi: expect.any(String) } });
    expect(request).toBe(answered.headers.get('x-request-id'));
  });
});

/** What a stranger may put where a field is expected. */
const anything = fc.oneof(
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<unknown> },
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom<unknown>(
    null,
    '',
    '\u0000',
    '\ud800 nửa ký tự, đủ mười chữ',
    'a'.repeat(5000),
    [],
    [[]],
    {},
    { length: 5 },
    { constructor: { prototype: { x: 1 } } },
    { toString: 1, valueOf: null },
    -0,
    1e308,
    2 ** 53,
    '2026-02-30T25:61:00Z',
    '018f0000-0000-7000-8000-000000000000',
    'CS-01',
    '00256',
    'HAPULICO',
    'Một đoạn chữ đủ dài để được nhận.',
  ),
);

const fields =
  `kind category text place filer answers language point address ward lat lon name phone
  email type login password lead supporting task reason ground proposed officer finding done basis
  evidence score factors urgency seen_at extent __proto__ constructor`.split(/\s+/);

const body = fc.dictionary(
  fc.constantFrom(...fields),
  fc.oneof(anything, fc.dictionary(fc.constantFrom(...fields), anything, { maxKeys: 5 })),
  { maxKeys: 8 },
);

/** A body that is right but for one field. */
const almost = fc
  .tuple(fc.constantFrom(...fields.slice(0, 7)), anything)
  .map(([field, value]) => ({ ...streetLight(), [field]: value }));

describe('whatever is sent', () => {
  it('is answered, and never by a failure of ours', async () => {
    const routes = servedRoutes(world)
      .filter((route) => route.startsWith('POST'))
      .map((route) => route.slice(5));
    expect(routes.length).toBeGreaterThan(15);
    const paths = routes.map((route) =>
      route.replace('/cases/:id', `/cases/${id}`).replace(':code', code).replace(':id', '1'),
    );
    const sent = fc.oneof(
      fc.tuple(fc.constantFrom(...paths), body),
      fc.tuple(fc.constant('/api/complaints'), almost),
    );
    const senders = fc.constantFrom(operator, await world.head('HAPULICO'));
    let { version } = await operator.sees(id);
    await fc.assert(
      fc.asyncProperty(sent, senders, async ([path, content], by) => {
        const answered = await by
          .post(path)
          .set('if-match', `"${version}"`)
          .set('content-type', 'application/json')
          .send(JSON.stringify(content));
        if (answered.status >= 500) throw new Error(`${path} ${JSON.stringify(answered.body)}`);
        expect(({} as { x?: unknown }).x).toBeUndefined();
        if (answered.status < 300 && path.includes('/api/c'))
          ({ version } = await operator.sees(id));
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('in a query is answered too', async () => {
    const names = ['queue', 'status', 'agency', 'category', 'ward', 'q', 'after', 'limit', 'x'];
    const query = fc.dictionary(fc.constantFrom(...names), fc.string({ unit: 'binary' }), {
      minKeys: 1,
      maxKeys: 3,
    });
    await fc.assert(
      fc.asyncProperty(query, async (asked) => {
        const path = `/api/cases?${new URLSearchParams(asked).toString()}`;
        expect((await operator.get(path)).status).toBeLessThan(500);
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const keys = (count: number) =>
    JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, at])));
  it.each([
    ['40 deep', `{"text":"mười ký tự","answers":{"a":${nested(40)}}}`],
    ['30,000 deep', `{"text":"mười ký tự","answers":{"a":${nested(30_000)}}}`],
    ['8,000 keys', keys(8000)],
    ['8,000 answers', `{"text":"mười ký tự","answers":${keys(8000)}}`],
    ['60,000 values', `{"text":"mười ký tự","place":[${'0,'.repeat(60_000)}0]}`],
  ])('%s is refused without looking into it', async (_, json) => {
    const begun = performance.now();
    const answered = await sendRaw(world, '/api/complaints', 'application/json', json);
    expect([answered.status, answered.body.code]).toEqual([400, 'request.malformed']);
    expect(JSON.stringify(answered.body).length).toBeLessThan(500);
    expect(performance.now() - begun).toBeLessThan(1000);
    const part = `--b\r\nContent-Disposition: form-data; name="complaint"\r\n\r\n${json}\r\n--b--\r\n`;
    const asPart = await sendRaw(world, '/api/complaints', 'multipart/form-data; boundary=b', part);
    expect([400, 413]).toContain(asPart.status);
  });
});
