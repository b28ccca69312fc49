import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { streetLight, unclear } from '../world/complaints.js';
import { World } from '../world/world.js';
import { until, type Program } from './program.js';
import { startReplicas, stopReplicas } from './replicas.js';

const COMPLAINTS = 90;
const REPLICAS = 3;
const DAYS_AGO = 6;

let world: World;
let replicas: Program[] = [];

beforeAll(async () => {
  world = await World.start();
  await world.mailsOneByOne();
}, 60_000);

afterAll(async () => {
  await stopReplicas(replicas);
  await world.stop();
});

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

    replicas = await startReplicas(world.database, REPLICAS);
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
