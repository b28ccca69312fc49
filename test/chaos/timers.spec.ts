import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cluster } from '../world/database.js';
import { streetLight, unclear } from '../world/complaints.js';
import { World } from '../world/world.js';
import { Program, until } from './program.js';

const COMPLAINTS = 90;
const REPLICAS = 3;
const DAYS_AGO = 6;

let world: World;
const folders: string[] = [];
const replicas: Program[] = [];

beforeAll(async () => {
  world = await World.start();
  await world.mailsOneByOne();
}, 60_000);

afterAll(async () => {
  await Promise.all(replicas.map((replica) => replica.stop()));
  await world.stop();
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
});

async function startReplica(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'dau-moi-replica-'));
  folders.push(dataDir);
  const started = await Program.start({
    DATA_DIR: dataDir,
    DATABASE_URL: world.database.owner.url,
    // One key, so that all replicas connect as the same role.
    SECRET_KEY_FILE: join(cluster.dataDir, 'secret.key'),
    IDENTITY_KEYS_FILE: world.config.identityKeysFile,
    DEMO: 'true',
  });
  replicas.push(started);
}

const count = async (query: string): Promise<number> => {
  const [row] = await world.behind.query<{ n: string }[]>(query);
  return Number(row?.n);
};

const steps = `complaint_event where type in ('warned', 'breached', 'escalated')`;

describe('timers in three processes, one killed', () => {
  it('fire every due step once, and none early', async () => {
    world.time.set(new Date(Date.now() - DAYS_AGO * 86_400_000));
    for (let at = 0; at < COMPLAINTS; at += 1)
      await world.anyone.files(at % 2 === 0 ? streetLight() : unclear());

    await Promise.all(Array.from({ length: REPLICAS }, startReplica));
    await until(
      'the first steps',
      async () => (await count(`select count(*) n from ${steps}`)) > 0,
    );
    await replicas[0]?.kill();
    await until(
      'nothing to be due any more',
      async () => (await count('select count(*) n from complaint where next_at <= now()')) === 0,
    );

    const doubled = await count(`select count(*) n from (
      select 1 from ${steps}
      group by complaint_id, data->>'clock', data->>'scheduledFor', type having count(*) > 1) twice`);
    const early = await count(
      `select count(*) n from ${steps} and (data->>'scheduledFor')::timestamptz > at`,
    );
    const untouched = await count(`select count(*) n from complaint c where not exists (
      select 1 from complaint_event e where e.complaint_id = c.id and e.type = 'breached')`);
    expect({ doubled, early, untouched }).toEqual({ doubled: 0, early: 0, untouched: 0 });
  }, 180_000);

  it('send each notice once', async () => {
    await until(
      'the outbox to be empty',
      async () =>
        (await count(
          `select count(*) n from outbox where state = 'waiting' and channel = 'mail'`,
        )) === 0,
    );
    const doubled = await count(`select count(*) n from (
      select 1 from kept_mail group by message_id having count(*) > 1) twice`);
    expect(doubled).toBe(0);
    expect(await count('select count(*) n from kept_mail')).toBeGreaterThan(COMPLAINTS);
  }, 180_000);
});
