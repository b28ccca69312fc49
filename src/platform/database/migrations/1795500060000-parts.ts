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

/** Who returned what, and the assignments that the ranking of returns goes by. */
export class Parts1795500060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table "complaint" add column "returned_by" jsonb not null default '[]',
       add column "answered_by" text`,
    );
    await runner.query(returnsOfTheLog);
    await runner.query(answersOfTheLog);
    await runner.query(
      `create index "complaint_event_assignment" on "complaint_event" ("at", "seq")
       where "type" = 'assigned'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index "complaint_event_assignment"');
    await runner.query(
      'alter table "complaint" drop column "returned_by", drop column "answered_by"',
    );
  }
}
