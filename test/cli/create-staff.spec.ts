import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cityFiles } from '../../src/catalog/city-data.js';
import { createStaff } from '../../src/cli/create-staff.js';
import { seeded } from '../../src/cli/seed.js';
import { passwordMatches } from '../../src/people/passwords.js';
import type { NewStaff } from '../../src/people/staff.js';
import { openDesk, type TestDesk } from './desk.js';

const somebody: NewStaff = {
  login: 'can.bo.moi',
  name: 'Cán bộ mới',
  role: 'officer',
  agency: 'HAPULICO',
  email: null,
};
const password = 'trâu đi qua cầu khỉ';

describe('accounts and city data', () => {
  let desk: TestDesk;
  const create = (changes: Partial<NewStaff> = {}, secret = password) =>
    createStaff(desk, { ...somebody, ...changes }, secret);

  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.clear());

  it('makes an account that can sign in, once', async () => {
    await create();
    const [row] = await desk.source.query<{ password_hash: string; active: boolean }[]>(
      'select password_hash, active from staff where login = $1',
      [somebody.login],
    );
    expect(row?.active).toBe(true);
    expect(await passwordMatches(row!.password_hash, password)).toBe(true);
    await expect(create()).rejects.toThrow(/is taken/);
  });

  it('refuses roles, agencies and passwords that cannot be', async () => {
    const login = 'khac';
    await expect(create({ login, agency: null })).rejects.toThrow(/needs --agency/);
    await expect(create({ login, role: 'operator' })).rejects.toThrow(/has no --agency/);
    await expect(create({ login, agency: 'NOWHERE' })).rejects.toThrow(/no agency/);
    await expect(create({ login }, 'short')).rejects.toThrow(/at least 12/);
  });

  it('lists what is loaded of the city', async () => {
    const lines = await seeded(desk);
    expect(lines).toHaveLength(2 + Object.keys(cityFiles).length);
    expect(lines.join('\n')).toMatch(/categories\.json +1 +77 /);
  });
});
