import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { entities } from '../../src/entities.js';
import { dataSourceOptions } from '../../src/platform/database/data-source.js';
import { rights } from '../../src/platform/database/rights.js';
import { caseIdOf, streetLight } from '../world/complaints.js';
import { openSource } from '../world/database.js';
import { World } from '../world/world.js';
import { stored } from './support/stored.js';

let world: World;
let program: DataSource;
let id: string;

beforeAll(async () => {
  world = await World.start();
  program = await openSource(world.database.address);
  const { code } = await world.anyone.files(streetLight({ filer: { name: 'An' } }));
  id = await caseIdOf(world, code);
  await world.anyone.post(`/api/complaints/${code}/messages`, { text: 'Xin bổ sung.' }).expect(200);
  await world.deliver();
  await world.behind.query(
    `insert into attachment (id, complaint_id, name, type, bytes, sha256, added_at)
     values (gen_random_uuid(), $1, 'a.png', 'image/png', 1, 'x', now())`,
    [id],
  );
}, 60_000);
afterAll(async () => {
  await program.destroy();
  await world.stop();
});

const codeOf = (statement: string) =>
  program.query(statement).then(
    () => 'done',
    (error: { code: string }) => error.code,
  );

const FORBIDDEN = '42501';
const CHECK = '23514';

describe('the role of the program', () => {
  it.each([
    `update complaint_event set type = 'noted'`,
    `update complaint_event set hash = repeat('0', 64) where number = 1`,
    'delete from complaint_event',
    'truncate complaint_event cascade',
    'update message set number = 99',
    `update message set audience = 'filer'`,
    'delete from message',
    'truncate message',
    `update filer set type = 'business'`,
    `update filer set complaint_id = '${crypto.randomUUID()}'`,
    'select * from filer_plain',
    'delete from filer_plain',
    `update attachment set sha256 = repeat('0', 64)`,
    `update attachment set scan = 'clean', name = 'khác'`,
    'truncate attachment',
    'delete from complaint',
    'delete from clock',
    'delete from outbox',
    `update kept_mail set text = ''`,
    `update city_record set definition = '{}'`,
    `insert into migration (timestamp, name) values (1, 'x')`,
    'alter table complaint_event add column note text',
    'drop table message',
    'create table mine (id integer)',
    'alter table complaint disable trigger all',
    'set session_replication_role = replica',
    `copy complaint to program 'cat'`,
  ])('may not: %s', async (statement) => {
    expect(await codeOf(statement)).toBe(FORBIDDEN);
  });

  /** Tried with words and people of a complaint that are there, and taken back. */
  const removals = [
    ['message', `update message set text = 'khác', parts = null`],
    ['filer', 'delete from filer'],
    ['attachment', 'delete from attachment'],
    ['complaint_search', 'delete from complaint_search'],
  ] as const;

  async function changedBy(actor: string, statement: string): Promise<number> {
    const runner = program.createQueryRunner();
    await runner.query('begin');
    try {
      await runner.query(`select set_config('dau_moi.actor', $1, true)`, [actor]);
      const rows: unknown[] = await runner.query(
        `with changed as (${statement} returning 1) select 1 from changed`,
      );
      return rows.length;
    } finally {
      await runner.query('rollback');
      await runner.release();
    }
  }

  it.each(removals)('removes nothing of %s, whoever it is', async (_, statement) => {
    for (const actor of ['', 'system:delivery', 'system:intake', 'system:retention2', 'filer'])
      expect([actor, await changedBy(actor, statement)]).toEqual([actor, 0]);
  });

  it.each(removals)('but what is removed for good after its time: %s', async (_, statement) => {
    expect(await changedBy('system:retention', statement)).toBeGreaterThan(0);
  });

  it('may say of a file what a scanner found, and nothing else', async () => {
    expect(await codeOf(`update attachment set scan = 'clean' where false`)).toBe('done');
    const granted = await world.behind.query<{ column: string }[]>(
      `select column_name as column from information_schema.column_privileges
       where table_name = 'attachment' and privilege_type = 'UPDATE' and grantee like 'dau\\_moi\\_%'`,
    );
    expect([...new Set(granted.map(({ column }) => column))]).toEqual(['scan']);
  });

  it('owns nothing and is no superuser', async () => {
    const [role] = await program.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
         (select count(*)::int from pg_class where relowner = r.oid) as owned
       from pg_roles r where rolname = current_user`,
    );
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      owned: 0,
    });
  });

  it('has its rights written down for every table', async () => {
    const tables = await world.behind.query<{ name: string }[]>(
      `select table_name as name from information_schema.tables where table_schema = 'dau_moi'`,
    );
    expect(tables.map(({ name }) => name).toSorted()).toEqual(Object.keys(rights).toSorted());
  });
});

describe('an open complaint', () => {
  it.each([
    'holder_unit = null',
    'holder_duty = null',
    'next_at = null',
    'holder_unit = null, holder_duty = null, next_at = null',
    `status = 'closed'`,
    `status = 'rejected'`,
    `status = 'lost'`,
  ])('cannot be left with %s', async (change) => {
    expect(await codeOf(`update complaint set ${change} where id = '${id}'`)).toBe(CHECK);
  });
});

describe('a change', () => {
  const parts = ['complaint', 'complaint_event', 'clock', 'outbox'];
  /** Lets every insert into a table fail while the work is done. */
  async function broken(table: string, work: () => Promise<void>): Promise<void> {
    await world.behind.query(`alter table ${table} add constraint never check (false) not valid`);
    try {
      await work();
    } finally {
      await world.behind.query(`alter table ${table} drop constraint never`);
    }
  }

  it.each([...parts, 'filer'])('of a new complaint is whole or not at all: %s', async (table) => {
    const before = await stored(world);
    const filing = streetLight({ filer: { name: 'An', email: 'an@example.org' } });
    await broken(table, async () => {
      const { body } = await world.anyone.post('/api/complaints', filing).expect(500);
      expect(JSON.stringify(body)).not.toMatch(/never|constraint|insert/i);
    });
    expect(await stored(world)).toEqual(before);
    await world.anyone.post('/api/complaints', filing).expect(201);
  });

  it.each([...parts, 'message'])('of a known complaint too: %s', async (table) => {
    const head = await world.head('HAPULICO');
    const { code } = await world.anyone.files(streetLight({ filer: { email: 'an@example.org' } }));
    const mine = await caseIdOf(world, code);
    const before = [await stored(world), await head.sees(mine)];
    await broken(table, async () => {
      expect((await head.tells(mine, 'ask', { text: 'Đoạn nào?' })).status).toBe(500);
    });
    expect([await stored(world), await head.sees(mine)]).toEqual(before);
    await head.does(mine, 'ask', { text: 'Đoạn nào?' });
  });
});

describe('the tables', () => {
  it('are what the entities say', async () => {
    const owner = new DataSource(dataSourceOptions(world.database.owner, entities));
    await owner.initialize();
    try {
      const { upQueries } = await owner.driver.createSchemaBuilder().log();
      expect(upQueries.map(({ query }) => query)).toEqual([]);
    } finally {
      await owner.destroy();
    }
  });

  it('give each event the id of its transaction', async () => {
    const [row] = await world.behind.query(
      `select column_default from information_schema.columns
       where table_name = 'complaint_event' and column_name = 'xid'`,
    );
    expect(row.column_default).toBe('current_xid()');
  });
});
