import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { KeptMailRow } from '../../src/delivery/kept-mail.entity.js';
import { eventually } from '../platform/temporary.js';
import { DeliveryWorld, type Program } from './support/delivery-world.js';
import { FakeSmtp } from './support/fake-smtp.js';
import { canary, Rows } from './support/rows.js';

let world: DeliveryWorld;
let rows: Rows;
const smtp = new FakeSmtp();

beforeAll(async () => {
  world = await DeliveryWorld.start();
  rows = new Rows(world);
  await smtp.start();
}, 60_000);

afterEach(async () => {
  await world.stopPrograms();
  await rows.settleAll();
});

afterAll(async () => {
  await world.end();
  await smtp.stop();
});

const searches = (id: string, words: string) =>
  world.source
    .query<unknown[]>(
      `select 1 from complaint_search where complaint_id = $1 and document @@ plainto_tsquery('simple', $2)`,
      [id, words],
    )
    .then(({ length }) => length === 1);

describe('without a mail server', () => {
  it('the demo keeps mails, and shows them', async () => {
    const program = world.program({ DEMO: 'true' });
    const { id } = await rows.complaint();
    await rows.event(id, 2, 'question_asked');
    await rows.message(id, 2, 'filer', '<img src=x onerror=alert(1)>');
    await rows.outbox(id, 'filer', 'received');
    await rows.outbox(id, 'filer', 'question', { number: 2 });
    expect(await program.drain()).toBe(2);
    const kept = await world.source.manager.find(KeptMailRow, { order: { id: 'ASC' } });
    expect(kept.map(({ to }) => to)).toEqual([canary.email, canary.email]);

    const list = await program.mailbox.list(null);
    expect(list.indexOf(kept[1]!.subject)).toBeLessThan(list.indexOf(kept[0]!.subject));
    const page = await program.mailbox.one(kept[1]!.id);
    expect(page).toContain('&lt;img src=x');
    expect(page).not.toContain('<img');
    expect(page).toMatch(/<iframe sandbox="" [^>]*srcdoc="&lt;!doctype html&gt;/);
    expect(page).not.toMatch(/<script| on\w+="/);
    expect(page).toContain('<a href="https://dm.example/follow/CODE');
    await expect(program.mailbox.one('999999')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('the mailbox turns its pages', async () => {
    const program = world.program({ DEMO: 'true' });
    const { id } = await rows.complaint();
    for (let number = 10; number < 65; number += 1)
      await rows.outbox(id, 'filer', 'late', { number });
    await program.drain();
    const list = await program.mailbox.list(null);
    expect(list.match(/<li>/g)).toHaveLength(50);
    const before = /\?before=(\d+)/.exec(list)?.[1] ?? null;
    const older = await program.mailbox.list(before);
    expect(older.match(/<li>/g)?.length).toBeGreaterThanOrEqual(5);
    expect(older).not.toContain(`/demo/mailbox/${before}"`);
  });

  it('mails wait, and go out once there is one', async () => {
    const off = world.program({ DEMO: 'false' });
    expect(off.status.mail).toBe('off');
    await expect(off.mailbox.list(null)).rejects.toMatchObject({ code: 'not_found' });
    const { id } = await rows.complaint();
    const key = await rows.outbox(id, 'filer', 'received');
    world.time.advance({ minutes: 2 });
    expect(await off.drain()).toBe(0);
    expect(await rows.found(key)).toMatchObject({
      state: 'waiting',
      attempts: 0,
      error: 'no mail server',
    });
    expect(await off.status.counts()).toEqual({ waiting: 1, dead: 0, oldestSeconds: 120 });
    const on = world.program({ SMTP_URL: smtp.url });
    expect(await on.drain()).toBe(1);
    expect(await rows.found(key)).toMatchObject({ state: 'sent', attempts: 1 });
    expect(smtp.received).toHaveLength(1);
  });
});

describe('the search', () => {
  it('finds a complaint by folded words of its text and address', async () => {
    const program = world.program();
    const { id } = await rows.complaint({
      text: 'Cột đèn ngõ 12/34 phố Hòa Mã hỏng',
      address: 'P.Cửa-Nam',
    });
    const key = await rows.outbox(id, 'search', 'search');
    expect(await program.drain()).toBe(1);
    expect(await searches(id, 'cot den 12 34 hoa ma cua nam')).toBe(true);
    expect(await searches(id, 'ho guom')).toBe(false);
    expect(await rows.found(key)).toMatchObject({ state: 'sent' });
  });

  it('is filled around a text that cannot be indexed', async () => {
    const program = world.program();
    const huge = Array.from({ length: 40_000 }, () => randomUUID()).join(' ');
    const good = [await rows.complaint({ text: 'trước' })];
    const bad = await rows.complaint({ text: huge });
    good.push(await rows.complaint({ text: 'sau' }));
    const keys = [];
    for (const { id } of [good[0]!, bad, good[1]!])
      keys.push(await rows.outbox(id, 'search', 'search'));
    await program.drain();
    expect(await searches(good[0]!.id, 'truoc')).toBe(true);
    expect(await searches(good[1]!.id, 'sau')).toBe(true);
    expect(await rows.found(keys[1]!)).toMatchObject({ state: 'waiting', error: 'sqlstate 54000' });
  });
});

/** Waits until a working program has looked for work in both lanes, more than twice over. */
async function beats({ door }: Program): Promise<void> {
  const looks = jest.spyOn(door, 'read');
  await eventually(async () => looks.mock.calls.length > 4, 30);
}

describe('a program with workers', () => {
  it('delivers at once after a commit, and what falls due later by itself', async () => {
    const program = world.program({ WORKERS: 'on', DEMO: 'true' });
    const { id } = await rows.complaint();
    const keys = [await rows.outbox(id, 'filer', 'received')];
    program.door.committed.next();
    const isSent = async (key: string) => (await rows.found(key)).state === 'sent';
    await eventually(() => isSent(keys[0]!), 5);
    keys.push(await rows.outbox(id, 'filer', 'forwarded'));
    await eventually(() => isSent(keys[1]!), 5);
    await program.stop();
    const looks = jest.spyOn(program.door, 'read');
    keys.push(await rows.outbox(id, 'filer', 'late'));
    program.door.committed.next();
    expect(await isSent(keys[2]!)).toBe(false);
    // Another program's beats are the measure: one that still worked would have looked as often.
    await beats(world.program({ WORKERS: 'on', DEMO: 'true' }));
    expect(looks).not.toHaveBeenCalled();
  }, 60_000);

  it('is quiet when nothing is due', async () => {
    const program = world.program({ WORKERS: 'on', DEMO: 'true' });
    let commits = 0;
    program.door.committed.subscribe(() => (commits += 1));
    await beats(program);
    expect(commits).toBeLessThanOrEqual(1);
  });
});
