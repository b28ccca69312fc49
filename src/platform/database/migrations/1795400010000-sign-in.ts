import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  // Everybody signs in anew: the sessions of before have neither an id nor a second factor.
  `delete from "session"`,
  `alter table "session"
    add column "id" uuid not null,
    add column "last_seen_at" timestamptz not null,
    add column "device" text,
    add column "second_factor" boolean not null`,
  `create unique index "session_id" on "session" ("id")`,
  `create table "second_factor" (
    "staff_id" uuid not null,
    "secret" text,
    "pending" text,
    "pending_at" timestamptz,
    "last_step" integer,
    "recovery_codes" text array not null,
    constraint "PK_9185e0085673c67f8bf9bed24f3" primary key ("staff_id")
  )`,
  `create table "password_reset" (
    "token_hash" text not null,
    "staff_id" uuid not null,
    "expires_at" timestamptz not null,
    constraint "PK_0309de62e0cb0960ebb2cb65c95" primary key ("token_hash")
  )`,
  `create index "password_reset_staff" on "password_reset" ("staff_id")`,
  `create table "sign_in_attempt" (
    "key" text not null,
    "failures" integer not null,
    "since" timestamptz not null,
    "wait_until" timestamptz,
    constraint "PK_dc6b524916d639c91ea67e8a94e" primary key ("key")
  )`,
  `create index "sign_in_attempt_age" on "sign_in_attempt" ("since")`,
  `alter table "second_factor" add constraint "FK_9185e0085673c67f8bf9bed24f3" foreign key ("staff_id") references "staff"("id") on delete no action on update no action`,
  `alter table "password_reset" add constraint "FK_084012f890539c31bc44c371f28" foreign key ("staff_id") references "staff"("id") on delete no action on update no action`,
];

const down = [
  'drop table "sign_in_attempt"',
  'drop table "password_reset"',
  'drop table "second_factor"',
  'drop index "session_id"',
  'alter table "session" drop column "id", drop column "last_seen_at", drop column "device", drop column "second_factor"',
];

/** Sessions that can be listed and end when idle, second factors, mailed resets, and counted failures. */
export class SignIn1795400010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
