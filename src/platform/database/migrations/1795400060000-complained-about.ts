import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom a complaint is about, so that it never reaches them. */
export class ComplainedAbout1795400060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table "complaint" add column "about" text`);
    await runner.query(
      `alter table "complaint" add column "about_center" boolean not null default false`,
    );
    await runner.query(
      `create index "complaint_by_about" on "complaint" ("about", "filed_at", "id")
       where "about" is not null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table "complaint" drop column "about", drop column "about_center"`);
  }
}
