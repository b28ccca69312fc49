import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { passwordFault } from '../../src/people/password-rules.js';
import { hashPassword, passwordMatches } from '../../src/people/passwords.js';
import { Gate } from '../../src/platform/gate.js';
import { Api } from '../world/api.js';
import { World } from '../world/world.js';
import { browserOf, PASSWORD, said, signIn, somebody } from './support/people.js';

const fault = (password: string, login = 'truc.tong.dai.1') =>
  passwordFault(password, login, 'hanoi')?.code ?? null;

describe('a password', () => {
  it.each([
    ['mười một kt', 'too_short'],
    ['a'.repeat(129), 'too_long'],
    ['Password1234', 'common'],
    ['password-2024!', 'common'],
    ['Mật khẩu 123456', 'common'],
    ['qwertyuiop[]', 'common'],
    ['123456789012', 'common'],
    ['aaaaaaaaaaaaaaaa', 'common'],
    ['abcabcabcabcabc', 'common'],
    ['xkcdxkcdxkcdxkcd', 'common'],
    ['iloveyou iloveyou', 'common'],
    ['Đầu Mối của chúng ta', 'known_word'],
    ['d-a-u-m-o-i và trâu', 'known_word'],
    ['Hà Nội mùa thu này', 'known_word'],
    ['TRUC TONG DAI 1 đây', 'known_word'],
  ])('%s is %s', (password, code) => {
    expect(fault(password)).toBe(code);
  });

  it.each([
    PASSWORD,
    'không hoa không số',
    '#$%&/()=?*+!',
    '山田太郎花子次郎三郎四郎五郎六郎',
    'password của bà hàng xóm',
    ' x9Lk2 pQ7vTz ',
  ])('%s is good: no mix of letters, digits and signs is asked for', (password) => {
    expect(fault(password)).toBeNull();
  });

  it('made at random is good', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 18, maxLength: 18 }), () => {
        expect(fault(randomBytes(18).toString('base64url'))).toBeNull();
      }),
    );
  });

  it('never troubles the rules, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string(), (text, login) => {
        expect(() => fault(text, login)).not.toThrow();
      }),
    );
  });

  it('is the same however a keyboard composes its accents, and otherwise taken as it is', async () => {
    const stored = await hashPassword(PASSWORD.normalize('NFD'));
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwordMatches(stored, PASSWORD.normalize('NFC'))).toBe(true);
    for (const other of [`${PASSWORD} `, PASSWORD.toUpperCase(), ''])
      expect(await passwordMatches(stored, other)).toBe(false);
  });
});

describe('a gate', () => {
  it('lets so many in, so many wait, and sends the rest away', async () => {
    const gate = new Gate(2, 3);
    let open = () => {};
    const opened = new Promise<void>((resolve) => (open = resolve));
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await opened;
      inside -= 1;
      return 'done';
    };
    const all = Array.from({ length: 10 }, () =>
      gate.run(work).catch(({ code }: { code: string }) => code),
    );
    open();
    const answers = await Promise.all(all);
    expect(answers.filter((one) => one === 'done')).toHaveLength(5);
    expect(answers.filter((one) => one === 'service.unavailable')).toHaveLength(5);
    expect(most).toBe(2);
    expect(await gate.run(work)).toBe('done');
  });

  it('gives a place back after a failure', async () => {
    const gate = new Gate(1, 0);
    await expect(gate.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await gate.run(async () => 'done')).toBe('done');
  });
});

describe('over HTTP', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  }, 60_000);
  afterAll(() => world.stop());

  const next = 'ba con vịt xòe hai cánh';

  it('an unknown login and a wrong password are answered alike', async () => {
    const left = await somebody(world);
    await world.behind.query('update staff set active = false where login = $1', [left]);
    const known = await somebody(world);
    const answers = await Promise.all(
      [
        signIn(world.anyone, known, { password: 'x' }),
        signIn(world.anyone, left),
        ...['nobody', `${known}\u0000x`, `' or 1=1 --`].map((login) => signIn(world.anyone, login)),
      ].map(async (asked) => {
        const { status, body, headers } = await asked;
        return { status, ...body, request: null, names: Object.keys(headers).toSorted() };
      }),
    );
    for (const one of answers) expect(one).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ status: 401, code: 'session.refused' });
  });

  it('one changes the own password: the token changes, every other session ends', async () => {
    const login = await somebody(world);
    const [here, there] = [await browserOf(world, login), await browserOf(world, login)];
    const before = here.cookie;
    const change = { current: PASSWORD, next };
    here.takeCookie(await here.post('/api/me/password', change).expect(204));
    expect(here.cookie).not.toBe(before);
    await here.get('/api/me').expect(200);
    await there.get('/api/me').expect(401);
    await Object.assign(new Api(world.url), { cookie: before }).get('/api/me').expect(401);
    expect(said(await signIn(world.anyone, login))).toBe('401 session.refused');
    expect(said(await signIn(world.anyone, login, { password: next }))).toBe(200);
  });

  it('needs the present password, and a good next one', async () => {
    const login = await somebody(world);
    const api = await browserOf(world, login);
    const change = (given: Record<string, unknown>) => api.post('/api/me/password', given);
    expect(said(await change({ current: 'x', next }))).toBe('403 password.refused');
    const { body } = await change({ current: PASSWORD, next: `${login} vào đây` }).expect(400);
    expect(body.errors).toMatchObject([{ field: 'next', code: 'known_word' }]);
    await change({ current: PASSWORD, next: 'x'.repeat(2000) }).expect(400);
    expect(said(await signIn(world.anyone, login))).toBe(200);
  });

  it('a flood of sign-ins is bounded: some are served, the rest are sent away, none fails', async () => {
    const logins = Array.from({ length: 100 }, (_, at) => `ngap.${at}`);
    const answers = await Promise.all(logins.map((login) => signIn(world.anyone, login)));
    const statuses = new Set(answers.map(({ status }) => status));
    expect([...statuses].filter((status) => ![401, 429, 503].includes(status))).toEqual([]);
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(50);
    await world.anyone.get('/health/ready').expect(200);
  });
});
