import type { Client } from 'pg';

/** What a filing must write at least: a ticket of 15 columns with 6 indexes, an event, a message to be sent. */
const tables = `
  create schema bare;
  create table bare.ticket (
    id uuid primary key, code text not null unique, status text not null, category text not null, agency text not null,
    ward text not null, priority integer not null, channel text not null, subject text not null, body text not null,
    lat float, lon float, due_at timestamptz not null, filed_at timestamptz not null, version integer not null);
  create index on bare.ticket (agency, due_at, id) where status <> 'closed';
  create index on bare.ticket (status, filed_at);
  create index on bare.ticket (ward, category);
  create index on bare.ticket using gin (to_tsvector('simple', body));
  create table bare.event (
    seq bigint generated always as identity primary key, ticket uuid not null, number integer not null,
    type text not null, at timestamptz not null, data jsonb not null, unique (ticket, number));
  create table bare.outbox (
    id bigint generated always as identity primary key, ticket uuid not null, template text not null,
    recipient text not null, next_at timestamptz not null);
  create index on bare.outbox (next_at)`;

/** One statement; `code`, `agency`, `subject` and `body` are given as SQL. */
export const write = (code: string, agency: string, subject: string, body: string) => `
  with t as (
    insert into bare.ticket select gen_random_uuid(), ${code}, 'new', 'CS-01', ${agency}, '00256', 2, 'web', ${subject},
      ${body}, 21.0152, 105.8545, now() + interval '3 days', now(), 1 returning id),
  e as (insert into bare.event (ticket, number, type, at, data)
    select id, 1, 'filed', now(), '{"category": "CS-01"}' from t),
  o as (insert into bare.outbox (ticket, template, recipient, next_at) select id, 'receipt', 'filer', now() from t)
  select id from t`;

export const makeTables = (sql: Client) => sql.query(tables);
