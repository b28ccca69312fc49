import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Housekeeping } from '../../src/people/housekeeping.js';
import { sha256 } from '../../src/platform/sha256.js';
import { DEMO_PASSWORD } from '../../src/start/demo-accounts.js';
import { Api } from '../world/api.js';
import { World } from '../world/world.js';
import { browserOf, PASSWORD, said, signIn, somebody } from './support/people.js';

let world: World;

beforeAll(async () => {
  world = await World.start();
}, 60_000);
afterAll(() => world.stop());

const withCookie = (cookie: string) => Object.assign(new Api(world.url), { cookie });
const tokenOf = ({ cookie }: Api) => cookie.split('=')[1] ?? '';
const rowOf = async (api: Api) =>
  (
    await world.behind.query<Record<string, unknown>[]>(
      'select * from session where token_hash = $1',
      [sha256(tokenOf(api))],
    )
  )[0];

describe('a session', () => {
  it('is a cookie that scripts and other sites do not get', async () => {
    const login = { login: 'TRUC.TONG.DAI.1', password: DEMO_PASSWORD };
    const { headers } = await world.anyone.post('/api/session', login).expect(200);
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(
        /^dau_moi_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
      ),
    ]);
  });

  it('cannot be had from a stolen database', async () => {
    const api = await browserOf(world, await somebody(world));
    const row = await rowOf(api);
    expect(JSON.stringify(row)).not.toContain(tokenOf(api));
    for (const value of [row?.['token_hash'], row?.['id']])
      await withCookie(`dau_moi_session=${String(value)}`)
        .get('/api/me')
        .expect(401);
  });

  it('ends an hour after the last request, which is written once a minute', async () => {
    const api = await browserOf(world, await somebody(world));
    const seen = async () => (await rowOf(api))?.['last_seen_at'];
    const begun = await seen();
    world.time.advance({ minutes: 0.9 });
    await api.get('/api/me').expect(200);
    expect(await seen()).toEqual(begun);
    world.time.advance({ minutes: 0.2 });
    await api.get('/api/me').expect(200);
    expect(await seen()).toEqual(world.time.now());
    world.time.advance({ minutes: 59 });
    await api.get('/api/me').expect(200);
    world.time.advance({ minutes: 59 });
    await api.get('/api/me').expect(200);
    world.time.advance({ minutes: 60 });
    await api.get('/api/me').expect(401);
  });

  it('ends after twelve hours, however busy', async () => {
    const api = await browserOf(world, await somebody(world));
    for (let half = 0; half < 23; half += 1) {
      world.time.advance({ minutes: 30 });
      await api.get('/api/me').expect(200);
    }
    world.time.advance({ minutes: 29 });
    await api.get('/api/me').expect(200);
    world.time.advance({ minutes: 1 });
    await api.get('/api/me').expect(401);
  });

  it('ends with the account', async () => {
    const login = await somebody(world);
    const api = await browserOf(world, login);
    await world.behind.query('update staff set active = false where login = $1', [login]);
    await api.get('/api/me').expect(401);
    expect(said(await signIn(world.anyone, login))).toBe('401 session.refused');
  });

  it('is another one at every sign-in, and the one before is over', async () => {
    const login = await somebody(world);
    const api = await browserOf(world, login);
    const before = withCookie(api.cookie);
    await api.signIn(login, PASSWORD);
    expect(api.cookie).not.toBe(before.cookie);
    await before.get('/api/me').expect(401);
    await api.get('/api/me').expect(200);
  });

  it('is never the one that somebody else has brought along', async () => {
    const planted = withCookie('dau_moi_session=planted');
    await planted.signIn(await somebody(world), PASSWORD);
    expect(planted.cookie).not.toContain('planted');
    await withCookie('dau_moi_session=planted').get('/api/me').expect(401);
  });

  it('is over after signing out, for whoever kept the cookie too', async () => {
    const api = await browserOf(world, await somebody(world));
    const { headers } = await api.delete('/api/session').expect(204);
    expect(headers['set-cookie']?.[0]).toMatch(/^dau_moi_session=; .*Expires=Thu, 01 Jan 1970/);
    await api.get('/api/me').expect(401);
  });

  it('leaves nothing behind once it is over', async () => {
    const login = await somebody(world);
    await browserOf(world, login);
    const count = async () => (await world.behind.query('select 1 from session')).length as number;
    expect(await count()).toBeGreaterThan(0);
    world.time.advance({ hours: 13 });
    await world.app.get(Housekeeping, { strict: false }).sweep();
    expect(await count()).toBe(0);
  });
});

describe('the list of own sessions', () => {
  const firefox =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:146.0) Gecko/20100101 Firefox/146.0';

  it('names browsers, says which is this one, and holds no token', async () => {
    const login = await somebody(world);
    const here = await browserOf(world, login);
    const there = new Api(world.url);
    there.takeCookie(
      await there
        .post('/api/session', { login, password: PASSWORD })
        .set('user-agent', firefox)
        .expect(200),
    );
    const { body, text } = await here.get('/api/me/sessions').expect(200);
    const at = world.time.now().toISOString();
    expect(body).toHaveLength(2);
    expect(body).toContainEqual({
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      device: 'Firefox · Windows',
      createdAt: at,
      lastSeenAt: at,
      current: false,
    });
    expect(body.filter(({ current }: { current: boolean }) => current)).toMatchObject([
      { device: null },
    ]);
    for (const one of [here, there]) {
      expect(text).not.toContain(tokenOf(one));
      expect(text).not.toContain(sha256(tokenOf(one)));
    }
    expect(text).not.toMatch(/127\.0\.0\.1|Gecko/);
  });

  it('lets one end any of them, or all others, and none of anybody else', async () => {
    const login = await somebody(world);
    const [here, there, third] = await Promise.all([1, 2, 3].map(() => browserOf(world, login)));
    const stranger = await browserOf(world, await somebody(world));
    const idOf = async (api: Api) =>
      (
        (await api.get('/api/me/sessions').expect(200)).body as { id: string; current: boolean }[]
      ).find(({ current }) => current)?.id ?? '';
    await stranger.delete(`/api/me/sessions/${await idOf(here!)}`).expect(404);
    await here!.delete(`/api/me/sessions/${await idOf(there!)}`).expect(204);
    await there!.get('/api/me').expect(401);
    await third!.delete('/api/me/sessions').expect(204);
    await here!.get('/api/me').expect(401);
    await third!.get('/api/me').expect(200);
    await third!.delete(`/api/me/sessions/${await idOf(third!)}`).expect(204);
    await third!.get('/api/me').expect(401);
    await stranger.get('/api/me').expect(200);
  });
});

describe('two browsers of one person', () => {
  it('that end each other leave at most one, and none fails', async () => {
    for (let round = 0; round < 5; round += 1) {
      const login = await somebody(world);
      const both = await Promise.all([browserOf(world, login), browserOf(world, login)]);
      const answers = await Promise.all(both.map((api) => api.delete('/api/me/sessions')));
      for (const { status } of answers) expect([204, 401]).toContain(status);
      expect(answers.map(({ status }) => status)).toContain(204);
    }
  });
});

describe('over TLS', () => {
  let secure: World;
  beforeAll(async () => {
    secure = await World.start({ PUBLIC_URL: 'https://dau-moi.example' });
  }, 60_000);
  afterAll(() => secure.stop());

  it('the cookie has the prefix that no other host can set, and no other is taken', async () => {
    const login = { login: 'truc.tong.dai.1', password: DEMO_PASSWORD };
    const { headers } = await secure.anyone.post('/api/session', login).expect(200);
    const cookie = headers['set-cookie']?.[0] ?? '';
    expect(cookie).toMatch(
      /^__Host-dau_moi_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    const [given = ''] = cookie.split(';');
    const by = (sent: string) => secure.anyone.get('/api/me').set('cookie', sent);
    await by(given).expect(200);
    await by(given.replace('__Host-', '')).expect(401);
  });
});
