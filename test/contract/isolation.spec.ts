import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closedToObservers, privacyClasses } from '#privacy';
import type { DataSource } from 'typeorm';
import { settingsOf, type Principal } from '../../src/platform/database/principal.js';
import { caseIdOf, streetLight } from '../world/complaints.js';
import { openSource } from '../world/database.js';
import { World } from '../world/world.js';

/** Tables that hold nothing of anybody: the city's data, how far the schema has come, counts under keyed hashes. */
const open = ['backup_run', 'city_record', 'migration', 'rate_limit', 'used_challenge'];
/** Tables that the program's role cannot read at all. */
const shut = ['filer_plain'];
/** Work that waits, by a complaint's id and nothing of it; filled while it lasts. */
const queues = ['recalculation_case'];
/** What is filled when a complaint of each kind of table is there; a test below holds it against the schema. */
const ofComplaints = [
  'attachment',
  'clock',
  'complaint',
  'complaint_event',
  'complaint_search',
  'contact_proof',
  'filer',
  'message',
  'outbox',
  'partner_link',
  'reply_draft',
];

let world: World;
/** The program's own role, past the door. */
let program: DataSource;
let code: string;
let id: string;
let tables: string[];

beforeAll(async () => {
  world = await World.start();
  program = await openSource(world.database.address, { sees: '' });
  ({ code } = await world.anyone.files(
    streetLight({ filer: { name: 'An', phone: '0900000001', email: 'an@example.vn' } }),
  ));
  id = await caseIdOf(world, code);
  await world.behind.query(
    `insert into attachment (id, complaint_id, name, type, bytes, sha256, added_at)
     values (gen_random_uuid(), $1, 'a.png', 'image/png', $2, 'x', now())`,
    [id, 1],
  );
  await world.anyone.post(`/api/complaints/${code}/messages`, { text: 'Xin bổ sung.' }).expect(200);
  const contact = 'an@example.vn';
  await world.anyone.post(`/api/complaints/${code}/proof`, { contact }).expect(202);
  await world.deliver();
  await world.behind.query(
    `insert into partner_link (id, complaint_id, agency, number, token_hash, made_at, made_by, expires_at, uses_left)
     values (gen_random_uuid(), $1, 'HAPULICO', 2, 'x', now(), 'system', now(), 1)`,
    [id],
  );
  await world.behind.query(
    `insert into reply_draft (staff_id, complaint_id, field, text, changed_at)
     select id, $1, 'reject', 'x', now() from staff where login = 'truc.tong.dai.1'`,
    [id],
  );
  const rows = await world.behind.query<{ name: string }[]>(
    `select tablename as name from pg_tables where schemaname = 'dau_moi' order by tablename`,
  );
  tables = rows.map(({ name }) => name);
}, 60_000);
afterAll(async () => {
  await program.destroy();
  await world.stop();
});

const agencyStanding = ({ agency }: { agency: string | null }) => ({
  within: agency === null ? [] : [agency],
  line: agency === null ? [] : [agency, 'UBNDTP'],
});

/** How many rows of each table a principal finds by raw SQL; tables where it finds none are left out. */
async function found(principal: Principal | null, where = 'true'): Promise<Record<string, number>> {
  const runner = program.createQueryRunner();
  await runner.query('begin');
  try {
    const settings = principal ? settingsOf(principal, agencyStanding) : {};
    for (const [name, value] of Object.entries(settings))
      await runner.query('select set_config($1, $2, true)', [`dau_moi.${name}`, value]);
    const counts: [string, number][] = [];
    for (const table of tables.filter((one) => ![...open, ...shut].includes(one))) {
      const ofOne = ofComplaints.includes(table) ? where : 'true';
      const [row] = (await runner.query(
        `select count(*)::int as count from "${table}" where ${ofOne.replace('ID', table === 'complaint' ? 'id' : 'complaint_id')}`,
      )) as { count: number }[];
      if (row && row.count > 0) counts.push([table, row.count]);
    }
    return Object.fromEntries(counts);
  } finally {
    await runner.query('rollback');
    await runner.release();
  }
}

const staff = (
  role: 'agency_head' | 'officer' | 'operator' | 'observer' | 'administrator',
  agency: string | null,
): Principal => ({
  kind: 'staff',
  id: '018f0000-0000-7000-8000-00000000000a',
  role,
  agency,
});
const hapulico = staff('agency_head', 'HAPULICO');
const evn = staff('agency_head', 'EVNHANOI');

describe('raw SQL under the role of the program', () => {
  it.each(shut)('may not read %s', async (table) => {
    await expect(program.query(`select * from ${table}`)).rejects.toMatchObject({ code: '42501' });
  });

  it('finds rows in every table about complaints when it is the program itself', async () => {
    const seen = await found({ kind: 'system', name: 'test' }, `ID = '${id}'`);
    expect(Object.keys(seen)).toEqual(expect.arrayContaining(ofComplaints));
  });

  it('finds no row in any table without the door', async () => {
    expect(await found(null)).toEqual({});
  });

  it('finds no row in any table as another agency, but its own people', async () => {
    const { staff: people, ...others } = await found(evn);
    expect(others).toEqual({});
    const [{ count = 0 } = {}] = await world.behind.query<{ count: number }[]>(
      `select count(*)::int as count from staff where agency = 'EVNHANOI'`,
    );
    expect(people).toBe(count);
  });

  it('finds the case as its own agency, without identity, index, sessions or keys', async () => {
    const seen = await found(hapulico);
    expect(Object.keys(seen).toSorted()).toEqual([
      'attachment',
      'clock',
      'complaint',
      'complaint_event',
      'message',
      'outbox',
      'staff',
    ]);
  });

  it('finds nothing of complaints as an administrator but the outbox', async () => {
    const { staff: _, outbox, ...others } = await found(staff('administrator', null));
    expect(others).toEqual({});
    expect(outbox).toBeGreaterThan(0);
  });

  it.each(['operator', 'observer'] as const)('finds no identity as %s', async (role) => {
    const seen = await found(staff(role, null));
    expect(seen['complaint']).toBe(1);
    for (const table of ['filer', 'session', 'idempotency_key', 'kept_mail', 'complaint_search'])
      expect(seen[table]).toBeUndefined();
  });

  it('finds one complaint by its code, and none by another', async () => {
    expect(await found({ kind: 'filer', code })).toMatchObject({ complaint: 1 });
    expect(await found({ kind: 'filer', code: '7K3M9QXT4ZB2WH5D' })).toEqual({});
    expect(await found({ kind: 'filer' })).toEqual({});
  });

  it('finds what is published as a visitor, and nothing that hangs on it', async () => {
    expect(await found({ kind: 'visitor' })).toEqual({ complaint: 1 });
  });

  it.each([
    ['reads of a word that only others wrote', `select complaints_with('Hòa Mã')`],
    ['names of staff', `select * from staff_names((select array_agg(id) from staff))`],
  ])('asks the functions of the owner nothing: %s', async (_, statement) => {
    expect(await program.query(statement)).toEqual([]);
  });

  it.each([
    ['another agency changes nothing', evn, `update complaint set text = 'x'`],
    ['another agency takes no timer away', evn, 'update clock set next_at = null'],
    ['nobody changes anything', null, `update complaint set text = 'x'`],
  ])('%s', async (_, principal, statement) => {
    const runner = program.createQueryRunner();
    await runner.query('begin');
    if (principal)
      for (const [name, value] of Object.entries(settingsOf(principal, agencyStanding)))
        await runner.query('select set_config($1, $2, true)', [`dau_moi.${name}`, value]);
    const changed = await runner.query(`with c as (${statement} returning 1) select 1 from c`);
    await runner.query('rollback');
    await runner.release();
    expect(changed).toEqual([]);
  });

  it('writes no event to a case of another agency', async () => {
    const runner = program.createQueryRunner();
    await runner.query('begin');
    for (const [name, value] of Object.entries(settingsOf(evn, agencyStanding)))
      await runner.query('select set_config($1, $2, true)', [`dau_moi.${name}`, value]);
    const forged = runner.query(
      `insert into complaint_event (complaint_id, number, type, at, actor, data, clocks, agencies, hash)
       values ($1, 99, 'noted', now(), '{}', '{}', '[]', '{}', 'x')`,
      [id],
    );
    await expect(forged).rejects.toMatchObject({ code: '42501' });
    await runner.query('rollback');
    await runner.release();
  });
});

describe('the schema', () => {
  it('hides from observers the classes that the program hides', async () => {
    const [{ rule = '' } = {}] = await world.behind.query<{ rule: string }[]>(
      `select pg_get_expr(polqual, polrelid) as rule from pg_policy
       where polrelid = 'dau_moi.complaint'::regclass`,
    );
    const named = (text: string) => privacyClasses.filter((one) => text.includes(`'${one}'`));
    expect(named(rule)).toEqual(privacyClasses.filter(closedToObservers));
  });

  it('has a policy on every table, unless it holds nothing of anybody', async () => {
    const guarded = await world.behind.query<{ name: string }[]>(
      `select c.relname as name from pg_class c
       where c.relnamespace = 'dau_moi'::regnamespace and c.relkind = 'r' and c.relrowsecurity
         and exists (select from pg_policy p where p.polrelid = c.oid) order by 1`,
    );
    expect(guarded.map(({ name }) => name)).toEqual(tables.filter((name) => !open.includes(name)));
  });

  it('has nothing that belongs to a complaint outside of this test', async () => {
    const belonging = await world.behind.query<{ name: string }[]>(
      `select distinct table_name as name from information_schema.columns
       where table_schema = 'dau_moi' and column_name = 'complaint_id' order by 1`,
    );
    expect(belonging.map(({ name }) => name)).toEqual(
      [...ofComplaints, ...shut, ...queues].filter((name) => name !== 'complaint').toSorted(),
    );
  });
});
