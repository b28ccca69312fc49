import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StandingReport } from '../../src/deadlines/standing.dto.js';
import { problemsOf } from '../cli/desk.js';
import { eventsOf, keepSignedIn, mailsOf, noticesOf } from '../stories/support/events.js';
import type { Api } from '../world/api.js';
import { answer, caseIdOf, streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';

const email = 'gia.han@example.org';
const reason = 'Phải chờ đèn cao áp nhập về kho.';
const until = '2026-04-15T17:00:00+07:00';
const promised = '2026-04-10T10:00:00.000Z';

let world: World;
let supervisor: Api;
let head: Api;
let operator: Api;

const at = (moment: string) => world.time.set(`2026-${moment}:00+07:00`);

beforeAll(async () => {
  world = await World.start();
  supervisor = await world.supervisor();
  head = await world.head('HAPULICO');
  operator = await world.operator();
  await keepSignedIn(world);
}, 60_000);
afterAll(() => world.stop());

/** Filed on Tuesday 7 April at 9, promised for Friday the 10th at 17. */
async function inProgress() {
  at('04-07T09:00');
  const { code } = await world.anyone.files(streetLight({ filer: { name: 'An', email } }));
  const id = await caseIdOf(world, code);
  await head.does(id, 'accept', { officer: await world.officerOf('HAPULICO') });
  return { code, id };
}

const waiting = async (by: Api) =>
  (await by.lists('?queue=extensions')).items.map(({ id, extension }) => [id, extension?.until]);

describe('asking for more time', () => {
  it('is refused with the field that is at fault', async () => {
    const { id } = await inProgress();
    const tell = async (date: string) => {
      const { status, body } = await head.tells(id, 'ask_extension', { until: date, text: reason });
      return [status, body.code, (body.errors as { field: string }[])[0]?.field];
    };
    expect(await tell('2026-04-10T17:00:00+07:00')).toEqual([400, 'extension.not_later', 'until']);
    expect(await tell('2026-04-20T10:00:00+07:00')).toEqual([400, 'extension.too_long', 'until']);
    expect(await tell('2026-04-12T10:00:00+07:00')).toEqual([
      400,
      'extension.outside_hours',
      'until',
    ]);
    const none = await supervisor.tells(id, 'grant_extension', { text: reason });
    expect([none.status, none.body.code]).toEqual([409, 'extension.none_asked']);
  });

  it('after the date is refused', async () => {
    const { id } = await inProgress();
    at('04-10T17:00');
    const { status, body } = await head.tells(id, 'ask_extension', { until, text: reason });
    expect([status, body.code]).toEqual([409, 'extension.deadline_over']);
  });
});

describe('more time that is granted', () => {
  let code: string;
  let id: string;

  it('waits for the supervisor, once at a time', async () => {
    ({ code, id } = await inProgress());
    at('04-08T09:00');
    await head.does(id, 'ask_extension', { until, text: reason });
    expect(await waiting(supervisor)).toEqual([[id, '2026-04-15T10:00:00.000Z']]);
    expect((await noticesOf(world, id)).at(-1)).toBe('staff_extension_asked → duty:supervisor');
    const again = await head.tells(id, 'ask_extension', { until, text: reason });
    expect([again.status, again.body.code]).toEqual([409, 'extension.pending']);
    expect((await world.anyone.tracks(code)).promise.dueAt).toBe(promised);
  });

  it('moves both promises, by name and reason, and is told to all', async () => {
    at('04-08T10:00');
    await supervisor.does(id, 'grant_extension', { text: 'Kho hết đèn; đèn mới về ngày 14/4.' });
    const { promise } = await world.anyone.tracks(code);
    expect(promise).toMatchObject({
      dueAt: '2026-04-15T10:00:00.000Z',
      moves: [{ from: promised, why: { vi: 'Được gia hạn' } }],
    });
    const { id: person } = (await supervisor.get('/api/me').expect(200)).body as { id: string };
    const { clocks, extension } = await operator.sees(id);
    expect(extension).toBeNull();
    for (const name of ['resolution#1', 'handling#1'])
      expect(clocks.find((clock) => clock.id === name)).toMatchObject({
        dueAt: '2026-04-15T10:00:00.000Z',
        moves: [{ why: 'extension', by: person, reason: expect.stringMatching(/^[0-9a-f]{64}$/) }],
      });
    expect(await waiting(supervisor)).toEqual([]);
    const told = (await noticesOf(world, id)).filter((notice) => notice.includes('granted'));
    expect(told).toEqual([
      expect.stringMatching(/^staff_extension_granted → staff:/),
      'staff_extension_granted → duty:agency_head:HAPULICO',
    ]);
    await world.deliver();
    const mail = (await mailsOf(world)).find(
      ({ to, subject }) => to === email && subject === `Phản ánh ${code}: gia hạn giải quyết`,
    );
    expect(mail?.text).toContain('Hẹn mới: thứ Tư 15/04/2026, 17:00');
    expect(mail?.text).toContain('> Kho hết đèn; đèn mới về ngày 14/4.');
  });

  it('is not given again', async () => {
    const later = '2026-04-20T17:00:00+07:00';
    const { status, body } = await head.tells(id, 'ask_extension', { until: later, text: reason });
    expect([status, body.code]).toEqual([409, 'extension.used_up']);
  });

  it('is shown apart from what was on time by itself', async () => {
    at('04-14T10:00');
    await world.fireTimers();
    await head.does(id, 'answer', answer);
    await operator.does(id, 'publish');
    const path = '/api/deadlines/standing?from=2026-04-13T00:00:00Z&to=2026-04-20T00:00:00Z';
    const { agencies } = (await supervisor.get(path).expect(200)).body as StandingReport;
    const extended = expect.objectContaining({ total: 1, onTime: 0, onTimeExtended: 1, late: 0 });
    expect(agencies).toEqual([
      expect.objectContaining({ agency: 'HAPULICO', promised: extended, owed: extended }),
    ]);
    expect(await problemsOf(world.behind)).toEqual([]);
  });
});

describe('more time that is refused', () => {
  it('leaves the date, and the agency learns why', async () => {
    const { code, id } = await inProgress();
    at('04-08T09:00');
    await head.does(id, 'ask_extension', { until, text: reason });
    await supervisor.does(id, 'refuse_extension', { text: 'Kho Cầu Giấy còn đèn.' });
    expect((await world.anyone.tracks(code)).promise).toMatchObject({ dueAt: promised, moves: [] });
    const told = (await noticesOf(world, id)).filter((notice) => notice.includes('refused'));
    expect(told).toHaveLength(2);
    await world.deliver();
    const mail = (await mailsOf(world)).findLast(({ subject }) =>
      /Không được gia hạn/.test(subject),
    );
    expect(mail?.text).toContain('> Kho Cầu Giấy còn đèn.');
  });
});

describe('a request that nobody decides on', () => {
  it('is brought back to the supervisor, does not hold the breach, and falls with it', async () => {
    const { id } = await inProgress();
    at('04-08T09:00');
    await head.does(id, 'ask_extension', { until, text: reason });
    at('04-10T09:00');
    await world.fireTimers();
    const asked = (await noticesOf(world, id)).filter((one) => one.includes('extension_asked'));
    expect(asked).toHaveLength(2);
    at('04-10T17:00');
    await world.fireTimers();
    const breached = (await eventsOf(world, id)).filter(({ type }) => type === 'breached');
    expect(breached.map(({ data }) => data.clock)).toContain('resolution#1');
    expect(await waiting(supervisor)).toEqual([]);
    const late = await supervisor.tells(id, 'grant_extension', { text: reason });
    expect([late.status, late.body.code]).toEqual([409, 'extension.none_asked']);
  });
});
