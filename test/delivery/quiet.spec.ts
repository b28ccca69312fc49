import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BURST } from '../../src/delivery/placing.js';
import { quietUntil } from '../../src/delivery/quiet.js';
import { usualHours, type NoticePreference } from '../../src/people/notices/notice-preferences.js';
import { NoticePreferenceRow } from '../../src/people/notices/notice-preference.entity.js';
import { DeliveryWorld, type Program } from './support/delivery-world.js';
import { FakeSmtp } from './support/fake-smtp.js';
import { canary, Rows } from './support/rows.js';

const at = (text: string) => new Date(`2026-11-${text}:00+07:00`);

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
  program = startProgram();
});

afterEach(async () => {
  await world.stopPrograms();
  await smtp.stop();
  await rows.settleAll();
});

afterAll(() => world.end());

const startProgram = () =>
  world.program({ SMTP_URL: smtp.url, MAIL_FROM: 'Đầu Mối <dm@city.example>' });

const person = () => rows.staff({ role: 'agency_head', agency: 'HAPULICO', language: 'en' });

/** Notices of so many cases to a person. @returns their keys */
async function notices(to: string, count: number, over = {}): Promise<string[]> {
  const keys: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const { id } = await rows.complaint(over);
    keys.push(await rows.outbox(id, `staff:${to}`, 'staff_breached', { number: 1 }));
  }
  return keys;
}

const subjects = () => smtp.received.map(({ mail }) => mail.subject ?? '');

describe('quiet hours', () => {
  const hours = (over: Partial<NoticePreference> = {}) => ({ ...usualHours, ...over });
  const until = (moment: string, over?: Partial<NoticePreference>) =>
    quietUntil(at(moment), hours(over), 'Asia/Ho_Chi_Minh')?.toISOString() ?? null;

  it.each([
    ['24T20:59', null],
    ['24T21:00', '25T07:00'],
    ['25T00:00', '25T07:00'],
    ['25T06:59', '25T07:00'],
    ['25T07:00', null],
  ])('at %s hold back until %s', (moment, end) => {
    expect(until(moment)).toBe(end && at(end).toISOString());
  });

  it('begin on the days that were chosen, and last into the next morning', () => {
    // Tuesday the 24th is day 2.
    expect(until('24T22:00', { days: [2] })).toBe(at('25T07:00').toISOString());
    expect(until('25T06:00', { days: [2] })).toBe(at('25T07:00').toISOString());
    expect(until('25T22:00', { days: [2] })).toBeNull();
    expect(until('30T03:00', { days: [7] })).toBe(at('30T07:00').toISOString());
  });

  it('can be in the middle of the day, or off', () => {
    expect(until('24T12:30', { from: '12:00', to: '13:00' })).toBe(at('24T13:00').toISOString());
    expect(until('24T13:00', { from: '12:00', to: '13:00' })).toBeNull();
    expect(until('24T23:00', { quiet: false })).toBeNull();
  });

  it('keep mails back until they end, then all come as one, with no word of a filer', async () => {
    world.time.set(at('24T22:15'));
    const head = await person();
    const keys = await notices(head, 3);
    await program.drain();
    expect(smtp.received).toEqual([]);
    expect(await rows.found(keys[0]!)).toMatchObject({
      state: 'waiting',
      attempts: 0,
      lease: null,
      nextAt: at('25T07:00'),
    });
    world.time.set(at('25T06:59'));
    await program.drain();
    expect(smtp.received).toEqual([]);
    world.time.set(at('25T07:00'));
    await program.drain();
    expect(subjects()).toEqual(['3 notices about cases']);
    const [mail] = smtp.received;
    for (const key of keys) {
      const id = key.split('/')[0] ?? '';
      expect(mail?.mail.text).toContain(`#${id.slice(-8)}`);
      expect(mail?.mail.text).toContain(`https://dm.example/case/${id}`);
      expect(await rows.found(key)).toMatchObject({ state: 'sent', error: 'in a digest' });
    }
    const whole = `${mail?.mail.text} ${String(mail?.mail.html)}`;
    for (const word of [canary.text, canary.name, canary.phone, canary.email, 'CODE-'])
      expect(whole).not.toContain(word);
    world.time.set(at('25T09:00'));
    expect(await program.drain()).toBe(0);
  });

  it('let one that waited alone come as itself', async () => {
    world.time.set(at('24T22:15'));
    const [key] = await notices(await person(), 1);
    await program.drain();
    world.time.set(at('25T07:00'));
    await program.drain();
    expect(subjects()).toHaveLength(1);
    expect(subjects()[0]).toMatch(/^Overdue/);
    expect(await rows.found(key!)).toMatchObject({ state: 'sent', error: null, attempts: 1 });
  });

  it('hold neither an urgent case, nor a filer', async () => {
    world.time.set(at('24T23:00'));
    await notices(await person(), 1, { urgency: 'urgent' });
    const { id } = await rows.complaint();
    await rows.outbox(id, 'filer', 'received');
    await program.drain();
    const addresses = smtp.received.map(({ recipients }) => recipients[0]);
    expect(addresses).toHaveLength(2);
    expect(addresses).toEqual(
      expect.arrayContaining([canary.email, expect.stringMatching(/@staff\.example$/)]),
    );
  });

  it('are those of each person: one sleeps, another has none', async () => {
    world.time.set(at('24T23:00'));
    const awake = await person();
    await world.source.manager.insert(NoticePreferenceRow, {
      ...usualHours,
      quiet: false,
      staffId: awake,
      changedAt: world.time.now(),
    });
    await notices(await person(), 1);
    await notices(awake, 1);
    await program.drain();
    expect(smtp.received.map(({ recipients }) => recipients[0])).toEqual([
      `${awake}@staff.example`,
    ]);
  });

  it('without a digest let each come by itself', async () => {
    world.time.set(at('24T23:00'));
    const head = await person();
    await world.source.manager.insert(NoticePreferenceRow, {
      ...usualHours,
      digest: false,
      staffId: head,
      changedAt: world.time.now(),
    });
    await notices(head, 3);
    await program.drain();
    world.time.set(at('25T07:00'));
    await program.drain();
    expect(subjects()).toHaveLength(3);
  });
});

describe('a burst', () => {
  beforeEach(() => world.time.set(at('24T10:00')));

  it('that comes at once is one mail', async () => {
    await notices(await person(), 30);
    await program.drain();
    expect(subjects()).toEqual(['30 notices about cases']);
  });

  it('that comes drop by drop is read one by one, and then as one', async () => {
    const head = await person();
    for (let n = 0; n < BURST.mails + 4; n += 1) {
      await notices(head, 1);
      await program.drain();
      world.time.advance({ minutes: 0.5 });
    }
    expect(subjects()).toHaveLength(BURST.mails);
    world.time.advance({ minutes: BURST.minutes });
    await program.drain();
    expect(subjects().slice(BURST.mails)).toEqual(['4 notices about cases']);
  });

  it('leaves out whom a case is about', async () => {
    const head = await person();
    await notices(head, 6);
    await notices(head, 2, { about: 'HAPULICO' });
    await program.drain();
    expect(subjects()).toEqual(['6 notices about cases']);
  });
});

describe('a digest is sent exactly once', () => {
  const waited = async () => {
    world.time.set(at('24T22:15'));
    const keys = await notices(await person(), 4);
    await program.drain();
    world.time.set(at('25T07:00'));
    return keys;
  };

  it('by two programs at once', async () => {
    await waited();
    const other = startProgram();
    await Promise.all([program.drain(), other.drain(), program.drain()]);
    expect(subjects()).toEqual(['4 notices about cases']);
  });

  it('when a program dies with the rows in its hands', async () => {
    await waited();
    expect(await program.outbox.claim('mail', 50)).toHaveLength(4);
    const other = startProgram();
    expect(await other.drain()).toBe(0);
    world.time.advance({ minutes: 1 });
    await other.drain();
    expect(subjects()).toEqual(['4 notices about cases']);
  });

  it('when a program dies between making it and sending it', async () => {
    await waited();
    const [first, ...rest] = await program.outbox.claim('mail', 50);
    expect(await program.placing.place(first!)).toBe(false);
    for (const row of rest) expect(await program.placing.place(row)).toBe(false);
    const other = startProgram();
    await other.drain();
    expect(subjects()).toEqual(['4 notices about cases']);
    world.time.advance({ minutes: 2 });
    expect(await other.drain()).toBe(0);
  });

  it('when a program dies with the digest in its hands: under the same Message-ID', async () => {
    smtp.turns = ['cut'];
    await waited();
    await program.drain();
    world.time.advance({ minutes: 2 });
    await program.drain();
    expect(subjects()).toHaveLength(2);
    expect(new Set(smtp.messageIds).size).toBe(1);
  });
});
