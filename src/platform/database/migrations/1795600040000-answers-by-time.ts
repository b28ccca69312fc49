import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was answered in a month, for how each person stands. */
export class AnswersByTime1795600040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index "complaint_event_answer" on "complaint_event" ("at", "seq") where "type" = 'answered'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index "complaint_event_answer"');
  }
}
