import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import type { Agency } from '../catalog/city-data.js';
import { hashPassword } from '../people/passwords.js';
import { obliged } from '../people/second-factor-duty.js';
import { sealSecret } from '../people/second-factors.js';
import { addStaff, type NewStaff } from '../people/staff.js';

/** Printed at the start and written in the README: for trying out, never with data of people. */
export const DEMO_PASSWORD = 'daumoi-demo';

/** The second factor of the demo's accounts that need one, as an authenticator takes it. */
export const DEMO_SECRET = 'DAUMOIDEMODAUMOIDEMODAUMOIDEMO77';

/** Whether an account of the demo asks for a code. */
export const needsCode = ({ role }: NewStaff) => obliged.includes(role);

export async function readDemoStaff(cityDir: string): Promise<NewStaff[]> {
  return JSON.parse(await readFile(join(cityDir, 'demo', 'staff.json'), 'utf8')) as NewStaff[];
}

/** A head for every agency of today, so that each one can be played. */
function headsOf(agencies: Agency[], named: NewStaff[]): NewStaff[] {
  const headed = new Set(
    named.filter(({ role }) => role === 'agency_head').map(({ agency }) => agency),
  );
  return agencies
    .filter(({ code, type, validTo }) => validTo === null && type !== 'center' && !headed.has(code))
    .map(({ code, name, head }) => ({
      login: `head.${code.toLowerCase()}`,
      name: `${head.title.vi} ${name.vi}`,
      role: 'agency_head',
      agency: code,
      email: `head.${code.toLowerCase()}@demo.example`,
    }));
}

/** Adds the accounts of the demo that are not there yet. */
export async function addDemoAccounts(
  source: DataSource,
  cityDir: string,
  secretKey: Buffer,
): Promise<void> {
  const named = await readDemoStaff(cityDir);
  const agencies = JSON.parse(await readFile(join(cityDir, 'agencies.json'), 'utf8')) as Agency[];
  const people = [...named, ...headsOf(agencies, named)];
  const logins = people.map(({ login }) => login.toLowerCase());
  const [{ count } = { count: '0' }] = await source.query<{ count: string }[]>(
    'select count(*) from staff where login = any($1)',
    [logins],
  );
  if (Number(count) < people.length)
    await addStaff(source, people, await hashPassword(DEMO_PASSWORD));
  await addDemoFactors(source, logins, secretKey);
}

async function addDemoFactors(
  source: DataSource,
  logins: string[],
  secretKey: Buffer,
): Promise<void> {
  const without = await source.query<{ id: string }[]>(
    `select id from staff where login = any($1) and role = any($2)
       and not exists (select from second_factor where staff_id = staff.id)`,
    [logins, obliged],
  );
  for (const { id } of without)
    await source.query(
      `insert into second_factor (staff_id, secret, recovery_codes) values ($1, $2, '{}')
       on conflict do nothing`,
      [id, sealSecret(secretKey, id, DEMO_SECRET)],
    );
}
