import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MorningMail } from '../../src/deadlines/morning-mail.js';
import type { MorningItem, UrgingPage } from '../../src/deadlines/urging.dto.js';
import { problemsOf } from '../cli/desk.js';
import { FakeSmtp } from '../delivery/support/fake-smtp.js';
import { caseIdOf, streetLight, unclear } from '../world/complaints.js';
import type { Api } from '../world/api.js';
import { World } from '../world/world.js';
import { eventsOf, keepSignedIn } from '../stories/support/events.js';

const TUESDAY_9_00 = '2026-03-10T09:00:00+07:00';
const FILER = 'cho.ket.qua@example.org';

let world: World;
let leader: Api;
let supervisor: Api;
let head: Api;
let HEAD: string;
const smtp = new FakeSmtp();

beforeAll(async () => {
  await smtp.start();
  world = await World.start({ SMTP_URL: smtp.url, MAIL_FROM: 'Đầu Mối <dm@city.example>' });
  const [row] = await world.behind.query<{ login: string }[]>(
    `select login from staff where role = 'leader' limit 1`,
  );
  leader = await world.as(row!.login);
  supervisor = await world.supervisor();
  head = await world.head('HAPULICO');
  await world.operator();
  const [headed] = await world.behind.query<{ email: string }[]>(
    `select email from staff where role = 'agency_head' and agency = 'HAPULICO' limit 1`,
  );
  HEAD = headed!.email;
  await keepSignedIn(world);
}, 60_000);

afterAll(async () => {
  await world.stop();
  await smtp.stop();
});

beforeEach(async () => {
  world.time.set(TUESDAY_9_00);
  await world.deliver();
  await world.behind.query(`update complaint set next_at = '9999-01-01' where next_at is not null`);
  await world.behind.query(`update clock set listed_at = null`);
  await world.behind.query(`update outbox set placed = false`);
  smtp.received.length = 0;
});

async function filed(body: Record<string, unknown> = streetLight()): Promise<string> {
  const { code } = await world.anyone.files(body);
  return caseIdOf(world, code);
}

async function inProgress(body?: Record<string, unknown>): Promise<string> {
  const id = await filed(body);
  await head.does(id, 'accept', { officer: await world.officerOf('HAPULICO') });
  return id;
}

/** Lets time come to a moment of March, with its steps and its mails. */
async function until(moment: string): Promise<void> {
  world.time.set(`2026-${moment}:00+07:00`);
  await world.fireTimers();
  await world.deliver();
}

const mailsTo = (address: string) =>
  smtp.received.filter(({ recipients }) => recipients[0] === address).map(({ mail }) => mail);

const typesOf = async (id: string) => (await eventsOf(world, id)).map(({ type }) => type);

describe('a whole ladder', () => {
  it('of a promise: a breach with an apology, urgings by number, urgency, the morning list', async () => {
    const id = await inProgress(streetLight({ filer: { name: 'An', email: FILER } }));
    await until('03-13T17:00');
    const [apology] = mailsTo(FILER).filter(({ subject }) => /Xin lỗi/.test(subject ?? ''));
    expect(apology?.text).toContain('17/03/2026, 17:00');
    expect(apology?.text).toMatch(
      /Lý do: .*Chiếu sáng.* đang giải quyết từ thứ Ba 10\/03\/2026, 09:00 nhưng chưa xong\./,
    );

    await until('03-16T12:00');
    const [urging] = (await head.sees(id)).urgings;
    expect(urging).toMatchObject({ number: 1, agency: 'HAPULICO', by: 'system', open: true });
    expect(urging?.text).toContain('17:00 ngày 13/3/2026');
    expect(mailsTo(HEAD).map(({ subject }) => subject)).toContainEqual(
      expect.stringMatching(/^Đôn đốc lần 1 #/),
    );

    await until('03-18T17:00');
    const view = await supervisor.sees(id);
    expect(view.urgency).toBe('urgent');
    expect(view.dueAt).toBe('2026-03-13T10:00:00.000Z');
    expect(view.urgings.map(({ number }) => number)).toEqual([1, 2]);
    const listed = (await leader.get('/api/deadlines/morning').expect(200)).body as MorningItem[];
    expect(listed).toEqual([
      expect.objectContaining({ caseId: id, clock: 'resolution', unit: 'HAPULICO' }),
    ]);
    expect(JSON.stringify(listed)).not.toMatch(/Hòa Mã|example\.org/);
    expect(await problemsOf(world.behind, id)).toEqual([]);
  });

  it('of an agency that does not accept: the supervisor holds it, and whoever takes it has it', async () => {
    const id = await filed();
    await until('03-12T16:59');
    expect((await supervisor.sees(id)).holder).toMatchObject({ duty: 'agency_head' });
    await until('03-12T17:00');
    expect(await typesOf(id)).toContain('handed_up');
    const view = await supervisor.sees(id);
    expect(view).toMatchObject({ status: 'assigned', lead: 'HAPULICO' });
    expect(view.holder).toMatchObject({ duty: 'supervisor', person: null });
    const queue = await supervisor.lists('?queue=arbitration');
    expect(queue.items.map((item) => item.id)).toContain(id);
    await head.does(id, 'accept', { officer: await world.officerOf('HAPULICO') });
    expect((await supervisor.sees(id)).holder).toMatchObject({
      unit: 'HAPULICO',
      duty: 'officer',
    });
    expect(await problemsOf(world.behind, id)).toEqual([]);
  });

  it('of what nobody triages: it leaves the desk for the supervisor’s queue', async () => {
    const id = await filed(unclear());
    await until('03-11T17:00');
    expect((await supervisor.sees(id)).holder).toMatchObject({ duty: 'supervisor' });
    const operator = await world.operator();
    expect((await operator.lists('?queue=triage')).items.map((item) => item.id)).not.toContain(id);
    const refused = await operator.tells(id, 'reject', {
      reason: 'unclear',
      text: 'Nội dung chưa đủ rõ để xử lý.',
    });
    expect(refused.body).toMatchObject({ code: 'assignment.needs_supervisor' });
  });

  it('an apology tells what a matter waits for, in the filer’s language', async () => {
    await filed(streetLight({ language: 'en', filer: { name: 'An', email: FILER } }));
    await until('03-13T17:00');
    const [apology] = mailsTo(FILER).filter(({ subject }) => /sorry/.test(subject ?? ''));
    expect(apology?.text).toMatch(/The reason: .* has not accepted it yet|checking|still with/);
    expect(apology?.text).toContain('Tuesday 17/03/2026, 17:00');
  });
});

describe('urging', () => {
  it('is numbered, sent and answered on record, by whom and when', async () => {
    const id = await inProgress();
    await supervisor.does(id, 'urge', { text: 'Xin báo tiến độ.' });
    world.time.advance({ minutes: 30 });
    await leader.does(id, 'urge', { text: 'Thành phố đang chờ.' });
    await head.does(id, 'answer_urging', { number: 1, text: 'Mai thay bóng.' });
    const { urgings } = await supervisor.sees(id);
    expect(urgings).toEqual([
      expect.objectContaining({
        number: 1,
        by: 'supervisor',
        text: 'Xin báo tiến độ.',
        sentAt: '2026-03-10T02:00:00.000Z',
        answerBy: '2026-03-11T10:00:00.000Z',
        answer: 'Mai thay bóng.',
        answeredAt: '2026-03-10T02:30:00.000Z',
        open: false,
      }),
      expect.objectContaining({ number: 2, by: 'leader', answer: null, open: true }),
    ]);
    expect(urgings[0]?.sentBy).not.toBeNull();
    expect(urgings[0]?.answeredBy).not.toBeNull();
    expect(await problemsOf(world.behind, id)).toEqual([]);
    await world.deliver();
    const toHead = mailsTo(HEAD).map(({ subject, text }) => `${subject} ${text}`);
    expect(toHead.filter((mail) => /Đôn đốc lần 2/.test(mail))).toHaveLength(1);
    expect(toHead.some((mail) => mail.includes('Thành phố đang chờ.'))).toBe(true);
  });

  it('is not answered twice, nor under a number that there is not', async () => {
    const id = await inProgress();
    await supervisor.does(id, 'urge', { text: 'Xin báo tiến độ.' });
    const answer = (number: number) =>
      head.tells(id, 'answer_urging', { number, text: 'Đang làm.' });
    expect((await answer(2)).body).toMatchObject({ code: 'urging.unknown' });
    expect((await answer(1)).status).toBe(200);
    expect((await answer(1)).body).toMatchObject({ code: 'urging.settled' });
  });

  it('is no matter of operators or of the agency itself', async () => {
    const id = await inProgress();
    for (const other of [await world.operator(), head])
      expect((await other.tells(id, 'urge', { text: 'Nhanh lên.' })).status).toBe(403);
    expect((await leader.tells(id, 'note', { text: 'Đã xem.' })).status).toBe(403);
  });

  it('left unanswered goes to the supervisor, in one notice', async () => {
    const id = await inProgress();
    await leader.does(id, 'urge', { text: 'Xin báo tiến độ.' });
    await until('03-11T17:00');
    await until('03-12T12:00');
    const notices = await world.behind.query<unknown[]>(
      `select 1 from outbox where complaint_id = $1 and recipient = 'duty:supervisor'
         and template = 'staff_breached' and data->>'clock' = 'urging#1'`,
      [id],
    );
    expect(notices).toHaveLength(1);
    const page = (await head.get('/api/deadlines/urgings').expect(200)).body as UrgingPage;
    const mine = page.items.find(({ caseId }) => caseId === id);
    expect(mine).toMatchObject({ number: 1, by: 'leader', open: true, late: true });
  });

  it('counts by agency: a head sees the own, unanswered first', async () => {
    const answered = await inProgress();
    await supervisor.does(answered, 'urge', { text: 'Một.' });
    await head.does(answered, 'answer_urging', { number: 1, text: 'Xong.' });
    const open = await inProgress();
    await supervisor.does(open, 'urge', { text: 'Hai.' });
    const page = (await head.get('/api/deadlines/urgings?limit=100').expect(200))
      .body as UrgingPage;
    const places = [open, answered].map((id) => page.items.findIndex((one) => one.caseId === id));
    expect(places[0]).toBeLessThan(places[1] ?? -1);
    expect(new Set(page.items.map(({ agency }) => agency))).toEqual(new Set(['HAPULICO']));
    const all = (await leader.get('/api/deadlines/urgings').expect(200)).body as UrgingPage;
    expect(all.counts.find(({ agency }) => agency === 'HAPULICO')).toEqual(page.counts[0]);
    await (await world.operator()).get('/api/deadlines/urgings').expect(403);
  });
});

describe('the morning list', () => {
  it('comes by mail once in a working morning, with the case, the agency and how late it is', async () => {
    const id = await inProgress(streetLight({ filer: { name: 'An', email: FILER } }));
    await until('03-18T17:00');
    smtp.received.length = 0;
    const morning = world.app.get(MorningMail, { strict: false });
    const lists = () =>
      smtp.received.filter(({ mail }) => mail.subject?.startsWith('Danh sách buổi sáng'));
    for (const moment of ['03-19T07:29', '03-19T07:30', '03-19T07:31', '03-19T09:00']) {
      world.time.set(`2026-${moment}:00+07:00`);
      await morning.look();
      await world.deliver();
      expect(lists()).toHaveLength(moment === '03-19T07:29' ? 0 : 1);
    }
    const [list] = lists();
    expect(list?.mail.text).toContain(`#${id.slice(-8)}`);
    expect(list?.mail.text).toContain('trễ 5 ngày 14 giờ');
    expect(list?.mail.text).not.toMatch(/Hòa Mã|example\.org/);
    for (const moment of ['03-21T08:00', '03-22T08:00']) {
      world.time.set(`2026-${moment}:00+07:00`);
      await morning.look();
      await world.deliver();
    }
    expect(lists()).toHaveLength(1);
  });

  it('with nothing on it is not sent, and a case that is settled leaves it', async () => {
    const id = await inProgress();
    await until('03-18T17:00');
    await head.does(id, 'answer', { finding: 'Đã kiểm tra.', done: 'Đã thay bóng.' });
    await (await world.operator()).does(id, 'publish');
    expect((await leader.get('/api/deadlines/morning').expect(200)).body).toEqual([]);
    smtp.received.length = 0;
    world.time.set('2026-03-24T07:30:00+07:00');
    await world.app.get(MorningMail, { strict: false }).look();
    await world.deliver();
    expect(smtp.received).toEqual([]);
  });
});

describe('one’s own quiet hours', () => {
  it('are the usual ones until they are changed', async () => {
    const usual = { quiet: true, from: '21:00', to: '07:00', days: [1, 2, 3, 4, 5, 6, 7] };
    expect((await head.get('/api/me/notices').expect(200)).body).toEqual({
      ...usual,
      digest: true,
    });
    const mine = { ...usual, from: '18:00', days: [5, 1, 5], digest: false };
    const saved = await head.put('/api/me/notices', mine).expect(200);
    expect(saved.body).toEqual({ ...mine, days: [1, 5] });
    expect((await head.get('/api/me/notices')).body).toEqual(saved.body);
    expect((await supervisor.get('/api/me/notices')).body).toEqual({ ...usual, digest: true });
    await head.put('/api/me/notices', { ...mine, to: '18:00' }).expect(400);
    await head.put('/api/me/notices', { ...mine, from: '25:00' }).expect(400);
  });
});
