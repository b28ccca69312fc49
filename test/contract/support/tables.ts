import type { Role } from '#lifecycle';
import { lineOf } from '../../../src/catalog/concerned.js';
import { City } from '../../../src/catalog/city.js';
import { settingsOf, type Principal } from '../../../src/platform/database/principal.js';
import { openSource } from '../../world/database.js';
import type { World } from '../../world/world.js';

interface Person {
  id: string;
  role: Role;
  agency: string | null;
}

async function principalOf(world: World, login: string): Promise<Principal> {
  const [person] = await world.behind.query<Person[]>(
    'select id, role, agency from staff where login = $1',
    [login],
  );
  if (!person) throw new Error(`no ${login}`);
  return { kind: 'staff', ...person };
}

/** Every row of every table that the program's role finds in somebody's name, past the door; null: in nobody's. */
export async function tablesAs(world: World, login: string | null): Promise<[string, string][]> {
  const city = world.app.get(City, { strict: false });
  const settings: object = login
    ? settingsOf(await principalOf(world, login), (staff) => ({
        within: staff.agency === null ? [] : city.withSubordinates(staff.agency),
        line: lineOf(staff, city),
      }))
    : {};
  const tables = await world.behind.query<{ name: string }[]>(
    `select tablename as name from pg_tables where schemaname = 'dau_moi' and tablename <> 'filer_plain'`,
  );
  const program = await openSource(world.database.address, { sees: '' });
  const runner = program.createQueryRunner();
  const found: [string, string][] = [];
  try {
    await runner.query('begin');
    for (const [name, value] of Object.entries(settings))
      await runner.query('select set_config($1, $2, true)', [`dau_moi.${name}`, value]);
    for (const { name } of tables) {
      const rows = (await runner.query(`select to_jsonb(t)::text as row from "${name}" t`)) as {
        row: string;
      }[];
      found.push(...rows.map(({ row }): [string, string] => [name, row]));
    }
  } finally {
    await runner.query('rollback');
    await runner.release();
    await program.destroy();
  }
  return found;
}
