import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { AddressInfo } from 'node:net';
import { ofAccount } from '../../src/people/attempt-limits.js';
import { Housekeeping } from '../../src/people/housekeeping.js';
import { codeAt } from '../../src/people/totp.js';
import { createHttpApp } from '../../src/start/http-app.js';
import { Log } from '../../src/platform/logging/log.js';
import { Api } from '../world/api.js';
import { World } from '../world/world.js';
import { browserOf, enrol, said, signIn, somebody } from './support/people.js';

let world: World;

beforeAll(async () => {
  world = await World.start();
}, 60_000);
afterAll(() => world.stop());

const wrong = { password: 'không phải mật khẩu này' };
const seconds = (n: number) => world.time.advance({ minutes: n / 60 });
/** Addresses are counted anew; accounts are not. */
const nextQuarter = () => world.time.advance({ minutes: 16 });

async function failFive(login: string): Promise<void> {
  for (let at = 0; at < 5; at += 1)
    expect(said(await signIn(world.anyone, login, wrong))).toBe('401 session.refused');
}

describe('wrong guesses', () => {
  it('wait longer and longer, never more than a quarter of an hour, for a known and an unknown login alike', async () => {
    const bodies: unknown[][] = [];
    for (const login of [await somebody(world), 'khong.co.ai']) {
      nextQuarter();
      const told: unknown[] = [];
      const guess = async () => {
        const { status, body, headers } = await signIn(world.anyone, login, wrong);
        told.push({ status, ...body, request: null, retryAfter: headers['retry-after'] ?? null });
        return Number(headers['retry-after'] ?? 0);
      };
      for (let at = 0; at < 6; at += 1) await guess();
      const waits: number[] = [];
      for (let at = 0; at < 12; at += 1) {
        const wait = await guess();
        waits.push(wait);
        seconds(wait);
        expect(await guess()).toBe(0);
      }
      expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
      bodies.push(told);
    }
    expect(bodies[0]).toEqual(bodies[1]);
    expect(bodies[0]).toContainEqual(
      expect.objectContaining({ status: 429, code: 'session.slow_down' }),
    );
  });

  it('are not free when sent at the same time', async () => {
    const login = await somebody(world);
    nextQuarter();
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => signIn(world.anyone, login, wrong)),
    );
    const refused = answers.filter(({ status }) => status === 401);
    expect(refused).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(25);
  });

  it('keep the right password waiting too, and are forgotten once it was given in time', async () => {
    const login = await somebody(world);
    nextQuarter();
    await failFive(login);
    expect(said(await signIn(world.anyone, login))).toBe('429 session.slow_down');
    seconds(1);
    expect(said(await signIn(world.anyone, login))).toBe(200);
    await failFive(login);
  });

  it('that come while one waits do not make it longer', async () => {
    const login = await somebody(world);
    nextQuarter();
    await failFive(login);
    for (let at = 0; at < 20; at += 1) await signIn(world.anyone, login, wrong);
    seconds(1);
    expect(said(await signIn(world.anyone, login))).toBe(200);
  });

  it('are counted for all replicas together', async () => {
    const login = await somebody(world);
    nextQuarter();
    const other = await createHttpApp(
      world.config,
      world.database.address,
      new Log('silent'),
      world.time,
    );
    try {
      await failFive(login);
      await other.listen(0, '127.0.0.1');
      const { port } = other.getHttpServer().address() as AddressInfo;
      const elsewhere = new Api(`http://127.0.0.1:${port}`);
      expect(said(await signIn(elsewhere, login))).toBe('429 session.slow_down');
    } finally {
      await other.close();
    }
  });

  it('at codes count too, and a right password does not make them forgotten', async () => {
    const login = await somebody(world);
    nextQuarter();
    const { secret } = await enrol(world, await browserOf(world, login));
    for (let at = 0; at < 5; at += 1) {
      expect(said(await signIn(world.anyone, login))).toBe('401 session.code_required');
      expect(said(await signIn(world.anyone, login, { code: '000000' }))).toBe(
        '401 session.code_refused',
      );
    }
    seconds(30);
    expect(said(await signIn(world.anyone, login))).toBe('401 session.code_required');
    expect(said(await signIn(world.anyone, login, { code: '000000' }))).toBe(
      '401 session.code_refused',
    );
    const code = codeAt(secret, world.time.now());
    expect(said(await signIn(world.anyone, login, { code }))).toBe('429 session.slow_down');
    seconds(2);
    expect(said(await signIn(world.anyone, login, { code }))).toBe(200);
  });

  it('at the own password in a stolen session count as well', async () => {
    const login = await somebody(world);
    nextQuarter();
    const stolen = await browserOf(world, login);
    const guess = async () =>
      said(await stolen.post('/api/me/second-factor', { password: 'không đúng' }));
    for (let at = 0; at < 5; at += 1) expect(await guess()).toBe('403 password.refused');
    expect(await guess()).toBe('429 session.slow_down');
  });
});

describe('an address', () => {
  it('that fails fifty times in a quarter of an hour waits, whatever the logins', async () => {
    nextQuarter();
    const logins = Array.from({ length: 60 }, (_, at) => `ai.do.${at}`);
    const answers = await Promise.all(
      logins.map(async (login) => said(await signIn(world.anyone, login, wrong))),
    );
    expect(answers.filter((one) => one === '401 session.refused')).toHaveLength(50);
    expect(answers.filter((one) => one === '429 session.slow_down')).toHaveLength(10);
    expect(said(await signIn(world.anyone, await somebody(world)))).toBe('429 session.slow_down');
    nextQuarter();
    expect(said(await signIn(world.anyone, await somebody(world)))).toBe(200);
  });

  it('is not used up by those who succeed', async () => {
    nextQuarter();
    const login = await somebody(world);
    for (let at = 0; at < 14; at += 1) {
      const four = await Promise.all([1, 2, 3, 4].map(() => signIn(world.anyone, login)));
      expect(four.map(said)).toEqual([200, 200, 200, 200]);
    }
  });

  it('stands nowhere in the database, nor does a login that somebody tried', async () => {
    nextQuarter();
    await signIn(world.anyone, 'go.nham.mat.khau.vao.day', wrong);
    const rows = JSON.stringify(await world.behind.query('select * from sign_in_attempt'));
    expect(rows).not.toMatch(/127\.0|::1|go\.nham/);
    expect(JSON.parse(rows)).toContainEqual(
      expect.objectContaining({ key: expect.stringMatching(/^[\da-f]{64}$/) }),
    );
  });

  it('and its failures are forgotten after a day', async () => {
    world.time.advance({ days: 1, hours: 1 });
    await world.app.get(Housekeeping, { strict: false }).sweep();
    expect(await world.behind.query('select 1 from sign_in_attempt')).toEqual([]);
  });
});

describe('the wait of an account', () => {
  it('grows with every failure and stays within a quarter of an hour', () => {
    const now = new Date('2026-03-10T02:00:00Z');
    const wait = (failures: number) =>
      (ofAccount.waitUntil(failures, now, now)?.getTime() ?? now.getTime()) - now.getTime();
    fc.assert(
      fc.property(fc.nat(2000), (failures) => {
        expect(wait(failures)).toBeLessThanOrEqual(15 * 60_000);
        expect(wait(failures + 1)).toBeGreaterThanOrEqual(wait(failures));
        expect(wait(failures) === 0).toBe(failures < 5);
      }),
    );
  });
});
