import type { MigrationInterface, QueryRunner } from 'typeorm';

// The instant as events and states write it.
const iso = (at: string) => `to_char(${at} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Who has returned a complaint and who has answered it, as the log of those that are there says. */
const returnsOfTheLog = `update complaint c set returned_by = r.returned_by from (
    select complaint_id, jsonb_agg(jsonb_build_object('number', number, 'at', ${iso('at')},
      'agency', data->'agency', 'ground', data->'ground', 'proposed', data->'proposed')
      order by number) as returned_by
    from complaint_event where type = 'returned' group by complaint_id) r
  where c.id = r.complaint_id`;

const answersOfTheLog = `update complaint c set answered_by = a.agency from (
    select distinct on (complaint_id) complaint_id, data->>'agency' as agency
    from complaint_event where type = 'answered' order by complaint_id, number desc) a
  where c.id = a.complaint_id`;

/** Agencies that support so far were named without a task of their own. */
const partsOfSupporting = `update complaint set parts = (
    select jsonb_agg(jsonb_build_object('number', u.number, 'agency', u.code, 'task', '',
      'status', 'asked', 'officer', null, 'answer', null) order by u.number)
    from unnest(supporting) with ordinality u (code, number))
  where supporting <> '{}'`;

/** What the log of complaints that are there already says, on their rows. */
export const ofTheLog = [partsOfSupporting, returnsOfTheLog, answersOfTheLog];

const setting = (name: string, type = 'text') =>
  `(select nullif(current_setting('dau_moi.${name}', true), '')::${type})`;

/** Whoever sees one of the two sees that they belong together; visitors see complaints alone. */
const seen = `${setting('sees')} = 'all' or to_id = ${setting('held', 'uuid')}
  or (${setting('sees')} <> 'published'
    and exists (select from complaint c where c.id in ("complaint_link".from_id, "complaint_link".to_id)))`;

/** Returns and the assignments that their ranking goes by; parts of supporting agencies; links. */
export class Parts1795500060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table "complaint" add column "returned_by" jsonb not null default '[]',
       add column "answered_by" text`,
    );
    await runner.query(
      `alter table "complaint" add column "parts" jsonb not null default '[]',
       add column "split_from" uuid`,
    );
    await runner.query(
      `alter table "complaint" add constraint "FK_7e4f6fa22758ef61db7449bec35" foreign key ("split_from") references "complaint" ("id")`,
    );
    for (const statement of ofTheLog) await runner.query(statement);
    await runner.query(
      `create index "complaint_event_assignment" on "complaint_event" ("at", "seq")
       where "type" = 'assigned'`,
    );
    await runner.query(
      `create table "complaint_link" (
        "from_id" uuid not null,
        "to_id" uuid not null,
        "kind" text not null,
        "at" timestamptz not null,
        constraint "PK_77a97e3c1e5d38cba5c5533cecb" primary key ("from_id", "to_id", "kind"),
        constraint "FK_73dccc58e6d61afc1e9607ad305" foreign key ("from_id") references "complaint" ("id"),
        constraint "FK_99bc4509128dfb5887f665596fb" foreign key ("to_id") references "complaint" ("id")
      )`,
    );
    await runner.query(`create index "complaint_link_to" on "complaint_link" ("to_id")`);
    await runner.query(`alter table "complaint_link" enable row level security`);
    await runner.query(
      `create policy seen on "complaint_link" using (${seen}) with check (${seen})`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table "complaint_link"');
    await runner.query('drop index "complaint_event_assignment"');
    await runner.query(
      `alter table "complaint" drop column "returned_by", drop column "answered_by",
       drop column "parts", drop column "split_from"`,
    );
  }
}
