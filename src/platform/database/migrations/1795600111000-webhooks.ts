import type { MigrationInterface, QueryRunner } from 'typeorm';

const program = `(select nullif(current_setting('dau_moi.sees', true), '')) = 'all'`;

const statements = [
  `create table "webhook" (
    "id" uuid not null,
    "name" text not null,
    "url" text not null,
    "kinds" text[] not null,
    "agency" text,
    "secret" text not null,
    "old_secret" text,
    "old_until" timestamptz,
    "made_at" timestamptz not null,
    "made_by" uuid not null,
    "failing_since" timestamptz,
    "paused_at" timestamptz,
    "paused_why" text,
    "ended_at" timestamptz,
    constraint "PK_e6765510c2d078db49632b59020" primary key ("id")
  )`,
  `alter table "webhook" add constraint "FK_9f3fd1a51fe02521f695d14681c" foreign key ("made_by") references "staff"("id") on delete no action on update no action`,
  `create table "webhook_delivery" (
    "seq" bigint generated always as identity,
    "webhook_id" uuid not null,
    "message" text not null,
    "type" text not null,
    "at" timestamptz not null,
    "attempt" integer not null,
    "status" integer,
    "error" text,
    "ms" integer not null,
    "answer" text not null,
    constraint "PK_5519dbf8f63c6cbca639f8ef32a" primary key ("seq")
  )`,
  `alter table "webhook_delivery" add constraint "FK_ef25cc28dcf88ea3dd81f39af2d" foreign key ("webhook_id") references "webhook"("id") on delete no action on update no action`,
  `create index "webhook_delivery_of" on "webhook_delivery" ("webhook_id", "seq")`,
  `create index "webhook_delivery_at" on "webhook_delivery" ("at")`,
  ...['webhook', 'webhook_delivery'].flatMap((table) => [
    `alter table "${table}" enable row level security`,
    `create policy seen on "${table}" using (${program})`,
  ]),
  // What happened before there were receivers is nobody's to be told.
  `insert into "log_follower" ("name", "xid", "seq", "busy_until")
   select 'webhooks', coalesce((select xid from complaint_event order by xid desc, seq desc limit 1), 0),
     coalesce((select seq from complaint_event order by xid desc, seq desc limit 1), 0), 'epoch'`,
];

/** Receivers of webhooks, each attempt to tell them, and how far in the log they have been told. */
export class Webhooks1795600111000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from "log_follower" where "name" = 'webhooks'`);
    await runner.query('drop table "webhook_delivery"');
    await runner.query('drop table "webhook"');
  }
}
