import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';

let world: World;

beforeAll(async () => {
  world = await World.start();
  await world.anyone.files(
    streetLight({ filer: { name: 'Canary', email: 'canary@filer.example' } }),
  );
}, 60_000);

afterAll(() => world.stop());

describe('the outbox over HTTP', () => {
  it('is read by the center and resent by administrators alone', async () => {
    await world.behind.query(`update outbox set state = 'dead', error = 'smtp 550'`);
    const supervisor = await world.supervisor();
    const admin = await world.as('quan.tri');
    const first = await supervisor.get('/api/outbox?limit=1').expect(200);
    expect(first.body.items).toMatchObject([{ state: 'dead', error: 'smtp 550' }]);
    const second = await admin.get(`/api/outbox?after=${first.body.next}`).expect(200);
    expect(Number(second.body.items[0].id)).toBeLessThan(Number(first.body.items[0].id));
    expect(JSON.stringify([first.body, second.body])).not.toMatch(/canary|staff:|duty:/i);

    const { id } = first.body.items[0];
    await world.anyone.get('/api/outbox').expect(401);
    await (await world.operator()).get('/api/outbox').expect(403);
    await supervisor.post(`/api/outbox/${id}/resend`).expect(403);
    await admin.post(`/api/outbox/${id}/resend`).expect(204);
    await admin.post(`/api/outbox/${id}/resend`).expect(404);
    await admin.post('/api/outbox/x/resend').expect(404);
    await admin.get('/api/outbox?after=x').expect(400);
    await admin.get('/api/outbox?state=lost').expect(400);
    const waiting = await admin.get('/api/outbox?state=waiting').expect(200);
    expect(waiting.body.items).toMatchObject([{ id, attempts: 0, error: null }]);
  });
});

describe("the demo's mailbox", () => {
  it('shows what was sent, as pages that can run nothing', async () => {
    await world.behind.query(`update outbox set state = 'waiting', next_at = created_at`);
    await world.deliver();
    const list = await world.anyone.get('/demo/mailbox').expect(200);
    expect(list.headers['content-type']).toBe('text/html; charset=utf-8');
    const policy = list.headers['content-security-policy'];
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(list.headers['cache-control']).toBe('no-store');
    const path = /href="(\/demo\/mailbox\/\d+)"/.exec(list.text)?.[1] ?? '';
    const mail = await world.anyone.get(path).expect(200);
    expect(mail.headers['content-security-policy']).toBe(policy);
    expect(mail.text).toContain('srcdoc=');
    for (const style of ['page.css', 'mail.css'])
      await world.anyone.get(`/demo/mailbox/${style}`).expect(200);
    await world.anyone.get('/demo/mailbox/999999').expect(404);
    await world.anyone.get('/demo/mailbox/x').expect(404);
    await world.anyone.get('/demo/mailbox?before=x').expect(404);
  });
});
