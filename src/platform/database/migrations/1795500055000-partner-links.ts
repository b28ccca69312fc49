import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `create table "partner_link" (
    "id" uuid not null,
    "complaint_id" uuid not null,
    "agency" text not null,
    "number" integer not null,
    "token_hash" text not null,
    "made_at" timestamptz not null,
    "made_by" text not null,
    "expires_at" timestamptz not null,
    "uses_left" integer not null,
    "revoked_at" timestamptz,
    constraint "PK_partner_link" primary key ("id")
  )`,
  `create unique index "partner_link_token" on "partner_link" ("token_hash")`,
  `create index "partner_link_complaint" on "partner_link" ("complaint_id", "made_at")`,
  `alter table "partner_link" add constraint "FK_d46c5aab3100b543c527f370cdf" foreign key ("complaint_id") references "complaint"("id") on delete no action on update no action`,
  `alter table "partner_link" enable row level security`,
  // Whoever comes by a link sees that link; which link it is, the program alone finds out.
  `create policy seen on "partner_link"
    using ((select current_setting('dau_moi.sees', true)) = 'all'
      or id = (select nullif(current_setting('dau_moi.person', true), '')::uuid))
    with check ((select current_setting('dau_moi.sees', true)) = 'all'
      or id = (select nullif(current_setting('dau_moi.person', true), '')::uuid))`,
];

/** Links by which agencies without accounts take part in one matter. */
export class PartnerLinks1795500055000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table "partner_link"');
  }
}
