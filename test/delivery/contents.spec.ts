import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { filerTemplates, staffTemplates } from '../../src/complaints/notices/templates.js';
import { NoticePreferenceRow } from '../../src/people/notices/notice-preference.entity.js';
import { usualHours } from '../../src/people/notices/notice-preferences.js';
import { DeliveryWorld, type Program } from './support/delivery-world.js';
import { FakeSmtp } from './support/fake-smtp.js';
import { canary, Rows } from './support/rows.js';

let world: DeliveryWorld;
let rows: Rows;
let smtp: FakeSmtp;
let program: Program;

beforeAll(async () => {
  world = await DeliveryWorld.start();
  rows = new Rows(world);
}, 60_000);

beforeEach(async () => {
  smtp = await new FakeSmtp().start();
  program = world.program({ SMTP_URL: smtp.url });
});

afterEach(async () => {
  await world.stopPrograms();
  await smtp.stop();
  await rows.settleAll();
});

afterAll(() => world.end());

/** The complaint's mails to its filer after one event. */
async function told(template: string, number: number, id: string, data: object = {}) {
  await rows.outbox(id, 'filer', template, { number, ...data });
  await program.drain();
  return smtp.received.at(-1)?.mail;
}

describe('what the filer is told', () => {
  it('names the agency of the event, in the language of the filing', async () => {
    const { id } = await rows.complaint({ language: 'en', lead: null, holderUnit: 'TTHT' });
    await rows.event(id, 2, 'assigned', { lead: 'HAPULICO' });
    const mail = await told('forwarded', 2, id);
    expect(mail?.subject).toMatch(/^Your complaint CODE-\d{4}-TEST-0000 has been forwarded/);
    expect(mail?.text).toContain('Thursday 26/11/2026, 16:00');
    expect(mail?.text).toContain(world.city.agency('HAPULICO')?.name.en);
  });

  it('brings a question with the date to reply by', async () => {
    const { id } = await rows.complaint();
    await rows.event(id, 2, 'question_asked');
    await rows.message(id, 2, 'filer', 'Cột đèn số mấy?');
    const wakeAt = '2026-11-30T10:00:00.000Z';
    const pauses = [
      { from: '2026-11-24T03:00:00.000Z', to: null, wakeAt, reason: 'waiting_filer' },
    ];
    await rows.clock(id, { kind: 'resolution', pauses });
    const mail = await told('question', 2, id);
    expect(mail?.text).toContain('> Cột đèn số mấy?');
    expect(mail?.text).toContain('thứ Hai 30/11/2026, 17:00');
  });

  it('brings the latest answer once it is published, and nothing of it before', async () => {
    const { id } = await rows.complaint();
    await rows.event(id, 3, 'answered');
    await rows.message(id, 3, 'staff', 'Cũ', { finding: 'BẢN CŨ', done: 'x' });
    await rows.event(id, 4, 'sent_back');
    await rows.message(id, 4, 'staff', 'NỘI BỘ');
    await rows.event(id, 5, 'answered');
    const parts = { finding: 'Đúng.', done: 'Đã thay bóng.', basis: null };
    await rows.message(id, 5, 'staff', 'Đúng.\n\nĐã thay bóng.', parts);
    await rows.event(id, 6, 'published');
    await rows.clock(id, { kind: 'confirmation' });
    for (const template of filerTemplates.filter((name) => name !== 'result')) {
      const mail = await told(template, 5, id, { newDate: '2026-11-27T02:30:00.000Z' });
      expect(mail?.text).not.toMatch(/BẢN CŨ|NỘI BỘ|Đã thay bóng/);
    }
    const mail = await told('result', 6, id);
    expect(mail?.text).toContain('> Đã thay bóng.');
    expect(mail?.text).toContain('thứ Sáu 27/11/2026, 09:30');
    expect(mail?.text).not.toMatch(/BẢN CŨ|NỘI BỘ/);
  });

  it('gives the reason of a rejection and the new date of a delay', async () => {
    const { id } = await rows.complaint();
    await rows.event(id, 2, 'rejected', { reason: 'unclear' });
    await rows.message(id, 2, 'filer', 'Xin cho biết địa điểm.');
    const rejected = await told('rejected', 2, id);
    expect(rejected?.text).toContain('Nội dung chưa đủ rõ');
    expect(rejected?.text).toContain('> Xin cho biết địa điểm.');
    const late = await told('late', 3, id, { newDate: '2026-11-27T02:30:00.000Z' });
    expect(late?.text).toContain('Hẹn mới: thứ Sáu 27/11/2026, 09:30');
  });

  it('reaches exactly one address whatever was written anywhere', async () => {
    const evil = 'x\r\nBcc: all@evil.example\r\n\r\n<script>';
    const { id } = await rows.complaint({ text: evil, address: evil }, { name: evil, phone: evil });
    await rows.event(id, 2, 'question_asked');
    await rows.message(id, 2, 'filer', evil);
    await told('received', 1, id);
    const clean = [...(smtp.received.at(-1)?.mail.headers.keys() ?? [])];
    const mail = await told('question', 2, id);
    expect(smtp.received.at(-1)?.recipients).toEqual([canary.email]);
    expect([...(mail?.headers.keys() ?? [])]).toEqual(clean);
    expect(mail?.html).not.toContain('<script');
  });
});

describe('what staff are told', () => {
  it.each(['vi', 'en'])(
    'in %s never holds the filer, their words or the code',
    async (language) => {
      const officer = await rows.staff({ agency: 'HAPULICO', language });
      await world.source.manager.insert(NoticePreferenceRow, {
        ...usualHours,
        digest: false,
        staffId: officer,
        changedAt: world.time.now(),
      });
      const { id, code } = await rows.complaint({ address: 'CANARYTEXT', ward: '00070' });
      await rows.event(id, 2, 'filer_replied');
      await rows.message(id, 2, 'filer', canary.text);
      await rows.event(id, 3, 'rated', { score: 1, review: true });
      await rows.message(id, 3, 'staff', canary.text);
      const data = { clock: 'resolution#1', dueAt: '2026-11-26T09:00:00.000Z' };
      for (const template of staffTemplates)
        for (const number of [2, 3])
          await rows.outbox(id, `staff:${officer}`, template, { number, ...data });
      await program.drain();
      expect(smtp.received).toHaveLength(staffTemplates.length * 2);
      for (const { mail } of smtp.received) {
        const whole = [mail.subject, mail.text, mail.html].join('\n');
        for (const secret of [...Object.values(canary), 'CANARYTEXT', code])
          expect(whole).not.toContain(secret);
      }
      const review = smtp.received.find(({ mail }) => mail.text?.includes('1/5'));
      expect(review?.mail.subject).toMatch(language === 'vi' ? /^Đánh giá thấp/ : /^Low rating/);
    },
  );

  it('brings what colleagues wrote to them', async () => {
    const operator = await rows.staff({ role: 'operator' });
    const { id } = await rows.complaint({ lead: null });
    await rows.event(id, 2, 'returned', {
      agency: 'HAPULICO',
      ground: 'wrong_area',
      proposed: 'EVNHANOI',
    });
    await rows.message(id, 2, 'staff', 'Cột này của bên điện lực.');
    await rows.outbox(id, `staff:${operator}`, 'staff_returned', { number: 2 });
    await program.drain();
    const text = smtp.received[0]?.mail.text;
    expect(text).toContain('Không thuộc địa bàn');
    expect(text).toContain('> Cột này của bên điện lực.');
    expect(text).toContain(`/case/${id}`);
  });

  it('goes to each person on duty, once, in their language', async () => {
    const agency = 'TEST-AGENCY';
    const [a, b] = await Promise.all([
      rows.staff({ role: 'agency_head', agency }),
      rows.staff({ role: 'agency_head', agency, language: 'en' }),
      rows.staff({ role: 'agency_head', agency, active: false }),
      rows.staff({ role: 'agency_head', agency, email: null }),
      rows.staff({ role: 'agency_head', agency: 'OTHER-AGENCY' }),
      rows.staff({ role: 'officer', agency }),
    ]);
    const { id } = await rows.complaint();
    await rows.outbox(id, `staff:${a}`, 'staff_breached', { number: 1 });
    const key = await rows.outbox(id, `duty:agency_head:${agency}`, 'staff_breached');
    await program.drain();
    const sent = smtp.received.map(({ recipients, mail }) => [recipients, mail.subject?.[0]]);
    expect(sent.toSorted()).toEqual(
      [
        [[`${a}@staff.example`], 'Q'],
        [[`${b}@staff.example`], 'O'],
      ].toSorted(),
    );
    expect(await rows.found(key)).toMatchObject({ state: 'sent', error: null });
  });

  it('is done with when nobody is on duty', async () => {
    const { id } = await rows.complaint();
    const key = await rows.outbox(id, 'duty:agency_head:NOBODY', 'staff_assigned');
    await program.drain();
    expect(await rows.found(key)).toMatchObject({ state: 'sent', error: 'no address' });
  });
});
