import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { closedToObservers, privacyClasses } from '#privacy';
import { City } from '../../src/catalog/city.js';
import { LiveStatus } from '../../src/live/live-status.js';
import { eventually } from '../platform/temporary.js';
import { LiveClient } from './live-client.js';
import { startLiveWorld } from './live-world.js';
import { log, openComplaint } from './log-writer.js';

jest.setTimeout(30_000);

const world = await startLiveWorld();
const { app, url } = await world.replica();
const db = { query: (sql: string, values?: unknown[]) => world.query(sql, values) };
const { agencies } = app.get(City).data;
const child = agencies.find(({ parent }) => parent !== null && parent !== 'UBNDTP');
const [above, beneath] = [child?.parent ?? '', child?.code ?? ''];
const under = (code: string) => app.get(City).withSubordinates(code);
const stranger =
  agencies.find(({ code }) => !under(above).includes(code) && !under(code).includes(above))?.code ??
  '';

const digest = 'd1'.repeat(32);
const officer = '0197c0de-0000-7000-8000-000000000001';
const newDate = '2026-12-01T10:00:00.000Z';
const step = { clock: 'resolution#1', to: [], unit: above, dueAt: '2026-11-23T01:00:00.000Z' };

const clients: LiveClient[] = [];
const settle = () => eventually(async () => (await app.get(LiveStatus).lagSeconds()) === 0);

function comes(...[namespace, identity]: ConstructorParameters<typeof LiveClient>): LiveClient {
  const client = new LiveClient(namespace, identity);
  clients.push(client);
  return client;
}

async function staff(...who: Parameters<typeof world.signedIn>): Promise<LiveClient> {
  return comes('/staff', { token: await world.signedIn(...who) });
}

async function again(client: LiveClient): Promise<number[]> {
  client.cut();
  const { seqs } = client;
  client.messages.length = 0;
  client.since = 0;
  await client.watch(url);
  return seqs;
}

afterEach(() => clients.splice(0).forEach((client) => client.cut()));

describe('staff', () => {
  it('hear of what is theirs or beneath them, once, live and on return', async () => {
    const head = await staff('agency_head', above);
    const low = await staff('officer', beneath);
    const foreign = await staff('officer', stranger);
    const operator = await staff('operator');
    const everyone = [head, low, foreign, operator];
    for (const client of everyone) await client.watch(url);

    const { id } = await openComplaint(db);
    await log(db, id, { type: 'filed', data: { category: 'CS-01', urgency: 'urgent' } });
    await log(db, id, { type: 'assigned', data: { lead: above }, agencies: [above, beneath] });
    await log(db, id, { type: 'noted', data: { text: digest }, agencies: [beneath] });
    await log(db, id, { type: 'accepted', data: { officer }, agencies: [above, stranger] });
    await eventually(async () => operator.seqs.length === 4);
    const types = (client: LiveClient) => client.messages.map(({ type }) => type);
    await eventually(async () => foreign.seqs.length === 1 && head.seqs.length === 3);
    expect(types(operator)).toEqual(['filed', 'assigned', 'noted', 'accepted']);
    expect(types(head)).toEqual(['assigned', 'noted', 'accepted']);
    expect(types(low)).toEqual(['assigned', 'noted']);
    expect(types(foreign)).toEqual(['accepted']);
    for (const client of everyone) {
      const live = [...client.seqs];
      await again(client);
      expect(client.seqs).toEqual(live);
    }
  });

  it('who only watch hear nothing of closed classes, live and on return', async () => {
    const observer = await staff('observer');
    const leader = await staff('leader');
    for (const client of [observer, leader]) await client.watch(url);
    const filed: string[] = [];
    for (const privacy of privacyClasses) {
      const { id } = await openComplaint(db, { privacy });
      await log(db, id, { type: 'filed', data: { category: 'CS-01' }, agencies: [above] });
      filed.push(id);
    }
    const last = await openComplaint(db, { privacy: 'NORMAL' });
    await log(db, last.id, { type: 'filed' });
    const heard = (client: LiveClient) => client.messages.map(({ complaintId }) => complaintId);
    await eventually(
      async () => heard(leader).includes(last.id) && heard(observer).at(-1) === last.id,
    );
    const open = filed.filter((_, at) => !closedToObservers(privacyClasses[at] ?? ''));
    expect(heard(observer)).toEqual([...open, last.id]);
    expect(heard(leader)).toEqual([...filed, last.id]);
    await db.query(`update complaint set privacy = 'SENSITIVE' where id = $1`, [last.id]);
    await log(db, last.id, { type: 'closed', data: { reason: 'done' } });
    await eventually(async () => leader.seqs.length === filed.length + 2);
    const ended = await openComplaint(db, { privacy: 'NORMAL' });
    await log(db, ended.id, { type: 'filed' });
    await eventually(async () => heard(observer).at(-1) === ended.id);
    expect(heard(observer)).toEqual([...open, last.id, ended.id]);
    await again(observer);
    expect(heard(observer).slice(-open.length - 1)).toEqual([...open, ended.id]);
  });

  it('are told what the event says, without text and without the filer', async () => {
    const operator = await staff('supervisor');
    await operator.watch(url);
    const { id } = await openComplaint(db);
    const filed = {
      kind: 'report',
      category: 'CS-01',
      urgency: 'urgent',
      text: digest,
      ward: null,
    };
    await log(db, id, { type: 'filed', data: filed });
    await log(db, id, { type: 'rated', data: { score: 1, text: digest, review: true } });
    await log(db, id, { type: 'breached', data: { ...step, newDate } });
    await eventually(async () => operator.seqs.length === 3);
    expect(operator.messages.map(({ summary }) => summary)).toEqual([
      { number: 1, status: 'new', kind: 'report', category: 'CS-01', urgency: 'urgent' },
      { number: 2, status: 'answered' },
      { number: 3, clock: 'resolution#1', unit: above, dueAt: step.dueAt, newDate },
    ]);
    expect(operator.messages[0]).toEqual({
      seq: expect.any(Number),
      complaintId: id,
      type: 'filed',
      at: '2026-11-23T02:00:00.000Z',
      summary: expect.anything(),
    });
  });

  it('come in only with a session, the right role, and from this site', async () => {
    await expect(comes('/staff', {}).connect(url)).rejects.toThrow('session.required');
    const unknown = comes('/staff', { token: 'x' });
    await expect(unknown.connect(url)).rejects.toThrow('session.required');
    const administrator = await staff('administrator');
    await expect(administrator.connect(url)).rejects.toThrow('caller.forbidden');

    const token = await world.signedIn('operator');
    const foreign = () => comes('/staff', { token, origin: 'https://elsewhere.example' });
    await expect(foreign().connect(url)).rejects.toThrow('websocket error');
    await expect(foreign().connect(url, ['polling'])).rejects.toThrow('xhr poll error');
    await comes('/staff', { token, origin: url }).watch(url, ['polling']);
  });

  it('are cut when their session ends, and come anew when their role changes', async () => {
    const [token, other] = [await world.signedIn('operator'), await world.signedIn('operator')];
    const ending = comes('/staff', { token });
    const moving = comes('/staff', { token: other });
    const staying = await staff('leader');
    for (const client of [ending, moving, staying]) await client.watch(url);
    const staffOf = `select staff_id from session where token_hash = encode(sha256($1::text::bytea), 'hex')`;
    await world.query(`delete from session where staff_id = (${staffOf})`, [token]);
    await world.query(`update staff set role = 'observer' where id = (${staffOf})`, [other]);
    await eventually(async () => ending.ended && moving.ended, 5);
    expect(ending.ended).toBe('io server disconnect');
    expect(moving.ended).toBe('transport close');
    expect(staying.ended).toBeUndefined();
  });

  it('are cut when they speak', async () => {
    const operator = await staff('operator');
    await operator.watch(url);
    operator.say('anything');
    await eventually(async () => operator.ended);
  });

  it.each([987_654_321, -1, 1.5, 'x' as unknown as number])(
    'who come with the unknown number %s are told to load anew, and hear what follows',
    async (since) => {
      const operator = await staff('operator');
      operator.since = since;
      await operator.watch(url);
      expect(operator.words).toEqual(['reset']);
      const { id } = await openComplaint(db);
      await log(db, id, { type: 'filed' });
      await eventually(async () => operator.seqs.length === 1);
      expect(operator.messages[0]?.complaintId).toBe(id);
    },
  );
});

describe('the filer', () => {
  it('hears of one complaint what the filer may see, live and on return', async () => {
    const { id, code } = await openComplaint(db);
    const { id: otherId } = await openComplaint(db);
    const filer = comes('/track', { code: code.toLowerCase().replaceAll('-', ' ') });
    await filer.watch(url);
    for (const one of [id, otherId]) {
      await log(db, one, { type: 'filed', data: { text: digest, category: 'CS-01' } });
      await log(db, one, { type: 'assigned', data: { lead: above }, agencies: [above] });
      await log(db, one, { type: 'noted', data: { text: digest } });
      await log(db, one, { type: 'accepted', data: { officer, agency: above } });
      await log(db, one, { type: 'answered', data: { agency: above, officer } });
      await log(db, one, { type: 'breached', data: { ...step, newDate: null } });
      await log(db, one, { type: 'breached', data: { ...step, newDate } });
    }
    await log(db, id, { type: 'closed', data: { reason: 'done' } });
    await eventually(async () => filer.seqs.length === 5);
    const words = { vi: expect.any(String), en: expect.any(String) };
    const expected = [
      { complaintId: id, type: 'filed', summary: words },
      { complaintId: id, type: 'assigned', summary: { ...words, agency: above } },
      { complaintId: id, type: 'accepted', summary: words },
      { complaintId: id, type: 'breached', summary: { ...words, newDate } },
      { complaintId: id, type: 'closed', summary: words },
    ].map((message) => ({ ...message, seq: expect.any(Number), at: expect.any(String) }));
    expect(filer.messages).toEqual(expected);
    await again(filer);
    expect(filer.messages).toEqual(expected);
  });

  it('must know the code', async () => {
    const unknown = comes('/track', { code: '0000-0000-0000-0000' });
    await expect(unknown.connect(url)).rejects.toThrow('not_found');
    await expect(comes('/track', { code: 'x' }).connect(url)).rejects.toThrow('not_found');
    await expect(comes('/track', {}).connect(url)).rejects.toThrow('not_found');
    await expect(comes('/', {}).connect(url)).rejects.toThrow('not_found');
  });
});

describe('the status', () => {
  it('counts sockets, and says how old the oldest untold event is', async () => {
    const status = app.get(LiveStatus);
    await eventually(async () => status.sockets === 0);
    const operator = await staff('operator');
    await operator.watch(url);
    expect(status.sockets).toBe(1);
    await settle();
    const { delivered } = status;
    const writer = await world.connection();
    const { id } = await openComplaint(db);
    await writer.query('begin');
    await writer.query('select pg_current_xact_id()');
    await log(db, id, { type: 'filed' });
    expect(await status.lagSeconds()).toBeGreaterThan(0);
    await writer.query('commit');
    await settle();
    await eventually(async () => operator.seqs.length === 1);
    expect(status.delivered).toBe(delivered + 1);
  });
});
