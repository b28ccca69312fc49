import { isOpen, keyScopes, type Permission } from '#permissions';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { codeAt } from '../../src/people/totp.js';
import { answer, caseIdOf, streetLight, unclear } from '../world/complaints.js';
import { World } from '../world/world.js';
import { handlers, servedRoutes } from './support/routes.js';
import { faultsOf, type Document, type Operation, type Schema } from './support/schema.js';

let world: World;
let document: Document;

beforeAll(async () => {
  world = await World.start();
  document = (await world.anyone.get('/api/openapi.json').expect(200)).body as Document;
}, 60_000);
afterAll(() => world.stop());

/** The contract: pages, their files and the document itself are served beside it. */
const ofContract = /^\w+ \/(api\/(?!openapi\.json|docs(\/|$))|health\/|metrics$)/;

const operations = () =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      path,
      operation,
    })),
  );

describe('the document', () => {
  it('has every route that is served, and none that is not', () => {
    const all = servedRoutes(world);
    const served = all.filter((route) => ofContract.test(route));
    const written = operations().map(({ name }) => name.replaceAll(/\{(\w+)\}/g, ':$1'));
    expect(served.length).toBeGreaterThan(30);
    expect(written.toSorted()).toEqual(served.toSorted());
    const handled = new Set(handlers(world).map(({ route }) => route));
    expect([...handled].filter((route) => !all.includes(route))).toEqual([]);
    expect(served.filter((route) => !handled.has(route))).toEqual([]);
  });

  it('says of every operation what it does, what it needs and what it answers', () => {
    const faults = operations().flatMap(({ name, path, operation }) => {
      const { summary = '', responses, parameters = [] } = operation;
      const good = Object.keys(responses).filter((status) => /^[23]/.test(status));
      const bodies = good.map((status) => responses[status]?.content);
      const problem = responses['default']?.content?.['application/problem+json']?.schema;
      const named = [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1]);
      const given = parameters.filter((one) => one.in === 'path').map((one) => one.name);
      return [
        ...(summary.length < 8 ? [`${name}: no summary`] : []),
        ...(good.length === 1 ? [] : [`${name}: ${good.length} good answers`]),
        ...(['202', '204', '303'].includes(good[0] ?? '') || bodies[0]
          ? []
          : [`${name}: no schema of its answer`]),
        ...(problem ? [] : [`${name}: no problem document`]),
        ...(String(named) === String(given) ? [] : [`${name}: parameters ${String(given)}`]),
      ];
    });
    expect(faults).toEqual([]);
  });

  it('says which routes need a session, or take a key, and that they answer 401', () => {
    const forKeys = new Set<string>(Object.values(keyScopes).flatMap((one) => one.permissions));
    const permissions = new Map(handlers(world).map(({ route, allowed }) => [route, allowed]));
    for (const { name, operation } of operations()) {
      const permission = permissions.get(name.replaceAll(/\{(\w+)\}/g, ':$1')) as Permission;
      const staff = !isOpen(permission);
      const ways = [{ session: [] }, ...(forKeys.has(permission) ? [{ key: [] }] : [])];
      const said = operation.security?.toSorted((a, b) => Number('key' in a) - Number('key' in b));
      expect([name, said]).toEqual([name, staff ? ways : undefined]);
      if (staff) expect(Object.keys(operation.responses)).toContain('401');
      if (name.startsWith('POST /api/cases/'))
        expect(Object.keys(operation.responses)).toEqual(
          expect.arrayContaining(['200', '400', '401', '403', '404', '409', '428']),
        );
    }
    expect(document.components.securitySchemes['session']).toMatchObject({
      type: 'apiKey',
      in: 'cookie',
      name: 'dau_moi_session',
    });
  });

  it('refers to schemas that it has, each used', () => {
    const text = JSON.stringify(document);
    const used = new Set(
      [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map((found) => found[1]),
    );
    expect([...used].toSorted()).toEqual(Object.keys(document.components.schemas).toSorted());
  });
});

describe('the page over it', () => {
  it('needs nothing from elsewhere', async () => {
    const page = await world.anyone.get('/api/docs').expect(200);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    const links = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map((found) => found[1] ?? '');
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) {
      expect(link).toMatch(/^\/api\/docs\//);
      await world.anyone.get(link).expect(200);
    }
  });
});

/** The faults of a real answer against the document. */
function check(route: string, answered: Response): string[] {
  const [method = '', path = ''] = route.split(' ');
  const operation: Operation | undefined = document.paths[path]?.[method.toLowerCase()];
  const { responses = {} } = operation ?? {};
  const content = (responses[answered.status] ?? responses['default'])?.content;
  const type = (answered.headers['content-type'] ?? '').split(';')[0] ?? '';
  const schema: Schema | undefined = content?.[type]?.schema;
  if (!schema) return [`${route} ${answered.status}: ${type} is not documented`];
  return faultsOf(document, schema, answered.body).map(
    (fault) => `${route} ${answered.status} ${fault}`,
  );
}

describe('real answers', () => {
  it('are as documented, on the whole way of a complaint', async () => {
    const operator = await world.operator();
    const head = await world.head('HAPULICO');
    const officer = await world.officerOf('HAPULICO');
    const filer = { name: 'Nguyễn An', email: 'an@example.org' };
    const faults: string[] = [];
    const see = (route: string, answered: Response) => {
      faults.push(...check(route, answered));
      return answered;
    };
    const tracked = async (code: string) =>
      see('GET /api/complaints/{code}', await world.anyone.get(`/api/complaints/${code}`));
    const read = async (id: string) =>
      see('GET /api/cases/{id}', await operator.get(`/api/cases/${id}`));
    const told = async (by: typeof head, id: string, command: string, body = {}) =>
      see(`POST /api/cases/{id}/${command}`, await by.tells(id, command, body));
    const said = async (code: string, what: string, body = {}) =>
      see(
        `POST /api/complaints/{code}/${what}`,
        await world.anyone.post(`/api/complaints/${code}/${what}`, body),
      );

    const filed = see(
      'POST /api/complaints',
      await world.anyone.post('/api/complaints', streetLight({ filer })),
    );
    const { code } = filed.body as { code: string };
    const id = await caseIdOf(world, code);
    await tracked(code);
    await read(id);
    await told(head, id, 'accept', { officer });
    await told(head, id, 'ask', { text: 'Đoạn nào của phố?' });
    await tracked(code);
    await read(id);
    await said(code, 'messages', { text: 'Số 20 đến 48.' });
    for (const by of [head, operator])
      await told(by, id, 'reveal', { reason: 'Cần gọi để hẹn giờ sửa.' });
    await told(head, id, 'answer', answer);
    await told(operator, id, 'publish');
    await tracked(code);
    await said(code, 'rating', { score: 5, factors: { result: 5 } });
    await read(id);
    await said(code, 'confirm');
    await told(head, id, 'publish');
    see('POST /api/cases/{id}/note', await operator.tells(id, 'note', { text: 'Cũ.' }, 1));
    see('POST /api/cases/{id}/note', await operator.post(`/api/cases/${id}/note`, { text: 'A' }));
    see('POST /api/cases/{id}/note', await world.anyone.post(`/api/cases/${id}/note`));

    const other = await world.anyone.files(unclear());
    await tracked(other.code);
    await read(await caseIdOf(world, other.code));
    for (const wrong of [unclear({ text: '' }), streetLight({ answers: {} })])
      see('POST /api/complaints', await world.anyone.post('/api/complaints', wrong));

    for (const text of ['Tôi làm đơn này tố cáo trưởng thôn.', 'Tôi khiếu nại tiền điện.'])
      see('POST /api/complaints', await world.anyone.post('/api/complaints', unclear({ text })));

    const administrator = await world.as('quan.tri');
    const leader = await world.as('lanh.dao');
    for (const [by, path] of [
      [operator, '/api/cases'],
      [operator, '/api/agencies'],
      [operator, '/api/me'],
      [operator, '/api/me/sessions'],
      [operator, '/api/outbox'],
      [await world.as('lanh.dao'), '/api/reveals'],
      [world.anyone, '/api/cases'],
      [world.anyone, '/api/categories'],
      [world.anyone, '/api/areas'],
      [world.anyone, '/api/challenge'],
      [world.anyone, '/api/public/complaints'],
      [world.anyone, '/health/live'],
      [world.anyone, '/health/ready'],
      [administrator, '/api/outbox'],
      [leader, '/api/diversions'],
    ] as const)
      see(`GET ${path}`, await by.get(path));
    see('GET /api/challenge', await world.anyone.get('/api/challenge?kind=question'));
    see('GET /api/outbox', await administrator.get('/api/outbox?state=waiting'));
    await world.deliver();
    see('GET /api/outbox', await administrator.get('/api/outbox?state=sent'));
    see('GET /api/cases', await operator.get('/api/cases?limit=1&queue=all'));
    see('GET /api/cases', await operator.get('/api/cases?limit=0'));
    see(
      'POST /api/session',
      await world.anyone.post('/api/session', { login: 'a', password: 'b' }),
    );
    const login = { login: 'giam.sat', password: 'daumoi-demo' };
    see('POST /api/session', await world.anyone.post('/api/session', login));
    const start = await operator.post('/api/me/second-factor', { password: 'daumoi-demo' });
    see('POST /api/me/second-factor', start);
    const given = { code: codeAt(start.body.secret as string, world.time.now()) };
    see(
      'POST /api/me/second-factor/confirm',
      await operator.post('/api/me/second-factor/confirm', given),
    );
    expect(faults).toEqual([]);
  }, 60_000);
});
