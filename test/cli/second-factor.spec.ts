import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createStaff } from '../../src/cli/create-staff.js';
import { demoCode } from '../../src/cli/demo-code.js';
import { resetSecondFactor } from '../../src/cli/reset-second-factor.js';
import { DEMO_PASSWORD } from '../../src/start/demo-accounts.js';
import { Api } from '../world/api.js';
import { World } from '../world/world.js';
import { said } from '../people/support/people.js';
import { openDesk, type TestDesk } from './desk.js';

let world: World;
let desk: TestDesk;

beforeAll(async () => {
  world = await World.start();
  desk = await openDesk();
}, 60_000);
afterAll(async () => {
  await desk.clear();
  await world.stop();
});

describe('demo-code', () => {
  it('is a code that its account signs in with', async () => {
    const code = await demoCode(world.config.cityDir, 'Giam.Sat', world.time);
    const given = { login: 'giam.sat', password: DEMO_PASSWORD };
    expect(said(await world.anyone.post('/api/session', given))).toBe('401 session.code_required');
    expect(said(await world.anyone.post('/api/session', { ...given, code }))).toBe(200);
  });

  it('is for the demo accounts that need one', async () => {
    const ask = (login: string) => demoCode(world.config.cityDir, login);
    await expect(ask('truc.tong.dai.1')).rejects.toThrow(/giam\.sat, lanh\.dao, quan\.tri/);
    await expect(ask('khong.co.ai')).rejects.toThrow(/Only these demo accounts/);
  });
});

describe('reset-second-factor', () => {
  it('lets a person in who then has to enrol anew; sessions end', async () => {
    const api = new Api(world.url);
    await api.signIn('lanh.dao', DEMO_PASSWORD);
    await api.get('/api/cases').expect(200);
    const [{ id } = { id: '' }] = await world.behind.query<{ id: string }[]>(
      `select id from staff where login = 'lanh.dao'`,
    );
    expect(await resetSecondFactor({ ...desk, source: world.behind }, 'Lanh.Dao')).toBe(id);
    await api.get('/api/me').expect(401);
    await api.signIn('lanh.dao', DEMO_PASSWORD);
    expect(said(await api.get('/api/cases'))).toBe('403 session.second_factor_required');
  });

  it('says who is not known, and who has none', async () => {
    await expect(resetSecondFactor(desk, 'khong.co.ai')).rejects.toThrow(/no account/);
    await expect(resetSecondFactor(desk, 'truc.tong.dai.1')).rejects.toThrow(/no second factor/);
  });
});

describe('the first administrator', () => {
  it('is made by the command line and enrols at the first sign-in', async () => {
    const login = 'quan.tri.moi';
    const person = { login, name: 'A', role: 'administrator', agency: null, email: null } as const;
    const password = 'trâu đi qua cầu khỉ';
    await createStaff({ ...desk, source: world.behind }, person, password);
    const api = new Api(world.url);
    await api.signIn(login, password);
    expect((await api.get('/api/me').expect(200)).body.secondFactor).toBe('required');
  });
});
