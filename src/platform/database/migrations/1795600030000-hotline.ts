import type { MigrationInterface, QueryRunner } from 'typeorm';

const setting = (name: string) =>
  `(select nullif(current_setting('dau_moi.${name}', true), '')::text)`;

const watching = `${setting('sees')} = 'all' or ${setting('role')} in ('supervisor', 'leader')`;
const ownLook = `staff_id = ${setting('person')}::uuid`;

const statements = [
  `create table "caller_look_up" (
    "seq" bigint generated always as identity not null,
    "at" timestamptz not null,
    "staff_id" uuid not null,
    "acting_for" uuid,
    "role" text not null,
    "shown" uuid array not null,
    constraint "PK_caller_look_up" primary key ("seq")
  )`,
  `create index "caller_look_up_at" on "caller_look_up" ("at", "seq")`,
  `alter table "caller_look_up" enable row level security`,
  `create policy seen on "caller_look_up" using (${watching} or ${ownLook})
    with check (${setting('sees')} = 'all' or ${ownLook})`,
  // What the center's people do in a day, for who carries how much; filings and the program's own steps stay out.
  `create index "complaint_event_of_center" on "complaint_event" ("at", "seq")
    where "actor"->>'role' in ('operator', 'supervisor')`,
];

/** Looks at what a caller has filed are on record; the day of the center's people is found by an index. */
export class Hotline1795600030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index "complaint_event_of_center"');
    await runner.query('drop table "caller_look_up"');
  }
}
