import type { MigrationInterface, QueryRunner } from 'typeorm';

const actor = `(select nullif(current_setting('dau_moi.actor', true), '')::text)`;

/** What somebody was shown of a caller tells which complaints are one person's: it goes when they are made anonymous. */
export class LookUpsForget1795600090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index "caller_look_up_shown" on "caller_look_up" using gin ("shown")`,
    );
    await runner.query(
      `create policy removal on "caller_look_up" as restrictive for update
       using (${actor} = 'system:retention')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop policy removal on "caller_look_up"');
    await runner.query('drop index "caller_look_up_shown"');
  }
}
