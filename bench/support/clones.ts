import { City } from '../../src/catalog/city.js';
import type { BenchWorld } from './bench-world.js';

/**
 * Copies of one complaint with its clocks, filed one after the other over two months in all wards, whose next moment is
 * months away. They have no events of their own.
 */
export async function clone(world: BenchWorld, code: string, from: number, to: number) {
  const { areas } = world.app.get(City, { strict: false }).data;
  const wards = areas.filter(({ kind }) => kind !== 'city').map(({ code }) => code);
  const far = `now() + interval '90 days'`;
  await world.sql.query(
    `insert into complaint select copy.* from complaint c, generate_series($2::integer, $3::integer) n,
       lateral (select interval '60 days' * ($3 - n)::float / ($3 - $2 + 1) as age) filed,
       jsonb_populate_record(c, jsonb_build_object(
         'id', uuidv7(-age), 'code', 'COPY-' || n, 'next_at', ${far},
         'filed_at', c.filed_at - age,
         'ward', ($4::text[])[1 + n % array_length($4::text[], 1)])) copy
     where c.code = $1`,
    [code, from, to, wards],
  );
  // Planned on the sizes from before the copies, what follows would take hours.
  await world.sql.query('analyze complaint');
  await world.sql.query(
    `insert into clock select copy.* from complaint original join clock k on k.complaint_id = original.id,
       complaint c, jsonb_populate_record(k, jsonb_build_object('complaint_id', c.id, 'next_at', ${far})) copy
     where original.code = $1 and k.stopped_at is null and c.code like 'COPY-%'
       and substr(c.code, 6)::integer between $2 and $3`,
    [code, from, to],
  );
  await world.sql.query('vacuum analyze complaint, clock');
}

/** Makes the resolution clocks of copies due, spread evenly over some seconds from an instant on. */
export async function makeDue(
  world: BenchWorld,
  copies: { from: number; to: number },
  begin: Date,
  seconds: number,
): Promise<void> {
  const { from, to } = copies;
  await world.sql.query(
    `with due as (
       update complaint set next_at = $1::timestamptz
         + make_interval(secs => $4::float * (substr(code, 6)::integer - $2::integer) / ($3::integer - $2::integer + 1))
       where code like 'COPY-%' and substr(code, 6)::integer between $2 and $3 returning id, next_at)
     update clock set next_at = due.next_at from due
     where clock.complaint_id = due.id and clock.kind = 'resolution' and clock.stopped_at is null`,
    [begin, from, to, seconds],
  );
}
