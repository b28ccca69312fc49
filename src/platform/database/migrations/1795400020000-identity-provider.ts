import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who of the city's identity provider is which member of staff. */
export class IdentityProvider1795400020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table "staff_identity" (
      "issuer" text not null,
      "subject" text not null,
      "staff_id" uuid not null,
      "linked_at" timestamptz not null,
      constraint "PK_0aa1e8d02c020aea9be62b4f63e" primary key ("issuer", "subject")
    )`);
    await runner.query(`create index "staff_identity_staff" on "staff_identity" ("staff_id")`);
    await runner.query(
      `alter table "staff_identity" add constraint "FK_65714eb9ac087bbb3c1ac1669ed" foreign key ("staff_id") references "staff"("id") on delete no action on update no action`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table "staff_identity"');
  }
}
