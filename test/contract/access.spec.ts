import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_PASSWORD } from '../../src/start/demo-accounts.js';
import { caseIdOf, streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';
import { filesWith, png } from '../stories/support/files.js';

// Whose own sessions all end on the way; the story's operator is another one.
let world: World;
let code: string;
let id: string;
let attachment: string;

beforeAll(async () => {
  world = await World.start();
  const filing = streetLight({ filer: { name: 'An', phone: '0900000001' } });
  const photo = { name: 'đèn tắt “1”.png', content: png };
  ({ code } = (await filesWith(world, filing, [photo]).expect(201)).body);
  id = await caseIdOf(world, code);
  attachment = (await (await world.operator()).sees(id)).attachments[0]?.id ?? '';
}, 60_000);
afterAll(() => world.stop());

describe('a case', () => {
  it('is seen by an agency that supports, which can do nothing but read', async () => {
    const ward = await world.head('UBND-00256');
    expect((await ward.sees(id)).lead).toBe('HAPULICO');
    const officer = await world.officerOf('UBND-00256');
    const refused = await ward.tells(id, 'accept', { officer });
    expect([refused.status, refused.body.code]).toEqual([403, 'agency.not_lead']);
  });
});

describe('a photo of a case', () => {
  it('is a download that no page runs, and only of its own case', async () => {
    const head = await world.head('HAPULICO');
    const path = `/api/cases/${id}/attachments/${attachment}`;
    const { headers, body } = await head.get(path).expect(200);
    expect((body as Buffer).length).toBeGreaterThan(50);
    expect(headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': expect.stringMatching(
        /^attachment; filename="[\w. -]+"; filename\*=UTF-8''[\w.%-]+$/,
      ),
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
    const operator = await world.operator();
    const other = await caseIdOf(world, (await world.anyone.files(streetLight())).code);
    await operator.get(`/api/cases/${other}/attachments/${attachment}`).expect(404);
    await operator.get(`/api/cases/${id}/attachments/${id}`).expect(404);
  });
});

describe('a page of another site', () => {
  it.each(['https://evil.example', 'null', 'http://127.0.0.1:1'])(
    '%s cannot write',
    async (origin) => {
      const operator = await world.operator();
      for (const [path, body] of [
        ['/api/complaints', streetLight()],
        [`/api/cases/${id}/note`, { text: 'Giả mạo.' }],
        ['/api/session', { login: 'giam.sat', password: DEMO_PASSWORD }],
      ] as const) {
        const answered = await operator.post(path, body).set({ origin, 'if-match': '"2"' });
        expect([answered.status, answered.body.code]).toEqual([403, 'origin.refused']);
        expect(answered.headers['set-cookie']).toBeUndefined();
      }
      await operator.get('/api/me').set('origin', origin).expect(200);
    },
  );

  it('our own pages can', async () => {
    await world.anyone.post('/api/complaints', streetLight()).set('origin', world.url).expect(201);
  });
});

describe('a session', () => {
  it('is refused alike for an unknown name and a wrong password', async () => {
    const answers = await Promise.all(
      ['giam.sat', 'nobody', 'giam.sat\u0000', `' or 1=1 --`].map(async (login) => {
        const { status, body } = await world.anyone.post('/api/session', { login, password: 'x' });
        return { status, ...body, request: null };
      }),
    );
    for (const one of answers) expect(one).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ status: 401, code: 'session.refused' });
  });
});
