import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a clock keeps of itself: its words, who held the matter while it ran, and each move of its deadline; and what
 * extensions need.
 */
export class Promises1795500010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table "clock" add column "spans" jsonb not null default '[]',
       add column "words" jsonb,
       add column "moves" jsonb not null default '[]'`,
    );
    await runner.query(
      `alter table "complaint" add column "extension" jsonb,
       add column "extensions" integer not null default 0`,
    );
    await runner.query(
      `create index "complaint_extension_asked" on "complaint" ("due_at", "id")
       where "extension" is not null`,
    );
    await runner.query(
      `create index "clock_by_due" on "clock" ("due_at", "complaint_id", "id")
       where "kind" in ('resolution', 'handling')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index "clock_by_due"`);
    await runner.query(`alter table "complaint" drop column "extension", drop column "extensions"`);
    await runner.query(
      `alter table "clock" drop column "spans", drop column "words", drop column "moves"`,
    );
  }
}
