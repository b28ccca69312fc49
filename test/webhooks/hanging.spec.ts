import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DeliveryItem } from '../../src/delivery/webhooks/webhooks.dto.js';
import { mailsOf } from '../stories/support/events.js';
import { caseIdOf, streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';
import { Receiver } from './receiver.js';

let world: World;
let hangs: Receiver;
let well: Receiver;

beforeAll(async () => {
  hangs = await Receiver.start();
  hangs.always = 'hang';
  well = await Receiver.start();
  // With its workers, as it runs: each receiver has its own lane.
  world = await World.start({
    WORKERS: 'on',
    WEBHOOKS_INSIDE: `${hangs.origin},${well.origin}`,
  });
}, 60_000);

afterAll(async () => {
  await Promise.all([hangs.stop(), well.stop()]);
  await world.stop();
});

async function until<T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

it('a receiver that hangs holds up neither mails nor other receivers, and loses nothing', async () => {
  const administrator = await world.as('quan.tri');
  const ids = await Promise.all(
    [hangs, well].map(async ({ origin }) => {
      const kinds = ['complaint.filed'];
      const given = { name: origin, url: `${origin}/hook`, kinds };
      return (await administrator.post('/api/webhooks', given).expect(201)).body.id as string;
    }),
  );
  const began = performance.now();
  const filer = { name: 'An', email: 'an@example.vn' };
  const complaints: string[] = [];
  for (let count = 0; count < 12; count += 1)
    complaints.push(await caseIdOf(world, (await world.anyone.files(streetLight({ filer }))).code));

  await Promise.all([well.has(12), hangs.has(4)]);
  await until(
    () => mailsOf(world),
    (mails) => mails.filter(({ to }) => to === 'an@example.vn').length >= 12,
  );
  // Before the first call to the one that hangs was given up.
  expect(performance.now() - began).toBeLessThan(9000);
  expect(hangs.calls).toHaveLength(4);

  const log = await until(
    async () =>
      (await administrator.get(`/api/webhooks/${ids[0]}/deliveries`)).body.items as DeliveryItem[],
    (items) => items.length >= 4,
  );
  expect(log.every(({ error, status }) => error === 'too_slow' && status === null)).toBe(true);

  hangs.always = 204;
  await until(
    async () => {
      // The pauses of those that were given up are over.
      world.time.advance({ minutes: 1 });
      const { body } = await administrator.get(`/api/webhooks/${ids[0]}`);
      return body as { waiting: number };
    },
    ({ waiting }) => waiting === 0,
  );
  const told = new Set(hangs.calls.map(({ body }) => JSON.parse(body).data.id as string));
  expect([...told].toSorted()).toEqual(complaints.toSorted());
}, 60_000);
