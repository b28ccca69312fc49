import type { Role } from '#lifecycle';
import { addStaff } from '../../../src/people/staff.js';
import { hashPassword } from '../../../src/people/passwords.js';
import { DEMO_PASSWORD } from '../../../src/start/demo-accounts.js';
import { Api } from '../../world/api.js';
import { caseIdOf, streetLight } from '../../world/complaints.js';
import type { World } from '../../world/world.js';

export const AGENCY = 'HAPULICO';

export interface Person {
  id: string;
  login: string;
  api: Api;
}

let hired = 0;
const password = hashPassword(DEMO_PASSWORD);

/** Somebody new, signed in. */
export async function hire(
  world: World,
  role: Role = 'officer',
  agency: string | null = AGENCY,
): Promise<Person> {
  hired += 1;
  const login = `nguoi.moi.${hired}`;
  const person = { login, name: `Người mới ${hired}`, role, agency };
  await addStaff(world.behind, [{ ...person, email: `${login}@demo.example` }], await password);
  return known(world, login);
}

/** Somebody of the demo, signed in. */
export async function known(world: World, login: string): Promise<Person> {
  const [row] = await world.behind.query<{ id: string }[]>(
    'select id from staff where login = $1',
    [login],
  );
  const api = new Api(world.url);
  await api.signIn(login, DEMO_PASSWORD);
  return { id: row!.id, login, api };
}

/** A case that waits for the agency to accept it. */
export const assigned = async (world: World) =>
  caseIdOf(world, (await world.anyone.files(streetLight())).code);

/** Cases that an officer of the agency works on. */
export async function inHandsOf(world: World, officer: string, count = 1): Promise<string[]> {
  const head = await world.head(AGENCY);
  const ids: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const id = await assigned(world);
    await head.does(id, 'accept', { officer });
    ids.push(id);
  }
  return ids;
}

export interface Held {
  id: string;
  officer: string | null;
  person: string | null;
  version: number;
}

/** Who has what, of all open complaints. */
export const openCases = (world: World): Promise<Held[]> =>
  world.behind.query(
    `select id, officer, holder_person as person, version from complaint
     where status not in ('closed', 'rejected') order by id`,
  );

/** Open complaints whose officer is not an active person of the agency that leads. */
export const orphans = (world: World): Promise<Held[]> =>
  world.behind.query(
    `select c.id from complaint c left join staff s on s.id = c.officer::uuid
       and s.active and s.agency = c.lead
     where c.status not in ('closed', 'rejected') and c.officer is not null and s.id is null`,
  );

/** The code of a statement's refusal and the constraint it names. */
export const refusalOf = (statement: Promise<unknown>): Promise<string> =>
  statement.then(
    () => 'done',
    ({ code, constraint }: { code: string; constraint?: string }) => `${code} ${constraint ?? ''}`,
  );

export const standIn = (
  world: World,
  by: Api,
  absent: string,
  other: string,
  { from = 0, hours = 8 }: { from?: number; hours?: number } = {},
) => {
  const at = (plus: number) =>
    new Date(world.time.now().getTime() + plus * 3_600_000).toISOString();
  return by.post('/api/stand-ins', {
    absent,
    standIn: other,
    ...(from > 0 && { startsAt: at(from) }),
    endsAt: at(from + hours),
  });
};
