import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  // What was kept in plain waits here until the program, which has the keys, has sealed it at its start.
  `alter table "filer" rename to "filer_plain"`,
  `alter table "filer_plain" rename constraint "PK_a8d746990c394916e226c2a3364" to "filer_plain_pkey"`,
  `alter table "filer_plain" rename constraint "FK_a8d746990c394916e226c2a3364" to "filer_plain_complaint"`,
  `create table "identity_key" (
    "id" text not null,
    constraint "PK_5f0b1063cb25fac61be76b4c035" primary key ("id")
  )`,
  `create table "filer" (
    "complaint_id" uuid not null,
    "type" text not null,
    "key" text not null,
    "sealed" text not null,
    "contact_phone" text,
    "contact_mail" text,
    constraint "filer_sealed" check (split_part("sealed", '.', 2) = "key"),
    constraint "PK_a8d746990c394916e226c2a3364" primary key ("complaint_id")
  )`,
  `create index "filer_key" on "filer" ("key")`,
  `create index "filer_contact_phone" on "filer" ("contact_phone") where "contact_phone" is not null`,
  `create index "filer_contact_mail" on "filer" ("contact_mail") where "contact_mail" is not null`,
  `create index "complaint_event_reveal" on "complaint_event" ("at", "seq") where "type" = 'identity_revealed'`,
  `alter table "filer" add constraint "FK_a8d746990c394916e226c2a3364" foreign key ("complaint_id") references "complaint"("id") on delete no action on update no action`,
  `alter table "filer" add constraint "filer_key_known" foreign key ("key") references "identity_key"("id") on delete no action on update no action`,
];

/** Identities sealed, with the keys that seal them named; and a list of reveals. */
export class SealedIdentity1795400050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('what was sealed is not laid open by a migration');
  }
}
