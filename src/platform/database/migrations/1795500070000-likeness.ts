import type { MigrationInterface, QueryRunner } from 'typeorm';

const program = `(select nullif(current_setting('dau_moi.sees', true), '')) = 'all'`;

const statements = [
  `alter table "complaint" add "repeat_of" uuid`,
  `alter table "complaint" add constraint "FK_4ad4528161ba9bea1b0a753ab66" foreign key ("repeat_of") references "complaint"("id") on delete no action on update no action`,
  `create index "complaint_near" on "complaint" ("category", "filed_at", "lat", "lon") where "lat" is not null`,
  `create index "complaint_in_ward" on "complaint" ("category", "ward", "filed_at", "lat")`,
  `create index "complaint_fixed" on "complaint" ("category", "resolved_at", "lat", "lon") where "resolved_at" is not null`,
  `create index "complaint_repeats" on "complaint" ("repeat_of") where "repeat_of" is not null`,
  `create table "log_follower" (
    "name" text not null,
    "xid" bigint not null,
    "seq" bigint not null,
    "busy_until" timestamptz not null,
    constraint "PK_448bcc04243db00e5c7031ab7a7" primary key ("name")
  )`,
  `alter table "log_follower" enable row level security`,
  `create policy seen on "log_follower" using (${program}) with check (${program})`,
  // What was filed before is history: it is not looked at again.
  `insert into "log_follower" ("name", "xid", "seq", "busy_until")
   select 'repeats', coalesce((select xid from complaint_event order by xid desc, seq desc limit 1), 0),
     coalesce((select seq from complaint_event order by xid desc, seq desc limit 1), 0), 'epoch'`,
];

/** Finding what tells of one event, and what comes back after it was answered. */
export class Likeness1795500070000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table "log_follower"');
    for (const name of ['repeats', 'fixed', 'in_ward', 'near'])
      await runner.query(`drop index "complaint_${name}"`);
    await runner.query('alter table "complaint" drop column "repeat_of"');
  }
}
