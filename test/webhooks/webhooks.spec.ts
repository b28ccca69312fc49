import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import type { DeliveryItem, WebhookView } from '../../src/delivery/webhooks/webhooks.dto.js';
import { webhookKinds } from '../../src/delivery/webhooks/kinds.js';
import { keepSignedIn, mailsOf } from '../stories/support/events.js';
import type { Api } from '../world/api.js';
import { caseIdOf, streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';
import { Receiver, type Call } from './receiver.js';

interface Given {
  id: string;
  secret: string;
}

let world: World;
let administrator: Api;
let receiver: Receiver;
let other: Receiver;
const made: string[] = [];

beforeAll(async () => {
  receiver = await Receiver.start();
  other = await Receiver.start();
  world = await World.start({ WEBHOOKS_INSIDE: `${receiver.origin},${other.origin}` });
  administrator = await world.as('quan.tri');
  await keepSignedIn(world);
}, 60_000);

afterEach(async () => {
  for (const id of made.splice(0)) await administrator.post(`/api/webhooks/${id}/end`);
  for (const one of [receiver, other]) {
    one.calls.length = 0;
    one.turns = [];
    one.always = 204;
  }
});

afterAll(async () => {
  await world.stop();
  await Promise.all([receiver.stop(), other.stop()]);
});

const asked = (more: object = {}) => ({
  name: 'Điều hành',
  url: `${receiver.origin}/hook`,
  kinds: webhookKinds,
  ...more,
});

async function register(more: object = {}): Promise<Given> {
  const { body } = await administrator.post('/api/webhooks', asked(more)).expect(201);
  made.push((body as Given).id);
  return body as Given;
}

const view = async (id: string) =>
  (await administrator.get(`/api/webhooks/${id}`).expect(200)).body as WebhookView;

const deliveries = async (id: string) =>
  (
    (await administrator.get(`/api/webhooks/${id}/deliveries`).expect(200)).body as {
      items: DeliveryItem[];
    }
  ).items;

/** By the library's own check, at the time that the world has. */
function verified({ headers, body }: Call, secret: string): Record<string, unknown> {
  const real = Date.now;
  Date.now = () => world.time.now().getTime();
  try {
    const read = new Webhook(secret).verify(body, headers as Record<string, string>);
    return read as Record<string, unknown>;
  } finally {
    Date.now = real;
  }
}

const file = async (more: Record<string, unknown> = {}) =>
  caseIdOf(world, (await world.anyone.files(streetLight(more))).code);

describe('a receiver', () => {
  it('is told what happened, signed, thin and without identity', async () => {
    const { id, secret } = await register();
    const filer = { name: 'Nguyễn Thị Nhớ', phone: '0911222333' };
    const { code } = await world.anyone.files(streetLight({ filer }));
    const complaint = await caseIdOf(world, code);
    await world.deliver();
    const told = receiver.calls.map((call) => verified(call, secret));
    expect(told).toMatchObject([
      {
        type: 'complaint.filed',
        timestamp: '2026-03-10T02:00:00.000Z',
        data: { id: complaint, number: 1, status: 'assigned', agency: 'HAPULICO' },
      },
      { type: 'complaint.assigned', data: { id: complaint, number: 2 } },
    ]);
    const [first] = receiver.calls;
    expect(Object.keys((told[0] as { data: object }).data).toSorted()).toEqual([
      'agency',
      'id',
      'link',
      'number',
      'sequence',
      'status',
    ]);
    expect(first?.headers).toMatchObject({
      'content-type': 'application/json',
      'webhook-id': expect.stringMatching(/^msg_[0-9a-f]{32}$/),
    });
    for (const secretOfFiler of ['Nhớ', '0911222333', code])
      expect(receiver.calls.map(({ body }) => body).join()).not.toContain(secretOfFiler);
    expect(() => verified({ ...first!, body: `${first!.body} ` }, secret)).toThrow();
    expect(await deliveries(id)).toMatchObject([
      { type: 'complaint.assigned', status: 204, error: null, attempt: 1 },
      { type: 'complaint.filed', status: 204, error: null, attempt: 1 },
    ]);
  });

  it('hears of its kinds, of its agency, and from its beginning on', async () => {
    await file();
    await register({ kinds: ['complaint.assigned'], agency: 'HAPULICO' });
    await register({ url: `${other.origin}/hook`, agency: 'EVNHANOI' });
    await world.behind.query(`update webhook set made_at = made_at + interval '1 minute'`);
    await world.deliver();
    expect(receiver.calls).toEqual([]);
    world.time.advance({ minutes: 2 });
    await file();
    await world.deliver();
    expect(receiver.calls.map(({ body }) => JSON.parse(body).type)).toEqual(['complaint.assigned']);
    expect(other.calls).toEqual([]);
  });

  it('is told nothing of what observers may not know of', async () => {
    await register();
    await file({
      category: 'AN-01',
      text: 'Có nhóm tụ tập đánh bạc ở đầu ngõ.',
      place: { ward: '00256' },
      answers: { seen_at: '2026-03-09T19:40:00+07:00', happening_now: 'no' },
      filer: { name: 'An', phone: '0900000001' },
    });
    await world.deliver();
    expect(receiver.calls).toEqual([]);
  });

  it('that fails is tried again under the same id, and the answer is kept in short', async () => {
    const { id } = await register({ kinds: ['complaint.filed'] });
    receiver.turns = [500, 'cut', 'redirect', 'flood'];
    await file();
    for (const pause of [1, 3, 12, 70, 400]) {
      await world.deliver();
      world.time.advance({ minutes: pause });
    }
    const ids = receiver.calls.map(({ headers }) => headers['webhook-id']);
    expect(ids).toHaveLength(5);
    expect(new Set(ids).size).toBe(1);
    expect(
      (await deliveries(id)).map(({ error, status, attempt }) => [attempt, status, error]),
    ).toEqual([
      [5, 204, null],
      [4, null, 'too_large'],
      [3, 302, 'http 302'],
      [2, null, 'econnreset'],
      [1, 500, 'http 500'],
    ]);
    expect((await deliveries(id)).at(-1)?.answer).toHaveLength(200);
    expect(await view(id)).toMatchObject({ waiting: 0, failingSince: null });
  });

  it('that comes to no end is among the dead letters, and can be sent again', async () => {
    const { id } = await register({ kinds: ['complaint.filed'] });
    receiver.always = 500;
    await file();
    await world.deliver();
    await world.behind.query(`update outbox set attempts = 16, next_at = $2 where channel = $1`, [
      `webhook:${id}`,
      world.time.now(),
    ]);
    await world.deliver();
    const { body } = await administrator.get('/api/outbox?state=dead').expect(200);
    const [dead] = (body as { items: { id: string }[] }).items;
    expect(dead).toMatchObject({
      channel: 'webhook',
      recipient: 'webhook',
      webhook: id,
      error: 'http 500',
    });
    expect(await view(id)).toMatchObject({ dead: 1, waiting: 0 });
    receiver.always = 204;
    await administrator.post(`/api/outbox/${dead?.id}/resend`).expect(204);
    await world.deliver();
    expect(await view(id)).toMatchObject({ dead: 0, waiting: 0 });
  });

  it('that fails for a day is paused with a mail to administrators; resumed it misses nothing', async () => {
    const { id } = await register({ kinds: ['complaint.filed'] });
    receiver.always = 500;
    await file();
    await world.deliver();
    world.time.advance({ hours: 25 });
    await world.deliver();
    expect(await view(id)).toMatchObject({ pausedWhy: 'failing', waiting: 1 });
    const mails = (await mailsOf(world)).filter(({ subject }) => subject.includes('webhook'));
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain(`/admin/webhooks/${id}`);
    await file();
    const before = receiver.calls.length;
    await world.deliver();
    expect(receiver.calls).toHaveLength(before);
    const metrics = (await world.anyone.get('/metrics')).text;
    expect(metrics).toMatch(/dau_moi_webhook_paused 1\b/);
    receiver.always = 204;
    await administrator.post(`/api/webhooks/${id}/resume`).expect(204);
    await world.deliver();
    expect(receiver.calls).toHaveLength(before + 2);
    expect(await view(id)).toMatchObject({ pausedAt: null, waiting: 0, failingSince: null });
  });

  it('that is gone is paused at once', async () => {
    const { id } = await register({ kinds: ['complaint.filed'] });
    receiver.always = 410;
    await file();
    await world.deliver();
    expect(await view(id)).toMatchObject({ pausedWhy: 'gone' });
  });

  it('is signed to by both secrets for the grace of a rotation', async () => {
    const { id, secret } = await register();
    const { body } = await administrator.post(`/api/webhooks/${id}/rotate`, { graceHours: 1 });
    const next = (body as Given).secret;
    const test = async () => {
      await administrator.post(`/api/webhooks/${id}/test`).expect(202);
      await world.deliver();
      return receiver.calls.at(-1)!;
    };
    const within = await test();
    expect(verified(within, secret)).toMatchObject({ type: 'webhook.test' });
    expect(verified(within, next)).toMatchObject({ type: 'webhook.test' });
    world.time.advance({ hours: 1 });
    const after = await test();
    expect(() => verified(after, secret)).toThrow();
    verified(after, next);
  });

  it('has its secret sealed, and shown once', async () => {
    const { id, secret } = await register();
    expect(secret).toMatch(/^whsec_/);
    const [row] = await world.behind.query<object[]>('select * from webhook where id = $1', [id]);
    expect(JSON.stringify(row)).not.toContain(secret.slice(6, 30));
    expect(JSON.stringify(await view(id))).not.toContain(secret.slice(6, 30));
  });

  it.each([
    ['http://example.com/hook', 'https'],
    ['https://127.0.0.1/hook', 'inside'],
    ['https://[::1]/hook', 'inside'],
    ['https://169.254.169.254/latest', 'inside'],
    ['https://10.0.0.8/hook', 'inside'],
    ['https://localhost/hook', 'inside'],
    ['https://somebody@example.com/', 'credentials'],
    ['no address', 'format'],
  ])('is not registered at %s', async (url, code) => {
    const { body } = await administrator.post('/api/webhooks', asked({ url })).expect(400);
    expect(body.errors).toMatchObject([{ field: 'url', code }]);
  });

  it('whose name leads inside is never called', async () => {
    const { id } = await register({ kinds: ['complaint.filed'] });
    await world.behind.query(`update webhook set url = 'https://localhost:1/hook' where id = $1`, [
      id,
    ]);
    await file();
    await world.deliver();
    expect(await deliveries(id)).toMatchObject([{ error: 'inside', status: null }]);
  });

  it('can be paused and ended by hand; what it has not been told waits, or is given up', async () => {
    const { id } = await register({ kinds: ['complaint.filed'] });
    await administrator.post(`/api/webhooks/${id}/pause`).expect(204);
    await file();
    await world.deliver();
    expect(await view(id)).toMatchObject({ pausedWhy: 'by_hand', waiting: 1 });
    const refused = await administrator.post(`/api/webhooks/${id}/test`).expect(409);
    expect(refused.body.code).toBe('webhook.paused');
    await administrator.post(`/api/webhooks/${id}/end`).expect(204);
    expect(await view(id)).toMatchObject({ waiting: 0, dead: 1 });
    expect((await view(id)).events.map(({ type }) => type)).toEqual([
      'webhook_ended',
      'webhook_paused',
      'webhook_made',
    ]);
  });
});
