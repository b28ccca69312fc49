import type { MigrationInterface, QueryRunner } from 'typeorm';

const setting = (name: string) => `(select nullif(current_setting('dau_moi.${name}', true), ''))`;

const statements = [
  `create table "api_key" (
    "id" uuid not null,
    "name" text not null,
    "organisation" text not null,
    "agency" text,
    "scopes" text[] not null,
    "ranges" text[] not null,
    "valid_until" timestamptz not null,
    "hint" text not null,
    "hash" text not null,
    "old_hash" text,
    "old_until" timestamptz,
    "made_at" timestamptz not null,
    "made_by" uuid not null,
    "revoked_at" timestamptz,
    "last_used_at" timestamptz,
    constraint "PK_b1bd840641b8acbaad89c3d8d11" primary key ("id")
  )`,
  `alter table "api_key" add constraint "FK_30509d5183a9568bc28518f8fe2" foreign key ("made_by") references "staff"("id") on delete no action on update no action`,
  `create unique index "api_key_hash" on "api_key" ("hash")`,
  `create unique index "api_key_old_hash" on "api_key" ("old_hash") where "old_hash" is not null`,
  `create table "system_event" (
    "seq" bigint generated always as identity,
    "subject" uuid not null,
    "name" text not null,
    "type" text not null,
    "at" timestamptz not null,
    "by" uuid,
    "data" jsonb not null,
    constraint "PK_5ba7cb0ab4019224511b083c56c" primary key ("seq")
  )`,
  `alter table "system_event" add constraint "FK_07c54180ec0dfd95a19b16bc891" foreign key ("by") references "staff"("id") on delete no action on update no action`,
  `create index "system_event_of" on "system_event" ("subject", "seq")`,
  `create index "system_event_audit" on "system_event" ("at", "seq")`,
  `alter table "api_key" enable row level security`,
  `create policy seen on "api_key" using (${setting('sees')} = 'all')`,
  `alter table "system_event" enable row level security`,
  `create policy seen on "system_event"
     using (${setting('sees')} = 'all' or ${setting('role')} in ('administrator', 'supervisor'))`,
];

/** Keys for systems of others, and what is done to them on record. */
export class Keys1795600110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table "system_event"');
    await runner.query('drop table "api_key"');
  }
}
