import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { CallReceipt } from '../../src/intake/calls/calls.dto.js';
import type { Api } from '../world/api.js';
import { streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';

interface Got {
  headers: Record<string, unknown>;
  body: { to: string; text: string; reference: string };
}

let world: World;
let operator: Api;
let server: Server;
const got: Got[] = [];
let status = 200;

beforeAll(async () => {
  server = createServer((request, answer) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(parts).toString()) as Got['body'];
      got.push({ headers: request.headers, body });
      answer.writeHead(status).end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  world = await World.start({
    SMS_GATEWAY_URL: `http://127.0.0.1:${port}/send`,
    SMS_GATEWAY_TOKEN: 'secret-of-the-gateway',
  });
  operator = await world.operator();
}, 60_000);
beforeEach(() => {
  got.length = 0;
  status = 200;
});
afterAll(async () => {
  await world?.stop();
  server.close();
});

const called = async (filer: Record<string, unknown>) =>
  (await operator.post('/api/calls', streetLight({ filer })).expect(201)).body as CallReceipt;

const send = (code: string) => operator.post('/api/calls/code-sms', { code });

const row = async () =>
  (
    await world.behind.query<{ state: string; error: string | null; data: object }[]>(
      `select state, error, data from outbox where channel = 'sms' order by id desc limit 1`,
    )
  )[0];

it('sends the code to the number that the caller has left, once, through the outbox', async () => {
  const { code, sms } = await called({ name: 'An', phone: '0912 345 678' });
  expect(sms).toBe('ready');
  await send(code).expect(204);
  await send(code).expect(204);
  expect(got).toEqual([]);
  await world.deliver();
  expect(got).toHaveLength(1);
  const [{ headers, body }] = got as [Got];
  expect(headers).toMatchObject({
    authorization: 'Bearer secret-of-the-gateway',
    'idempotency-key': body.reference,
  });
  expect(body.to).toBe('+84912345678');
  expect(body.text).toContain(code);
  expect(await row()).toMatchObject({ state: 'sent', error: null });
  expect(JSON.stringify(await row())).not.toContain('912345678');
});

it('tries again when the gateway is in trouble, and not when it refuses the message', async () => {
  const first = await called({ name: 'An', phone: '0912345678' });
  status = 503;
  await send(first.code).expect(204);
  await world.deliver();
  expect(await row()).toMatchObject({ state: 'waiting', error: 'sms 503' });
  const second = await called({ name: 'An', phone: '0912345678' });
  status = 422;
  await send(second.code).expect(204);
  await world.deliver();
  expect(await row()).toMatchObject({ state: 'dead', error: 'sms 422' });
});

it('offers nothing to whoever left no number, and nothing to others than the center', async () => {
  const { code, sms } = await called({ name: 'An', email: 'an@example.vn' });
  expect(sms).toBe('no_phone');
  const refused = await send(code).expect(409);
  expect(refused.body).toMatchObject({ code: 'sms.not_possible' });
  await send('0000-0000-0000-0000').expect(404);
  await (await world.head('HAPULICO')).post('/api/calls/code-sms', { code }).expect(403);
});
