import { afterAll, describe, expect, it, jest } from '@jest/globals';
import { LiveStatus } from '../../src/live/live-status.js';
import { LogTail } from '../../src/live/log-tail.js';
import { eventually } from '../platform/temporary.js';
import { LiveClient } from './live-client.js';
import { startLiveWorld } from './live-world.js';
import { log, openComplaint } from './log-writer.js';

jest.setTimeout(30_000);

const world = await startLiveWorld();
const { app, url } = await world.replica();
const db = { query: (sql: string, values?: unknown[]) => world.query(sql, values) };
const clients: LiveClient[] = [];

afterAll(() => clients.forEach((client) => client.cut()));

async function operator(): Promise<LiveClient> {
  const client = new LiveClient('/staff', { token: await world.signedIn('operator') });
  clients.push(client);
  await client.watch(url);
  return client;
}

const logged = async () =>
  (await world.query<{ seq: string }>('select seq from complaint_event order by xid, seq')).map(
    ({ seq }) => Number(seq),
  );

describe('live views', () => {
  it('continue after an outage of the database where they were', async () => {
    const client = await operator();
    const { id } = await openComplaint(db);
    await log(db, id, { type: 'filed' });
    await eventually(async () => client.seqs.length === 1);
    const before = app.get(LogTail).position;

    await world.query(`alter role ${world.role} nologin`);
    await world.query('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [
      world.role,
    ]);
    await log(db, id, { type: 'noted' });
    await log(db, id, { type: 'closed', data: { reason: 'done' } });
    await expect(app.get(LiveStatus).lagSeconds()).rejects.toThrow();
    expect(app.get(LogTail).position).toEqual(before);
    await world.query(`alter role ${world.role} login`);
    await eventually(async () => client.seqs.length === 3);
    expect(client.seqs).toEqual(await logged());
    client.cut();
  });

  it('cut a client that does not read; the others hear everything, and it is told to load anew', async () => {
    const [deaf, hearing] = [await operator(), await operator()];
    deaf.stopReading();
    const { id } = await openComplaint(db);
    await world.query(
      `insert into complaint_event (complaint_id, number, type, at, actor, data, clocks, agencies, hash)
       select $1, n, 'noted', now(), '{"kind":"filer"}', '{}', '[]', '{}', ''
       from generate_series(1, 60000) n`,
      [id],
    );
    await eventually(async () => hearing.seqs.length === 60_000, 40);
    expect(hearing.seqs).toEqual((await logged()).slice(-60_000));
    await eventually(async () => app.get(LiveStatus).sockets === 1, 20);
    deaf.cut();
    await deaf.watch(url);
    expect(deaf.words.at(-1)).toBe('reset');
    expect(deaf.since).toBe(hearing.since);
  }, 90_000);
});
