import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { leaveStaff } from '../../src/cli/leave-staff.js';
import { openDesk, problemsOf } from '../cli/desk.js';
import { answer } from '../world/complaints.js';
import { openSource } from '../world/database.js';
import { World } from '../world/world.js';
import {
  assigned,
  hire,
  inHandsOf,
  known,
  openCases,
  orphans,
  refusalOf,
  type Person,
} from './support/office.js';

let world: World;
let program: DataSource;
let head: Person;
let admin: Person;

beforeAll(async () => {
  world = await World.start();
  program = await openSource(world.database.address);
  head = await known(world, 'hapulico.thu.truong');
  admin = await known(world, 'quan.tri');
}, 60_000);
afterAll(async () => {
  await program.destroy();
  await world.stop();
});

const HOLDS = '23514 staff_holds_matters';
const NO_OFFICER = '23514 complaint_officer_works';

describe('the database, under the role of the program', () => {
  it('refuses to let go who holds an open case, in every status that has an officer', async () => {
    const an = await hire(world);
    const [id = ''] = await inHandsOf(world, an.id);
    const operator = await world.operator();
    const set = (change: string) =>
      program.query(`update staff set ${change} where id = $1`, [an.id]);
    const attempts = async () => [
      await refusalOf(set('active = false')),
      await refusalOf(set(`agency = 'HSDC'`)),
      await refusalOf(set(`role = 'operator', agency = null`)),
      await refusalOf(world.behind.query('delete from staff where id = $1', [an.id])),
    ];
    const all = Array(4).fill(HOLDS);
    expect(await attempts()).toEqual(all);
    await head.api.does(id, 'ask', { text: 'Đoạn nào của phố?' });
    expect(await attempts()).toEqual(all);
    const [{ code }] = await world.behind.query('select code from complaint where id = $1', [id]);
    await world.anyone.post(`/api/complaints/${code}/messages`, { text: 'Đoạn cuối.' }).expect(200);
    await head.api.does(id, 'answer', answer);
    expect(await attempts()).toEqual(all);
    await operator.does(id, 'publish');
    expect(await attempts()).toEqual(all);
    expect(await refusalOf(set(`role = 'agency_head'`))).toBe('done');
    expect(await refusalOf(set(`role = 'officer'`))).toBe('done');
    await world.anyone.post(`/api/complaints/${code}/confirm`).expect(200);
    expect(await refusalOf(set('active = false'))).toBe('done');
  });

  it('refuses to let the last head go while the agency holds something', async () => {
    const agency = 'HSDC';
    const hsdc = await known(world, 'hsdc.thu.truong');
    const id = await assigned(world);
    await (await world.operator()).does(id, 'assign', { lead: agency });
    const change = (what: string) =>
      refusalOf(program.query(`update staff set ${what} where id = $1`, [hsdc.id]));
    const last = '23514 staff_last_head';
    expect(await change('active = false')).toBe(last);
    expect(await change(`role = 'officer'`)).toBe(last);
    expect(await change(`agency = 'EVNHANOI'`)).toBe(last);
    const second = await hire(world, 'agency_head', agency);
    expect(await change('active = false')).toBe('done');
    const other = `update staff set active = false where id = '${second.id}'`;
    expect(await refusalOf(program.query(other))).toBe(last);
  });

  it('refuses an officer who is none of the lead agency, gone or going', async () => {
    const an = await hire(world);
    const [gone, going] = [await hire(world), await hire(world)];
    await world.behind.query('update staff set active = false where id = $1', [gone.id]);
    await world.behind.query('update staff set leaving_at = now() where id = $1', [going.id]);
    const evn = await known(world, 'evn.can.bo');
    const [id = ''] = await inHandsOf(world, an.id);
    const set = (change: string) =>
      refusalOf(program.query(`update complaint set ${change} where id = '${id}'`));
    for (const one of [gone, going, evn])
      expect(await set(`officer = '${one.id}'`)).toBe(NO_OFFICER);
    expect(await set(`lead = 'EVNHANOI'`)).toBe(NO_OFFICER);
    expect(await set('officer = officer')).toBe('done');
  });

  it('tells the API, which tells the caller', async () => {
    const an = await hire(world);
    const [id = ''] = await inHandsOf(world, an.id);
    const other = await hire(world);
    const client = world.behind.createQueryRunner();
    await client.query('begin');
    // The officer goes between the check of the request and its write, which waits for the row.
    await client.query('update staff set leaving_at = now() where id = $1', [other.id]);
    const answered = head.api.tells(id, 'hand_over', { officer: other.id }, 3);
    await waitsForLock();
    await client.query('commit');
    await client.release();
    const { status, body } = await answered;
    expect([status, body.code]).toEqual([409, 'officer.not_available']);
  });

  it('sees every row, whoever writes', async () => {
    const rows = await world.behind.query<{ name: string; definer: boolean; path: string[] }[]>(
      `select proname as name, prosecdef as definer, proconfig as path from pg_proc
       where proname in ('complaint_officer_works', 'staff_holds', 'stand_in_fits') order by 1`,
    );
    expect(rows).toHaveLength(3);
    for (const { definer, path } of rows)
      expect([definer, path]).toEqual([true, ['search_path=dau_moi, pg_temp']]);
  });
});

/** Until a statement of the program waits for a row. */
async function waitsForLock(): Promise<void> {
  for (;;) {
    const [row] = await world.behind.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (row) return;
  }
}

describe('twenty at once', () => {
  it('who name a person who leaves at that moment: no case is left to the one who is gone', async () => {
    const [an, binh] = [await hire(world), await hire(world)];
    await inHandsOf(world, an.id, 5);
    const ids: string[] = [];
    for (let at = 0; at < 20; at += 1) ids.push(await assigned(world));
    const accepts = ids.map((id) => head.api.tells(id, 'accept', { officer: an.id }, 2));
    const leaves = Array.from({ length: 3 }, () =>
      admin.api.post(`/api/staff/${an.id}/leave`, { successor: binh.id }),
    );
    const answers = await Promise.all([...accepts.slice(0, 10), ...leaves, ...accepts.slice(10)]);
    for (const { status } of answers) expect([200, 400, 409]).toContain(status);
    const last = await admin.api.post(`/api/staff/${an.id}/leave`, { successor: binh.id });
    expect(last.body).toEqual({ handedOver: 0, left: 0 });
    expect(await orphans(world)).toEqual([]);
    const mine = (await openCases(world)).filter(({ officer }) => officer === an.id);
    expect(mine).toEqual([]);
    for (const id of ids) expect(await problemsOf(world.behind, id)).toEqual([]);
  }, 120_000);

  it('by raw statements too: either the case or the person is refused', async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      const [an, binh] = [await hire(world), await hire(world)];
      const [id] = await inHandsOf(world, binh.id);
      const outcomes = await Promise.all([
        refusalOf(program.query('update complaint set officer = $1 where id = $2', [an.id, id])),
        refusalOf(program.query('update staff set active = false where id = $1', [an.id])),
      ]);
      expect([`done,${HOLDS}`, `${NO_OFFICER},done`]).toContain(outcomes.join());
    }
    expect(await orphans(world)).toEqual([]);
  }, 120_000);
});

describe('leave-staff', () => {
  it('hands over from the command line, and says what is refused', async () => {
    const [an, binh] = [await hire(world), await hire(world)];
    const [id = ''] = await inHandsOf(world, an.id);
    const desk = await openDesk();
    try {
      const worldDesk = { ...desk, source: program };
      const done = await leaveStaff(
        worldDesk,
        { login: an.login, successor: binh.login, reason: 'Nghỉ hưu.' },
        world.time,
      );
      expect(done).toEqual({ handedOver: 1, left: 0 });
      const { timeline } = await head.api.sees(id);
      expect(timeline.at(-1)).toMatchObject({
        type: 'handed_over',
        actor: { kind: 'system' },
        text: 'Nghỉ hưu.',
      });
      const refused = (login: string, successor: string) =>
        expect(leaveStaff(worldDesk, { login, successor }, world.time)).rejects;
      await refused('nobody', binh.login).toThrow(/There is no account nobody/);
      await refused(binh.login, 'evn.can.bo').toThrow(/No such active person in the same unit/);
      await refused(head.login, binh.login).toThrow(/an agency always keeps one/);
    } finally {
      await desk.clear();
    }
    expect(await problemsOf(world.behind, id)).toEqual([]);
  });
});
