import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the scanner for malware says of a file. */
export class Files1795400030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      `alter table "attachment" add "scan" text not null default 'not_scanned'`,
      `alter table "attachment" add constraint "attachment_scan" check ("scan" in ('clean', 'not_scanned', 'quarantined', 'infected'))`,
      `create index "attachment_sha256" on "attachment" ("sha256")`,
      `create index "attachment_quarantined" on "attachment" ("sha256") where "scan" = 'quarantined'`,
    ])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index "attachment_sha256"');
    await runner.query('alter table "attachment" drop column "scan"');
  }
}
