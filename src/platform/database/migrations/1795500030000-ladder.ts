import type { MigrationInterface, QueryRunner } from 'typeorm';

// A setting made for one transaction is '' afterwards, and NULL where it was never made.
const setting = (name: string, type = 'text') =>
  `(select nullif(current_setting('dau_moi.${name}', true), '')::${type})`;

const own = `${setting('sees')} = 'all' or staff_id = ${setting('person', 'uuid')}`;

const statements = [
  `alter table "complaint" add column "handed_up" boolean not null default false,
    add column "urgings" jsonb not null default '[]'`,
  `alter table "clock" add column "listed_at" timestamptz`,
  `create index "clock_listed" on "clock" ("due_at") where "listed_at" is not null and "stopped_at" is null`,
  `create index "clock_urging" on "clock" ("unit", "started_at") where "kind" = 'urging'`,
  `alter table "outbox" add column "held_until" timestamptz,
    add column "placed" boolean not null default false`,
  `create index "outbox_by_recipient" on "outbox" ("recipient", "sent_at") where "placed"`,
  `create table "notice_preference" (
    "staff_id" uuid not null,
    "quiet" boolean not null,
    "quiet_from" text not null,
    "quiet_to" text not null,
    "days" integer array not null,
    "digest" boolean not null,
    "changed_at" timestamptz not null,
    constraint "notice_preference_hours" check ("quiet_from" <> "quiet_to"),
    constraint "PK_965613d40b643803517c1904b91" primary key ("staff_id")
  )`,
  `alter table "notice_preference" add constraint "FK_965613d40b643803517c1904b91" foreign key ("staff_id") references "staff"("id") on delete no action on update no action`,
  `alter table "notice_preference" enable row level security`,
  `create policy seen on "notice_preference" using (${own}) with check (${own})`,
];

/** Urgings, what nobody took, the morning list, and the hours in which a person is left in peace. */
export class Ladder1795500030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table "notice_preference"');
    await runner.query('drop index "outbox_by_recipient"');
    await runner.query('alter table "outbox" drop column "held_until", drop column "placed"');
    await runner.query('alter table "clock" drop column "listed_at"');
    await runner.query('drop index "clock_urging"');
    await runner.query('alter table "complaint" drop column "handed_up", drop column "urgings"');
  }
}
