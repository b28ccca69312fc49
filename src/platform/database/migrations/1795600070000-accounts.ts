import type { MigrationInterface, QueryRunner } from 'typeorm';

const setting = (name: string) => `(select nullif(current_setting('dau_moi.${name}', true), ''))`;

const statements = [
  `create table "staff_event" (
    "seq" bigint generated always as identity,
    "staff_id" uuid not null,
    "type" text not null,
    "at" timestamptz not null,
    "by" uuid,
    "data" jsonb not null,
    constraint "PK_eeb23e2998ba8a7d4d786ea5391" primary key ("seq")
  )`,
  `alter table "staff_event" add constraint "FK_4d3001c1607450186cf3b5477bb" foreign key ("staff_id") references "staff"("id") on delete no action on update no action`,
  `alter table "staff_event" add constraint "FK_fc47a03368032e5153f55a50dd3" foreign key ("by") references "staff"("id") on delete no action on update no action`,
  `create index "staff_event_of" on "staff_event" ("staff_id", "seq")`,
  `create index "staff_event_audit" on "staff_event" ("at", "seq")`,
  `create index "complaint_event_audit" on "complaint_event" ("at", "seq")`,
  `alter table "staff_event" enable row level security`,
  `create policy seen on "staff_event"
     using (${setting('sees')} = 'all' or ${setting('role')} in ('administrator', 'supervisor')
       or staff_id = ${setting('person')}::uuid)`,
];

/** What is done to accounts stays on record, and what is done to cases is found by its time. */
export class Accounts1795600070000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index "complaint_event_audit"');
    await runner.query('drop table "staff_event"');
  }
}
