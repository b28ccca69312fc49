import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many filings were diverted to khiếu nại or tố cáo; all that is kept of them. */
export class Diversion1795400080000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table "diversion_count" (
        "day" date not null,
        "procedure" text not null,
        "channel" text not null,
        "certainty" text not null,
        "count" integer not null,
        constraint "PK_118b078056784714679c9f06c36" primary key ("day", "procedure", "channel", "certainty")
      )`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table "diversion_count"');
  }
}
