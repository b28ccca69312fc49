import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  isOpen,
  keyScopeNames,
  permissions,
  roleOfKey,
  scopeOf,
  type KeyScopeName,
  type Permission,
} from '#permissions';
import { roles, type Role } from '#lifecycle';
import { DEMO_PASSWORD } from '../../src/start/demo-accounts.js';
import { filesWith, png } from '../stories/support/files.js';
import { Api } from '../world/api.js';
import { caseIdOf, streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';
import { gateways, handlers, servedRoutes } from './support/routes.js';
import { bodySchemaOf, sampleOf } from './support/sample.js';
import type { Document } from './support/schema.js';

const logins: Record<Role, string> = {
  operator: 'truc.tong.dai.1',
  supervisor: 'giam.sat',
  agency_head: 'hapulico.thu.truong',
  officer: 'hapulico.can.bo',
  leader: 'lanh.dao',
  observer: 'quan.sat',
  administrator: 'quan.tri',
};

/** Served without a controller, as the built files are: the pages of the interface's own documents. */
const documents = /^GET \/api\/(docs|openapi\.json)/;

const UNKNOWN = '018f0000-0000-7000-8000-000000000000';

let world: World;
let document: Document;
let code: string;
/** One case for everybody who works on it, and one that only the center and its agency read. */
const cases = { right: '', sealed: '', unknown: UNKNOWN };
let attachment: string;
let officer: string;
const permissionOf = new Map<string, Permission>();

beforeAll(async () => {
  world = await World.start();
  document = (await world.anyone.get('/api/openapi.json').expect(200)).body as Document;
  const filing = streetLight({ filer: { name: 'An', phone: '0900000001' } });
  ({ code } = (await filesWith(world, filing, [{ name: 'a.png', content: png }]).expect(201)).body);
  cases.right = await caseIdOf(world, code);
  const operator = await world.operator();
  attachment = (await operator.sees(cases.right)).attachments[0]?.id ?? '';
  officer = await world.officerOf('EVNHANOI');
  const sealed = await world.anyone.files({
    category: 'AN-01',
    text: 'Có nhóm tụ tập đánh bạc ở đầu ngõ.',
    place: { ward: '00256' },
    answers: { seen_at: '2026-03-09T19:40:00+07:00', happening_now: 'no' },
    filer: { name: 'An', phone: '0900000001' },
  });
  cases.sealed = await caseIdOf(world, sealed.code);
  await operator.does(cases.sealed, 'assign', { lead: 'HAPULICO' });
  for (const { route, allowed } of handlers(world)) permissionOf.set(route, allowed as Permission);
  for (const route of servedRoutes(world)) {
    if (documents.test(route)) permissionOf.set(route, 'service.observe');
    if (route === 'GET /assets/:file') permissionOf.set(route, 'page.open');
  }
}, 60_000);
afterAll(() => world.stop());

/** Its refusal is a page, which has no code. */
const isPage = (route: string) => !/ \/(api|health)\//.test(route);
const isOfCase = (route: string) => / \/api\/cases\/:id/.test(route);

function bodyOf(route: string): Record<string, unknown> {
  // Beyond the cases nothing is changed here: an empty body is as far as anybody needs to come.
  if (!isOfCase(route)) return {};
  const [method = '', path = ''] = route.split(' ');
  const documented = path.replaceAll(/:(\w+)/g, '{$1}');
  const operation = document.paths[documented]?.[method.toLowerCase()];
  const schema = operation && bodySchemaOf(operation);
  const named = { category: 'CS-01', lead: 'HSDC', agency: 'HSDC', officer };
  return schema ? (sampleOf(document, schema, named) as Record<string, unknown>) : {};
}

/** Calls a route; commands are given on a version long gone, so that nothing changes. */
async function call(by: Api, route: string, id: string, key = '') {
  const [method = '', path = ''] = route.split(' ');
  const target = path
    .replace('/api/cases/:id', `/api/cases/${id}`)
    .replace(':code', code)
    .replace(':attachment', attachment)
    .replaceAll(/:\w+/g, path.includes('mailbox') || path.includes('outbox') ? '999' : UNKNOWN);
  const asked =
    method === 'GET'
      ? by.get(target)
      : method === 'DELETE'
        ? by.delete(target)
        : route.endsWith('/attachments')
          ? by.uploads(target, png, 'a.png')
          : method === 'PUT'
            ? by.put(target, bodyOf(route))
            : by.post(target, bodyOf(route));
  if (key) void asked.set('authorization', `Bearer ${key}`);
  const { status, body } = await asked.set('if-match', '"1"');
  return { status, code: (body as { code?: string }).code, body: { ...body, request: null } };
}

async function signedIn(login: string): Promise<Api> {
  const api = new Api(world.url);
  await api.signIn(login, DEMO_PASSWORD);
  return api;
}

/** What ends the session that asks comes last. */
const lateness = (route: string) => (route === 'DELETE /api/session' ? 1 : 0);
const routes = () => [...permissionOf.entries()].toSorted(([a], [b]) => lateness(a) - lateness(b));

const counts = { routes: 0, callers: 0, requests: 0 };

interface Outcome {
  status: number;
  code: string | undefined;
}

const refused = ({ status, code }: Outcome) =>
  status === 401 ||
  (status === 403 && ['caller.forbidden', 'session.second_factor_required'].includes(code ?? ''));

describe('everything that can be called', () => {
  it('declares a permission of the table', () => {
    const known = Object.keys(permissions);
    const silent = [...handlers(world), ...gateways(world)].filter(
      ({ allowed }) => !known.includes(String(allowed)),
    );
    expect(silent).toEqual([]);
    expect(gateways(world).length).toBeGreaterThan(1);
  });

  it('is known here: every route that is served', () => {
    expect([...permissionOf.keys()].toSorted()).toEqual(servedRoutes(world).toSorted());
  });

  it('uses every permission of the table', () => {
    const used = new Set([
      ...permissionOf.values(),
      ...gateways(world).map(({ allowed }) => allowed),
    ]);
    expect(Object.keys(permissions).filter((name) => !used.has(name))).toEqual([]);
  });
});

describe('every route, asked by', () => {
  const callers: [string, Role, string][] = [
    ...roles.map((role): [string, Role, string] => [role, role, logins[role]]),
    ['the head of another agency', 'agency_head', 'head.evnhanoi'],
  ];

  it.each(callers)('%s', async (name, role, login) => {
    const [found] = await world.behind.query<{ login: string }[]>(
      'select login from staff where login = $1 or (agency = $2 and role = $3) order by login = $1 desc',
      [login, name === role ? '' : 'EVNHANOI', role],
    );
    const by = await signedIn(found?.login ?? login);
    const foreign = name !== role;
    const wrong: unknown[] = [];
    for (const [route, permission] of routes()) {
      const scope = scopeOf(role, permission);
      for (const [which, id] of Object.entries(cases)) {
        if (which !== 'right' && !isOfCase(route)) continue;
        const got = await call(by, route, id);
        counts.requests += 1;
        const hidden =
          which === 'unknown' || foreign || (which === 'sealed' && role === 'observer');
        const right =
          scope === null
            ? refused(got) && got.status === 403
            : isOfCase(route) && hidden
              ? got.status === 404
              : !refused(got);
        if (!right) wrong.push({ route, permission, which, status: got.status, code: got.code });
      }
    }
    counts.routes = permissionOf.size;
    counts.callers += 1;
    expect(wrong).toEqual([]);
  });

  it.each([
    ['nobody', ''],
    ['a cookie that is none', 'dau_moi_session=nonsense'],
    ['an empty cookie', 'dau_moi_session='],
    ['a cookie of SQL', `dau_moi_session='or''='`],
    ['another cookie', 'session=nonsense'],
  ])('%s', async (_, cookie) => {
    const by = new Api(world.url);
    by.cookie = cookie;
    const wrong: unknown[] = [];
    for (const [route, permission] of routes()) {
      const got = await call(by, route, cases.right);
      counts.requests += 1;
      const right = isOpen(permission)
        ? !refused(got) || got.code === 'session.refused'
        : got.status === 401 && got.code === 'session.required';
      if (!right) wrong.push({ route, permission, status: got.status, code: got.code });
    }
    counts.callers += 1;
    expect(wrong).toEqual([]);
  });

  const keys: [string, KeyScopeName[], string | null][] = [
    ['a key of an agency', keyScopeNames, 'HAPULICO'],
    ['a key of another agency', keyScopeNames, 'EVNHANOI'],
    ['a key of the city', keyScopeNames, null],
    ['a key for what is public', ['public'], null],
  ];

  it.each(keys)('%s, which may never do what its role may not', async (_, scopes, agency) => {
    const administrator = await signedIn(logins.administrator);
    const asked = { name: 'x', organisation: 'x', scopes, validUntil: '2026-06-01T00:00:00Z' };
    const made = await administrator.post('/api/keys', { ...asked, ...(agency && { agency }) });
    const { key } = made.body as { key: string };
    const wrong: unknown[] = [];
    for (const [route, permission] of routes()) {
      if (documents.test(route) || route === 'GET /assets/:file') continue;
      const role = roleOfKey(scopes, agency !== null, permission);
      for (const [which, id] of Object.entries(cases)) {
        if (which !== 'right' && !isOfCase(route)) continue;
        // A session that comes along counts for nothing.
        const got = await call(administrator, route, id, key);
        counts.requests += 1;
        const hidden =
          which === 'unknown' || agency === 'EVNHANOI' || (which === 'sealed' && !agency);
        const right =
          role === null
            ? got.status === 403 && (got.code === 'key.not_allowed' || isPage(route))
            : isOfCase(route) && hidden
              ? got.status === 404
              : !refused(got);
        if (!right) wrong.push({ route, permission, which, status: got.status, code: got.code });
      }
    }
    counts.callers += 1;
    expect(wrong).toEqual([]);
  });

  it('another agency, which cannot tell a case that is not its own from one that is not there', async () => {
    const foreign = await world.head('EVNHANOI');
    for (const [route] of routes().filter(([one]) => isOfCase(one))) {
      const forbidden = await call(foreign, route, cases.right);
      expect([route, forbidden]).toEqual([route, await call(foreign, route, UNKNOWN)]);
    }
  });

  it('them all: nothing has changed', async () => {
    const operator = await world.as('truc.tong.dai.2');
    expect((await operator.sees(cases.right)).version).toBe(2);
    const { routes, callers, requests } = counts;
    process.stdout.write(`matrix: ${routes} routes × ${callers} callers, ${requests} requests\n`);
    expect(requests).toBeGreaterThan(routes * callers);
  });
});
