import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  `alter table "staff" add "leaving_at" timestamptz`,
  `create table "stand_in" (
    "id" uuid not null,
    "absent_id" uuid not null,
    "stand_in_id" uuid not null,
    "starts_at" timestamptz not null,
    "ends_at" timestamptz not null,
    "reason" text,
    "made_by" uuid,
    "made_at" timestamptz not null,
    "ended_at" timestamptz,
    constraint "stand_in_other" check ("absent_id" <> "stand_in_id"),
    constraint "stand_in_time" check ("starts_at" < "ends_at"),
    constraint "PK_ec1ac4ddb5e551e8667b7de1c95" primary key ("id")
  )`,
  `alter table "stand_in" add constraint "FK_2f9e6ec047162b6089e73e161e7" foreign key ("absent_id") references "staff"("id") on delete no action on update no action`,
  `alter table "stand_in" add constraint "FK_232379a0dfda8cc3490f6c80ff9" foreign key ("stand_in_id") references "staff"("id") on delete no action on update no action`,
  `alter table "stand_in" add constraint "FK_79d96885e6a1e365eb9abacd468" foreign key ("made_by") references "staff"("id") on delete no action on update no action`,
  `create index "stand_in_absent" on "stand_in" ("absent_id", "ends_at")`,
  `create index "stand_in_by" on "stand_in" ("stand_in_id", "ends_at")`,
  `create index "complaint_open_by_officer" on "complaint" ("officer", "id") where "status" not in ('closed', 'rejected')`,
];

/** Who can stand in for one another: an agency's people, the center's, or those of one outside role. */
const unit = `create function staff_unit(role text, agency text) returns text
  language sql immutable parallel safe as $$
    select case when role in ('operator', 'supervisor') then 'center'
                when role <> 'administrator' then coalesce(agency, role) end $$`;

/** A trigger's function. It sees every row, whoever writes, and takes no table of another schema for ours. */
const guard = (schema: string, name: string, declared: string, body: string) =>
  `create function ${name}() returns trigger
    language plpgsql security definer set search_path = "${schema}", pg_temp as $$
    ${declared} begin ${body} end $$`;

const refuse = (constraint: string, table: string, message: string) =>
  `raise exception '${message}' using errcode = '23514', constraint = '${constraint}', table = '${table}';`;

// The share lock meets the row lock of whoever lets the person go: one of the two waits and then fails.
const officerWorks = `
  perform from staff where id = new.officer::uuid and agency = new.lead
    and active and leaving_at is null for share;
  if not found then
    ${refuse('complaint_officer_works', 'complaint', 'the officer of an open complaint is an active person of its lead agency')}
  end if;
  return new;`;

const open = (row: string) => `${row}.status not in ('closed', 'rejected')`;

// Two heads who go at the same time each see the other stay, so they go one after the other.
const staffHolds = `
  if exists (select from complaint c where c.officer = old.id::text and ${open('c')}) and
     (tg_op = 'DELETE' or not new.active or new.agency is distinct from old.agency) then
    ${refuse('staff_holds_matters', 'staff', 'the person holds open complaints: hand them over first')}
  end if;
  if old.role = 'agency_head' then
    perform pg_advisory_xact_lock(7318071, hashtext(old.agency));
    if not exists (select from staff s where s.agency = old.agency and s.role = 'agency_head'
         and s.active and s.leaving_at is null and s.id <> old.id) and
       exists (select from complaint c where c.holder_unit = old.agency
         and c.holder_duty = 'agency_head' and ${open('c')}) then
      ${refuse('staff_last_head', 'staff', 'the last head of an agency that holds open complaints')}
    end if;
  end if;
  return case when tg_op = 'DELETE' then old else new end;`;

// Stand-ins are few: made one after the other, none can slip past the checks of another.
const standInFits = `
  perform pg_advisory_xact_lock(7318072);
  perform from staff a, staff s
    where a.id = new.absent_id and s.id = new.stand_in_id and a.active and s.active
      and s.leaving_at is null
      and staff_unit(a.role, a.agency) = staff_unit(s.role, s.agency) for share;
  if not found then
    ${refuse('stand_in_colleagues', 'stand_in', 'a stand-in is an active colleague of the same unit')}
  end if;
  span := tstzrange(new.starts_at, new.ends_at);
  if exists (select from stand_in o where o.id <> new.id and o.absent_id = new.absent_id
       and stand_in_during(o) && span) then
    ${refuse('stand_in_overlap', 'stand_in', 'one person stands in for another at a time')}
  end if;
  if exists (
    with recursive chain(person, during) as (
      select new.stand_in_id, span
      union all
      select o.stand_in_id, chain.during * stand_in_during(o) from chain, stand_in o
      where chain.person <> new.absent_id and o.absent_id = chain.person and o.id <> new.id
        and stand_in_during(o) && chain.during)
    select from chain where person = new.absent_id) then
    ${refuse('stand_in_circle', 'stand_in', 'stand-ins form a circle')}
  end if;
  return new;`;

/** Empty when it was ended before it began. */
const during = `create function stand_in_during(one stand_in) returns tstzrange
  language sql immutable parallel safe as $$
    select tstzrange(one.starts_at, greatest(one.starts_at, coalesce(one.ended_at, one.ends_at))) $$`;

const triggers = [
  `create trigger complaint_officer_begun before insert on complaint for each row
    when (new.officer is not null and ${open('new')}) execute function complaint_officer_works()`,
  `create trigger complaint_officer_changed before update on complaint for each row
    when (new.officer is not null and ${open('new')} and (new.officer is distinct from old.officer
      or new.lead is distinct from old.lead or not (${open('old')})))
    execute function complaint_officer_works()`,
  `create trigger staff_changed before update on staff for each row
    when (old.active and (not new.active or new.role <> old.role
      or new.agency is distinct from old.agency)) execute function staff_holds()`,
  `create trigger staff_deleted before delete on staff for each row
    when (old.active) execute function staff_holds()`,
  `create trigger stand_in_written after insert or update on stand_in for each row
    when (new.ended_at is null) execute function stand_in_fits()`,
];

/** Stand-ins, people who leave, and the database's refusal to leave a complaint without a holder. */
export class Duty1795400070000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [{ schema }] = await runner.query('select current_schema() as schema');
    const functions = [
      unit,
      during,
      guard(schema, 'complaint_officer_works', '', officerWorks),
      guard(schema, 'staff_holds', '', staffHolds),
      guard(schema, 'stand_in_fits', 'declare span tstzrange;', standInFits),
    ];
    for (const statement of [...tables, ...functions, ...triggers]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function complaint_officer_works, staff_holds, stand_in_fits cascade`);
    await runner.query(`drop function stand_in_during, staff_unit`);
    await runner.query('drop table stand_in');
    await runner.query('drop index complaint_open_by_officer');
    await runner.query('alter table staff drop leaving_at');
  }
}
