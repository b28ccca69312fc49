import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { IdentityProvider } from '../../src/people/oidc/identity-provider.js';
import { Sessions } from '../../src/people/sessions.js';
import { Log } from '../../src/platform/logging/log.js';
import { Time } from '../../src/platform/time.js';
import type { Browser } from './support/browser.js';
import { CLIENT, POSTING_CLIENT, PUBLIC_CLIENT, SECRET } from './support/identity-provider.js';
import { BEGIN, CALLBACK, CITY, expectUnavailable, SignInWorld } from './support/sign-in-world.js';

const SUBJECT = 'a1b2c3-giam-sat';
const LOGIN = 'giam.sat';
const TRANSACTION = 'dau_moi_oidc';
const SESSION = '__Host-dau_moi_session';

let story: SignInWorld;
let browser: Browser;

beforeAll(async () => {
  story = await SignInWorld.start();
  await story.link(LOGIN, SUBJECT);
}, 60_000);
afterAll(() => story.stop());
beforeEach(() => {
  browser = story.browser();
  story.provider.knows(SUBJECT);
  story.provider.bent.clear();
});

/** The provider is asked anew what it offers. */
const forget = () => story.world.time.advance({ hours: 2 });

describe('signing in with the identity provider', () => {
  it('ends in a session of the linked account, at the path asked for', async () => {
    const answer = await story.signsIn(browser, '/console?queue=mine#top');
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      '/console?queue=mine#top',
    ]);
    const me = await browser.visit(`${CITY}/api/me`);
    expect(await me.json()).toMatchObject({ login: LOGIN, role: 'supervisor' });
    expect(browser.cookie(CITY, TRANSACTION)).toBeUndefined();
    expect(answer.headers.getSetCookie().find((line) => line.startsWith(SESSION))).toMatch(
      /^__Host-dau_moi_session=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it('goes to the front page when no path was asked for', async () => {
    expect((await story.signsIn(browser)).headers.get('location')).toBe('/');
  });

  it('sends state, nonce and PKCE, and keeps their secrets sealed in a cookie', async () => {
    const answer = await browser.visit(BEGIN);
    expect(answer.status).toBe(303);
    const asked = Object.fromEntries(new URL(answer.headers.get('location') ?? '').searchParams);
    expect(asked).toEqual({
      client_id: CLIENT,
      response_type: 'code',
      redirect_uri: CALLBACK,
      scope: 'openid',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^dau_moi_oidc=[\w-]+; Max-Age=600; Path=\/api\/session\/oidc; HttpOnly; Secure; SameSite=Lax$/,
      ),
    ]);
    const sealed = Buffer.from(browser.cookie(CITY, TRANSACTION) ?? '', 'base64url');
    expect(sealed.toString('latin1')).not.toContain(asked['state']);
    const again = await browser.visit(BEGIN);
    expect(again.headers.get('location')).not.toContain(asked['state']);
  });

  it.each([
    [['pwd'], false],
    [['pwd', 'sms'], false],
    [['pwd', 'otp'], true],
    [['hwk'], true],
  ])('tells the session of a second factor: amr %j', async (amr, secondFactor) => {
    const open = jest.spyOn(story.world.app.get(Sessions), 'open');
    story.provider.knows(SUBJECT, amr);
    expect((await story.signsIn(browser)).status).toBe(303);
    const by = expect.objectContaining({ secondFactor });
    expect(open).toHaveBeenCalledWith(expect.objectContaining({ login: LOGIN }), by);
    open.mockRestore();
  });

  it.each([
    [PUBLIC_CLIENT, undefined],
    [POSTING_CLIENT, SECRET],
  ])('works for a client of another kind: %s', async (clientId, clientSecret) => {
    const { issuer } = story.provider;
    const identityProvider = { issuer: `${issuer}/`, clientId, clientSecret, scope: 'openid' };
    story.provider.bent.set('/.well-known/openid-configuration', (body) => ({
      ...body,
      ...(clientSecret && { token_endpoint_auth_methods_supported: ['client_secret_post'] }),
    }));
    const config = { ...story.world.config, identityProvider };
    const provider = new IdentityProvider(config, new Log('silent'), new Time());
    const { url, secrets } = await provider.begin();
    const { search } = await browser.followTo(CALLBACK, url);
    expect(await provider.redeem(search, secrets)).toMatchObject({ subject: SUBJECT });
  });
});

describe('the path to end at', () => {
  const foreign = [
    'https://evil.test/',
    '//evil.test',
    '///evil.test',
    '/\\evil.test',
    '\\\\evil.test',
    '/%5c/../\\evil.test',
    '/.//evil.test',
    '/%2e//evil.test',
    '/a/..//evil.test',
    '/\t/evil.test',
    '/\n/evil.test',
    'javascript:alert(1)',
    'data:text/html,x',
    'console',
    '?x',
    '@evil.test',
    '.evil.test',
    'https:evil.test',
  ];

  it.each(foreign)('is refused: %j', async (next) => {
    const answer = await browser.visit(`${BEGIN}?next=${encodeURIComponent(next)}`);
    expect(answer.status).toBe(400);
    expect(browser.cookie(CITY, TRANSACTION)).toBeUndefined();
  });

  it('is refused when given twice, or too long', async () => {
    for (const query of ['next=/a&next=//evil.test', `next=/${'a'.repeat(1000)}`])
      expect((await browser.visit(`${BEGIN}?${query}`)).status).toBe(400);
  });

  it('stays ours through the whole way', async () => {
    const answer = await story.signsIn(browser, '/việc?về=//evil.test&u=https://evil.test');
    const location = answer.headers.get('location') ?? '';
    expect(location).toBe('/vi%E1%BB%87c?v%E1%BB%81=//evil.test&u=https://evil.test');
    expect(new URL(location, CITY).origin).toBe(CITY);
  });
});

describe('a provider that', () => {
  afterEach(async () => {
    await story.provider.comeBack();
    story.provider.bent.clear();
    forget();
  });

  it('is down makes this way in unavailable, nothing else, until it is back', async () => {
    await story.signsIn(browser);
    const callback = await story.comesBack(browser);
    await story.provider.goDown();
    await expectUnavailable(await browser.visit(callback));
    forget();
    await expectUnavailable(await browser.visit(BEGIN));
    await story.world.anyone.get('/health/ready').expect(200);
    await (await story.world.operator()).get('/api/me').expect(200);
    await story.provider.comeBack();
    expect((await story.signsIn(browser)).status).toBe(303);
  });

  it('answers with what is no OpenID is unavailable too', async () => {
    story.provider.bent.set('/.well-known/openid-configuration', () => ({ hello: 'there' }));
    forget();
    await expectUnavailable(await browser.visit(BEGIN));
    const issuer = 'http://127.0.0.1:1';
    story.provider.bent.set('/.well-known/openid-configuration', (body) => ({ ...body, issuer }));
    await expectUnavailable(await browser.visit(BEGIN));
    story.provider.bent.clear();
    expect((await story.signsIn(browser)).status).toBe(303);
  });

  it('is asked once what it offers, by any number of browsers', async () => {
    forget();
    story.provider.asked.length = 0;
    await Promise.all(Array.from({ length: 8 }, () => story.browser().visit(BEGIN)));
    expect(story.provider.asked).toEqual(['/.well-known/openid-configuration']);
  });

  it.each(['token_endpoint', 'jwks_uri'])(
    'names a place inside as its %s leads nowhere',
    async (endpoint) => {
      const asked: unknown[] = [];
      const inside = createServer(({ url }, response) => {
        asked.push(url);
        response.end('{}');
      });
      inside.unref();
      for (const host of ['127.0.0.1', '127.0.0.2']) {
        await once(inside.listen(0, host), 'listening');
        const { port } = inside.address() as AddressInfo;
        story.provider.bent.set('/.well-known/openid-configuration', (body) => ({
          ...body,
          [endpoint]: `http://${host}:${port}/token`,
        }));
        forget();
        await expectUnavailable(await story.signsIn(story.browser()));
        await once(inside.close(), 'close');
      }
      expect(asked).toEqual([]);
      const told = story.logged.findLast((line) => line.includes('provider unavailable'));
      expect(JSON.parse(told ?? '{}')).toMatchObject({ error: 'OutwardError', code: 'inside' });
    },
  );
});
