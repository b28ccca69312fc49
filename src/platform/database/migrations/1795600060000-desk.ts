import type { MigrationInterface, QueryRunner } from 'typeorm';

const setting = (name: string, type = 'text') =>
  `(select nullif(current_setting('dau_moi.${name}', true), '')::${type})`;

const sees = setting('sees');
const own = `${sees} = 'all' or staff_id = ${setting('person', 'uuid')}`;
const within = `coalesce(${setting('within', 'text[]')}, '{}')`;

/** Colleagues read what is shared with their unit; only its owner changes it. */
const shared = `${own} or (shared and case when agency is null then ${sees} = 'city'
  else agency = any(${within}) end)`;

/** A draft is its writer's alone, and only as long as that person sees the case. */
const draft = `${sees} = 'all' or (staff_id = ${setting('person', 'uuid')}
  and exists (select from complaint c where c.id = "reply_draft".complaint_id))`;

const statements = [
  `create index "complaint_open_by_status" on "complaint" ("status", "holder_duty", "due_at", "id") where "status" not in ('closed', 'rejected')`,
  `create table "saved_view" (
    "id" uuid not null,
    "staff_id" uuid not null,
    "agency" text,
    "name" text not null,
    "filter" jsonb not null,
    "shared" boolean not null,
    "position" integer not null,
    "changed_at" timestamptz not null,
    constraint "PK_be317311b88c1a5e47ad6c19081" primary key ("id")
  )`,
  `create index "saved_view_of" on "saved_view" ("staff_id", "position", "id")`,
  `create index "saved_view_shared" on "saved_view" ("agency", "position", "id") where "shared"`,
  `alter table "saved_view" add constraint "FK_92ff7c802e1a987f6b497782849" foreign key ("staff_id") references "staff"("id")`,
  `create table "reply_draft" (
    "staff_id" uuid not null,
    "complaint_id" uuid not null,
    "field" text not null,
    "text" text not null,
    "changed_at" timestamptz not null,
    constraint "PK_7b515df32d74976953d40caa754" primary key ("staff_id", "complaint_id", "field")
  )`,
  `create index "reply_draft_of_complaint" on "reply_draft" ("complaint_id")`,
  `alter table "reply_draft" add constraint "FK_2ccae498d33f91b2ca63d9b7559" foreign key ("staff_id") references "staff"("id")`,
  `alter table "reply_draft" add constraint "FK_9b4f37ca28e5fce63c37f575765" foreign key ("complaint_id") references "complaint"("id")`,
  `alter table "saved_view" enable row level security`,
  `create policy seen on "saved_view" for select using (${shared})`,
  `create policy kept on "saved_view" using (${own}) with check (${own})`,
  `alter table "reply_draft" enable row level security`,
  `create policy seen on "reply_draft" using (${draft}) with check (${draft})`,
];

/** What each keeps at the own desk: lists under a name, and replies begun. */
export class Desk1795600060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table "reply_draft"');
    await runner.query('drop table "saved_view"');
    await runner.query('drop index "complaint_open_by_status"');
  }
}
