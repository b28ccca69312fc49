import { setTimeout as sleep } from 'node:timers/promises';
import { Timers } from '../src/deadlines/timers.js';
import { BenchWorld } from './support/bench-world.js';
import { clone, makeDue } from './support/clones.js';
import { Replica } from './support/replica.js';

const DUE = 100_000;
const WITHIN_SECONDS = 60;
const REPLICAS = 3;
const KILL_AFTER_MS = 20_000;
const PATIENCE_MS = 180_000;
const FEW = 10_000;
/** Copies of a complaint with two running clocks. */
const MANY = 500_000;
const BACKLOG = 3000;
/** One in so many is set first, to see how long all take. */
const SAMPLE = 20;

const lamp = {
  category: 'CS-01',
  text: 'Đèn đường không sáng ba hôm nay, buổi tối đi rất nguy hiểm.',
  place: { ward: '00256' },
  answers: { seen_at: '2026-11-01T19:40:00+07:00', extent: 'several' },
};

const shown = (n: number, digits = 0) =>
  n.toLocaleString('en-US', { maximumFractionDigits: digits });
const fired = `complaint_event where type in ('warned', 'breached', 'escalated')`;

/** Steps per second of one process over a backlog; the copies are made due at once. */
async function drain(world: BenchWorld, from: number): Promise<number> {
  await makeDue(world, { from, to: from + BACKLOG - 1 }, new Date(Date.now() - 1000), 0.5);
  const start = performance.now();
  await world.app.get(Timers, { strict: false }).sweep();
  return BACKLOG / ((performance.now() - start) / 1000);
}

/** The limit: the same rows claimed and written by bare SQL, without a decision. */
async function bare(world: BenchWorld, from: number): Promise<number> {
  await makeDue(world, { from, to: from + BACKLOG - 1 }, new Date(Date.now() - 1000), 0.5);
  const start = performance.now();
  let done = 0;
  while (done < BACKLOG) {
    const { rowCount } = await world.sql.query(
      `with due as (select id from complaint where next_at <= now() order by next_at limit 100 for update skip locked),
         c as (update complaint set next_at = now() + interval '90 days', version = version + 1
           from due where complaint.id = due.id returning complaint.id, complaint.version),
         k as (update clock set step = step + 1, next_at = now() + interval '90 days'
           from c where clock.complaint_id = c.id and clock.kind = 'resolution'),
         o as (insert into outbox (key, channel, complaint_id, recipient, template, data, created_at, next_at)
           select c.id || '/bare/' || c.version, 'none', c.id, 'nobody', 'none', '{}', now(), now() from c)
       insert into complaint_event (complaint_id, number, type, at, actor, data, clocks, agencies, hash)
         select c.id, c.version, 'bare', now(), '{}', '{}', '[]', '{}', repeat('0', 64) from c`,
    );
    done += rowCount ?? BACKLOG;
  }
  return BACKLOG / ((performance.now() - start) / 1000);
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;

async function rates(world: BenchWorld, from: number) {
  const ours: number[] = [];
  const limits: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    ours.push(await drain(world, from + turn * BACKLOG));
    limits.push(await bare(world, from + turn * BACKLOG));
  }
  return { ours: median(ours), limit: median(limits) };
}

interface Minute {
  fired: number;
  doubled: number;
  early: number;
  p50: number;
  p99: number;
  max: number;
}

/** Sets the dates of the storm, which begins when all are set. @returns when that is */
async function arrange(world: BenchWorld, first: number): Promise<Date> {
  const some = { from: first, to: first + DUE / SAMPLE - 1 };
  const start = Date.now();
  await makeDue(world, some, new Date(start + 3_600_000), WITHIN_SECONDS);
  const whole = (Date.now() - start) * SAMPLE;
  const begin = new Date(Date.now() + 1.5 * whole + 45_000);
  await makeDue(world, { from: first, to: first + DUE - 1 }, begin, WITHIN_SECONDS);
  // What setting the dates has left is not of the storm.
  await world.sql.query('vacuum complaint, clock');
  if (begin.getTime() < Date.now()) throw new Error('the storm began before it was arranged');
  return begin;
}

/** A hundred thousand due within a minute, three processes, one killed. */
async function minute(world: BenchWorld, first: number): Promise<Minute> {
  const before = await world.number(`select coalesce(max(seq), 0) n from complaint_event`);
  const begin = await arrange(world, first);
  const replicas: Replica[] = [];
  try {
    for (let at = 0; at < REPLICAS; at += 1) replicas.push(await Replica.start(world));
    await sleep(Math.max(0, begin.getTime() + KILL_AFTER_MS - Date.now()));
    await replicas[0]!.end('SIGKILL');
    const end = Date.now() + PATIENCE_MS;
    // Asked for one, not for how many: to count them would take its part of the machine.
    const left = () =>
      world.number(
        `select count(*) n from (select from complaint where next_at < now() + interval '2 minutes' limit 1) one`,
      );
    while ((await left()) > 0 && Date.now() < end) await sleep(250);
    const { rows } = await world.sql.query<Minute>(
      `with step as (
         select complaint_id, data->>'clock' as clock, type, at,
           extract(epoch from at - (data->>'scheduledFor')::timestamptz)::float as late
         from ${fired} and seq > $1)
       select count(*)::integer as fired,
         (count(*) - count(distinct (complaint_id, clock, type)))::integer as doubled,
         (count(*) filter (where late < 0))::integer as early,
         percentile_cont(0.5) within group (order by late) as p50,
         percentile_cont(0.99) within group (order by late) as p99, max(late) as max from step`,
      [before],
    );
    return rows[0]!;
  } finally {
    await Promise.all(replicas.map((replica) => replica.end('SIGTERM')));
  }
}

const world = await BenchWorld.open();
try {
  const code = await world.file(lamp);
  await clone(world, code, 1, FEW);
  // The first sweeps compile; they are not counted.
  await rates(world, 1);
  const few = await rates(world, 1);
  await clone(world, code, FEW + 1, MANY);
  const clocks = await world.number('select count(*) n from clock where stopped_at is null');
  const many = await rates(world, FEW + 1);
  const storm = await minute(world, FEW + 1 + 3 * BACKLOG);
  const growth = few.ours / many.ours;
  const ratio = many.ours / many.limit;
  process.stdout.write(
    `${JSON.stringify({ bench: 'timers', clocks, few, many, growth, ratio, storm })}\n` +
      `timers: one process fires ${shown(many.ours)} steps/s with ${shown(clocks)} clocks open, ` +
      `${shown(few.ours)}/s with ${shown(FEW * 2)} (cost grows ${shown(growth, 2)} times); ` +
      `bare SQL ${shown(many.limit)}/s, ratio ${shown(ratio, 2)}\n` +
      `${shown(DUE)} due in ${WITHIN_SECONDS} s, ${REPLICAS} processes, one killed: ` +
      `${shown(storm.fired)} fired, ${storm.doubled} twice, ${storm.early} early, ` +
      `late by ${shown(storm.p50, 1)} s (median), ${shown(storm.p99, 1)} s (99 %), ${shown(storm.max, 1)} s at most\n`,
  );
} finally {
  await world.close();
}
