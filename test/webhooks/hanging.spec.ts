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
  const [slow = '', quick = ''] = ids;
  const tell = (id: string, what: string) =>
    administrator.post(`/api/webhooks/${id}/${what}`).expect(204);
  const deliveries = async () =>
    (await administrator.get(`/api/webhooks/${slow}/deliveries`)).body.items as DeliveryItem[];
  for (const id of ids) await tell(id, 'pause');
  const complaints: string[] = [];
  const file = async (email: string) => {
    const { code } = await world.anyone.files(streetLight({ filer: { name: 'An', email } }));
    complaints.push(await caseIdOf(world, code));
  };
  for (let count = 0; count < 8; count += 1) await file('before@example.vn');

  await tell(slow, 'resume');
  await hangs.has(4);
  await tell(quick, 'resume');
  await file('meanwhile@example.vn');
  await well.has(9);
  await until(
    () => mailsOf(world),
    (mails) => mails.some(({ to }) => to === 'meanwhile@example.vn'),
  );
  // All that while the first calls hung, as many as it may have at once, and were not given up.
  expect(hangs.calls).toHaveLength(4);
  expect(await deliveries()).toEqual([]);

  const log = await until(deliveries, (items) => items.length >= 4);
  expect(log.every(({ error, status }) => error === 'too_slow' && status === null)).toBe(true);

  hangs.always = 204;
  await until(
    async () => {
      // The pauses of those that were given up are over.
      world.time.advance({ minutes: 1 });
      const { body } = await administrator.get(`/api/webhooks/${slow}`);
      return body as { waiting: number };
    },
    ({ waiting }) => waiting === 0,
  );
  const told = new Set(hangs.calls.map(({ body }) => JSON.parse(body).data.id as string));
  expect([...told].toSorted()).toEqual(complaints.toSorted());
}, 60_000);
