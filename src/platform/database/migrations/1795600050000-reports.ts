import type { MigrationInterface, QueryRunner } from 'typeorm';

const indexes = {
  complaint_by_result: `"complaint" ("resolved_at", "id") where "resolved_at" is not null`,
  complaint_returned: `"complaint" ("id") where "returns" > 0`,
  complaint_event_rating: `"complaint_event" ("at", "seq") where "type" = 'rated'`,
};

/** What the city's reports count over a period. */
export class Reports1795600050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, on] of Object.entries(indexes))
      await runner.query(`create index "${name}" on ${on}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(indexes)) await runner.query(`drop index "${name}"`);
  }
}
