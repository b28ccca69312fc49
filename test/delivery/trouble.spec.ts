import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FaultProxy } from '../chaos/fault-proxy.js';
import { until } from '../chaos/program.js';
import { Receiver } from '../webhooks/receiver.js';
import { streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';
import { FakeSmtp } from './support/fake-smtp.js';

let smtp: FakeSmtp;
let way: FaultProxy;
let receiver: Receiver;
let world: World;
let filed = 0;

beforeAll(async () => {
  smtp = await new FakeSmtp().start();
  way = await FaultProxy.before(smtp.url);
  receiver = await Receiver.start();
  // With its workers, as it runs.
  world = await World.start({
    WORKERS: 'on',
    SMTP_URL: way.url,
    WEBHOOKS_INSIDE: receiver.origin,
  });
  const administrator = await world.as('quan.tri');
  const hook = { name: 'other', url: `${receiver.origin}/hook`, kinds: ['complaint.filed'] };
  await administrator.post('/api/webhooks', hook).expect(201);
}, 60_000);

afterAll(async () => {
  await way.heal();
  await world.stop();
  await Promise.all([way.close(), smtp.stop(), receiver.stop()]);
});

async function file(): Promise<string> {
  filed += 1;
  const email = `an.${filed}@example.vn`;
  await world.anyone.files(streetLight({ filer: { name: 'An', email } }));
  return email;
}

/** The Message-IDs under which somebody got the receipt of the filing; the same complaint has other mails too. */
const receiptsOf = (email: string) =>
  smtp.received
    .filter(({ recipients }) => recipients.includes(email))
    .map(({ mail }) => mail.messageId);

const errors = async () => {
  const rows = await world.behind.query<{ error: string }[]>(
    `select distinct error from outbox where state = 'waiting' and channel = 'mail' and error is not null`,
  );
  return rows.map(({ error }) => error);
};

async function allArrive(people: readonly string[]): Promise<void> {
  await until('every mail to arrive', () => {
    // The pauses between two attempts are over.
    world.time.advance({ minutes: 0.2 });
    return people.every((email) => receiptsOf(email).length > 0);
  });
}

describe('a mail server that', () => {
  it('is slow gets every mail once', async () => {
    way.slow(100);
    const people = [await file(), await file(), await file()];
    await allArrive(people);
    for (const email of people)
      expect(new Set(receiptsOf(email)).size).toBe(receiptsOf(email).length);
    await way.heal();
  }, 60_000);

  it('says nothing holds up neither filings nor webhooks; each mail goes out once it speaks', async () => {
    way.cut();
    way.swallow();
    const people: string[] = [];
    for (let count = 0; count < 8; count += 1) people.push(await file());
    await receiver.has(filed);
    expect(people.flatMap(receiptsOf)).toEqual([]);
    await until('an attempt to be given up', async () =>
      (await errors()).includes('smtp ETIMEDOUT'),
    );
    await way.heal();
    way.cut();
    await allArrive(people);
    // Nothing was taken before, so nobody has anything twice.
    for (const email of people)
      expect(new Set(receiptsOf(email)).size).toBe(receiptsOf(email).length);
  }, 120_000);

  it('goes away in the middle of a mail gets it again under the same Message-ID', async () => {
    smtp.turns = ['cut'];
    const before = smtp.received.length;
    const email = await file();
    await until('the mail that was cut', () => smtp.received.length > before);
    await until('it to come again', () => {
      world.time.advance({ minutes: 0.2 });
      const ids = smtp.messageIds.slice(before);
      return new Set(ids).size < ids.length;
    });
    await allArrive([email]);
  }, 60_000);
});
