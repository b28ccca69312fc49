import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `alter table "complaint" add column "restricted" boolean not null default false`,
  `alter table "complaint" add column "subject_id" uuid`,
  `alter table "complaint" add constraint "FK_8a23cdce3d8e3de45d2a4e51cc2" foreign key ("subject_id") references "complaint"("id") on delete no action on update no action`,
  `create index "complaint_by_subject" on "complaint" ("subject_id", "filed_at") where "subject_id" is not null`,
  `create table "contact_proof" (
    "complaint_id" uuid not null,
    "code_hash" text not null,
    "tries" integer not null,
    "expires_at" timestamptz not null,
    constraint "PK_acb7175815564ee6eed33bd42b7" primary key ("complaint_id")
  )`,
  `alter table "contact_proof" add constraint "FK_acb7175815564ee6eed33bd42b7" foreign key ("complaint_id") references "complaint"("id") on delete no action on update no action`,
];

/** What a filer may ask of personal data: proof of the contact, restriction, and the requests as cases. */
export class RightsOfThePerson1795400100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table "contact_proof"');
    await runner.query(
      'alter table "complaint" drop column "restricted", drop column "subject_id"',
    );
  }
}
