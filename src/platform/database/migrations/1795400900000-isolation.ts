import type { MigrationInterface, QueryRunner } from 'typeorm';

// A setting made for one transaction is '' afterwards, and NULL where it was never made. In a sub-select each is
// read once for a query, not once for a row.
const setting = (name: string, type = 'text') =>
  `(select nullif(current_setting('dau_moi.${name}', true), '')::${type})`;

const sees = setting('sees');
const role = setting('role');
// Around it, or `any` would take the sub-select for a list of rows.
const within = `coalesce(${setting('within', 'text[]')}, '{}')`;
const line = `coalesce(${setting('line', 'text[]')}, '{}')`;

/** Classes that outsiders who watch, the press among them, do not read. */
const closed = `'PROTECTED', 'SENSITIVE', 'DENUNCIATION_CHECK'`;

/** What is about a person's own unit, or one above it, is not for that person. */
const notAboutThem = (c: string) => `(${c}.about is null or ${c}.about <> all(${line}))`;

const visible = (c: string) => `case ${sees}
    when 'all' then true
    when 'city' then ${notAboutThem(c)}
      and (${role} is distinct from 'observer' or ${c}.privacy not in (${closed}))
    when 'agencies' then ${notAboutThem(c)}
      and (${c}.lead = any(${within}) or ${c}.supporting && ${within})
    when 'complaint' then ${c}.code = ${setting('code')}
    when 'published' then ${c}.public
    else false end`;

const complaint = `${visible('complaint')} or id = ${setting('held', 'uuid')}`;

/** Whatever hangs on a complaint is seen by those who see the complaint; visitors see the complaint alone. */
const hanging = (table: string) => `${sees} = 'all' or complaint_id = ${setting('held', 'uuid')}
  or (${sees} <> 'published'
    and exists (select from complaint c where c.id = "${table}".complaint_id))`;

const program = `${sees} = 'all'`;
const own = `${program} or staff_id = ${setting('person', 'uuid')}`;

const policies: Record<string, string> = {
  complaint,
  complaint_event: hanging('complaint_event'),
  complaint_search: program,
  clock: hanging('clock'),
  message: hanging('message'),
  attachment: hanging('attachment'),
  outbox: `${hanging('outbox')} or ${role} in ('supervisor', 'administrator')`,
  filer: program,
  contact_proof: program,
  identity_key: program,
  filer_plain: program,
  idempotency_key: program,
  kept_mail: program,
  session: own,
  sign_in_attempt: program,
  second_factor: own,
  password_reset: own,
  staff_identity: program,
  diversion_count: `${program} or ${role} in ('supervisor', 'leader', 'observer')`,
  stand_in: `exists (select from staff s where s.id = "stand_in".absent_id)`,
  staff: `${sees} in ('all', 'city') or ${role} = 'administrator' or agency = any(${within})
    or id = ${setting('person', 'uuid')}`,
};

/** What only removing words and people after their time may do: beside `seen`, for one command each. */
const removals = {
  message: 'update',
  filer: 'delete',
  attachment: 'delete',
  complaint_search: 'delete',
};

// `@@` is not leakproof, so that under a policy its index would not be used. The function looks as the owner and
// asks the same question of each complaint it finds.
const search = `create function complaints_with(words text) returns setof uuid
  language sql stable security definer as $$
    select s.complaint_id from complaint_search s join complaint c on c.id = s.complaint_id
    where s.document @@ plainto_tsquery('simple', words) and ${visible('c')} $$`;

// Whoever sees what somebody did sees by whom, also across agencies; nothing else of the person.
const names = `create function staff_names(ids uuid[]) returns table (id uuid, name text)
  language sql stable security definer as $$
    select s.id, s.name from staff s
    where s.id = any(ids) and ${sees} in ('all', 'city', 'agencies') $$`;

const functions = { 'complaints_with(text)': search, 'staff_names(uuid[])': names };

/**
 * Row-level security: without the door's settings a query of the program's role finds nothing. The owner is not
 * forced: migrations and the search look past the policies.
 */
export class Isolation1795400900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, seen] of Object.entries(policies)) {
      await runner.query(`alter table "${table}" enable row level security`);
      await runner.query(`create policy seen on "${table}" using (${seen}) with check (${seen})`);
    }
    for (const [table, command] of Object.entries(removals))
      await runner.query(
        `create policy removal on "${table}" as restrictive for ${command}
         using (${setting('actor')} = 'system:retention')`,
      );
    const [{ schema = '' } = {}] = (await runner.query('select current_schema() as schema')) as {
      schema?: string;
    }[];
    for (const [name, definition] of Object.entries(functions)) {
      await runner.query(definition);
      await runner.query(`alter function ${name} set search_path = "${schema}", public, pg_temp`);
      await runner.query(`revoke execute on function ${name} from public`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(functions)) await runner.query(`drop function ${name}`);
    for (const table of Object.keys(removals))
      await runner.query(`drop policy removal on "${table}"`);
    for (const table of Object.keys(policies)) {
      await runner.query(`drop policy seen on "${table}"`);
      await runner.query(`alter table "${table}" disable row level security`);
    }
  }
}
