import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Timers } from '../../src/deadlines/timers.js';
import { Log } from '../../src/platform/logging/log.js';
import { createHttpApp } from '../../src/start/http-app.js';
import { answer, caseIdOf, streetLight, unclear } from '../world/complaints.js';
import { World } from '../world/world.js';
import { eventsOf, keepSignedIn, mailsOf, noticesOf } from './support/events.js';

const TUESDAY_9_00 = '2026-03-10T09:00:00+07:00';

let world: World;

beforeAll(async () => {
  world = await World.start();
  await Promise.all([world.operator(), world.head('HAPULICO')]);
  await keepSignedIn(world);
}, 60_000);
afterAll(() => world.stop());
beforeEach(() => world.time.set(TUESDAY_9_00));

async function filed(body: Record<string, unknown>) {
  const { code } = await world.anyone.files(body);
  return { code, id: await caseIdOf(world, code) };
}

async function inProgress(body: Record<string, unknown> = streetLight()) {
  const one = await filed(body);
  const officer = await world.officerOf('HAPULICO');
  await (await world.head('HAPULICO')).does(one.id, 'accept', { officer });
  return one;
}

const steps = ['warned', 'breached', 'escalated'];

/** The steps of one clock so far, `type → to`. */
async function stepsOf(id: string, clock: string): Promise<string[]> {
  const events = await eventsOf(world, id);
  return events
    .filter(({ type, data }) => steps.includes(type) && data.clock === clock)
    .map(({ type, data }) => `${type} → ${(data.to ?? []).join(', ')}`);
}

type Moment = [at: string, ...steps: string[]];

/** Goes through the moments in order: a minute before each nothing has happened, at it exactly its steps. */
async function unfolds(id: string, clock: string, moments: readonly Moment[]): Promise<void> {
  const expected: string[] = [];
  for (const [at, ...fired] of moments) {
    const moment = new Date(`2026-${at}:00+07:00`);
    world.time.set(new Date(moment.getTime() - 60_000));
    await world.fireTimers();
    expect(await stepsOf(id, clock)).toEqual(expected);
    world.time.set(moment);
    await world.fireTimers();
    await world.fireTimers();
    expected.push(...fired);
    expect(await stepsOf(id, clock)).toEqual(expected);
  }
}

describe('each clock warns, breaches and climbs the ladder at its instants', () => {
  it('triage: two working hours of the center', async () => {
    const { id } = await filed(unclear());
    await unfolds(id, 'triage#1', [
      ['03-10T10:30', 'warned → officer'],
      ['03-10T11:00', 'breached → officer, agency_head'],
      ['03-10T16:00', 'escalated → agency_head'],
      ['03-11T17:00', 'escalated → supervisor'],
      ['03-13T17:00', 'escalated → leader'],
      ['03-20T17:00', 'escalated → leader'],
    ]);
    expect((await noticesOf(world, id)).slice(0, 4)).toEqual([
      'staff_warned → duty:operator',
      'staff_breached → duty:operator',
      'staff_breached → duty:supervisor',
      'staff_escalated → duty:supervisor',
    ]);
  });

  it('acceptance: eight working hours of the agency', async () => {
    const { id } = await filed(streetLight());
    await unfolds(id, 'acceptance#1', [
      ['03-10T16:00', 'warned → officer'],
      ['03-11T09:00', 'breached → officer, agency_head'],
      ['03-11T14:00', 'escalated → agency_head'],
      ['03-12T17:00', 'escalated → supervisor'],
      ['03-16T17:00', 'escalated → leader'],
      ['03-23T17:00', 'escalated → leader'],
      ['03-30T17:00', 'escalated → leader'],
    ]);
    const notices = await noticesOf(world, id);
    for (const notice of [
      'staff_warned → duty:agency_head:HAPULICO',
      'staff_breached → duty:agency_head:HAPULICO',
      'staff_escalated → duty:agency_head:HAPULICO',
      'staff_escalated → duty:supervisor',
      'staff_urged → duty:agency_head:HAPULICO',
      'staff_handed_up → duty:supervisor',
    ])
      expect(notices).toContain(notice);
    // The leader reads a list in the morning, not a mail for each.
    expect(notices.join()).not.toContain('leader');
  });

  it('resolution: three working days to the filer, who is told the new date when it is late', async () => {
    const email = 'cho.ket.qua@example.org';
    const { code, id } = await inProgress(streetLight({ filer: { name: 'An', email } }));
    await unfolds(id, 'resolution#1', [
      ['03-13T08:15', 'warned → officer'],
      ['03-13T17:00', 'breached → officer, agency_head'],
      ['03-16T12:00', 'escalated → agency_head'],
      ['03-16T17:00', 'escalated → supervisor'],
      ['03-18T17:00', 'escalated → agency_head', 'escalated → leader'],
      ['03-20T17:00', 'escalated → agency_head'],
      ['03-27T17:00', 'escalated → leader'],
    ]);
    const tracked = await world.anyone.tracks(code);
    expect(tracked.promise).toMatchObject({
      dueAt: '2026-03-13T10:00:00.000Z',
      newDate: '2026-03-17T10:00:00.000Z',
    });
    await world.deliver();
    const late = (await mailsOf(world)).filter(
      ({ to, subject }) => to === email && /chậm|trễ|muộn/i.test(subject),
    );
    expect(late).toHaveLength(1);
    expect(late[0]?.text).toContain('17/03/2026');
  });

  it('what is urgent runs at night and on Sunday', async () => {
    world.time.set('2026-03-14T23:30:00+07:00');
    const { id } = await filed(
      streetLight({
        category: 'CX-01',
        text: 'Cây xà cừ đổ ngang đường, đè lên một ô tô.',
        answers: { seen_at: '2026-03-14T23:20:00+07:00', tree_state: 'fallen', trapped: 'no' },
      }),
    );
    expect(await (await world.operator()).sees(id)).toMatchObject({ urgency: 'urgent' });
    await unfolds(id, 'acceptance#1', [
      ['03-15T00:15', 'warned → officer'],
      ['03-15T00:30', 'breached → officer, agency_head'],
    ]);
  });

  it('an agency that answers in time hears nothing', async () => {
    const { id } = await inProgress();
    await (await world.head('HAPULICO')).does(id, 'answer', answer);
    await (await world.operator()).does(id, 'publish');
    world.time.set('2026-03-16T17:00:00+07:00');
    await world.fireTimers();
    const types = (await eventsOf(world, id)).map(({ type }) => type);
    expect(types).not.toContain('warned');
    expect(types).not.toContain('breached');
  });
});

describe('waiting', () => {
  it('for the filer stops the clocks, gives the time back, and goes on', async () => {
    const { code, id } = await inProgress();
    await (await world.head('HAPULICO')).does(id, 'ask', { text: 'Đoạn nào của phố?' });
    world.time.set('2026-03-12T09:00:00+07:00');
    await world.fireTimers();
    expect((await eventsOf(world, id)).at(-1)?.type).toBe('question_asked');
    await world.anyone
      .post(`/api/complaints/${code}/messages`, { text: 'Số 20 đến 48.' })
      .expect(200);
    expect((await world.anyone.tracks(code)).promise).toMatchObject({
      dueAt: '2026-03-17T10:00:00.000Z',
      pausedUntil: null,
    });
  });

  it('ends at its date: not a minute before, and the filer is told', async () => {
    const { code, id } = await inProgress(
      streetLight({ filer: { name: 'An', email: 'im.lang@example.org' } }),
    );
    await (await world.head('HAPULICO')).does(id, 'ask', { text: 'Đoạn nào của phố?' });
    world.time.set('2026-03-17T16:59:00+07:00');
    await world.fireTimers();
    expect((await world.anyone.tracks(code)).status).toBe('waiting_filer');
    world.time.set('2026-03-17T17:00:00+07:00');
    await world.fireTimers();
    expect((await world.anyone.tracks(code)).status).toBe('closed');
    expect((await eventsOf(world, id)).at(-1)?.data).toMatchObject({ reason: 'filer_silent' });
    expect((await noticesOf(world, id)).at(-1)).toBe('closed → filer');
  });

  it('for the confirmation ends in silence after five working days', async () => {
    const { code, id } = await inProgress();
    await (await world.head('HAPULICO')).does(id, 'answer', answer);
    await (await world.operator()).does(id, 'publish');
    world.time.set('2026-03-17T16:59:00+07:00');
    await world.fireTimers();
    expect((await world.anyone.tracks(code)).status).toBe('resolved');
    world.time.set('2026-03-17T17:00:00+07:00');
    await world.fireTimers();
    expect((await world.anyone.tracks(code)).status).toBe('closed');
  });
});

describe('however many look', () => {
  it('two programs fire each step of sixty complaints once, late steps in their order', async () => {
    const other = await createHttpApp(
      world.config,
      world.database.address,
      new Log('silent'),
      world.time,
    );
    const timers = other.get(Timers, { strict: false });
    try {
      const ids: string[] = [];
      for (let round = 0; round < 6; round += 1)
        ids.push(
          ...(await Promise.all(
            Array.from({ length: 10 }, async () => (await filed(streetLight())).id),
          )),
        );
      for (const at of ['2026-03-11T09:00:00+07:00', '2026-03-18T17:00:00+07:00']) {
        world.time.set(at);
        await Promise.all([world.fireTimers(), timers.sweep(), world.fireTimers(), timers.sweep()]);
        expect(await world.fireTimers()).toBe(0);
      }
      for (const id of ids)
        expect(await stepsOf(id, 'acceptance#1')).toEqual([
          'warned → officer',
          'breached → officer, agency_head',
          'escalated → agency_head',
          'escalated → supervisor',
          'escalated → leader',
        ]);
      const doubled = await world.behind.query<unknown[]>(
        `select complaint_id, data->>'clock', data->>'action', data->>'scheduledFor', data->>'to'
         from complaint_event where type in ('warned', 'breached', 'escalated')
         group by 1, 2, 3, 4, 5 having count(*) > 1`,
      );
      expect(doubled).toEqual([]);
      const early = await world.behind.query<unknown[]>(
        `select 1 from complaint_event where (data->>'scheduledFor')::timestamptz > at`,
      );
      expect(early).toEqual([]);
    } finally {
      await other.close();
    }
  }, 60_000);

  it('a command and a step at the same moment leave one history', async () => {
    const ids = await Promise.all(
      Array.from({ length: 12 }, async () => (await filed(unclear())).id),
    );
    const operator = await world.operator();
    world.time.set('2026-03-10T11:00:00+07:00');
    const [, ...answers] = await Promise.all([
      world.fireTimers(),
      ...ids.map((id) => operator.tells(id, 'note', { text: 'Đang xem.' }, 1)),
    ]);
    for (const { status } of answers) expect([200, 409]).toContain(status);
    await world.fireTimers();
    for (const id of ids) {
      const events = await eventsOf(world, id);
      expect(events.map(({ number }) => number)).toEqual(events.map((_, at) => at + 1));
      expect(await stepsOf(id, 'triage#1')).toEqual([
        'warned → officer',
        'breached → officer, agency_head',
      ]);
    }
  });
});

describe('a step that is fired', () => {
  it('leaves the rest of its complaint and clock as they were', async () => {
    const { id } = await filed(unclear());
    const rows = () =>
      world.behind.query<[{ complaint: object; clocks: object }]>(
        `select to_jsonb(c) - array['version', 'next_at', 'last_hash'] as complaint,
           (select jsonb_agg(to_jsonb(k) - array['step', 'next_at'] order by k.id) from clock k
            where k.complaint_id = c.id) as clocks from complaint c where c.id = $1`,
        [id],
      );
    const before = await rows();
    world.time.set('2026-03-10T10:30:00+07:00');
    await world.fireTimers();
    expect(await stepsOf(id, 'triage#1')).toEqual(['warned → officer']);
    expect(await rows()).toEqual(before);
  });

  it('is fired by this version also while a later one adds its columns', async () => {
    const { id } = await filed(unclear());
    // Until every connection has planned its statements.
    for (let turn = 0; turn < 20; turn += 1) await world.fireTimers();
    await world.behind.query('alter table complaint add column later integer');
    await world.behind.query('alter table clock add column later integer');
    try {
      world.time.set('2026-03-10T10:30:00+07:00');
      await world.fireTimers();
      expect(await stepsOf(id, 'triage#1')).toEqual(['warned → officer']);
    } finally {
      await world.behind.query('alter table complaint drop column later');
      await world.behind.query('alter table clock drop column later');
    }
  });
});
