import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { problemsOf } from '../cli/desk.js';
import { answer, caseIdOf, streetLight } from '../world/complaints.js';
import type { Api } from '../world/api.js';
import { World } from '../world/world.js';
import { eventsOf, keepSignedIn, mailsOf, noticesOf } from './support/events.js';

const LAMPS = 'HAPULICO';
const WARD = 'UBND-00256';
const POWER = 'EVNHANOI';
const task = 'Cắt điện tuyến phố để thợ làm.';
const done = 'Đã cắt điện từ 8 giờ đến 10 giờ.';
const email = 'nguoi.gui@example.org';

let world: World;
let operator: Api;
let lamps: Api;
let power: Api;
let officer: string;
let electrician: string;

beforeAll(async () => {
  world = await World.start();
  operator = await world.operator();
  [lamps, power] = [await world.head(LAMPS), await world.head(POWER)];
  [officer, electrician] = [await world.officerOf(LAMPS), await world.officerOf(POWER)];
}, 60_000);
beforeEach(async () => {
  world.time.set('2026-03-10T09:00:00+07:00');
  await keepSignedIn(world);
});
afterAll(() => world.stop());

async function accepted() {
  const { code, promise } = await world.anyone.files(streetLight({ filer: { email } }));
  const id = await caseIdOf(world, code);
  await lamps.does(id, 'accept', { officer });
  return { code, id, dueAt: promise.dueAt };
}

async function withPart() {
  const one = await accepted();
  await lamps.does(one.id, 'add_part', { agency: POWER, task });
  const { parts } = await lamps.sees(one.id);
  return { ...one, number: parts.find(({ agency }) => agency === POWER)?.number ?? 0 };
}

const refusal = async (answered: Promise<{ status: number; body: { code?: string } }>) => {
  const { status, body } = await answered;
  return [status, body.code];
};

const clocksOf = async (id: string, unit: string) =>
  (await operator.sees(id)).clocks
    .filter((clock) => clock.unit === unit && clock.owedTo === 'center')
    .map(({ kind, outcome }) => [kind, outcome]);

describe('a part', () => {
  it('is asked, accepted and answered by the agency that supports, on its own clocks', async () => {
    const { id, code, dueAt, number } = await withPart();
    expect(await clocksOf(id, POWER)).toEqual([['acceptance', null]]);
    expect(await refusal(lamps.tells(id, 'accept_part', { number, officer }))).toEqual([
      403,
      'part.not_yours',
    ]);
    await power.does(id, 'accept_part', { number, officer: electrician });
    expect(await refusal(power.tells(id, 'answer', answer))).toEqual([403, 'agency.not_lead']);
    await power.does(id, 'note', { text: 'Hẹn cắt điện sáng mai.' });
    await power.does(id, 'answer_part', { number, text: done });
    expect(await clocksOf(id, POWER)).toEqual([
      ['acceptance', 'met'],
      ['handling', 'met'],
    ]);
    expect((await lamps.sees(id)).parts).toContainEqual({
      number,
      agency: POWER,
      status: 'answered',
      task,
      officer: electrician,
      dueAt: null,
      answer: done,
    });
    await lamps.does(id, 'answer', answer);
    await operator.does(id, 'publish');
    const tracked = await world.anyone.tracks(code);
    expect(tracked).toMatchObject({ lead: { vi: expect.stringContaining('Chiếu sáng') } });
    expect(tracked.supporting).toHaveLength(2);
    expect(tracked.promise.dueAt).toBe(dueAt);
    expect(JSON.stringify(tracked)).not.toMatch(/Cắt điện|cắt điện/);
    expect(await noticesOf(world, id)).toEqual(
      expect.arrayContaining([
        `staff_part_added → duty:agency_head:${POWER}`,
        `staff_part_accepted → staff:${electrician}`,
        `staff_part_answered → staff:${officer}`,
      ]),
    );
    const before = (await mailsOf(world)).length;
    await world.deliver();
    const told = (await mailsOf(world)).slice(before).filter(({ text }) => text.includes(task));
    expect(told).toHaveLength(1);
    expect(await problemsOf(world.behind, id)).toEqual([]);
  });

  it('is waited for while it is in time, and can be withdrawn with a reason', async () => {
    const { id, number } = await withPart();
    expect(await refusal(lamps.tells(id, 'answer', answer))).toEqual([409, 'answer.parts_open']);
    await lamps.does(id, 'withdraw_part', { number, text: 'Tự ngắt được tại tủ điện.' });
    expect(await clocksOf(id, POWER)).toEqual([['acceptance', 'cancelled']]);
    expect((await power.get(`/api/cases/${id}`)).status).toBe(404);
    await lamps.does(id, 'answer', answer);
  });

  it('left in silence is told within its agency and up, and holds the lead no longer', async () => {
    const { id, code, dueAt } = await withPart();
    for (const at of ['03-11T09:00', '03-11T14:00', '03-12T17:00']) {
      world.time.set(`2026-${at}:00+07:00`);
      await world.fireTimers();
    }
    await keepSignedIn(world);
    const notices = await noticesOf(world, id);
    expect(notices).toContain(`staff_breached → duty:agency_head:${POWER}`);
    expect(notices).toContain('staff_escalated → duty:supervisor');
    expect(notices).not.toContain(`staff_breached → duty:agency_head:${LAMPS}`);
    const late = (await eventsOf(world, id)).filter(({ type }) => type === 'breached');
    expect(late.map(({ data }) => data.unit)).toEqual([POWER]);
    expect((await world.anyone.tracks(code)).promise.dueAt).toBe(dueAt);
    await lamps.does(id, 'answer', answer);
  });

  it('that is not theirs comes back to the lead, who asks another', async () => {
    const { id, number } = await withPart();
    const text = 'Lưới điện này của công ty chiếu sáng.';
    await power.does(id, 'return_part', { number, text });
    expect(await noticesOf(world, id)).toContain(`staff_part_returned → staff:${officer}`);
    await lamps.does(id, 'add_part', { agency: WARD, task: 'Giữ trật tự khi thi công.' });
    expect(await refusal(lamps.tells(id, 'add_part', { agency: LAMPS, task }))).toEqual([
      409,
      'assignment.same_agency',
    ]);
    expect((await lamps.tells(id, 'add_part', { agency: 'TTHT', task })).status).toBe(400);
  });
});

describe('what is split off', () => {
  const text = 'Ổ gà lớn trước số nhà 30, cùng phản ánh với đèn đường.';

  async function split(over: object = {}) {
    const one = await withPart();
    await operator.does(one.id, 'split_off', { text, ...over });
    const [link] = (await operator.sees(one.id)).links;
    return { ...one, child: link?.id ?? '' };
  }

  it('lives by itself under the promise that the filer has, and both show the other', async () => {
    const { id, child } = await split();
    const seen = await operator.sees(child);
    expect(seen).toMatchObject({ status: 'new', text, channel: 'split', category: 'CS-01' });
    expect(seen.links).toEqual([expect.objectContaining({ id, role: 'from', kind: 'split' })]);
    const started = (one: typeof seen) =>
      one.clocks.find(({ kind }) => kind === 'resolution')?.startedAt;
    expect(started(seen)).toBe(started(await operator.sees(id)));
    const listed = (await operator.lists('?queue=triage&limit=100')).items;
    expect(listed.find((item) => item.id === child)?.links).toHaveLength(1);
    expect(await refusal(operator.tells(child, 'ask', { text: 'Ở số mấy?' }))).toEqual([
      409,
      'ask.of_linked',
    ]);
    expect(await problemsOf(world.behind, id)).toEqual([]);
    expect(await problemsOf(world.behind, child)).toEqual([]);
  });

  it('takes a part with it to its agency', async () => {
    const one = await withPart();
    await operator.does(one.id, 'split_off', { text, number: one.number });
    const seen = await operator.sees(one.id);
    expect(seen.parts.find(({ number }) => number === one.number)?.status).toBe('withdrawn');
    expect(seen.links).toEqual([expect.objectContaining({ status: 'assigned', lead: POWER })]);
    expect(await clocksOf(one.id, POWER)).toEqual([['acceptance', 'cancelled']]);
    await lamps.does(one.id, 'answer', answer);
  });

  it('is one matter to the filer, told and mailed under the one code', async () => {
    const { code, child } = await split();
    await operator.does(child, 'assign', { lead: POWER });
    await power.does(child, 'accept', { officer: electrician });
    await power.does(child, 'answer', { ...answer, done });
    await operator.does(child, 'publish');
    const tracked = await world.anyone.tracks(code);
    expect(tracked.linked).toEqual([
      expect.objectContaining({ status: 'resolved', answer: expect.objectContaining({ done }) }),
    ]);
    const lines = tracked.timeline.map(({ words }) => words.en);
    expect(lines.filter((line) => line.includes(': '))).toHaveLength(3);
    const before = (await mailsOf(world)).length;
    await world.deliver();
    const mails = (await mailsOf(world)).slice(before).filter(({ to }) => to === email);
    const [own] = await world.behind.query<{ code: string }[]>(
      'select code from complaint where id = $1',
      [child],
    );
    expect(mails.filter((mail) => mail.text.includes(done))).toHaveLength(1);
    for (const mail of mails) expect(mail.text).not.toContain(own?.code);
    expect(mails.find((mail) => mail.text.includes(done))?.text).toContain(code);
  });

  it('is the center’s to decide', async () => {
    const { id } = await accepted();
    expect((await lamps.tells(id, 'split_off', { text })).status).toBe(403);
  });
});
