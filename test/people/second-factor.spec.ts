import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Sessions } from '../../src/people/sessions.js';
import { codeAt } from '../../src/people/totp.js';
import { Api } from '../world/api.js';
import { World } from '../world/world.js';
import { browserOf, enrol, PASSWORD, said, signIn, somebody } from './support/people.js';

let world: World;

beforeAll(async () => {
  world = await World.start();
}, 60_000);
afterAll(() => world.stop());

const halfMinute = (n = 1) => world.time.advance({ minutes: n / 2 });
const codeIn = (secret: string, seconds = 0) =>
  codeAt(secret, new Date(world.time.now().getTime() + seconds * 1000));
const state = async (api: Api) =>
  (await api.get('/api/me').expect(200)).body.secondFactor as string;

/** A person with the second factor on, whose present code is still unused. */
async function enrolled(role: 'operator' | 'supervisor' = 'operator') {
  const login = await somebody(world, { role });
  const done = await enrol(world, await browserOf(world, login));
  halfMinute(3);
  return { login, ...done };
}

describe('a second factor', () => {
  it('is switched on with the password and a first code; then sign-in asks for one', async () => {
    const login = await somebody(world);
    const [here, there] = [await browserOf(world, login), await browserOf(world, login)];
    expect(await state(here)).toBe('none');
    expect(said(await here.post('/api/me/second-factor', { password: 'x' }))).toBe(
      '403 password.refused',
    );
    const before = here.cookie;
    const { secret, recoveryCodes } = await enrol(world, here);
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(new Set(recoveryCodes).size).toBe(10);
    for (const one of recoveryCodes) expect(one).toMatch(/^([a-z2-7]{4}-){3}[a-z2-7]{4}$/);
    expect(here.cookie).not.toBe(before);
    expect(await state(here)).toBe('on');
    await there.get('/api/me').expect(401);

    halfMinute();
    expect(said(await signIn(world.anyone, login))).toBe('401 session.code_required');
    expect(said(await signIn(world.anyone, login, { code: '123456' }))).toBe(
      '401 session.code_refused',
    );
    const code = codeIn(secret);
    expect(said(await signIn(world.anyone, login, { password: 'x', code }))).toBe(
      '401 session.refused',
    );
    expect(said(await signIn(world.anyone, login, { code }))).toBe(200);
  });

  it('is shown as authenticators read it', async () => {
    const login = await somebody(world);
    const api = await browserOf(world, login);
    const { body } = await api.post('/api/me/second-factor', { password: PASSWORD }).expect(200);
    const uri = new URL(body.uri as string);
    expect([uri.protocol, uri.host]).toEqual(['otpauth:', 'totp']);
    expect(decodeURIComponent(uri.pathname)).toBe(`/Đầu Mối:${login}`);
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      issuer: 'Đầu Mối',
      secret: body.secret,
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
  });

  it('accepts a code once, and none of before; half a minute off is near enough', async () => {
    const { login, secret } = await enrolled();
    const give = async (seconds: number) =>
      said(await signIn(world.anyone, login, { code: codeIn(secret, seconds) }));
    expect(await give(-60)).toBe('401 session.code_refused');
    expect(await give(60)).toBe('401 session.code_refused');
    expect(await give(-30)).toBe(200);
    expect(await give(-30)).toBe('401 session.code_refused');
    expect(await give(30)).toBe(200);
    expect(await give(30)).toBe('401 session.code_refused');
    expect(await give(0)).toBe('401 session.code_refused');
  });

  it('accepts a code once from many who give it at the same time', async () => {
    const { login, secret } = await enrolled();
    const code = codeIn(secret);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => signIn(world.anyone, login, { code })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('is replaced by a recovery code, each once, however it is typed', async () => {
    const { login, recoveryCodes } = await enrolled();
    const [first = '', second = ''] = recoveryCodes;
    expect(said(await signIn(world.anyone, login, { code: first }))).toBe(200);
    expect(said(await signIn(world.anyone, login, { code: first }))).toBe(
      '401 session.code_refused',
    );
    const typed = second.toUpperCase().replaceAll('-', ' ');
    expect(said(await signIn(world.anyone, login, { code: typed }))).toBe(200);
    expect(said(await signIn(world.anyone, login, { code: 'abcd-efgh-ijkl-mnop' }))).toBe(
      '401 session.code_refused',
    );
  });

  it('gives new recovery codes for a code, and the old ones are worth nothing', async () => {
    const { api, login, secret, recoveryCodes } = await enrolled();
    const renew = (code: string) => api.post('/api/me/second-factor/recovery-codes', { code });
    expect(said(await renew('000000'))).toBe('403 second_factor.refused');
    const { body } = await renew(codeIn(secret)).expect(200);
    const fresh = body.recoveryCodes as string[];
    expect(fresh).toHaveLength(10);
    expect(said(await signIn(world.anyone, login, { code: recoveryCodes[0]! }))).toBe(
      '401 session.code_refused',
    );
    expect(said(await signIn(world.anyone, login, { code: fresh[0]! }))).toBe(200);
  });

  it('moves to a new phone with a code of the old one, which serves until then', async () => {
    const { api, login, secret } = await enrolled();
    const start = (more: object) =>
      api.post('/api/me/second-factor', { password: PASSWORD, ...more });
    expect(said(await start({}))).toBe('403 second_factor.code_required');
    expect(said(await start({ code: '000000' }))).toBe('403 second_factor.refused');
    const { body } = await start({ code: codeIn(secret, -30) }).expect(200);
    expect(said(await signIn(world.anyone, login, { code: codeIn(secret) }))).toBe(200);
    const code = codeIn(body.secret as string);
    await api.post('/api/me/second-factor/confirm', { code }).expect(200);
    halfMinute(2);
    expect(said(await signIn(world.anyone, login, { code: codeIn(secret) }))).toBe(
      '401 session.code_refused',
    );
    const renewed = codeIn(body.secret as string);
    expect(said(await signIn(world.anyone, login, { code: renewed }))).toBe(200);
  });

  it('is not on before it is confirmed, which can be done for a quarter of an hour', async () => {
    const login = await somebody(world);
    const api = await browserOf(world, login);
    const confirm = async (code: string) =>
      said(await api.post('/api/me/second-factor/confirm', { code }));
    expect(await confirm('123456')).toBe('409 second_factor.not_started');
    const { body } = await api.post('/api/me/second-factor', { password: PASSWORD }).expect(200);
    expect(await confirm('123456')).toBe('403 second_factor.refused');
    expect(said(await signIn(world.anyone, login))).toBe(200);
    world.time.advance({ minutes: 16 });
    expect(await confirm(codeIn(body.secret as string))).toBe('409 second_factor.not_started');
  });

  it('is switched off with password and code', async () => {
    const { api, login, secret } = await enrolled();
    const stop = (given: object) => api.delete('/api/me/second-factor', { ...given });
    const code = codeIn(secret);
    expect(said(await stop({ password: 'x', code }))).toBe('403 password.refused');
    expect(said(await stop({ password: PASSWORD, code: '000000' }))).toBe(
      '403 second_factor.refused',
    );
    await stop({ password: PASSWORD, code }).expect(204);
    expect(await state(api)).toBe('none');
    expect(said(await signIn(world.anyone, login))).toBe(200);
    expect(said(await stop({ password: PASSWORD, code }))).toBe('409 second_factor.off');
  });

  it('does not come out of a stolen database: the secret is sealed, the codes are hashes', async () => {
    const { login, secret, recoveryCodes } = await enrolled();
    const rows = JSON.stringify(await world.behind.query('select * from second_factor'));
    expect(rows).not.toContain(secret);
    for (const code of recoveryCodes) expect(rows).not.toContain(code);
    const other = await enrolled();
    await world.behind.query(
      `update second_factor set secret = (select secret from second_factor f
         join staff s on s.id = f.staff_id where s.login = $1)
       where staff_id = (select id from staff where login = $2)`,
      [other.login, login],
    );
    const stolen = await signIn(world.anyone, login, { code: codeIn(other.secret) });
    expect(stolen.status).toBe(500);
    expect(stolen.headers['set-cookie']).toBeUndefined();
  });
});

describe('supervisor, leader and administrator', () => {
  it.each(['supervisor', 'leader', 'administrator'] as const)(
    '%s: can do nothing but put the own account in order before it is on',
    async (role) => {
      const login = await somebody(world, { role });
      const api = await browserOf(world, login);
      expect(await state(api)).toBe('required');
      const refused: unknown[] = [];
      for (const path of [
        '/api/cases',
        '/api/agencies',
        '/api/outbox',
        `/api/cases/${crypto.randomUUID()}`,
      ])
        refused.push(said(await api.get(path)));
      refused.push(said(await api.post('/api/outbox/1/resend')));
      refused.push(said(await api.post(`/api/cases/${crypto.randomUUID()}/note`, { text: 'a' })));
      expect(new Set(refused)).toEqual(new Set(['403 session.second_factor_required']));
      await api.get('/api/me/sessions').expect(200);

      const { secret } = await enrol(world, api);
      expect(await state(api)).toBe('on');
      await api.get('/api/agencies').expect(200);
      expect(
        said(
          await api.delete('/api/me/second-factor', { password: PASSWORD, code: codeIn(secret) }),
        ),
      ).toBe('409 second_factor.obligatory');
    },
  );

  it('are held up again when they become one', async () => {
    const login = await somebody(world);
    const api = await browserOf(world, login);
    await api.get('/api/cases').expect(200);
    await world.behind.query(`update staff set role = 'supervisor' where login = $1`, [login]);
    expect(said(await api.get('/api/cases'))).toBe('403 session.second_factor_required');
  });

  it('pass it afterwards in a session that began without it', async () => {
    const { login, secret } = await enrolled('supervisor');
    const api = await browserWithout(login);
    expect(await state(api)).toBe('required');
    const pass = (code: string) => api.post('/api/me/second-factor/pass', { code });
    expect(said(await pass('000000'))).toBe('403 second_factor.refused');
    const before = api.cookie;
    api.takeCookie(await pass(codeIn(secret)).expect(204));
    expect(api.cookie).not.toBe(before);
    await api.get('/api/cases').expect(200);
    await Object.assign(new Api(world.url), { cookie: before }).get('/api/me').expect(401);
  });
});

/** A session as an identity provider opens it, which has asked for no second factor. */
async function browserWithout(login: string): Promise<Api> {
  const [staff] = await world.behind.query<{ id: string }[]>(
    'select id from staff where login = $1',
    [login],
  );
  const sessions = world.app.get(Sessions, { strict: false });
  const { token } = await sessions.open(staff!, { secondFactor: false, device: null });
  return Object.assign(new Api(world.url), { cookie: `dau_moi_session=${token}` });
}
