import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_PASSWORD } from '../../src/start/demo-accounts.js';
import { caseIdOf, streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';
import { filesWith, png } from '../stories/support/files.js';

// Whose own sessions all end on the way; the story's operator is another one.
const logins = {
  operator: 'truc.tong.dai.2',
  supervisor: 'giam.sat',
  agency_head: 'hapulico.thu.truong',
  officer: 'hapulico.can.bo',
  leader: 'lanh.dao',
  observer: 'quan.sat',
  administrator: 'quan.tri',
};

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

describe('who filed it', () => {
  const place = { ward: '00256' };
  const filer = { name: 'Nguyễn An', phone: '0900000001' };
  const seen_at = '2026-03-09T19:40:00+07:00';
  const matters: [string, string, Record<string, unknown>, boolean][] = [
    ['NORMAL', 'CS-01', { seen_at, extent: 'several' }, false],
    ['PERSONAL', 'DIEN-03', { customer_code: 'PD01', billing_period: '2026-02' }, true],
    ['REPORTER_HIDDEN', 'VS-02', { seen_at, waste_kind: 'construction' }, false],
    ['SENSITIVE', 'AN-01', { seen_at, happening_now: 'no' }, false],
    ['PROTECTED', 'CV-01', { office: 'Bộ phận một cửa', happened_at: seen_at }, false],
    ['DENUNCIATION_CHECK', 'CV-02', { office: 'Bộ phận một cửa', happened_when: 'Tháng 2' }, false],
  ];

  it.each(matters)('%s', async (privacy, category, answers, toLead) => {
    const toObserver = ['NORMAL', 'PERSONAL', 'REPORTER_HIDDEN'].includes(privacy);
    const text = 'Một việc cần được xem xét.';
    const declared = 'report';
    const filed = await world.anyone.files({ category, text, place, answers, filer, declared });
    const one = await caseIdOf(world, filed.code);
    const operator = await world.operator();
    if (filed.status === 'new') await operator.does(one, 'assign', { lead: 'HSDC' });
    const seen = await operator.sees(one);
    expect(seen).toMatchObject({ privacy, filer, code: filed.code });
    expect((await (await world.supervisor()).sees(one)).filer).toMatchObject(filer);
    const lead = await world.head(seen.lead ?? '');
    const known = await lead.sees(one);
    expect([known.filer !== null, known.code]).toEqual([toLead, null]);
    const others = [await world.as(logins.leader)];
    for (const agency of seen.supporting) others.push(await world.head(agency));
    for (const other of others)
      expect(await other.sees(one)).toMatchObject({ filer: null, code: null });
    const observer = await world.as(logins.observer);
    if (toObserver) expect(await observer.sees(one)).toMatchObject({ filer: null, code: null });
    else await observer.get(`/api/cases/${one}`).expect(404);
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
