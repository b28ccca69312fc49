import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AgencyStanding, StandingReport } from '../../src/deadlines/standing.dto.js';
import { problemsOf } from '../cli/desk.js';
import { keepSignedIn, mailsOf, noticesOf } from '../stories/support/events.js';
import type { Api } from '../world/api.js';
import { answer, caseIdOf, streetLight, unclear } from '../world/complaints.js';
import { World } from '../world/world.js';

let world: World;
let operator: Api;
let supervisor: Api;
let lights: Api;
let power: Api;

const at = (moment: string) => world.time.set(`2026-${moment}:00+07:00`);

beforeAll(async () => {
  world = await World.start();
  operator = await world.operator();
  supervisor = await world.supervisor();
  lights = await world.head('HAPULICO');
  power = await world.head('EVNHANOI');
  await keepSignedIn(world);
}, 60_000);
afterAll(() => world.stop());

async function filed(body: Record<string, unknown>) {
  const { code } = await world.anyone.files(body);
  return { code, id: await caseIdOf(world, code) };
}

async function clockOf(id: string, clock: string) {
  const found = (await operator.sees(id)).clocks.find((one) => one.id === clock);
  if (!found) throw new Error(`no clock ${clock}`);
  return found;
}

const promised = async (code: string) => (await world.anyone.tracks(code)).promise;

async function standing(by: Api, from: string, to: string): Promise<StandingReport> {
  const path = `/api/deadlines/standing?from=${from}T00:00:00Z&to=${to}T00:00:00Z`;
  return (await by.get(path).expect(200)).body as StandingReport;
}

const lineOf = ({ agencies }: StandingReport, code: string): AgencyStanding | undefined =>
  agencies.find(({ agency }) => agency === code);

const center = 'TTHT';
const nothing = { total: 0, onTime: 0, onTimeExtended: 0, late: 0, open: 0, openLate: 0 };

describe('two kinds of clock beside each other', () => {
  let code: string;
  let id: string;

  it('a return, an assignment, an acceptance, an edit and another agency leave the promise', async () => {
    at('03-10T09:00');
    ({ code, id } = await filed(streetLight()));
    const first = await promised(code);
    const kept = await clockOf(id, 'resolution#1');
    expect(first).toMatchObject({ dueAt: '2026-03-13T10:00:00.000Z', moves: [] });
    expect(kept.words).toEqual(first.why);

    at('03-10T10:00');
    await lights.does(id, 'return', {
      ground: 'not_competent',
      proposed: 'EVNHANOI',
      text: 'Không thuộc đơn vị.',
    });
    at('03-10T11:00');
    await operator.does(id, 'assign', { lead: 'EVNHANOI' });
    await operator.does(id, 'classify', { category: 'CS-01', text: 'Soát lại lĩnh vực.' });
    await power.does(id, 'accept', { officer: await world.officerOf('EVNHANOI') });
    at('03-16T12:00');
    await world.fireTimers();
    await supervisor.does(id, 'assign', { lead: 'HAPULICO', text: 'Thuộc đơn vị chiếu sáng.' });
    at('03-16T13:00');
    await lights.does(id, 'accept', { officer: await world.officerOf('HAPULICO') });

    const after = await promised(code);
    expect([after.dueAt, after.why, after.moves]).toEqual([first.dueAt, first.why, []]);
    const now = await clockOf(id, 'resolution#1');
    expect([now.words, now.limit, now.calendarVersion, now.policyVersion, now.moves]).toEqual([
      kept.words,
      kept.limit,
      kept.calendarVersion,
      kept.policyVersion,
      [],
    ]);
  });

  it('what each agency owes is a clock of its own', async () => {
    expect(await clockOf(id, 'handling#1')).toMatchObject({
      owedTo: 'center',
      unit: 'EVNHANOI',
      outcome: 'cancelled',
      words: { vi: expect.stringContaining('3 ngày làm việc kể từ lúc nhận xử lý') },
    });
    expect(await clockOf(id, 'handling#2')).toMatchObject({
      unit: 'HAPULICO',
      startedAt: '2026-03-16T06:00:00.000Z',
      dueAt: '2026-03-19T10:00:00.000Z',
      standing: 'open',
    });
  });

  it('lateness is attributed to whoever held the matter, interval by interval', async () => {
    at('03-17T10:00');
    await lights.does(id, 'answer', answer);
    at('03-17T11:00');
    await operator.does(id, 'publish');
    const { spans, standing: stands } = await clockOf(id, 'resolution#1');
    expect(stands).toBe('late');
    const hours = spans.map((span) => [
      span.unit,
      span.heldSeconds / 3600,
      span.lateSeconds / 3600,
    ]);
    expect(hours).toEqual([
      ['HAPULICO', 1, 0],
      [center, 1, 0],
      ['EVNHANOI', 33, 4],
      ['HAPULICO', 6, 6],
      [center, 1, 1],
    ]);
  });

  it('and summed in the report, to the city and to each agency its own', async () => {
    const report = await standing(supervisor, '2026-03-09', '2026-03-23');
    const late = { ...nothing, total: 1, late: 1 };
    expect(lineOf(report, 'HAPULICO')).toMatchObject({
      promised: late,
      owed: { ...nothing, total: 1, onTime: 1 },
      lateHours: 6,
    });
    expect(lineOf(report, 'EVNHANOI')).toMatchObject({
      promised: nothing,
      owed: nothing,
      lateHours: 4,
    });
    expect(lineOf(report, center)?.lateHours).toBe(1);
    expect(report.definitions.total.vi).toContain('mẫu số');
    const own = await standing(lights, '2026-03-09', '2026-03-23');
    expect(own.agencies.map(({ agency }) => agency)).toEqual(['HAPULICO']);
    await operator.get('/api/deadlines/standing?from=2026-03-09T00:00:00Z').expect(403);
    const path = '/api/deadlines/standing?from=2026-01-01T00:00:00Z&to=2026-12-31T00:00:00Z';
    const refused = await supervisor.get(path).expect(400);
    expect(refused.body.errors).toMatchObject([{ field: 'to' }]);
  });

  it('and the log gives every clock again', async () => {
    expect(await problemsOf(world.behind)).toEqual([]);
  });
});

describe('a pause', () => {
  it('says why and by whom', async () => {
    at('03-24T09:00');
    const { id } = await filed(streetLight());
    await operator.does(id, 'ask', { text: 'Cột đèn số mấy?' });
    const { pauses } = await clockOf(id, 'resolution#1');
    expect(pauses).toMatchObject([
      { reason: 'waiting_filer', by: { kind: 'staff', role: 'operator' } },
    ]);
  });
});

describe('a new classification', () => {
  const email = 'phan.loai@example.org';

  it('that makes the filer wait longer is on record and told', async () => {
    at('03-31T09:00');
    const { code, id } = await filed(unclear({ filer: { name: 'An', email } }));
    const before = await promised(code);
    const text = 'Cây nguy hiểm cần khảo sát.';
    await operator.does(id, 'classify', { category: 'TN-04', text });
    const after = await promised(code);
    expect(after.dueAt > before.dueAt).toBe(true);
    expect(after.moves).toMatchObject([{ from: before.dueAt, to: after.dueAt }]);
    const { moves, policyVersion } = await clockOf(id, 'resolution#1');
    const { id: person } = (await operator.get('/api/me').expect(200)).body as { id: string };
    expect(moves).toMatchObject([{ why: 'reclassified', by: person }]);
    expect(moves[0]?.reason).toMatch(/^[0-9a-f]{64}$/);
    expect(policyVersion).toBe(1);
    await world.deliver();
    const mails = (await mailsOf(world)).filter(({ to }) => to === email);
    const subjects = mails.map(({ subject }) => subject);
    expect(subjects).toContain(`Phản ánh ${code}: thời hạn thay đổi`);
  });

  it('that shortens it is not', async () => {
    at('03-31T10:00');
    const { code, id } = await filed(unclear({ filer: { name: 'An', email } }));
    const before = await promised(code);
    await operator.does(id, 'classify', { category: 'CS-01' });
    expect((await promised(code)).dueAt < before.dueAt).toBe(true);
    expect(await noticesOf(world, id)).toEqual(['received → filer']);
  });
});
