import type { MigrationInterface, QueryRunner } from 'typeorm';

const functions = [
  `create function current_xid() returns bigint
    language sql volatile as $$ select pg_current_xact_id()::text::bigint $$`,
  `create extension if not exists unaccent with schema public`,
  `create extension if not exists pg_trgm with schema public`,
  `create function vi_fold(words text) returns text
    language sql immutable strict parallel safe as $$
      select lower(public.unaccent('public.unaccent'::regdictionary,
        replace(normalize(words, NFC), U&'\\00D0', 'Đ'))) $$`,
];

const schema = [
  `create table "city_record" (
    "kind" text not null,
    "version" integer not null,
    "definition" jsonb not null,
    "digest" text not null,
    "loaded_at" timestamptz not null,
    constraint "PK_70232c93c17aa44a894d7a6cfd3" primary key ("kind", "version")
  )`,
  `create table "complaint" (
    "id" uuid not null,
    "code" text not null,
    "version" integer not null,
    "status" text not null,
    "kind" text not null,
    "category" text,
    "urgency" text not null,
    "ward" text,
    "lat" double precision,
    "lon" double precision,
    "address" text,
    "channel" text not null,
    "language" text not null,
    "text" text not null,
    "answers" jsonb not null,
    "center" text not null,
    "lead" text,
    "supporting" text array not null,
    "officer" text,
    "binding" boolean not null,
    "returns" integer not null,
    "reopens" integer not null,
    "send_backs" integer not null,
    "appealed" boolean not null,
    "reviewed" boolean not null,
    "waiting_from" text,
    "answered" boolean not null,
    "rating" smallint,
    "rejected_for" text,
    "closed_for" text,
    "filed_at" timestamptz not null,
    "resolved_at" timestamptz,
    "ended_at" timestamptz,
    "holder_unit" text,
    "holder_duty" text,
    "holder_person" text,
    "due_at" timestamptz not null,
    "next_at" timestamptz,
    "privacy" text not null,
    "public" boolean not null,
    "reachable" boolean not null,
    "source" text,
    "source_ref" text,
    "last_hash" text not null,
    constraint "complaint_status" check ("status" in ('new', 'waiting_filer', 'assigned', 'in_progress', 'answered', 'resolved', 'closed', 'rejected')),
    constraint "complaint_held" check (("status" not in ('closed', 'rejected')) = ("holder_unit" is not null and "holder_duty" is not null and "next_at" is not null)),
    constraint "PK_a9c8dbc2ab4988edcc2ff0a7337" primary key ("id")
  )`,
  `create table "attachment" (
    "id" uuid not null,
    "complaint_id" uuid not null,
    "name" text not null,
    "type" text not null,
    "bytes" integer not null,
    "sha256" text not null,
    "added_at" timestamptz not null,
    constraint "PK_d2a80c3a8d467f08a750ac4b420" primary key ("id")
  )`,
  `create table "clock" (
    "complaint_id" uuid not null,
    "id" text not null,
    "kind" text not null,
    "owed_to" text not null,
    "unit" text not null,
    "limit" text not null,
    "calendar" text not null,
    "calendar_version" integer not null,
    "policy_version" integer not null,
    "started_at" timestamptz not null,
    "due_at" timestamptz not null,
    "pauses" jsonb not null,
    "step" integer not null,
    "next_at" timestamptz,
    "breached_at" timestamptz,
    "new_date" timestamptz,
    "stopped_at" timestamptz,
    "outcome" text,
    constraint "PK_4abb6c7c514025cfb3ce18fb3be" primary key ("complaint_id", "id")
  )`,
  `create table "complaint_event" (
    "seq" bigint generated always as identity not null,
    "xid" bigint not null default current_xid(),
    "complaint_id" uuid not null,
    "number" integer not null,
    "type" text not null,
    "at" timestamptz not null,
    "actor" jsonb not null,
    "data" jsonb not null,
    "clocks" jsonb not null,
    "agencies" text array not null,
    "hash" text not null,
    constraint "PK_c03c57512614bd2d074e6dc818c" primary key ("seq")
  )`,
  `create table "filer" (
    "complaint_id" uuid not null,
    "type" text not null,
    "name" text,
    "phone" text,
    "email" text,
    constraint "PK_a8d746990c394916e226c2a3364" primary key ("complaint_id")
  )`,
  `create table "message" (
    "id" uuid not null,
    "complaint_id" uuid not null,
    "number" integer not null,
    "audience" text not null,
    "text" text not null,
    "parts" jsonb,
    constraint "PK_ba01f0a3e0123651915008bc578" primary key ("id")
  )`,
  `create table "complaint_search" (
    "complaint_id" uuid not null,
    "document" tsvector not null,
    constraint "PK_25fb4a43661828e370e6cbbbf34" primary key ("complaint_id")
  )`,
  `create table "kept_mail" (
    "id" bigint generated always as identity not null,
    "to" text not null,
    "subject" text not null,
    "text" text not null,
    "html" text not null,
    "message_id" text not null,
    "sent_at" timestamptz not null,
    constraint "PK_2f3277068424aa666b48a5bd05e" primary key ("id")
  )`,
  `create table "idempotency_key" (
    "scope" text not null,
    "key" text not null,
    "request_hash" text not null,
    "answer" jsonb not null,
    "created_at" timestamptz not null,
    constraint "PK_2738e797ef2c60d9a902bad976a" primary key ("scope", "key")
  )`,
  `create table "staff" (
    "id" uuid not null,
    "login" text not null,
    "name" text not null,
    "role" text not null,
    "agency" text,
    "email" text,
    "language" text not null default 'vi',
    "password_hash" text not null,
    "active" boolean not null default true,
    constraint "staff_agency" check (("role" in ('agency_head', 'officer')) = ("agency" is not null)),
    constraint "staff_role" check ("role" in ('operator', 'supervisor', 'agency_head', 'officer', 'leader', 'observer', 'administrator')),
    constraint "PK_e4ee98bb552756c180aec1e854a" primary key ("id")
  )`,
  `create table "session" (
    "token_hash" text not null,
    "staff_id" uuid not null,
    "created_at" timestamptz not null,
    "expires_at" timestamptz not null,
    constraint "PK_a83507eb0338ac037780e02f2b9" primary key ("token_hash")
  )`,
  `create table "outbox" (
    "id" bigint generated always as identity not null,
    "key" text not null,
    "channel" text not null,
    "complaint_id" uuid,
    "recipient" text not null,
    "template" text not null,
    "data" jsonb not null,
    "state" text not null default 'waiting',
    "attempts" integer not null default '0',
    "created_at" timestamptz not null,
    "next_at" timestamptz not null,
    "lease" uuid,
    "sent_at" timestamptz,
    "error" text,
    constraint "outbox_state" check ("state" in ('waiting', 'sent', 'dead')),
    constraint "PK_340ab539f309f03bdaa14aa7649" primary key ("id")
  )`,
  `create unique index "complaint_code" on "complaint" ("code")`,
  `create unique index "complaint_source" on "complaint" ("source", "source_ref") where "source_ref" is not null`,
  `create index "complaint_next" on "complaint" ("next_at") where "next_at" is not null`,
  `create index "complaint_public" on "complaint" ("filed_at", "id") where "public"`,
  `create index "complaint_by_lead" on "complaint" ("lead", "filed_at", "id")`,
  `create index "complaint_by_filing" on "complaint" ("filed_at", "id")`,
  `create index "complaint_open_by_lead" on "complaint" ("lead", "due_at", "id") where "status" not in ('closed', 'rejected')`,
  `create index "complaint_open_by_holder" on "complaint" ("holder_unit", "due_at", "id") where "status" not in ('closed', 'rejected')`,
  `create index "complaint_open" on "complaint" ("due_at", "id") where "status" not in ('closed', 'rejected')`,
  `create index "attachment_complaint" on "attachment" ("complaint_id")`,
  `create index "complaint_event_order" on "complaint_event" ("xid", "seq")`,
  `create unique index "complaint_event_number" on "complaint_event" ("complaint_id", "number")`,
  `create unique index "message_event" on "message" ("complaint_id", "number")`,
  `create index "idempotency_key_age" on "idempotency_key" ("created_at")`,
  `create unique index "staff_login" on "staff" ("login")`,
  `create index "staff_agency_role" on "staff" ("agency", "role")`,
  `create index "session_expiry" on "session" ("expires_at")`,
  `create index "session_staff" on "session" ("staff_id")`,
  `create unique index "outbox_key" on "outbox" ("key")`,
  `create index "outbox_dead" on "outbox" ("id") where "state" = 'dead'`,
  `create index "outbox_due" on "outbox" ("channel", "next_at") where "state" = 'waiting'`,
  `alter table "attachment" add constraint "FK_8b3314bbeb9c77f91144513bbe7" foreign key ("complaint_id") references "complaint"("id") on delete no action on update no action`,
  `alter table "clock" add constraint "FK_880c00eda464cddb78aae3c06fa" foreign key ("complaint_id") references "complaint"("id") on delete no action on update no action`,
  `alter table "complaint_event" add constraint "FK_22fedbb2a038052aef82749e871" foreign key ("complaint_id") references "complaint"("id") on delete no action on update no action`,
  `alter table "filer" add constraint "FK_a8d746990c394916e226c2a3364" foreign key ("complaint_id") references "complaint"("id") on delete no action on update no action`,
  `alter table "message" add constraint "FK_42267a0a10adc7671514decf44b" foreign key ("complaint_id") references "complaint"("id") on delete no action on update no action`,
  `alter table "complaint_search" add constraint "FK_25fb4a43661828e370e6cbbbf34" foreign key ("complaint_id") references "complaint"("id") on delete no action on update no action`,
  `alter table "session" add constraint "FK_3fc7f914ebdcf2bd398d68f8d96" foreign key ("staff_id") references "staff"("id") on delete no action on update no action`,
];
const indexes = [
  `create index "complaint_search_document" on "complaint_search" using gin ("document")`,
];

/** The tables of the spine: complaints with their log, clocks and outbox, people, and the city's data. */
export class Spine1795300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...functions, ...schema, ...indexes]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema current_schema cascade');
  }
}
