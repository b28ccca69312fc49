import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_PASSWORD } from '../../src/start/demo-accounts.js';
import { Api } from '../world/api.js';
import { answer, caseIdOf, streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';
import { filesWith, png } from '../stories/support/files.js';
import { handlers, servedRoutes } from './support/routes.js';

const logins = {
  operator: 'truc.tong.dai.1',
  supervisor: 'giam.sat',
  agency_head: 'hapulico.thu.truong',
  officer: 'hapulico.can.bo',
  leader: 'lanh.dao',
  observer: 'quan.sat',
  administrator: 'quan.tri',
};
type Role = keyof typeof logins;
const roles = Object.keys(logins) as Role[];

const center: Role[] = ['operator', 'supervisor'];
const workers: Role[] = [...center, 'agency_head', 'officer'];
const readers: Role[] = [...workers, 'leader', 'observer'];

interface Rule {
  /** Who may; everybody else is refused. */
  who: Role[] | 'public';
  /** The answer to whoever may, for a request without body or If-Match. */
  status: number;
}

// 428: whoever may give the command is asked for the version first.
const command: Rule = { who: workers, status: 428 };

/** What is expected of every route; one that is not here fails. */
const expected: Record<string, Rule> = {
  'GET /api/me': { who: roles, status: 200 },
  'DELETE /api/session': { who: roles, status: 204 },
  'GET /api/agencies': { who: roles, status: 200 },
  'GET /api/cases': { who: readers, status: 200 },
  'GET /api/cases/:id': { who: readers, status: 200 },
  'POST /api/cases/:id/classify': command,
  'POST /api/cases/:id/assign': command,
  'POST /api/cases/:id/reject': command,
  'POST /api/cases/:id/ask': command,
  'POST /api/cases/:id/note': command,
  'POST /api/cases/:id/accept': command,
  'POST /api/cases/:id/return': command,
  'POST /api/cases/:id/answer': command,
  'POST /api/cases/:id/publish': command,
  'POST /api/cases/:id/send_back': command,
  'POST /api/cases/:id/reopen': command,
  'POST /api/cases/:id/close': command,
  'POST /api/cases/:id/reveal': command,
  'POST /api/cases/:id/attachments': command,
  'GET /api/cases/:id/attachments/:attachment': { who: readers, status: 200 },
  'GET /api/reveals': { who: ['supervisor', 'leader'], status: 200 },
  'GET /api/outbox': { who: ['supervisor', 'administrator'], status: 200 },
  'POST /api/outbox/:id/resend': { who: ['administrator'], status: 404 },
  'POST /api/session': { who: 'public', status: 400 },
  'POST /api/complaints': { who: 'public', status: 400 },
  'GET /api/complaints/:code': { who: 'public', status: 200 },
  'POST /api/complaints/:code/messages': { who: 'public', status: 400 },
  'POST /api/complaints/:code/confirm': { who: 'public', status: 409 },
  'POST /api/complaints/:code/rating': { who: 'public', status: 400 },
  'POST /api/complaints/:code/reopen': { who: 'public', status: 400 },
  'POST /api/complaints/:code/appeal': { who: 'public', status: 400 },
  'GET /api/public/complaints': { who: 'public', status: 200 },
  'GET /api/categories': { who: 'public', status: 200 },
  'GET /api/areas': { who: 'public', status: 200 },
  'GET /api/openapi.json': { who: 'public', status: 200 },
  'GET /api/docs': { who: 'public', status: 200 },
  'GET /api/docs/start.js': { who: 'public', status: 200 },
  'GET /api/docs/swagger-ui.css': { who: 'public', status: 200 },
  'GET /api/docs/swagger-ui-bundle.js': { who: 'public', status: 200 },
  'GET /health/live': { who: 'public', status: 200 },
  'GET /health/ready': { who: 'public', status: 200 },
  'GET /metrics': { who: 'public', status: 200 },
  'GET /demo/mailbox': { who: 'public', status: 200 },
  'GET /demo/mailbox/:id': { who: 'public', status: 404 },
};

let world: World;
let code: string;
let id: string;
let attachment: string;

beforeAll(async () => {
  world = await World.start();
  const filing = streetLight({ filer: { name: 'An', phone: '0900000001' } });
  const photo = { name: 'đèn tắt “1”.png', content: png };
  ({ code } = (await filesWith(world, filing, [photo]).expect(201)).body);
  id = await caseIdOf(world, code);
  attachment = (await (await world.operator()).sees(id)).attachments[0]?.id ?? '';
}, 60_000);
afterAll(() => world.stop());

function call(by: Api, route: string, caseId = id) {
  const [method, path = ''] = route.split(' ');
  const numbered = path.replace('/api/cases/:id', `/api/cases/${caseId}`).replace(':code', code);
  const target = numbered.replace(':id', '999').replace(':attachment', attachment);
  if (method === 'GET') return by.get(target);
  return method === 'DELETE' ? by.delete(target) : by.post(target);
}

async function signedIn(role: Role): Promise<Api> {
  const api = new Api(world.url);
  await api.signIn(logins[role], DEMO_PASSWORD);
  return api;
}

function withCookie(cookie: string): Api {
  const api = new Api(world.url);
  api.cookie = cookie;
  return api;
}

const refusalFor = (allowed: boolean, rule: Rule) => (allowed ? rule.status : 403);

describe('who may call what', () => {
  it('is said by every handler', () => {
    const silent = handlers(world).filter(({ allowed }) => typeof allowed !== 'string');
    expect(handlers(world).length).toBeGreaterThan(30);
    expect(silent).toEqual([]);
  });

  it('is expected here of every route that is served', () => {
    expect(Object.keys(expected).toSorted()).toEqual(servedRoutes(world).toSorted());
  });

  it.each(roles)('%s', async (role) => {
    const by = await signedIn(role);
    const wrong: unknown[] = [];
    const signOut = 'DELETE /api/session';
    for (const [route, rule] of [
      ...Object.entries(expected).filter(([name]) => name !== signOut),
      [signOut, expected[signOut]!] as const,
    ]) {
      const { status } = await call(by, route);
      const may = rule.who === 'public' || rule.who.includes(role);
      if (status !== refusalFor(may, rule)) wrong.push({ route, status });
    }
    expect(wrong).toEqual([]);
    await by.get('/api/me').expect(401);
  });

  it.each([
    ['nobody', ''],
    ['a cookie that is none', 'dau_moi_session=nonsense'],
    ['an empty cookie', 'dau_moi_session='],
    ['a cookie of SQL', `dau_moi_session='or''='`],
    ['another cookie', 'session=nonsense'],
  ])('%s', async (_, cookie) => {
    const wrong: unknown[] = [];
    for (const [route, { who, status: open }] of Object.entries(expected)) {
      const { status, body } = await call(withCookie(cookie), route);
      if (status !== (who === 'public' ? open : 401)) wrong.push({ route, status });
      if (status === 401) expect(body.code).toBe('session.required');
    }
    expect(wrong).toEqual([]);
  });
});

// Reads its files before it asks whose case it is, so it has a test of its own.
const upload = 'POST /api/cases/:id/attachments';

describe('a case of another agency', () => {
  it('looks like one that is not there, to every command', async () => {
    const foreign = await world.head('EVNHANOI');
    const officer = await world.officerOf('EVNHANOI');
    const unknown = '018f0000-0000-7000-8000-000000000000';
    const text = 'Lý do đủ dài để được nhận.';
    const bodies: Record<string, Record<string, unknown>> = {
      classify: { category: 'CS-01' },
      assign: { lead: 'HSDC' },
      reject: { reason: 'spam', text },
      ask: { text },
      note: { text },
      accept: { officer },
      return: { ground: 'not_clear', text },
      answer: { ...answer },
      send_back: { text },
      reopen: { text },
      close: { reason: 'done' },
      reveal: { reason: text },
    };
    for (const route of Object.keys(expected).filter(
      (one) => one.includes('/api/cases/:id') && one !== upload,
    )) {
      const name = route.split('/').at(-1) ?? '';
      const ask = async (target: string) => {
        const asked = call(foreign, route, target);
        const sent = route.startsWith('GET') ? asked : foreign.tells(target, name, bodies[name], 2);
        const { status, body } = await sent;
        return { status, ...body, request: null };
      };
      const forbidden = await ask(id);
      expect([route, forbidden.status]).toEqual([route, 404]);
      expect(forbidden).toEqual(await ask(unknown));
    }
    expect((await (await world.operator()).sees(id)).version).toBe(2);
  });

  it('is seen by an agency that supports, which can do nothing but read', async () => {
    const ward = await world.head('UBND-00256');
    expect((await ward.sees(id)).lead).toBe('HAPULICO');
    const officer = await world.officerOf('UBND-00256');
    const refused = await ward.tells(id, 'accept', { officer });
    expect([refused.status, refused.body.code]).toEqual([403, 'agency.not_lead']);
  });
});

describe('a photo of a case', () => {
  it('is a download that no page runs, and only of its own case', async () => {
    const head = await world.head('HAPULICO');
    const path = `/api/cases/${id}/attachments/${attachment}`;
    const { headers, body } = await head.get(path).expect(200);
    expect(Buffer.compare(body as Buffer, png)).toBe(0);
    expect(headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': expect.stringMatching(/^attachment; filename\*=UTF-8''[\w.%-]+$/),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    const operator = await world.operator();
    const other = await caseIdOf(world, (await world.anyone.files(streetLight())).code);
    await operator.get(`/api/cases/${other}/attachments/${attachment}`).expect(404);
    await operator.get(`/api/cases/${id}/attachments/${id}`).expect(404);
  });
});
