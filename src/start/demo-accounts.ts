import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import type { Agency } from '../catalog/city-data.js';
import { hashPassword } from '../people/passwords.js';
import { addStaff, type NewStaff } from '../people/staff.js';

/** Printed at the start and written in the README: for trying out, never with data of people. */
export const DEMO_PASSWORD = 'daumoi-demo';

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
export async function addDemoAccounts(source: DataSource, cityDir: string): Promise<void> {
  const named = await readDemoStaff(cityDir);
  const agencies = JSON.parse(await readFile(join(cityDir, 'agencies.json'), 'utf8')) as Agency[];
  const people = [...named, ...headsOf(agencies, named)];
  const [{ count } = { count: '0' }] = await source.query<{ count: string }[]>(
    'select count(*) from staff where login = any($1)',
    [people.map(({ login }) => login.toLowerCase())],
  );
  if (Number(count) === people.length) return;
  await addStaff(source, people, await hashPassword(DEMO_PASSWORD));
}
