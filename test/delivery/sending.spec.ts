import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { grouped } from '../../src/platform/grouped.js';
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

const received = async () => {
  const complaint = await rows.complaint();
  return rows.outbox(complaint.id, 'filer', 'received');
};

describe('a mail', () => {
  it('is sent once, to one address, under a Message-ID made from its key', async () => {
    const key = await received();
    expect(await program.drain()).toBe(1);
    expect(await program.drain()).toBe(0);

    const [only, ...others] = smtp.received;
    expect(others).toEqual([]);
    expect(only?.recipients).toEqual([canary.email]);
    const id = createHash('sha256').update(key).digest('hex');
    expect(only?.mail.messageId).toBe(`<${id}@city.example>`);
    expect(only?.mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(only?.mail.from?.text).toBe('"Đầu Mối" <dm@city.example>');
    expect(only?.mail.text).toContain('thứ Năm 26/11/2026, 16:00');
    expect(await rows.found(key)).toMatchObject({ state: 'sent', error: null, lease: null });
  });

  it('refused for now is tried again after a pause', async () => {
    smtp.turns = [451, 421];
    const key = await received();
    await program.drain();
    expect(await rows.found(key)).toMatchObject({
      state: 'waiting',
      attempts: 1,
      error: 'smtp 451',
    });
    world.time.advance({ minutes: 0.35 });
    expect(await program.drain()).toBe(0);
    world.time.advance({ minutes: 0.35 });
    await program.drain();
    expect(await rows.found(key)).toMatchObject({ attempts: 2, error: 'smtp 421' });
    world.time.advance({ minutes: 2.5 });
    await program.drain();
    expect(await rows.found(key)).toMatchObject({ state: 'sent', attempts: 3, error: null });
    expect(smtp.received).toHaveLength(1);
  });

  it('refused for good is dead, and can be sent again by hand', async () => {
    smtp.turns = [550];
    const key = await received();
    await program.drain();
    const dead = await rows.found(key);
    expect(dead).toMatchObject({ state: 'dead', error: 'smtp 550' });
    expect(await program.status.counts()).toMatchObject({ waiting: 0, dead: 1 });

    const admin = { kind: 'staff', id: 'a', role: 'administrator', agency: null } as const;
    const signedIn = { session: 'a', secondFactor: 'on', enrolled: true } as const;
    const caller = { ...admin, ...signedIn, name: '', login: '', language: 'vi' };
    const page = await program.letters.page(caller, {});
    expect(page.items).toMatchObject([{ id: dead.id, recipient: 'filer', error: 'smtp 550' }]);
    expect(JSON.stringify(page)).not.toContain(canary.email);
    await program.letters.resend(caller, dead.id);
    await expect(program.letters.resend(caller, dead.id)).rejects.toMatchObject({
      code: 'not_found',
    });
    await program.drain();
    expect(await rows.found(key)).toMatchObject({ state: 'sent' });
    expect(smtp.received).toHaveLength(1);
  });

  it('whose acknowledgement was cut off comes again with the same Message-ID', async () => {
    smtp.turns = ['cut'];
    const key = await received();
    await program.drain();
    expect(await rows.found(key)).toMatchObject({ state: 'waiting', attempts: 1 });
    world.time.advance({ minutes: 1 });
    await program.drain();
    expect(await rows.found(key)).toMatchObject({ state: 'sent', attempts: 2 });
    expect(smtp.received).toHaveLength(2);
    expect(new Set(smtp.messageIds).size).toBe(1);
  });

  it('waits while the server is down and goes out when it is back', async () => {
    await smtp.stop();
    const key = await received();
    await program.drain();
    expect(await rows.found(key)).toMatchObject({ state: 'waiting', attempts: 1 });
    expect((await rows.found(key)).error).toMatch(/^smtp E[A-Z]+$/);
    await smtp.start();
    world.time.advance({ minutes: 1 });
    await program.drain();
    expect(await rows.found(key)).toMatchObject({ state: 'sent' });
  });

  it('survives a server that refuses the sign-in with a permanent code', async () => {
    smtp.refusesSignIn = true;
    const key = await received();
    await program.drain();
    expect(await rows.found(key)).toMatchObject({ state: 'waiting', error: 'smtp 535' });
  });

  it('is given up after three days of failures', async () => {
    smtp.turns = Array.from({ length: 40 }, () => 451);
    const key = await received();
    const begin = world.time.now().getTime();
    for (let row = await rows.found(key); row.state === 'waiting'; row = await rows.found(key)) {
      world.time.set(row.nextAt);
      await program.drain();
    }
    const hours = (world.time.now().getTime() - begin) / 3_600_000;
    expect(hours).toBeGreaterThan(64);
    expect(hours).toBeLessThan(83);
    expect(await rows.found(key)).toMatchObject({ state: 'dead', attempts: 17 });
  }, 60_000);

  it('about a matter comes after those that told of it before', async () => {
    const letters = ['received', 'forwarded', 'closed'];
    for (let at = 0; at < 8; at += 1) {
      const { id } = await rows.complaint();
      for (const letter of letters) await rows.outbox(id, 'filer', letter);
    }
    await program.drain();
    const code = /CODE-[0-9A-Z-]+/;
    const subjects = smtp.received.map(({ mail }) => mail.subject ?? '');
    const matters = grouped(subjects, (subject) => code.exec(subject)?.[0] ?? '');
    const [first, ...others] = [...matters.values()].map((said) =>
      said.map((subject) => subject.replace(code, '…')),
    );
    expect(first).toHaveLength(letters.length);
    expect(others).toEqual(others.map(() => first));
  });

  it('leaves the machine to deadlines that are behind, for a minute at most', async () => {
    const working = world.program({ SMTP_URL: smtp.url, WORKERS: 'on' });
    const nextAt = (moment: Date) =>
      world.source.query('update complaint set next_at = $1', [moment]);
    const key = await received();
    await nextAt(new Date(world.time.now().getTime() - 5000));
    await working.drain();
    expect(await rows.found(key)).toMatchObject({ state: 'waiting', attempts: 0 });
    world.time.advance({ minutes: 1 });
    await working.drain();
    expect(await rows.found(key)).toMatchObject({ state: 'sent' });

    await nextAt(new Date(world.time.now().getTime() + 5000));
    const next = await received();
    await nextAt(new Date(world.time.now().getTime() + 5000));
    await working.drain();
    expect(await rows.found(next)).toMatchObject({ state: 'sent' });
  });

  it('without an address to send to is done with', async () => {
    for (const email of [null, 'a@b.example, c@d.example', 'x@y.example\r\nBcc: z@z.example']) {
      const complaint = await rows.complaint({}, { email });
      const key = await rows.outbox(complaint.id, 'filer', 'received');
      await program.drain();
      expect(await rows.found(key)).toMatchObject({ state: 'sent', error: 'no address' });
    }
    expect(smtp.received).toEqual([]);
  });

  it('of an unknown template is dead at once', async () => {
    const { id } = await rows.complaint();
    const key = await rows.outbox(id, 'filer', 'no_such');
    await program.drain();
    expect(await rows.found(key)).toMatchObject({ state: 'dead', error: 'unknown template' });
  });
});

describe('several workers', () => {
  it('never send one row twice', async () => {
    const second = startProgram();
    for (let at = 0; at < 120; at += 1) await received();
    const done = await Promise.all([program.drain(), second.drain()]);
    expect(done[0] + done[1]).toBe(120);
    expect(smtp.received).toHaveLength(120);
    expect(new Set(smtp.received.map(({ mail }) => mail.subject)).size).toBe(120);
  }, 60_000);

  it('lose nothing through refusals, cut lines and workers that vanish', async () => {
    const workers = [program, startProgram()];
    const keys: string[] = [];
    for (let at = 0; at < 200; at += 1) keys.push(await received());
    smtp.turns = Array.from({ length: 300 }, (_, at) =>
      at % 33 === 7 ? 'cut' : at % 10 === 3 ? 451 : 'take',
    );
    const cuts = smtp.turns.filter((turn) => turn === 'cut').length;
    const isDone = async () => (await program.status.counts()).waiting === 0;
    for (let round = 0; !(await isDone()); round += 1) {
      // A worker that takes rows and is never heard of again: its lease runs out.
      if (round < 3) await program.outbox.claim('mail', 10);
      await Promise.all(workers.map((worker) => worker.drain()));
      world.time.advance({ minutes: 3 });
    }
    expect(new Set(smtp.messageIds).size).toBe(200);
    const unreached = smtp.turns.filter((turn) => turn === 'cut').length;
    expect(smtp.received).toHaveLength(200 + cuts - unreached);
    for (const key of keys) expect((await rows.found(key)).state).toBe('sent');
  }, 60_000);

  it('leave a row to whoever took it when the lease was over', async () => {
    const key = await received();
    const [slow] = await program.outbox.claim('mail', 50);
    expect(await program.drain()).toBe(0);
    world.time.advance({ minutes: 1.1 });
    const [fast] = await program.outbox.claim('mail', 50);
    await program.outbox.dead(slow!, 'late');
    expect(await rows.found(key)).toMatchObject({ state: 'waiting', lease: fast?.lease });
    await program.outbox.sent(fast!);
    await program.outbox.failed(slow!, 'late');
    expect(await rows.found(key)).toMatchObject({ state: 'sent', error: null });
  });

  it('end a row that kills whoever takes it', async () => {
    const key = await received();
    await world.source.query('update outbox set attempts = 17 where key = $1', [key]);
    await program.drain();
    expect(await rows.found(key)).toMatchObject({ state: 'dead', error: 'too many attempts' });
    expect(smtp.received).toEqual([]);
  });

  it('give back what they have not begun when the program stops', async () => {
    const keys = [];
    for (let at = 0; at < 30; at += 1) keys.push(await received());
    const draining = program.drain();
    await program.stop();
    await draining;
    const states = await Promise.all(keys.map((key) => rows.found(key)));
    const sent = states.filter(({ state }) => state === 'sent');
    expect(smtp.received).toHaveLength(sent.length);
    for (const row of states) expect(row.lease).toBeNull();
    const next = startProgram();
    await next.drain();
    expect(smtp.received).toHaveLength(30);
  });
});
