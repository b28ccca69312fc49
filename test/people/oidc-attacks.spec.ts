import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import type { Browser } from './support/browser.js';
import { CLIENT, OTHER_CLIENT } from './support/identity-provider.js';
import { CITY, expectRefused, SignInWorld } from './support/sign-in-world.js';

const SUBJECT = 'a1b2c3-giam-sat';
const LOGIN = 'giam.sat';
const TRANSACTION = 'dau_moi_oidc';

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

describe('a callback is refused', () => {
  const changed: [string, (callback: URL) => void][] = [
    ['with another state', (url) => url.searchParams.set('state', 'x'.repeat(43))],
    ['without a state', (url) => url.searchParams.delete('state')],
    ['with another code', (url) => url.searchParams.set('code', 'x'.repeat(43))],
    ['without a code', (url) => url.searchParams.delete('code')],
    ['in the name of another issuer', (url) => url.searchParams.set('iss', 'https://idp.test')],
    ['in the name of no issuer', (url) => url.searchParams.delete('iss')],
    ['with nothing', (url) => void (url.search = '')],
  ];

  it.each(changed)('%s', async (_, change) => {
    const callback = await story.comesBack(browser);
    change(callback);
    await expectRefused(await browser.visit(callback));
    expect(browser.cookie(CITY, TRANSACTION)).toBeUndefined();
  });

  it('with two states, which no route takes', async () => {
    const callback = await story.comesBack(browser);
    callback.searchParams.append('state', 'x');
    const answer = await browser.visit(callback);
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([400, []]);
  });

  const onTheWay: [string, string, string][] = [
    ['whose nonce was changed on the way', 'nonce', 'n'.repeat(43)],
    ['whose challenge was changed on the way', 'code_challenge', 'c'.repeat(43)],
    ['with a code of another client', 'client_id', OTHER_CLIENT],
  ];

  it.each(onTheWay)('%s', async (_, name, value) => {
    const callback = await story.comesBack(browser, (url) => url.searchParams.set(name, value));
    expect(callback.searchParams.has('code')).toBe(true);
    await expectRefused(await browser.visit(callback));
  });

  it('in a browser that did not begin it', async () => {
    const callback = await story.comesBack(browser);
    const victim = story.browser();
    await expectRefused(await victim.visit(callback));
    await story.authorization(victim);
    await expectRefused(await victim.visit(callback));
  });

  it('the second time, even with the cookie kept', async () => {
    const callback = await story.comesBack(browser);
    const sealed = browser.cookie(CITY, TRANSACTION) ?? '';
    expect((await browser.visit(callback)).status).toBe(303);
    const thief = story.browser();
    thief.plant(CITY, TRANSACTION, sealed);
    await expectRefused(await thief.visit(callback));
  });

  it('when the cookie was changed, or is none of ours', async () => {
    const callback = await story.comesBack(browser);
    const bytes = Buffer.from(browser.cookie(CITY, TRANSACTION) ?? '', 'base64url');
    bytes.writeUInt8(bytes.readUInt8(40) ^ 1, 40);
    for (const value of [bytes.toString('base64url'), 'AAAA', '%00', 'x'.repeat(3000)]) {
      browser.plant(CITY, TRANSACTION, value);
      await expectRefused(await browser.visit(callback));
    }
  });

  it('ten minutes after its beginning, and not before', async () => {
    const callback = await story.comesBack(browser);
    story.world.time.advance({ minutes: 10 });
    expect((await browser.visit(callback)).status).toBe(303);
    const late = await story.comesBack(browser);
    story.world.time.advance({ minutes: 10.01 });
    await expectRefused(await browser.visit(late));
  });

  it('when the provider answers with an error, whatever its words', async () => {
    story.provider.login = { error: 'access_denied', error_description: 'Không cho vào' };
    const callback = await story.comesBack(browser);
    expect(callback.searchParams.get('error')).toBe('access_denied');
    await expectRefused(await browser.visit(callback));
    const other = await story.comesBack(browser);
    other.searchParams.set('error', 'Nguyễn Văn An\r\n0900000001');
    await expectRefused(await browser.visit(other));
    const why = story.logged.filter((line) => line.includes('refused')).slice(-2);
    expect(why.map((line) => (JSON.parse(line) as { why: string }).why)).toEqual([
      'access_denied',
      'error',
    ]);
  });
});

describe('an id token is refused', () => {
  const now = () => Math.floor(Date.now() / 1000);
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const bends: [string, (token: string) => string][] = [
    ['of another issuer', (token) => story.provider.forge(token, { iss: 'https://idp.test' })],
    ['for another client', (token) => story.provider.forge(token, { aud: OTHER_CLIENT })],
    [
      'for several, given out to another',
      (token) => story.provider.forge(token, { aud: [CLIENT, OTHER_CLIENT], azp: OTHER_CLIENT }),
    ],
    ['that is over', (token) => story.provider.forge(token, { exp: now() - 45 })],
    ['that is not yet', (token) => story.provider.forge(token, { nbf: now() + 45 })],
    ['with another nonce', (token) => story.provider.forge(token, { nonce: 'other' })],
    ['without a nonce', (token) => story.provider.forge(token, { nonce: undefined })],
    ['without a subject', (token) => story.provider.forge(token, { sub: undefined })],
    ['signed by a stranger', (token) => story.provider.forge(token, {}, { key: stranger })],
    ['signed by nobody', (token) => story.provider.forge(token, {}, { alg: 'none' })],
    ['that says HS256', (token) => story.provider.forge(token, {}, { alg: 'HS256' })],
  ];
  const bend = (change: (token: string) => string) =>
    story.provider.bent.set('/token', (body) => ({
      ...body,
      id_token: change(String(body['id_token'])),
    }));

  it.each(bends)('%s', async (_, change) => {
    bend(change);
    await expectRefused(await story.signsIn(browser));
  });

  it('and when there is none', async () => {
    story.provider.bent.set('/token', ({ id_token: _, ...body }) => body);
    await expectRefused(await story.signsIn(browser));
  });

  it('but not for a clock that differs by less than half a minute', async () => {
    bend((token) => story.provider.forge(token, { exp: now() - 15, nbf: now() + 15 }));
    expect((await story.signsIn(browser)).status).toBe(303);
  });
});

describe('an identity', () => {
  it('without a link is refused like one of inactive staff, whatever name it bears', async () => {
    await story.link('quan.sat', 'inactive');
    await story.world.behind.query(`update staff set active = false where login = 'quan.sat'`);
    const told = new Set<string>();
    for (const subject of [
      'inactive',
      'unknown',
      LOGIN,
      `${LOGIN}@demo.example`,
      SUBJECT.toUpperCase(),
    ]) {
      story.provider.knows(subject);
      const answer = await story.signsIn(story.browser());
      const { request: _, ...problem } = (await answer.clone().json()) as Record<string, unknown>;
      await expectRefused(answer);
      told.add(JSON.stringify(problem));
    }
    expect(told.size).toBe(1);
  });

  it('of another issuer is another one', async () => {
    await story.world.behind.query(
      `insert into staff_identity select 'https://idp.test/', 'elsewhere', id, now()
       from staff where login = $1`,
      [LOGIN],
    );
    story.provider.knows('elsewhere');
    await expectRefused(await story.signsIn(browser));
  });

  it('does not get into the log', () => {
    expect(story.logged.length).toBeGreaterThan(20);
    expect(story.logged.join('')).not.toMatch(/a1b2c3|giam.sat|Nguyễn|code=|state=/i);
  });
});
