import type { MigrationInterface, QueryRunner } from 'typeorm';

const sees = `(select nullif(current_setting('dau_moi.sees', true), ''))`;
const role = `(select nullif(current_setting('dau_moi.role', true), ''))`;

const statements = [
  `create table "recalculation" (
    "id" uuid not null,
    "kind" text not null,
    "version" integer not null,
    "document" text not null,
    "by" uuid not null,
    "state" text not null,
    "created_at" timestamptz not null,
    "starts_at" timestamptz not null,
    "finished_at" timestamptz,
    "total" integer not null,
    "done" integer not null,
    "moved" integer not null,
    constraint "recalculation_kind" check ("kind" in ('calendars', 'agency_calendars')),
    constraint "recalculation_state" check ("state" in ('waiting', 'running', 'done', 'superseded')),
    constraint "recalculation_finished" check (("state" in ('done', 'superseded')) = ("finished_at" is not null)),
    constraint "PK_recalculation" primary key ("id")
  )`,
  `create unique index "recalculation_version" on "recalculation" ("kind", "version")`,
  `create table "recalculation_case" (
    "recalculation_id" uuid not null,
    "complaint_id" uuid not null,
    constraint "PK_recalculation_case" primary key ("recalculation_id", "complaint_id")
  )`,
  `alter table "recalculation" add constraint "FK_8d4f4da6a97828340967902f6e3" foreign key ("by") references "staff"("id") on delete no action on update no action`,
  `alter table "recalculation_case" add constraint "FK_e45472e1866b03a225f15a322e5" foreign key ("recalculation_id") references "recalculation"("id") on delete no action on update no action`,
  `alter table "recalculation" enable row level security`,
  `create policy seen on "recalculation" using (${sees} = 'all'
    or ${role} in ('administrator', 'supervisor', 'leader'))`,
  `alter table "recalculation_case" enable row level security`,
  `create policy seen on "recalculation_case" using (${sees} = 'all')`,
];

/** Promises computed again after calendars changed: how far that is, and what is left. */
export class Calendars1795500020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table "recalculation_case"');
    await runner.query('drop table "recalculation"');
  }
}
