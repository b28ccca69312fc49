import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answer, caseIdOf, streetLight, unclear } from '../world/complaints.js';
import type { Api } from '../world/api.js';
import { World } from '../world/world.js';
import { eventsOf, mailsOf, noticesOf } from './support/events.js';

let world: World;
let operator: Api;
let supervisor: Api;
let head: Api;
let officer: string;

beforeAll(async () => {
  world = await World.start();
  operator = await world.operator();
  supervisor = await world.supervisor();
  head = await world.head('HAPULICO');
  officer = await world.officerOf('HAPULICO');
}, 60_000);
afterAll(() => world.stop());

const filer = { name: 'Nguyễn Văn An', phone: '0900000001', email: 'an@example.org' };

async function filed(body: Record<string, unknown> = streetLight({ filer })) {
  const { code } = await world.anyone.files(body);
  return { code, id: await caseIdOf(world, code) };
}

async function resolved() {
  const one = await filed();
  await head.does(one.id, 'accept', { officer });
  await head.does(one.id, 'answer', answer);
  await operator.does(one.id, 'publish');
  return one;
}

const says = (code: string, what: string, body = {}) =>
  world.anyone.post(`/api/complaints/${code}/${what}`, body);

const stateOf = async (answerTo: ReturnType<typeof says>, status: string) =>
  expect((await answerTo.expect(200)).body.status).toBe(status);

describe('from the filing to the end', () => {
  let one: { code: string; id: string };

  it('is filed and routed by rule, with the reasons on the event', async () => {
    one = await filed();
    const [filing, assigned] = await eventsOf(world, one.id);
    expect(filing).toMatchObject({ type: 'filed', actor: { kind: 'filer' } });
    expect(assigned).toMatchObject({
      type: 'assigned',
      actor: { kind: 'system', name: 'routing' },
      data: { lead: 'HAPULICO', supporting: ['UBND-00256'], grounds: { rule: 'lamp' } },
    });
    const { reasons, confidence } = assigned!.data['grounds'] as {
      reasons: { vi: string; en: string }[];
      confidence: number;
    };
    expect(confidence).toBeGreaterThanOrEqual(0.8);
    expect(reasons[0]?.vi).toContain('lamp');
  });

  it('is accepted by the agency, which names an officer of its own', async () => {
    const foreign = await world.officerOf('EVNHANOI');
    const refused = await head.tells(one.id, 'accept', { officer: foreign });
    expect(refused.status).toBe(400);
    expect(refused.body.errors[0].field).toBe('officer');
    const accepted = await head.does(one.id, 'accept', { officer });
    expect(accepted).toMatchObject({
      status: 'in_progress',
      holder: { unit: 'HAPULICO', duty: 'officer', person: officer },
    });
  });

  it('asks the filer, who replies', async () => {
    await head.does(one.id, 'ask', { text: 'Đoạn nào của phố, thưa ông bà?' });
    const asked = await world.anyone.tracks(one.code);
    expect(asked).toMatchObject({ status: 'waiting_filer' });
    expect(asked.promise.pausedUntil).toBe('2026-03-17T10:00:00.000Z');
    expect(asked.can).toContain('reply');
    await stateOf(says(one.code, 'messages', { text: 'Từ số 20 đến số 48.' }), 'in_progress');
  });

  it('keeps the answer from the filer until it is published', async () => {
    await head.does(one.id, 'answer', { finding: 'Chưa đầy đủ.', done: 'Đang làm tiếp.' });
    await operator.does(one.id, 'send_back', { text: 'Thiếu thời điểm hoàn thành.' });
    await head.does(one.id, 'answer', answer);
    const before = await world.anyone.tracks(one.code);
    expect(before).toMatchObject({ status: 'answered', answer: null });
    expect(JSON.stringify(before)).not.toContain(answer.finding);
    await operator.does(one.id, 'publish');
    const after = await world.anyone.tracks(one.code);
    expect(after).toMatchObject({ status: 'resolved', answer });
    expect(after.answer?.agency.vi).toBe('Công ty Chiếu sáng và Thiết bị đô thị');
    expect(JSON.stringify(after)).not.toContain('Chưa đầy đủ');
  });

  it('is rated and ends', async () => {
    await stateOf(says(one.code, 'rating', { score: 5, factors: { result: 5 } }), 'closed');
    const again = await says(one.code, 'rating', { score: 4 }).expect(409);
    expect(again.body.code).toBe('rating.already_given');
  });

  it('tells the filer its way in words, without any name of staff', async () => {
    const tracked = await world.anyone.tracks(one.code);
    expect(tracked.timeline.map(({ type }) => type)).toEqual([
      'filed',
      'assigned',
      'accepted',
      'question_asked',
      'filer_replied',
      'published',
      'rated',
      'closed',
    ]);
    for (const { words } of tracked.timeline) expect(words.vi).toMatch(/\p{L}/u);
    expect(tracked.timeline[3]?.text).toBe('Đoạn nào của phố, thưa ông bà?');
    const names = await world.behind.query<{ name: string; id: string }[]>(
      'select name, id from staff',
    );
    const text = JSON.stringify(tracked);
    for (const { name, id } of names) expect(text.includes(name) || text.includes(id)).toBe(false);
    expect(tracked.holder).toBeNull();
  });

  it('tells staff everything, with who did it', async () => {
    const seen = await operator.sees(one.id);
    expect(seen.timeline.map(({ type, number }) => `${number} ${type}`)).toEqual([
      '1 filed',
      '2 assigned',
      '3 accepted',
      '4 question_asked',
      '5 filer_replied',
      '6 answered',
      '7 sent_back',
      '8 answered',
      '9 published',
      '10 rated',
      '11 closed',
    ]);
    expect(seen.timeline[2]?.actor).toMatchObject({
      kind: 'staff',
      name: 'Vũ Đình Nam',
      role: 'agency_head',
      agency: 'HAPULICO',
    });
    expect(seen.timeline[7]?.parts).toMatchObject(answer);
    expect(seen.clocks.filter(({ stoppedAt }) => stoppedAt === null)).toEqual([]);
    expect(seen.clocks.find(({ kind }) => kind === 'resolution')?.outcome).toBe('met');
  });

  it('has told everybody by mail, each once', async () => {
    const notices = await noticesOf(world, one.id);
    expect(notices).toEqual([
      'received → filer',
      'forwarded → filer',
      'staff_assigned → duty:agency_head:HAPULICO',
      `staff_accepted → staff:${officer}`,
      'question → filer',
      `staff_replied → staff:${officer}`,
      `staff_sent_back → staff:${officer}`,
      'result → filer',
    ]);
    await world.deliver();
    const mails = await mailsOf(world);
    const filers = mails.filter(({ to }) => to === filer.email);
    expect(filers).toHaveLength(4);
    for (const { text } of filers) expect(text).toContain(one.code);
    expect(filers.filter(({ text }) => text.includes(answer.done))).toHaveLength(1);
    const others = mails.filter(({ to }) => to !== filer.email);
    expect(new Set(others.map(({ to }) => to))).toEqual(
      new Set(['hapulico.thu.truong@demo.example', 'hapulico.can.bo@demo.example']),
    );
    for (const { text, html, subject } of others)
      expect(`${subject}${text}${html}`).not.toContain(one.code);
    const sent = mails.length;
    await world.deliver();
    expect(await mailsOf(world)).toHaveLength(sent);
  });
});

describe('when the filer is not content', () => {
  it('a low rating puts the answer before the center again, once', async () => {
    const { code, id } = await resolved();
    await stateOf(says(code, 'rating', { score: 1, text: 'Đèn vẫn tắt.' }), 'answered');
    expect(await noticesOf(world, id)).toContain('staff_review → duty:supervisor');
    await operator.does(id, 'publish');
    await stateOf(says(code, 'rating', { score: 1 }), 'closed');
  });

  it('a dispute sends it back to the agency with a shorter promise', async () => {
    const { code, id } = await resolved();
    const text = 'Đèn sáng một tối rồi lại tắt.';
    await stateOf(says(code, 'reopen', { text }), 'assigned');
    const seen = await head.sees(id);
    expect(seen).toMatchObject({ reopens: 1, lead: 'HAPULICO', officer: null });
    expect(seen.clocks.find(({ id: clock }) => clock === 'resolution#2')?.limit).toBe('2wd');
    expect(await noticesOf(world, id)).toContain('staff_reopened → duty:agency_head:HAPULICO');
  });

  it('a third dispute is for the supervisor', async () => {
    const { code, id } = await resolved();
    const text = 'Kết quả chưa đúng thực tế.';
    for (const _ of [1, 2]) {
      await stateOf(says(code, 'reopen', { text }), 'assigned');
      await head.does(id, 'accept', { officer });
      await head.does(id, 'answer', answer);
      await operator.does(id, 'publish');
    }
    expect((await says(code, 'reopen', { text })).body.code).toBe('reopen.needs_supervisor');
    expect((await operator.tells(id, 'reopen', { text })).status).toBe(403);
    expect(await supervisor.does(id, 'reopen', { text })).toMatchObject({ reopens: 3 });
  });

  it('a confirmation ends it', async () => {
    const { code } = await resolved();
    await stateOf(says(code, 'confirm'), 'closed');
  });
});

describe('when it is not theirs', () => {
  const reason = {
    ground: 'not_competent',
    proposed: 'EVNHANOI',
    text: 'Đèn này do khu đô thị tự quản lý.',
  };

  it('the second return goes to the supervisor, whose decision binds', async () => {
    const { id } = await filed();
    await head.does(id, 'return', { ...reason, proposed: 'UBND-00256' });
    expect(await operator.sees(id)).toMatchObject({ status: 'new', lead: null, returns: 1 });
    await operator.does(id, 'assign', { lead: 'UBND-00256' });
    const ward = await world.head('UBND-00256');
    await ward.does(id, 'return', reason);
    const contested = await operator.sees(id);
    expect(contested.holder).toMatchObject({ duty: 'supervisor' });
    const refused = await operator.tells(id, 'assign', { lead: 'HAPULICO' });
    expect([refused.status, refused.body.code]).toEqual([403, 'assignment.needs_supervisor']);
    const decision = { lead: 'HAPULICO', task: 'Kiểm tra và sửa.' };
    const silent = await supervisor.tells(id, 'assign', decision);
    expect([silent.status, silent.body.code]).toEqual([400, 'assignment.needs_ground']);
    await supervisor.does(id, 'assign', { ...decision, text: 'Đèn thuộc lưới của công ty.' });
    const bound = await head.tells(id, 'return', reason);
    expect([bound.status, bound.body.code]).toEqual([409, 'return.binding']);
    expect((await noticesOf(world, id)).filter((one) => one.startsWith('staff_returned'))).toEqual([
      'staff_returned → duty:operator',
    ]);
  });

  it('a return after the acceptance limit is refused', async () => {
    const { id } = await filed();
    world.time.advance({ hours: 11 });
    await world.behind.query(
      `update clock set due_at = $2 where complaint_id = $1 and kind = 'acceptance'`,
      [id, new Date(world.time.now().getTime() - 1)],
    );
    const late = await head.tells(id, 'return', reason);
    expect([late.status, late.body.code]).toEqual([409, 'return.after_acceptance_limit']);
  });
});

describe('when the center does not accept it', () => {
  it('the filer is told why and may appeal once, before the supervisor', async () => {
    const { code, id } = await filed(unclear({ filer }));
    const text = 'Việc này thuộc thẩm quyền của Tòa án nhân dân.';
    await operator.does(id, 'reject', { reason: 'not_competent', text });
    const rejected = await world.anyone.tracks(code);
    expect(rejected).toMatchObject({ status: 'rejected', holder: null, can: ['appeal'] });
    expect(rejected.timeline.at(-1)).toMatchObject({ type: 'rejected', text });
    await stateOf(says(code, 'appeal', { text: 'Đây là việc của phường.' }), 'new');
    expect((await operator.sees(id)).holder).toMatchObject({ duty: 'supervisor' });
    const refused = await operator.tells(id, 'reject', { reason: 'spam', text });
    expect([refused.status, refused.body.code]).toEqual([403, 'assignment.needs_supervisor']);
    await supervisor.does(id, 'reject', { reason: 'not_competent', text });
    const again = await says(code, 'appeal', { text: 'Vẫn không đồng ý.' });
    expect([again.status, again.body.code]).toEqual([409, 'appeal.already_used']);
  });

  it('what the status does not admit is refused with the status', async () => {
    const { code, id } = await filed();
    const early = await head.tells(id, 'answer', answer);
    expect(early.status).toBe(409);
    expect(early.body).toMatchObject({
      code: 'move.not_allowed',
      present: 'assigned',
      command: 'answer',
    });
    expect((await says(code, 'confirm')).status).toBe(409);
    expect((await head.tells(id, 'classify', { category: 'CS-01' })).status).toBe(403);
  });

  it('an operator classifies and assigns what no rule matched', async () => {
    const { id } = await filed(unclear());
    const unknown = await operator.tells(id, 'classify', { category: 'XX-1' });
    expect(unknown.body.errors[0].field).toBe('category');
    const nobody = await operator.tells(id, 'assign', { lead: 'NOBODY', supporting: ['X'] });
    expect(nobody.body.errors[0].field).toBe('lead');
    expect(await operator.does(id, 'classify', { category: 'TN-01' })).toMatchObject({
      category: 'TN-01',
      urgency: 'urgent',
    });
    const assigned = await operator.does(id, 'assign', {
      lead: 'HSDC',
      supporting: ['UBND-00256', 'HSDC'],
      task: 'Hút nước, khơi thông.',
    });
    expect(assigned).toMatchObject({ status: 'assigned', lead: 'HSDC' });
    await operator.does(id, 'note', { text: 'Đã gọi điện báo trước.', task: undefined });
    expect((await operator.sees(id)).supporting).toEqual(['UBND-00256']);
  });
});
