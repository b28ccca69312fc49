import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseIdOf, streetLight } from '../world/complaints.js';
import { mailsOf } from '../stories/support/events.js';
import type { Api } from '../world/api.js';
import { World } from '../world/world.js';
import { browserOf, enrol, PASSWORD, said, signIn, somebody } from './support/people.js';

let world: World;
let admin: Api;

beforeAll(async () => {
  world = await World.start();
  admin = await world.as('quan.tri');
}, 60_000);
afterAll(() => world.stop());

const idOf = async (login: string) => {
  const [row] = await world.behind.query<{ id: string }[]>(
    'select id from staff where login = $1',
    [login],
  );
  return row?.id ?? '';
};

const person = (over: object = {}) => ({
  login: 'nguoi.moi',
  name: 'Nguyễn Thị Ánh',
  role: 'officer',
  agency: 'HAPULICO',
  email: 'anh@x.example',
  ...over,
});

describe('an account', () => {
  it('is made without a password, which the person sets by the mailed link', async () => {
    const made = await admin.post('/api/accounts', person()).expect(201);
    expect(JSON.stringify(made.body)).not.toMatch(/password|token/i);
    await world.deliver();
    const mail = (await mailsOf(world)).findLast(({ to }) => to === 'anh@x.example');
    expect(mail?.text).toContain('nguoi.moi');
    const token = /#([\w-]{43})$/m.exec(mail?.text ?? '')?.[1] ?? '';
    // Longer than a forgotten password is waited for.
    world.time.advance({ hours: 2 });
    await world.anyone
      .post('/api/session/reset/confirm', { token, password: PASSWORD })
      .expect(204);
    expect(said(await signIn(world.anyone, 'nguoi.moi'))).toBe(200);
    const view = (await admin.get(`/api/accounts/${made.body.id}`).expect(200)).body;
    expect(view).toMatchObject({ active: true, sessions: 1, secondFactor: false });
    expect(view.events.map(({ type, by }: { type: string; by: string }) => [type, by])).toEqual([
      ['password_reset', null],
      ['created', 'Đỗ Anh Tuấn'],
    ]);
  });

  it.each([
    ['login', { login: 'nguoi.moi' }],
    ['login', { login: 'Có Dấu' }],
    ['email', { login: 'b.b', email: 'no' }],
    ['agency', { login: 'b.b', agency: undefined }],
    ['agency', { login: 'b.b', agency: 'KHONG-CO' }],
    ['agency', { login: 'b.b', role: 'operator' }],
  ])('names what is wrong with %s', async (field, over) => {
    const { body } = await admin.post('/api/accounts', person(over)).expect(400);
    expect(body.errors[0].field).toBe(field);
  });

  it('is found by part of a name without its accents, and by role and agency', async () => {
    const found = async (query: string) =>
      (await admin.get(`/api/accounts?${query}`).expect(200)).body.items.map(
        ({ login }: { login: string }) => login,
      );
    expect(await found('q=nguyen%20thi%20anh')).toContain('nguoi.moi');
    expect(await found('q=nguoi.m&role=officer&agency=HAPULICO')).toEqual(['nguoi.moi']);
    expect(await found('q=%25')).toEqual([]);
    const first = (await admin.get('/api/accounts?limit=5')).body;
    const second = (await admin.get(`/api/accounts?limit=5&after=${first.next}`)).body;
    const names = [...first.items, ...second.items].map(({ id }: { id: string }) => id);
    expect(new Set(names).size).toBe(10);
  });

  it('changes with its sessions, on record with before and after, but no address', async () => {
    const login = await somebody(world);
    const browser = await browserOf(world, login);
    const id = await idOf(login);
    await admin.put(`/api/accounts/${id}`, { name: 'B', email: 'b@x.example' }).expect(204);
    await browser.get('/api/me').expect(200);
    await admin.put(`/api/accounts/${id}`, { role: 'officer', agency: 'HAPULICO' }).expect(204);
    await browser.get('/api/me').expect(401);
    const { events } = (await admin.get(`/api/accounts/${id}`)).body;
    expect(events.map(({ data }: { data: object }) => data)).toEqual([
      { role: ['operator', 'officer'], agency: [null, 'HAPULICO'] },
      { name: ['A', 'B'], email: true },
    ]);
    expect(JSON.stringify(events)).not.toContain('@');
  });

  it('ends with its sessions, and can be opened again', async () => {
    const login = await somebody(world);
    const browser = await browserOf(world, login);
    const id = await idOf(login);
    await admin.post(`/api/accounts/${id}/end`).expect(204);
    await browser.get('/api/me').expect(401);
    expect(said(await signIn(world.anyone, login))).toBe('401 session.refused');
    expect(said(await admin.post(`/api/accounts/${id}/link`))).toBe('409 account.no_address');
    await admin.post(`/api/accounts/${id}/restore`).expect(204);
    expect(said(await signIn(world.anyone, login))).toBe(200);
  });

  it('does not end while the person holds an open case', async () => {
    const { code } = await world.anyone.files(streetLight());
    const id = await caseIdOf(world, code);
    const officer = await world.officerOf('HAPULICO');
    await (await world.head('HAPULICO')).does(id, 'accept', { officer });
    const refused = await admin.post(`/api/accounts/${officer}/end`);
    expect(said(refused)).toBe('409 staff.holds_matters');
    const moved = await admin.put(`/api/accounts/${officer}`, { agency: 'EVNHANOI' });
    expect(said(moved)).toBe('409 staff.holds_matters');
  });

  it('loses a second factor, and every session with it', async () => {
    const login = await somebody(world);
    const { api } = await enrol(world, await browserOf(world, login));
    const id = await idOf(login);
    expect((await admin.get(`/api/accounts/${id}`)).body.secondFactor).toBe(true);
    await admin.delete(`/api/accounts/${id}/second-factor`).expect(204);
    await api.get('/api/me').expect(401);
    expect(said(await signIn(world.anyone, login))).toBe(200);
    await admin.delete(`/api/accounts/${id}/sessions`).expect(204);
    const { events, sessions } = (await admin.get(`/api/accounts/${id}`)).body;
    expect(sessions).toBe(0);
    expect(events.map(({ type }: { type: string }) => type)).toEqual([
      'sessions_ended',
      'second_factor_reset',
      'second_factor_on',
    ]);
  });
});

describe('an administrator', () => {
  it('cannot shut themself out', async () => {
    const me = await idOf('quan.tri');
    const tries = [
      admin.post(`/api/accounts/${me}/end`),
      admin.put(`/api/accounts/${me}`, { role: 'observer' }),
      admin.delete(`/api/accounts/${me}/second-factor`),
    ];
    for (const answer of await Promise.all(tries)) expect(said(answer)).toBe('409 account.own');
    await admin.put(`/api/accounts/${me}`, { name: 'Đỗ Anh Tuấn' }).expect(204);
  });

  it('is the last one who stays, also when two end each other at once', async () => {
    const logins = [await somebody(world), await somebody(world)];
    await world.behind.query(`update staff set role = 'administrator' where login = any($1)`, [
      logins,
    ]);
    const ids = await Promise.all(logins.map(idOf));
    const two = await Promise.all(
      logins.map(async (login) => (await enrol(world, await browserOf(world, login))).api),
    );
    await admin.post(`/api/accounts/${ids[0]}/end`).expect(204);
    await admin.post(`/api/accounts/${ids[0]}/restore`).expect(204);
    await world.behind.query(`update staff set active = false where login = 'quan.tri'`);
    const [one] = two;
    const [login] = logins;
    const fresh = await enrolledAgain(login ?? '', one);
    const answers = await Promise.all([
      fresh.post(`/api/accounts/${ids[1]}/end`),
      two[1]!.post(`/api/accounts/${ids[0]}/end`),
    ]);
    await world.behind.query(`update staff set active = true where login = 'quan.tri'`);
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 204)).toHaveLength(1);
  });
});

/** A browser for an account whose second factor is on already. */
async function enrolledAgain(login: string, before: Api | undefined): Promise<Api> {
  await world.behind.query(
    `delete from second_factor where staff_id = (select id from staff where login = $1)`,
    [login],
  );
  expect(before).toBeDefined();
  return (await enrol(world, await browserOf(world, login))).api;
}

describe('the audit', () => {
  interface Item {
    source: string;
    type: string;
    actor: string | null;
    person: string | null;
    complaintId: string | null;
  }
  const read = async (query: string, by = admin) =>
    (await by.get(`/api/audit?${query}`).expect(200)).body as {
      items: Item[];
      next: string | null;
    };

  it('tells cases, accounts and versions apart, page by page, without a word of anybody', async () => {
    admin = await world.as('quan.tri');
    const { code } = await world.anyone.files(streetLight({ text: 'Một câu rất riêng của tôi.' }));
    const id = await caseIdOf(world, code);
    const ofCase = await read(`case=${id}`);
    expect(ofCase.items.map(({ type }) => type)).toContain('filed');
    expect(ofCase.items.every(({ complaintId }) => complaintId === id)).toBe(true);
    const people = await read('source=staff&type=created');
    expect(people.items[0]).toMatchObject({ person: 'Nguyễn Thị Ánh', actor: 'Đỗ Anh Tuấn' });
    const all: Item[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: Awaited<ReturnType<typeof read>> = await read(
        `limit=3${next && `&after=${next}`}`,
      );
      all.push(...page.items);
      ({ next } = page);
    }
    const [{ count = 0 } = {}] = await world.behind.query<{ count: number }[]>(
      `select ((select count(*) from complaint_event) + (select count(*) from staff_event))::int as count`,
    );
    expect(all).toHaveLength(count);
    expect(JSON.stringify(all)).not.toContain('rất riêng');
  });

  it('finds by who did it', async () => {
    const mine = await read(`actor=${await idOf('quan.tri')}`);
    expect(new Set(mine.items.map(({ actor }) => actor))).toEqual(new Set(['Đỗ Anh Tuấn']));
    expect((await read('type=nothing_such')).items).toEqual([]);
    await admin.get('/api/audit?after=nonsense').expect(400);
    const supervisor = await world.supervisor();
    expect((await read('source=case', supervisor)).items.length).toBeGreaterThan(0);
  });
});

describe('the mails', () => {
  it('can be read beforehand, each in both languages', async () => {
    const list = (await admin.get('/api/mail-templates').expect(200)).body as { name: string }[];
    expect(list.length).toBeGreaterThan(30);
    for (const { name } of list) {
      const { text } = (await admin.get(`/api/mail-templates/${name}`).expect(200)).body;
      expect(text.vi.length).toBeGreaterThan(50);
      expect(text.en).not.toBe(text.vi);
    }
    await admin.get('/api/mail-templates/none').expect(404);
  });
});
