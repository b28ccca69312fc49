import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ended complaints are made anonymous after their time; the index finds those whose time has come. */
export class Retention1795400090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table "complaint" add "anonymised" boolean not null default false');
    await runner.query(
      `create index "complaint_ended" on "complaint" ("category", "ended_at", "id")
       where "ended_at" is not null and not "anonymised"`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index "complaint_ended"');
    await runner.query('alter table "complaint" drop column "anonymised"');
  }
}
