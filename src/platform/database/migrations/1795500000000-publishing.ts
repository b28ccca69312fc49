import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `alter table "city_record" add "valid_from" timestamptz`,
  `alter table "city_record" add "published_by" uuid`,
  `alter table "city_record" add "document" text`,
  `alter table "city_record" add "note" text`,
  `create table "city_draft" (
    "id" uuid not null,
    "kind" text not null,
    "title" text not null,
    "version" integer not null,
    "state" text not null,
    "based_on" integer not null,
    "definition" jsonb not null,
    "created_by" uuid not null,
    "changed_by" uuid not null,
    "created_at" timestamptz not null,
    "changed_at" timestamptz not null,
    "published_version" integer,
    constraint "city_draft_state" check ("state" in ('open', 'published', 'discarded')),
    constraint "city_draft_published" check (("state" = 'published') = ("published_version" is not null)),
    constraint "PK_city_draft" primary key ("id")
  )`,
  `alter table "city_record" add constraint "FK_f0a5c5f7c977a75ad93df4b2baf" foreign key ("published_by") references "staff"("id") on delete no action on update no action`,
  `alter table "city_draft" add constraint "FK_b7b542ac6591ff202c9fb9ff333" foreign key ("created_by") references "staff"("id") on delete no action on update no action`,
  `alter table "city_draft" add constraint "FK_394e97f30d207cbee9790c365f8" foreign key ("changed_by") references "staff"("id") on delete no action on update no action`,
  `create index "city_draft_list" on "city_draft" ("kind", "id")`,
  `alter table "city_draft" enable row level security`,
  `create policy seen on "city_draft"
     using ((select nullif(current_setting('dau_moi.sees', true), '')) = 'all'
       or (select nullif(current_setting('dau_moi.role', true), '')) in ('administrator', 'supervisor', 'leader'))`,
];

/** Versions of the city's data that people write, check and publish. */
export class Publishing1795500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table "city_draft"');
    for (const column of ['valid_from', 'published_by', 'document', 'note'])
      await runner.query(`alter table "city_record" drop column "${column}"`);
  }
}
