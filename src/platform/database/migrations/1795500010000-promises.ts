import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a clock keeps of itself: its words, who held the matter while it ran, and each move of its deadline. */
export class Promises1795500010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table "clock" add column "spans" jsonb not null default '[]',
       add column "words" jsonb,
       add column "moves" jsonb not null default '[]'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table "clock" drop column "spans", drop column "words", drop column "moves"`,
    );
  }
}
