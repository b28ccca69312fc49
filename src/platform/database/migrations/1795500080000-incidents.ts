import type { MigrationInterface, QueryRunner } from 'typeorm';

const sees = `(select nullif(current_setting('dau_moi.sees', true), '')::text)`;

/** Whoever sees a complaint of it sees the incident; the city's staff see all, visitors what has a banner. */
const incident = `case ${sees}
    when 'all' then true
    when 'city' then true
    when 'agencies' then exists (select from complaint c where c.incident = "incident".id)
    when 'complaint' then exists (select from complaint c where c.incident = "incident".id)
    when 'published' then published
    else false end`;

const incidentEvent = `${sees} in ('all', 'city') or (${sees} = 'agencies'
    and exists (select from incident i where i.id = "incident_event".incident_id))`;

/** One event behind many complaints: its row, its log, and what ties complaints to it. */
export class Incidents1795500080000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table "incident" (
        "id" uuid not null,
        "version" integer not null,
        "status" text not null,
        "title" text not null,
        "standing_answer" text,
        "main" uuid,
        "into" uuid,
        "family" text,
        "wards" text array not null,
        "lat" double precision,
        "lon" double precision,
        "radius_meters" integer,
        "since" timestamptz not null,
        "opened_at" timestamptz,
        "ended_at" timestamptz,
        "members" integer not null default 0,
        "reporters" integer not null default 0,
        "gathering" boolean not null default false,
        "published" boolean not null default false,
        "reasons" jsonb not null,
        constraint "PK_incident" primary key ("id"),
        constraint "incident_status" check ("status" in ('proposed', 'open', 'answered', 'closed', 'merged', 'dissolved')),
        constraint "incident_main" check ("status" = 'proposed' or "main" is not null)
      )`,
    );
    await runner.query(`create index "incident_by_status" on "incident" ("status", "since", "id")`);
    await runner.query(
      `create table "incident_event" (
        "seq" bigint generated always as identity not null,
        "incident_id" uuid not null,
        "type" text not null,
        "at" timestamptz not null,
        "actor" jsonb not null,
        "data" jsonb not null,
        constraint "PK_incident_event" primary key ("seq"),
        constraint "FK_c1f0bc379dcf587065927d87969" foreign key ("incident_id") references "incident" ("id")
      )`,
    );
    await runner.query(
      `create index "incident_event_of" on "incident_event" ("incident_id", "seq")`,
    );
    await runner.query(
      `alter table "complaint"
        add column "incident" uuid,
        add column "follows" uuid,
        add column "followed" integer not null default 0,
        add column "joins" uuid,
        add column "joins_at_once" boolean not null default false`,
    );
    await runner.query(
      `alter table "complaint" add constraint "complaint_follows" check ("follows" is null or "incident" is not null)`,
    );
    await runner.query(
      `create index "complaint_of_incident" on "complaint" ("incident", "id") where "incident" is not null`,
    );
    await runner.query(
      `create index "complaint_joining" on "complaint" ("id") where "joins_at_once" and "incident" is null and "status" in ('new', 'assigned', 'in_progress')`,
    );
    for (const [table, seen] of Object.entries({ incident, incident_event: incidentEvent })) {
      await runner.query(`alter table "${table}" enable row level security`);
      await runner.query(`create policy seen on "${table}" using (${seen}) with check (${seen})`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table "complaint" drop column "incident", drop column "follows", drop column "followed",
       drop column "joins", drop column "joins_at_once"`,
    );
    await runner.query('drop table "incident_event"');
    await runner.query('drop table "incident"');
  }
}
