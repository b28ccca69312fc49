import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When backups were made, for all replicas to know. */
export class Backups1795600200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table "backup_run" (
      "id" bigint generated always as identity not null,
      "started_at" timestamptz not null,
      "ended_at" timestamptz,
      "file" text not null,
      "bytes" bigint,
      "missing" integer not null,
      "failure" text,
      constraint "PK_d5d0832c1ff227f276a4ef80475" primary key ("id")
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table "backup_run"');
  }
}
