import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Log } from '../../src/platform/logging/log.js';
import { sha256 } from '../../src/platform/sha256.js';
import { mailsOf } from '../stories/support/events.js';
import { Api } from '../world/api.js';
import { World } from '../world/world.js';
import { browserOf, enrol, PASSWORD, said, signIn, somebody } from './support/people.js';

const lines: string[] = [];
let world: World;

beforeAll(async () => {
  world = await World.start({}, new Log('trace', { write: (line: string) => lines.push(line) }));
}, 60_000);
afterAll(() => world.stop());

const next = 'ba con vịt xòe hai cánh';
const all = (count: number, one: unknown) => Array.from({ length: count }, () => one);
const ask = (login: string) => world.anyone.post('/api/session/reset', { login });
const confirm = (token: string, password = next) =>
  world.anyone.post('/api/session/reset/confirm', { token, password });

/** The token in the last mail to a person. */
async function mailedTo(login: string): Promise<string> {
  await world.deliver();
  const mail = (await mailsOf(world)).findLast(({ to }) => to === `${login}@x.example`);
  return /#([\w-]{43})$/m.exec(mail?.text ?? '')?.[1] ?? '';
}

async function askedBy(login: string): Promise<string> {
  await ask(login).expect(202);
  return mailedTo(login);
}

describe('a forgotten password', () => {
  it('is replaced by a mailed link, once, and every session ends', async () => {
    const login = await somebody(world);
    const browser = await browserOf(world, login);
    const token = await askedBy(login);
    await confirm(token).expect(204);
    await browser.get('/api/me').expect(401);
    expect(said(await signIn(world.anyone, login))).toBe('401 session.refused');
    expect(said(await signIn(world.anyone, login, { password: next }))).toBe(200);
    expect(said(await confirm(token, 'một mật khẩu khác nữa'))).toBe('400 session.reset_refused');
  });

  it('is told in the language of the person, with a link whose token no server sees', async () => {
    const login = await somebody(world);
    await world.behind.query(`update staff set language = 'en' where login = $1`, [login]);
    const token = await askedBy(login);
    const mail = (await mailsOf(world)).at(-1);
    expect(mail?.subject).toBe('A new password for your staff account');
    expect(mail?.text).toContain(`${world.config.publicUrl}/reset#${token}`);
    expect(mail?.text).toContain('Tuesday 10/03/2026, 09:30');
    expect(mail?.html).toContain(`href="${world.config.publicUrl}/reset#${token}"`);
  });

  it('is kept from whoever reads the database or the log', async () => {
    const token = await askedBy(await somebody(world));
    const tables = await Promise.all(
      ['outbox', 'password_reset', 'session', 'staff'].map((table) =>
        world.behind.query(`select * from ${table}`),
      ),
    );
    expect(JSON.stringify(tables)).not.toContain(token);
    expect(lines.join('')).not.toContain(token);
    expect(said(await confirm(sha256(token)))).toBe('400 session.reset_refused');
    await confirm(token).expect(204);
  });

  it('cannot be reset by a row moved to another person', async () => {
    const [mine, theirs] = [await somebody(world), await somebody(world)];
    await ask(theirs).expect(202);
    await world.behind.query(
      `update outbox set recipient = (select 'staff:' || id from staff where login = $1)
       where template = 'staff_password_reset' and state = 'waiting'`,
      [mine],
    );
    expect(await mailedTo(mine)).toBe('');
  });

  it('can be set for half an hour, and all links end with the first that is used', async () => {
    const login = await somebody(world);
    const [one, two] = [await askedBy(login), await askedBy(login)];
    expect(one).not.toBe(two);
    await confirm(two).expect(204);
    expect(said(await confirm(one))).toBe('400 session.reset_refused');
    const late = await askedBy(login);
    world.time.advance({ minutes: 30 });
    expect(said(await confirm(late))).toBe('400 session.reset_refused');
  });

  it('is used by one of many who come at the same time', async () => {
    const token = await askedBy(await somebody(world));
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, at) => confirm(token, `${next} số ${at}`)),
    );
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(4);
  });

  it('is replaced by one of two links that are used at the same time', async () => {
    const login = await somebody(world);
    const links = [await askedBy(login), await askedBy(login)];
    const answers = await Promise.all(links.map((token) => confirm(token)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 400]);
  });

  it('is not replaced by a bad one, and the link stays good', async () => {
    const token = await askedBy(await somebody(world));
    const { body } = await confirm(token, 'ngắn').expect(400);
    expect(body.errors).toMatchObject([{ field: 'password', code: 'too_short' }]);
    await confirm(token).expect(204);
  });

  it('of somebody who has left is not replaced', async () => {
    const login = await somebody(world);
    const token = await askedBy(login);
    await world.behind.query('update staff set active = false where login = $1', [login]);
    expect(said(await confirm(token))).toBe('400 session.reset_refused');
  });

  it('is replaced, and the code of the second factor is still asked for', async () => {
    const login = await somebody(world);
    await enrol(world, await browserOf(world, login));
    await confirm(await askedBy(login)).expect(204);
    expect(said(await signIn(world.anyone, login, { password: next }))).toBe(
      '401 session.code_required',
    );
  });

  it('lets its person in again at once after guesses of another', async () => {
    const login = await somebody(world);
    for (let at = 0; at < 9; at += 1) await signIn(world.anyone, login, { password: 'x' });
    await confirm(await askedBy(login)).expect(204);
    expect(said(await signIn(world.anyone, login, { password: next }))).toBe(200);
  });

  it('that was changed meanwhile leaves no link behind', async () => {
    const login = await somebody(world);
    const token = await askedBy(login);
    const browser = await browserOf(world, login);
    await browser.post('/api/me/password', { current: PASSWORD, next }).expect(204);
    expect(said(await confirm(token))).toBe('400 session.reset_refused');
  });
});

describe('asking for a reset', () => {
  it('tells nothing about whether there is such an account', async () => {
    world.time.advance({ minutes: 16 });
    const answers = await Promise.all(
      [await somebody(world), await somebody(world, { email: null }), 'khong.co.ai'].map(ask),
    );
    const told = answers.map(({ status, text }) => ({ status, text }));
    expect(told).toEqual(all(3, { status: 202, text: '' }));
  });

  it('mails three times an hour at most, silently', async () => {
    world.time.advance({ minutes: 16 });
    const login = await somebody(world);
    for (let at = 0; at < 6; at += 1) await ask(login).expect(202);
    await world.deliver();
    const mails = (await mailsOf(world)).filter(({ to }) => to === `${login}@x.example`);
    expect(mails).toHaveLength(3);
  });

  it('waits for an address that asks for everybody', async () => {
    world.time.advance({ minutes: 16 });
    const answers: unknown[] = [];
    for (let at = 0; at < 25; at += 1) answers.push(said(await ask(`ai.do.${at}`)));
    expect(answers.slice(0, 20)).toEqual(all(20, 202));
    expect(answers.slice(20)).toEqual(all(5, '429 session.slow_down'));
    const { body } = await new Api(world.url).post('/api/session/reset', {}).expect(400);
    expect(body.errors).toMatchObject([{ field: 'login' }]);
  });
});
