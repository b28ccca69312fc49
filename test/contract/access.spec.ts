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
  'POST /api/cases/:id/attachments': command,
  'GET /api/cases/:id/attachments/:attachment': { who: readers, status: 200 },
  'GET /api/outbox': { who: ['supervisor', 'administrator'], status: 200 },
  'POST /api/outbox/:id/resend': { who: ['administrator'], status: 404 },
  'POST /api/session': { who: 'public', status: 400 },
  'GET /api/challenge': { who: 'public', status: 200 },
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
  'GET /demo/mailbox/page.css': { who: 'public', status: 200 },
  'GET /demo/mailbox/mail.css': { who: 'public', status: 200 },
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

describe('who filed it', () => {
  const place = { ward: '00256' };
  const filer = { name: 'Nguyễn An', phone: '0900000001' };
  const seen_at = '2026-03-09T19:40:00+07:00';
  const matters: [string, string, Record<string, unknown>, boolean][] = [
    ['NORMAL', 'CS-01', { seen_at, extent: 'several' }, false],
    ['PERSONAL', 'DIEN-03', { customer_code: 'PD01', billing_period: '2026-02' }, true],
    ['REPORTER_HIDDEN', 'VS-02', { seen_at, waste_kind: 'construction' }, false],
    ['SENSITIVE', 'AN-01', { seen_at, happening_now: 'no' }, false],
    ['PROTECTED', 'CV-01', { office: 'Bộ phận một cửa', happened_at: seen_at }, false],
    ['DENUNCIATION_CHECK', 'CV-02', { office: 'Bộ phận một cửa', happened_when: 'Tháng 2' }, false],
  ];

  it.each(matters)('%s', async (privacy, category, answers, toLead) => {
    const text = 'Một việc cần được xem xét.';
    const filed = await world.anyone.files({ category, text, place, answers, filer });
    const one = await caseIdOf(world, filed.code);
    const operator = await world.operator();
    if (filed.status === 'new') await operator.does(one, 'assign', { lead: 'HSDC' });
    const seen = await operator.sees(one);
    expect(seen).toMatchObject({ privacy, filer, code: filed.code });
    expect((await (await world.supervisor()).sees(one)).filer).toMatchObject(filer);
    const lead = await world.head(seen.lead ?? '');
    const known = await lead.sees(one);
    expect([known.filer !== null, known.code]).toEqual([toLead, null]);
    const others = [await world.as(logins.leader), await world.as(logins.observer)];
    for (const agency of seen.supporting) others.push(await world.head(agency));
    for (const other of others)
      expect(await other.sees(one)).toMatchObject({ filer: null, code: null });
  });
});

describe('a page of another site', () => {
  it.each(['https://evil.example', 'null', 'http://127.0.0.1:1'])(
    '%s cannot write',
    async (origin) => {
      const operator = await world.operator();
      for (const [path, body] of [
        ['/api/complaints', streetLight()],
        [`/api/cases/${id}/note`, { text: 'Giả mạo.' }],
        ['/api/session', { login: 'giam.sat', password: DEMO_PASSWORD }],
      ] as const) {
        const answered = await operator.post(path, body).set({ origin, 'if-match': '"2"' });
        expect([answered.status, answered.body.code]).toEqual([403, 'origin.refused']);
        expect(answered.headers['set-cookie']).toBeUndefined();
      }
      await operator.get('/api/me').set('origin', origin).expect(200);
    },
  );

  it('our own pages can', async () => {
    await world.anyone.post('/api/complaints', streetLight()).set('origin', world.url).expect(201);
  });
});

describe('a session', () => {
  it('is a cookie that scripts and other sites do not get, and only its hash is kept', async () => {
    const login = { login: 'GIAM.SAT', password: DEMO_PASSWORD };
    const { headers } = await world.anyone.post('/api/session', login).expect(200);
    const cookie = headers['set-cookie']?.[0] ?? '';
    expect(cookie).toMatch(
      /^dau_moi_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const [row] = await world.behind.query<{ found: number }[]>(
      'select count(*)::int as found from session where token_hash = $1',
      [/=([\w-]{43})/.exec(cookie)?.[1]],
    );
    expect(row?.found).toBe(0);
  });

  it('is refused alike for an unknown name and a wrong password', async () => {
    const answers = await Promise.all(
      ['giam.sat', 'nobody', 'giam.sat\u0000', `' or 1=1 --`].map(async (login) => {
        const { status, body } = await world.anyone.post('/api/session', { login, password: 'x' });
        return { status, ...body, request: null };
      }),
    );
    for (const one of answers) expect(one).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ status: 401, code: 'session.refused' });
  });

  it('ends after twelve hours, and with the account', async () => {
    const [early, ended] = [await signedIn('leader'), await signedIn('observer')];
    await world.behind.query('update staff set active = false where login = $1', [logins.observer]);
    await ended.get('/api/me').expect(401);
    world.time.advance({ hours: 11, minutes: 59 });
    await early.get('/api/me').expect(200);
    world.time.advance({ minutes: 1 });
    await early.get('/api/me').expect(401);
  });
});
