import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { limitTable } from '../../src/platform/limits/limit-table.js';
import { DEMO_PASSWORD } from '../../src/start/demo-accounts.js';
import { closeScreens, Screen } from '../live/screen.js';
import { Api } from '../world/api.js';
import { caseIdOf, streetLight, unclear } from '../world/complaints.js';
import { World } from '../world/world.js';
import { Balancer } from './balancer.js';
import { until, type Program } from './program.js';
import { hasRedis, Redis } from './redis.js';
import { startReplicas, stopReplicas } from './replicas.js';

const DAYS_AGO = 6;

let world: World;
let redis: Redis | undefined;
let replicas: Program[] = [];
let balancer: Balancer;

beforeAll(async () => {
  world = await World.start();
  world.time.set(new Date(Date.now() - DAYS_AGO * 86_400_000));
  for (let at = 0; at < 6; at += 1) await world.anyone.files(streetLight());
  redis = hasRedis ? await Redis.start() : undefined;
  replicas = await startReplicas(world.database, 2, {
    RATE_LIMITS: 'on',
    TRUSTED_PROXIES: '127.0.0.1',
    ...(redis && { REDIS_URL: redis.url }),
  });
  balancer = await Balancer.over(replicas.map(({ url }) => url));
  await until('both to be served by', () => balancer.serving.length === 2);
}, 120_000);

afterEach(closeScreens);
afterAll(async () => {
  await balancer.stop();
  await stopReplicas(replicas);
  await redis?.stop();
  await world.stop();
}, 60_000);

async function signedIn(login: string): Promise<Api> {
  const api = new Api(balancer.url);
  await api.signIn(login, DEMO_PASSWORD);
  return api;
}

/** Two operators, each at a replica of their own. */
async function two(): Promise<[Screen, Screen]> {
  const [one, other] = await Promise.all([
    signedIn('truc.tong.dai.1'),
    signedIn('truc.tong.dai.2'),
  ]);
  return Promise.all([
    Screen.at(replicas[0]?.url ?? '', one.cookie),
    Screen.at(replicas[1]?.url ?? '', other.cookie),
  ]);
}

const filed = async () => (await new Api(balancer.url).files(unclear())).code;
const filedCase = async () => caseIdOf(world, await filed());

const count = async (query: string): Promise<number> => {
  const [row] = await world.behind.query<{ n: string }[]>(`select count(*) n from ${query}`);
  return Number(row?.n);
};

const warned = async ({ url }: Program) => {
  const { body } = await new Api(url).get('/health/ready');
  return body.warnings.some(({ name }: { name: string }) => name === 'presence');
};

const figure = async ({ url }: Program, name: string) => {
  const { text } = await new Api(url).get('/metrics');
  return Number(new RegExp(`^dau_moi_${name} (.+)$`, 'm').exec(text)?.[1]);
};

describe('two replicas behind a balancer', () => {
  it('tell whoever watches at one of them what came in at the other', async () => {
    const screens = await two();
    const cases = [await filedCase(), await filedCase()];
    for (const screen of screens) {
      await until('both to be told', () => screen.filed.length >= cases.length);
      expect(screen.filed.toSorted()).toEqual(cases.toSorted());
    }
  }, 60_000);

  it('count together what an address may do', async () => {
    const { points } = limitTable.key_unknown;
    const ask = async () =>
      (
        await new Api(balancer.url)
          .get('/api/cases')
          .set('x-forwarded-for', '203.0.113.7')
          .set('authorization', `Bearer dm_${'A'.repeat(43)}`)
      ).status;
    const refused: number[] = [];
    for (let at = 0; at < points; at += 1) refused.push(await ask());
    expect(new Set(refused)).toEqual(new Set([401]));
    // One for each of the two.
    expect([await ask(), await ask()]).toEqual([429, 429]);
  }, 60_000);

  it('fire what is due once', async () => {
    await until(
      'nothing to be due any more',
      async () => (await count('complaint where next_at <= now()')) === 0,
    );
    const steps = `complaint_event where type in ('warned', 'breached', 'escalated')`;
    expect(await count(steps)).toBeGreaterThan(6);
    expect(
      await count(`(select 1 from ${steps}
        group by complaint_id, data->>'clock', data->>'scheduledFor', type having count(*) > 1) twice`),
    ).toBe(0);
  }, 120_000);
});

(hasRedis ? describe : describe.skip)('presence over Redis', () => {
  it('is one for both: who is there, whose turn it is, and who takes it over', async () => {
    const id = await filedCase();
    const [one, other] = await two();
    one.says('look', id);
    await until('one to be seen', () => String(other.sees(id)) === 'operator looking');
    one.says('type', id);
    await until('one to hold', () => String(other.sees(id)) === 'operator typing holds');
    other.says('type', id);
    await until('both to be seen', () => one.sees(id).length === 2);
    expect(one.sees(id)).toEqual(['operator typing holds', 'operator typing']);
    other.says('take', id);
    await until('the turn to be taken', () => one.taken.length === 1);
    await until('the new turn', () => one.sees(id)[1] === 'operator typing holds');
    expect(one.sees(id)).toEqual(other.sees(id));
    expect(other.taken).toEqual([]);
    const late = await Screen.at(
      replicas[0]?.url ?? '',
      (await signedIn('truc.tong.dai.2')).cookie,
    );
    await until('who comes later to be told', () => late.sees(id).length === 2);
    other.says('leave');
    await until('the turn to come back', () => String(one.sees(id)) === 'operator typing holds');
  }, 60_000);

  it('is each process’s own while Redis is frozen or gone, and heals by itself', async () => {
    const id = await filedCase();
    const [one, other] = await two();
    for (const screen of [one, other]) screen.says('look', id);
    await until('both to be seen', () => one.sees(id).length === 2);
    redis?.freeze();
    for (const replica of replicas) await until('it to be said', () => warned(replica));
    expect(await figure(replicas[0] as Program, 'presence_alone')).toBe(1);
    await until('only its own to be seen', () => one.sees(id).length === 1);
    await redis?.stop();
    one.says('type', id);
    await until('its own to go on', () => String(one.sees(id)) === 'operator typing holds');
    await filed();
    expect(await warned(replicas[0] as Program)).toBe(true);
    await redis?.start();
    for (const replica of replicas)
      await until('it to be well again', async () => !(await warned(replica)));
    await until('both to be seen again', () => other.sees(id).length === 2);
    expect(other.sees(id).toSorted()).toEqual(['operator looking', 'operator typing holds']);
    expect(await figure(replicas[0] as Program, 'presence_processes')).toBe(1);
    expect(await figure(replicas[0] as Program, 'presence_alone')).toBe(0);
  }, 180_000);

  it('forgets the people of a replica that was killed', async () => {
    const id = await filedCase();
    const [one, other] = await two();
    for (const screen of [one, other]) screen.says('look', id);
    await until('both to be seen', () => other.sees(id).length === 2);
    const begun = performance.now();
    await replicas[0]?.kill();
    await until('one to be gone', () => other.sees(id).length === 1);
    expect(performance.now() - begun).toBeLessThan(20_000);
  }, 120_000);
});
