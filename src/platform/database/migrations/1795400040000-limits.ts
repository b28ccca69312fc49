import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  // Unlogged: a count costs no write to disk, and after a crash it may begin anew.
  `create unlogged table "rate_limit" (
    "key" text not null,
    "points" integer not null,
    "until" timestamptz not null,
    constraint "PK_e6c0c0608decdf78e4d4b263397" primary key ("key")
  )`,
  `create table "used_challenge" (
    "hash" text not null,
    "until" timestamptz not null,
    constraint "PK_922675e3842bea1ff48a1aa21de" primary key ("hash")
  )`,
];

/** Rate limits, and the challenges that filings were accepted with. */
export class Limits1795400040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['used_challenge', 'rate_limit'])
      await runner.query(`drop table "${table}"`);
  }
}
