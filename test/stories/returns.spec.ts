import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { problemsOf } from '../cli/desk.js';
import { ofTheLog } from '../../src/platform/database/migrations/1795500060000-parts.js';
import { answer, caseIdOf, streetLight } from '../world/complaints.js';
import type { Api } from '../world/api.js';
import { World } from '../world/world.js';
import { keepSignedIn, mailsOf, noticesOf } from './support/events.js';

const LAMPS = 'HAPULICO';
const WARD = 'UBND-00256';
const text = 'Cột đèn này do khu đô thị tự quản lý.';
const byWard = 'Đèn nằm trên trục đường thành phố.';
const ground = 'Đèn thuộc lưới chiếu sáng công cộng của thành phố.';
const email = 'nguoi.gui@example.org';

let world: World;
let operator: Api;
let supervisor: Api;
let lamps: Api;
let ward: Api;

beforeAll(async () => {
  world = await World.start();
  await world.mailsOneByOne();
  [operator, supervisor] = [await world.operator(), await world.supervisor()];
  [lamps, ward] = [await world.head(LAMPS), await world.head(WARD)];
}, 60_000);
beforeEach(() => keepSignedIn(world));
afterAll(() => world.stop());

async function filed() {
  const { code, promise } = await world.anyone.files(streetLight({ filer: { email } }));
  return { code, id: await caseIdOf(world, code), dueAt: promise.dueAt };
}

const notOurs = (proposed: string) => ({ ground: 'not_competent', proposed, text });

const refusal = async (answered: Promise<{ status: number; body: { code?: string } }>) => {
  const { status, body } = await answered;
  return [status, body.code];
};

/** Returned by the lamp company and by the ward. */
async function contested() {
  const one = await filed();
  await lamps.does(one.id, 'return', notOurs(WARD));
  await operator.does(one.id, 'assign', { lead: WARD });
  await ward.does(one.id, 'return', { ground: 'wrong_area', proposed: 'EVNHANOI', text: byWard });
  return one;
}

const itemOf = async (by: Api, queue: string, id: string) =>
  (await by.lists(`?queue=${queue}&limit=100`)).items.find((item) => item.id === id);

describe('a return', () => {
  it('says whose it is, and not of those who have had their say', async () => {
    const { id } = await filed();
    for (const given of ['not_competent', 'wrong_area'])
      expect(await refusal(lamps.tells(id, 'return', { ground: given, text }))).toEqual([
        400,
        'return.needs_proposed',
      ]);
    for (const proposed of [LAMPS, 'TTHT'])
      expect(await refusal(lamps.tells(id, 'return', notOurs(proposed)))).toEqual([
        409,
        'return.proposed_unfit',
      ]);
    await lamps.does(id, 'return', notOurs(WARD));
    await operator.does(id, 'assign', { lead: WARD });
    expect(await refusal(ward.tells(id, 'return', notOurs(LAMPS)))).toEqual([
      409,
      'return.proposed_unfit',
    ]);
  });

  it('comes before an operator with the owner that it names, one click away', async () => {
    const { id, code, dueAt } = await filed();
    await lamps.does(id, 'return', notOurs(WARD));
    const item = await itemOf(operator, 'triage', id);
    expect(item).toMatchObject({
      proposed: WARD,
      returnedBy: [{ agency: LAMPS, ground: 'not_competent', proposed: WARD, text }],
    });
    expect(await refusal(operator.tells(id, 'assign', { lead: LAMPS }))).toEqual([
      403,
      'assignment.returned_before',
    ]);
    expect(await operator.does(id, 'assign', { lead: item?.proposed })).toMatchObject({
      lead: WARD,
      proposed: null,
    });
    expect((await world.anyone.tracks(code)).promise.dueAt).toBe(dueAt);
  });

  it('is not there any more for who has answered', async () => {
    const { id } = await filed();
    await lamps.does(id, 'accept', { officer: await world.officerOf(LAMPS) });
    await lamps.does(id, 'answer', answer);
    await operator.does(id, 'send_back', { text: 'Thiếu ảnh hiện trường.' });
    expect(await refusal(lamps.tells(id, 'return', notOurs(WARD)))).toEqual([
      409,
      'return.after_answer',
    ]);
  });
});

describe('the second return', () => {
  it('is before the supervisor with both returns side by side', async () => {
    const { id } = await contested();
    expect(await itemOf(operator, 'triage', id)).toBeUndefined();
    expect(await itemOf(supervisor, 'arbitration', id)).toMatchObject({
      holder: { duty: 'supervisor' },
      returns: 2,
      proposed: 'EVNHANOI',
      returnedBy: [
        { agency: LAMPS, ground: 'not_competent', proposed: WARD, text },
        { agency: WARD, ground: 'wrong_area', proposed: 'EVNHANOI', text: byWard },
      ],
    });
    const notices = await noticesOf(world, id);
    expect(notices.at(-1)).toBe('staff_arbitration → duty:supervisor');
  });

  it('is decided with a ground that binds, and both agencies read it', async () => {
    const { id, code, dueAt } = await contested();
    const decision = { lead: LAMPS, task: 'Thay bóng, kiểm tra tủ điện.' };
    expect(await refusal(operator.tells(id, 'assign', { ...decision, text: ground }))).toEqual([
      403,
      'assignment.needs_supervisor',
    ]);
    expect(await refusal(supervisor.tells(id, 'assign', decision))).toEqual([
      400,
      'assignment.needs_ground',
    ]);
    const before = (await mailsOf(world)).length;
    await world.deliver();
    await supervisor.does(id, 'assign', { ...decision, text: ground });
    await world.deliver();
    const mails = (await mailsOf(world)).slice(before);
    const decided = mails.filter((mail) => mail.text.includes(ground));
    expect(decided.map(({ to }) => to).toSorted()).toEqual([
      'haibatrung.thu.truong@demo.example',
      'hapulico.thu.truong@demo.example',
    ]);
    const [told] = decided.filter(({ to }) => to.startsWith('hapulico'));
    expect(told?.text).toContain(decision.task);
    const arbiter = mails.find(({ to }) => to === 'giam.sat@demo.example');
    expect(arbiter?.text).toMatch(/Trả lại lần 1.*Chiếu sáng[^]*Trả lại lần 2.*Hai Bà Trưng/);
    expect(
      mails.filter(({ to }) => to === email).every((mail) => !mail.text.includes(ground)),
    ).toBe(true);
    expect(await refusal(lamps.tells(id, 'return', notOurs('EVNHANOI')))).toEqual([
      409,
      'return.binding',
    ]);
    expect((await world.anyone.tracks(code)).promise.dueAt).toBe(dueAt);
    expect(await problemsOf(world.behind, id)).toEqual([]);
  });

  it('binds through reopening', async () => {
    const { id } = await contested();
    await supervisor.does(id, 'assign', { lead: LAMPS, text: ground });
    await lamps.does(id, 'accept', { officer: await world.officerOf(LAMPS) });
    await lamps.does(id, 'answer', answer);
    await operator.does(id, 'publish');
    await operator.does(id, 'reopen', { text: 'Người gửi báo đèn vẫn tắt.' });
    expect((await lamps.tells(id, 'return', notOurs('EVNHANOI'))).body.code).toBe('return.binding');
    expect((await operator.tells(id, 'assign', { lead: WARD })).body.code).toBe(
      'assignment.needs_supervisor',
    );
  });
});

describe('silence', () => {
  it('past the acceptance limit reaches head and supervisor by mail, the leader by the morning list, and ends returning', async () => {
    world.time.set('2026-03-10T09:00:00+07:00');
    const { id, code, dueAt } = await filed();
    const before = (await mailsOf(world)).length;
    const told: string[] = [];
    for (const at of ['03-11T09:00', '03-11T14:00', '03-12T17:00', '03-16T17:00']) {
      world.time.set(`2026-${at}:00+07:00`);
      await world.fireTimers();
      await world.deliver();
    }
    for (const { to, subject } of (await mailsOf(world)).slice(before))
      if (subject.includes(id.slice(-8)) && subject.includes('tiếp nhận')) told.push(to);
    expect(told).toEqual(
      expect.arrayContaining(['hapulico.thu.truong@demo.example', 'giam.sat@demo.example']),
    );
    await keepSignedIn(world);
    const leader = await world.as('lanh.dao');
    const { body: morning } = await leader.get('/api/deadlines/morning').expect(200);
    expect(morning).toContainEqual(expect.objectContaining({ caseId: id, unit: LAMPS }));
    expect(await refusal(lamps.tells(id, 'return', notOurs(WARD)))).toEqual([
      409,
      'return.after_acceptance_limit',
    ]);
    expect((await world.anyone.tracks(code)).promise.dueAt).toBe(dueAt);
  });
});

describe('the ranking of returns', () => {
  const from = '2026-04-06';
  const ranking = (by: Api, query = `?from=${from}&to=2026-04-07`) =>
    by.get(`/api/agencies/returns${query}`);
  const figures = (agency: string, counts: object) =>
    expect.objectContaining({ agency, ...counts });

  beforeAll(async () => {
    world.time.set(`${from}T09:00:00+07:00`);
    await keepSignedIn(world);
    const officer = await world.officerOf(LAMPS);
    const overturned = await contested();
    await supervisor.does(overturned.id, 'assign', { lead: LAMPS, text: ground });
    await lamps.does(overturned.id, 'accept', { officer });
    await lamps.does((await filed()).id, 'accept', { officer });
    const late = await filed();
    await filed();
    world.time.set('2026-04-07T16:00:00+07:00');
    await world.fireTimers();
    await keepSignedIn(world);
    await lamps.does(late.id, 'accept', { officer });
    await filed();
  });

  it('counts what came of each assignment, with what every figure is out of', async () => {
    const { body } = await ranking(supervisor).expect(200);
    expect(body).toMatchObject({ from, to: '2026-04-07' });
    expect(body.items).toEqual([
      figures(LAMPS, {
        received: 6,
        acceptedInTime: 2,
        late: 2,
        waiting: 1,
        returned: 1,
        overturned: 1,
        returnedShare: 0.167,
        overturnedShare: 1,
      }),
      figures(WARD, { received: 1, returned: 1, overturned: 0, overturnedShare: 0 }),
    ]);
    for (const figure of Object.keys(body.definitions)) {
      expect(body.items[0]).toHaveProperty(figure);
      expect(body.definitions[figure].vi).toMatch(/\p{L}/u);
    }
  });

  it('is the city’s for the center and the city, and its own for an agency', async () => {
    for (const login of ['lanh.dao', 'quan.sat'])
      expect((await ranking(await world.as(login)).expect(200)).body.items).toHaveLength(2);
    const { body } = await ranking(ward).expect(200);
    expect(body.items).toEqual([figures(WARD, { received: 1 })]);
    for (const login of ['truc.tong.dai.1', 'hapulico.can.bo'])
      await ranking(await world.as(login)).expect(403);
  });

  it('takes days, a year of them at most', async () => {
    expect(
      (await ranking(supervisor, '?from=2026-04-08&to=2026-04-08').expect(200)).body.items,
    ).toEqual([]);
    for (const query of ['?from=2026-02-31', '?from=2025-01-01&to=2026-04-01', '?from=x'])
      expect((await ranking(supervisor, query).expect(400)).body.errors[0].field).toBe('from');
  });
});

describe('complaints from before', () => {
  it('have on their rows what their log says of returns, answers and support', async () => {
    world.time.set('2026-05-05T09:00:00+07:00');
    await keepSignedIn(world);
    const { id: given } = await filed();
    const { id } = await contested();
    await supervisor.does(id, 'assign', { lead: LAMPS, supporting: [WARD], text: ground });
    await lamps.does(id, 'accept', { officer: await world.officerOf(LAMPS) });
    await lamps.does(id, 'answer', answer);
    await world.behind.query(
      `update complaint set returned_by = '[]', answered_by = null, parts = '[]'
       where id = any($1)`,
      [[id, given]],
    );
    expect((await problemsOf(world.behind, id)).length).toBeGreaterThan(2);
    for (const statement of ofTheLog) await world.behind.query(statement);
    for (const one of [id, given]) expect(await problemsOf(world.behind, one)).toEqual([]);
  });
});
