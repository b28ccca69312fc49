import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CalendarSpec } from '#working-time';
import { Recalculator } from '../../src/deadlines/recalculation/recalculator.js';
import { Log } from '../../src/platform/logging/log.js';
import { createHttpApp } from '../../src/start/http-app.js';
import type { Api } from '../world/api.js';
import { caseIdOf, streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';
import {
  cityOf,
  draftOf,
  draftWith,
  movesOf,
  progressOf,
  publish,
  recompute,
} from './support/calendars.js';
import { eventsOf, keepSignedIn, mailsOf, noticesOf } from './support/events.js';

const at = (local: string) => new Date(`${local.replace(' ', 'T')}:00+07:00`).toISOString();

let world: World;
let admin: Api;
let supervisor: Api;

beforeAll(async () => {
  world = await World.start();
  world.time.set(at('2025-12-24 09:00'));
  admin = await world.as('quan.tri');
  supervisor = await world.supervisor();
  await Promise.all([world.operator(), world.head('HAPULICO')]);
  await keepSignedIn(world);
}, 60_000);
afterAll(() => world.stop());

async function filed(when: string, changes: Record<string, unknown> = {}) {
  world.time.set(when);
  const { code } = await world.anyone.files(streetLight(changes));
  return { code, id: await caseIdOf(world, code) };
}

async function clockOf(id: string, clock: string) {
  const { clocks } = await supervisor.sees(id);
  const found = clocks.find((one) => one.id === clock);
  if (!found) throw new Error(`no clock ${clock}`);
  return found;
}

const SWAP = `date;kind;reason;reason_en;document;as
02/01/2026;off;Nghỉ hoán đổi;Swapped day off;12729/VPCP-KGVX;
10/01/2026;work;Làm bù cho 02/01/2026;Made up for 2 January;12729/VPCP-KGVX;5
`;

describe('the decision of 25 December 2025', () => {
  it('moves what was promised on New Year’s Eve: first shown, then done, each on record, the filer told', async () => {
    const { calendars } = cityOf(world).data;
    const before = calendars.map((spec): CalendarSpec => ({
      ...spec,
      days: spec.days.filter(({ document }) => document !== '12729/VPCP-KGVX'),
    }));
    await publish(admin, await draftOf(admin, 'calendars', before), 'Lịch năm 2026');
    await recompute(world);

    const email = 'giao.thua@example.org';
    const { code, id } = await filed(at('2025-12-31 16:00'), { filer: { name: 'An', email } });
    expect((await clockOf(id, 'acceptance#1')).dueAt).toBe(at('2026-01-02 16:00'));
    expect((await world.anyone.tracks(code)).promise.dueAt).toBe(at('2026-01-06 17:00'));

    const draft = await draftWith(admin, SWAP);
    const { body: shown } = await supervisor.get(`/api/drafts/${draft.id}/moves`).expect(200);
    expect(shown).toEqual({
      open: 2,
      moving: 2,
      toFilers: 1,
      byAgency: [{ agency: 'HAPULICO', count: 2 }],
      bySize: expect.arrayContaining([
        { size: 'up_to_1_day', count: 1 },
        { size: 'up_to_3_days', count: 1 },
      ]),
      largest: [
        expect.objectContaining({ complaintId: id, clock: 'acceptance#1' }),
        expect.objectContaining({ clock: 'resolution#1', to: at('2026-01-07 17:00') }),
      ],
    });
    expect(await movesOf(world, id)).toEqual([]);

    const run = await publish(admin, draft, '12729/VPCP-KGVX');
    expect(run).toMatchObject({ state: 'waiting', document: '12729/VPCP-KGVX', done: 0 });
    // Other replicas may still work with the old version.
    expect(await world.app.get(Recalculator, { strict: false }).sweep()).toBe(0);
    await recompute(world);
    expect(await progressOf(admin, run)).toMatchObject({
      state: 'done',
      total: 1,
      done: 1,
      moved: 2,
    });

    expect(await clockOf(id, 'acceptance#1')).toMatchObject({ dueAt: at('2026-01-05 16:00') });
    expect((await world.anyone.tracks(code)).promise.dueAt).toBe(at('2026-01-07 17:00'));
    const me = (await admin.get('/api/me').expect(200)).body as { id: string };
    const common = { document: '12729/VPCP-KGVX', by: me.id, calendar: 'office' };
    const moves = await movesOf(world, id);
    expect(moves.every(({ actor }) => actor.name === 'recalculation')).toBe(true);
    expect(moves.map(({ data }) => data)).toEqual([
      expect.objectContaining({
        ...common,
        clock: 'acceptance#1',
        from: at('2026-01-02 16:00'),
        to: at('2026-01-05 16:00'),
      }),
      expect.objectContaining({
        ...common,
        clock: 'resolution#1',
        from: at('2026-01-06 17:00'),
        to: at('2026-01-07 17:00'),
      }),
    ]);
    expect((await noticesOf(world, id)).filter((one) => one.startsWith('deadline_moved'))).toEqual([
      'deadline_moved → filer',
    ]);
    await world.deliver();
    const mail = (await mailsOf(world)).find(({ to, text }) => to === email && /dời/.test(text));
    for (const said of ['06/01/2026', '07/01/2026', '12729/VPCP-KGVX'])
      expect(mail?.text).toContain(said);
    const told = (await world.anyone.tracks(code)).timeline.map(({ words }) => words.en);
    expect(told.filter((words) => /work calendar/.test(words))).toHaveLength(1);
  });

  it('moves nothing a second time', async () => {
    const draft = await draftWith(admin, SWAP);
    const run = await publish(admin, draft, 'Đính chính');
    await recompute(world);
    expect(await progressOf(admin, run)).toMatchObject({ state: 'done', moved: 0 });
    expect(await recompute(world)).toBe(0);
  });

  it('never brings back what a withdrawn day off has given', async () => {
    const { id, code } = await filed(at('2026-01-12 09:00'));
    const off = 'date,kind,reason\n2026-01-14,off,Bão\n';
    await publish(admin, await draftWith(admin, off), '1/CĐ');
    await recompute(world);
    expect((await world.anyone.tracks(code)).promise.dueAt).toBe(at('2026-01-16 17:00'));
    const { calendars } = cityOf(world).data;
    const without = calendars.map((spec) => ({
      ...spec,
      days: spec.days.filter(({ date }) => date !== '2026-01-14'),
    }));
    await publish(admin, await draftOf(admin, 'calendars', without), '2/CĐ');
    await recompute(world);
    expect((await world.anyone.tracks(code)).promise.dueAt).toBe(at('2026-01-16 17:00'));
    expect(await movesOf(world, id)).toHaveLength(1);
  });
});

describe('a clock', () => {
  it('that waits for the filer waits longer, and goes on by the new calendar', async () => {
    const { code, id } = await filed(at('2026-03-10 09:00'));
    await (await world.head('HAPULICO')).does(id, 'ask', { text: 'Đoạn nào của phố?' });
    expect((await world.anyone.tracks(code)).promise.pausedUntil).toBe(at('2026-03-17 17:00'));
    const off = 'date,kind,reason\n2026-03-12,off,Bão\n';
    await publish(admin, await draftWith(admin, off), '3/CĐ');
    await recompute(world);
    expect((await world.anyone.tracks(code)).promise).toMatchObject({
      dueAt: at('2026-03-16 17:00'),
      pausedUntil: at('2026-03-18 17:00'),
    });
    world.time.set(at('2026-03-17 17:00'));
    await world.fireTimers();
    expect((await world.anyone.tracks(code)).status).toBe('waiting_filer');
    world.time.set(at('2026-03-11 09:00'));
    await world.anyone.post(`/api/complaints/${code}/messages`, { text: 'Số 20.' }).expect(200);
    expect((await world.anyone.tracks(code)).promise.dueAt).toBe(at('2026-03-17 17:00'));
  });

  it('that is not late any more keeps what has fired, fires nothing twice, and goes on from the new date', async () => {
    const { id, code } = await filed(at('2026-04-06 09:00'));
    const officer = await world.officerOf('HAPULICO');
    await (await world.head('HAPULICO')).does(id, 'accept', { officer });
    world.time.set(at('2026-04-09 17:00'));
    await world.fireTimers();
    expect((await world.anyone.tracks(code)).promise.newDate).toBe(at('2026-04-13 17:00'));
    const before = await stepsOf(id);
    expect(before).toEqual(['warned', 'breached']);
    const off = 'date,kind,reason\n2026-04-07,off,Bão\n2026-04-08,off,Bão\n2026-04-09,off,Bão\n';
    await publish(admin, await draftWith(admin, off), '4/CĐ');
    await recompute(world);
    expect((await world.anyone.tracks(code)).promise).toMatchObject({
      dueAt: at('2026-04-14 17:00'),
      newDate: null,
    });
    world.time.set(at('2026-04-14 17:00'));
    await world.fireTimers();
    expect(await stepsOf(id)).toEqual(before);
    world.time.set(at('2026-04-15 12:00'));
    await world.fireTimers();
    expect(await stepsOf(id)).toEqual([...before, 'escalated']);
    expect(await world.fireTimers()).toBe(0);
  });

  const stepsOf = async (id: string) =>
    (await eventsOf(world, id))
      .filter(({ data }) => data.clock === 'resolution#1' && data.scheduledFor)
      .map(({ type }) => type);
});

describe('an agency', () => {
  it('owes by its own calendar, the filer is promised by the city’s, and what is urgent runs day and night', async () => {
    const { agency_calendars } = cityOf(world).data;
    const { id, code } = await filed(at('2026-05-08 16:00'));
    expect((await clockOf(id, 'acceptance#1')).dueAt).toBe(at('2026-05-11 16:00'));
    const promise = (await world.anyone.tracks(code)).promise.dueAt;
    const row = {
      agency: 'HAPULICO',
      calendar: 'one-stop-saturday',
      validFrom: '2026-05-01',
      validTo: '2026-12-31',
      basis: 'Thông báo 5/TB',
    };
    const draft = await draftOf(admin, 'agency_calendars', [...agency_calendars, row]);
    await publish(admin, draft, '5/TB');
    await recompute(world);
    expect(await clockOf(id, 'acceptance#1')).toMatchObject({
      dueAt: at('2026-05-11 11:30'),
      calendar: 'one-stop-saturday',
    });
    expect((await world.anyone.tracks(code)).promise.dueAt).toBe(promise);

    const next = await filed(at('2026-05-15 16:00'));
    expect((await clockOf(next.id, 'acceptance#1')).dueAt).toBe(at('2026-05-18 11:30'));
    expect((await clockOf(next.id, 'resolution#1')).calendar).toBe('office');
    const fallen = await filed(at('2026-05-15 16:00'), {
      category: 'CX-01',
      text: 'Cây xà cừ đổ ngang đường, đè lên một ô tô.',
      answers: { seen_at: '2026-05-15T15:20:00+07:00', tree_state: 'fallen', trapped: 'no' },
    });
    expect((await clockOf(fallen.id, 'acceptance#1')).calendar).toBe('continuous');
  });

  it('is refused a calendar that there is not, or two at once', async () => {
    const row = { agency: 'HAPULICO', calendar: 'night', validFrom: '2026-05-01', basis: 'x' };
    const draft = await draftOf(admin, 'agency_calendars', [
      row,
      { ...row, agency: 'NOBODY', calendar: 'office', validFrom: '1/5/2026', validTo: null },
    ]);
    const { body } = await admin.get(`/api/drafts/${draft.id}/check`).expect(200);
    expect(body.findings.map(({ field }: { field: string }) => field)).toEqual([
      '0.calendar',
      '1.agency',
      '1.validFrom',
    ]);
    const twice = { ...row, calendar: 'office' };
    const two = await draftOf(admin, 'agency_calendars', [twice, twice]);
    const checked = await admin.get(`/api/drafts/${two.id}/check`).expect(200);
    expect(checked.body.findings).toMatchObject([{ code: 'overlap', field: '1.validFrom' }]);
  });
});

describe('many promises', () => {
  it('are moved once each by two programs, of which one stops halfway, while people are at work', async () => {
    world.time.set(at('2026-06-08 09:00'));
    const codes: string[] = [];
    for (let round = 0; round < 7; round += 1)
      codes.push(
        ...(await Promise.all(
          Array.from({ length: 10 }, async () => (await world.anyone.files(streetLight())).code),
        )),
      );
    const ids = await Promise.all(codes.map((code) => caseIdOf(world, code)));
    const off = 'date,kind,reason,document\n2026-06-09,off,Bão,6/CĐ\n';
    const draft = await draftWith(admin, off);
    const pages: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const query: string = after ? `?limit=30&after=${after}` : '?limit=30';
      const { body } = await admin.get(`/api/drafts/${draft.id}/moves/cases${query}`).expect(200);
      pages.push(...body.items.map((one: { complaintId: string }) => one.complaintId));
      after = body.next as string | null;
    }
    expect(new Set(pages)).toEqual(new Set([...pages, ...ids]));
    expect(pages.filter((id) => ids.includes(id))).toHaveLength(2 * ids.length);

    const run = await publish(admin, draft, '6/CĐ');
    const other = await createHttpApp(
      world.config,
      world.database.address,
      new Log('silent'),
      world.time,
    );
    try {
      world.time.advance({ minutes: 1 });
      const [mine, theirs] = [world.app, other].map((app) =>
        app.get(Recalculator, { strict: false }),
      );
      await mine!.sweep(() => false);
      expect(await progressOf(admin, run)).toMatchObject({ state: 'running', done: 50 });
      const operator = await world.operator();
      await Promise.all([
        mine!.sweep(),
        theirs!.sweep(),
        ...ids.slice(0, 8).map((id) => operator.tells(id, 'note', { text: 'Đang xem.' })),
      ]);
      while ((await progressOf(admin, run)).state !== 'done') await mine!.sweep();
    } finally {
      await other.close();
    }
    for (const id of ids) {
      const moves = await movesOf(world, id);
      expect(moves.map(({ data }) => data.clock).toSorted()).toEqual([
        'acceptance#1',
        'resolution#1',
      ]);
    }
    const { done, total } = await progressOf(admin, run);
    expect(done).toBe(total);
    const left = await world.behind.query<unknown[]>('select 1 from recalculation_case');
    expect(left).toEqual([]);
  });
});
