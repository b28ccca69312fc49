import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PublishedPage } from '../../src/complaints/dto/published.dto.js';
import { problemsOf } from '../cli/desk.js';
import { eventsOf, keepSignedIn, mailsOf } from '../stories/support/events.js';
import { answer, caseIdOf, streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';
import { filedBy, granted, proofOf, uses, who, type Filed } from './support/person.js';

const UNIT = 'TTHT-BVDL';
// A Friday afternoon; Tuesday at the end of office hours is two working days later.
const FRIDAY = '2026-03-13T08:00:00.000Z';
const TUESDAY = '2026-03-17T10:00:00.000Z';

let world: World;
let one: Filed;

beforeAll(async () => {
  world = await World.start();
  await world.head(UNIT);
  await world.supervisor();
  await world.operator();
  await keepSignedIn(world);
}, 60_000);
beforeEach(async () => {
  world.time.set(FRIDAY);
  one = await filedBy(world);
});
afterAll(() => world.stop());

const requestOf = (code: string) => caseIdOf(world, code);
const published = async () =>
  (await world.anyone.get('/api/public/complaints?limit=100').expect(200)).body as PublishedPage;
const isPublished = async () => (await published()).items.some(({ id }) => id === one.id);

describe('each right', () => {
  const rights = [
    ['access', 'DL-01', {}],
    ['correct', 'DL-02', { changes: { phone: '0912 000 111' } }],
    ['withdraw', 'DL-03', {}],
    ['restrict', 'DL-04', {}],
  ] as const;

  it.each(rights)(
    '%s opens a case %s, due two working days later',
    async (right, category, more) => {
      const text = 'Tôi không muốn bị gọi nữa.';
      const { request } = await granted(world, one.code, { right, text, ...more });
      expect(request.promise.dueAt).toBe(TUESDAY);
      const id = await requestOf(request.code);
      const supervisor = await world.supervisor();
      const seen = await supervisor.sees(id);
      expect(seen).toMatchObject({
        category,
        subject: one.id,
        lead: UNIT,
        status: 'assigned',
        privacy: 'SENSITIVE',
        identity: 'by_reveal',
        filer: null,
        dueAt: TUESDAY,
      });
      expect(seen.clocks.find(({ kind }) => kind === 'resolution')).toMatchObject({
        limit: '2wd',
        calendar: 'office',
      });
      expect(seen.text).toContain(one.id);
      expect(seen.text).toContain(text);
      expect(seen.text).not.toContain(one.code);
      expect((await published()).items.map((item) => item.id)).not.toContain(id);
      expect(await problemsOf(world.behind, id)).toEqual([]);
      expect(await problemsOf(world.behind, one.id)).toEqual([]);
    },
  );

  it('is worked on by the unit, which sees the request and not its subject, and told to the person', async () => {
    const { request } = await granted(world, one.code, { right: 'withdraw' });
    const id = await requestOf(request.code);
    const head = await world.head(UNIT);
    expect(await head.sees(id)).toMatchObject({ subject: one.id, filer: null, identity: 'never' });
    await head.get(`/api/cases/${one.id}`).expect(404);
    expect((await (await world.supervisor()).sees(one.id)).restricted).toBe(true);
    await head.does(id, 'accept', { officer: await world.officerOf(UNIT) });
    await head.does(id, 'answer', answer);
    await (await world.operator()).does(id, 'publish');
    await world.deliver();
    const told = (await mailsOf(world)).filter(({ to }) => to === who.email);
    const result = told.find(({ text }) => text.includes(answer.done));
    expect(result?.subject).toContain(request.code);
    expect((await world.anyone.tracks(request.code)).status).toBe('resolved');
  });

  it('stays undone where its case cannot be written, and the proof stays good', async () => {
    const proof = await proofOf(world, one.code);
    const asked = { right: 'withdraw', proof } as const;
    await world.behind.query(
      'alter table complaint add constraint never check (subject_id is null) not valid',
    );
    await uses(world, one.code, asked).expect(500);
    await world.behind.query('alter table complaint drop constraint never');
    expect((await world.anyone.tracks(one.code)).restricted).toBe(false);
    await uses(world, one.code, asked).expect(200);
    expect((await world.anyone.tracks(one.code)).restricted).toBe(true);
  });

  it('is named to whoever has the code, without anything of the person', async () => {
    const tracked = await world.anyone.tracks(one.code);
    expect(tracked).toMatchObject({
      restricted: false,
      rights: ['access', 'correct', 'withdraw', 'restrict'],
      can: ['reply'],
    });
    const { request } = await granted(world, one.code, { right: 'access' });
    expect((await world.anyone.tracks(request.code)).rights).toEqual([]);
  });

  it('cannot be filed for by strangers', async () => {
    const { status, body } = await world.anyone.post(
      '/api/complaints',
      streetLight({ category: 'DL-03', answers: {}, filer: who }),
    );
    expect([status, body.errors[0].field, body.errors[0].code]).toEqual([
      400,
      'category',
      'internal',
    ]);
    const { body: categories } = await world.anyone.get('/api/categories').expect(200);
    expect(JSON.stringify(categories)).not.toContain('DL-0');
  });
});

describe('access', () => {
  it('tells everything that is kept, who had the identity opened, and why', async () => {
    const reason = 'Người gửi có thể gặp nguy hiểm.';
    const supervisor = await world.supervisor();
    const head = await world.head('HAPULICO');
    await head.does(one.id, 'ask', { text: 'Đoạn nào của phố?' });
    await head.does(one.id, 'note', { text: 'Ghi chú của cơ quan.' });
    await head.does(one.id, 'reveal', { reason });
    const { data } = await granted(world, one.code, { right: 'access' });
    const { text, answers } = streetLight();
    expect(data).toMatchObject({
      person: who,
      complaint: { code: one.code },
      text,
      answers,
      place: { ward: '00256', address: 'Phố Hòa Mã' },
      channel: 'web',
      files: [],
      reveals: [{ role: 'agency_head', reason, at: FRIDAY }],
      requests: [{ filedAt: FRIDAY, status: 'assigned' }],
    });
    const told = JSON.stringify(data);
    expect(told).toContain('Đoạn nào của phố?');
    expect(told).not.toContain('Ghi chú của cơ quan.');
    const { name } = (await head.get('/api/me').expect(200)).body as { name: string };
    expect(told).not.toContain(name);
    expect((await supervisor.sees(one.id)).restricted).toBe(false);
  });

  it('is the only answer in which the identity comes out', async () => {
    const fresh = { phone: '0912 000 222', email: 'moi@canary.example' };
    const answers: unknown[] = [await world.anyone.tracks(one.code)];
    answers.push(await granted(world, one.code, { right: 'correct', changes: fresh }));
    answers.push(await granted(world, one.code, { right: 'restrict' }, fresh.email));
    answers.push(await granted(world, one.code, { right: 'withdraw' }, fresh.email));
    answers.push(await world.anyone.tracks(one.code), await published());
    const { body } = await uses(world, one.code, { right: 'access', proof: '123456' });
    answers.push(body);
    const log = await world.behind.query(
      `select e.data from complaint_event e join complaint c on c.id = e.complaint_id
       where c.id = $1 or c.subject_id = $1`,
      [one.id],
    );
    const sealed = await world.behind.query('select * from filer');
    const outbox = await world.behind.query('select * from outbox');
    for (const told of [...answers, log, sealed, outbox])
      expect(JSON.stringify(told)).not.toMatch(/Vành Khuyên|0987|canary|4711|0912/);
  });
});

describe('correct', () => {
  it('seals what is right at once: later mail goes there, and the log names fields alone', async () => {
    const changes = { email: 'moi.hon@canary.example', name: 'Chim Sơn Ca' };
    await granted(world, one.code, { right: 'correct', changes });
    const operator = await world.operator();
    expect((await operator.sees(one.id)).filer).toMatchObject({ ...who, ...changes });
    expect((await eventsOf(world, one.id)).at(-1)).toMatchObject({
      type: 'identity_corrected',
      actor: { kind: 'filer' },
      data: { fields: ['name', 'email'] },
    });
    await world.deliver();
    const before = await mailsOf(world);
    const head = await world.head('HAPULICO');
    await head.does(one.id, 'ask', { text: 'Đoạn nào của phố?' });
    await world.deliver();
    const later = (await mailsOf(world)).slice(before.length);
    expect(later.map(({ to }) => to)).toEqual([changes.email]);
    await granted(world, one.code, { right: 'access' }, changes.email);
  });

  it('needs something to correct, in the form of a filing', async () => {
    const proof = await proofOf(world, one.code);
    for (const changes of [
      undefined,
      {},
      { email: 'không phải' },
      { phone: 'x' },
      { type: 'person' },
    ])
      await uses(world, one.code, { right: 'correct', proof, changes: changes as object }).expect(
        400,
      );
    await uses(world, one.code, { right: 'correct', proof, changes: { name: 'An' } }).expect(200);
  });

  it('finds the person by the new contact, not by the old one', async () => {
    const marks = () =>
      world.behind.query<{ phone: string; mail: string }[]>(
        'select contact_phone as phone, contact_mail as mail from filer where complaint_id = $1',
        [one.id],
      );
    const [before] = await marks();
    await granted(world, one.code, { right: 'correct', changes: { phone: '0912 000 333' } });
    const [after] = await marks();
    expect(after?.phone).not.toBe(before?.phone);
    expect(after?.mail).toBe(before?.mail);
  });

  it('is open in an ended complaint too', async () => {
    const operator = await world.operator();
    const head = await world.head('HAPULICO');
    await head.does(one.id, 'accept', { officer: await world.officerOf('HAPULICO') });
    await head.does(one.id, 'answer', answer);
    await operator.does(one.id, 'publish');
    await world.anyone.post(`/api/complaints/${one.code}/confirm`).expect(200);
    await granted(world, one.code, { right: 'correct', changes: { name: 'Sơn Ca' } });
    await granted(world, one.code, { right: 'restrict' });
    const after = await (await world.supervisor()).sees(one.id);
    expect([after.status, after.restricted]).toEqual(['closed', true]);
    expect(await problemsOf(world.behind, one.id)).toEqual([]);
  });
});

describe.each(['restrict', 'withdraw'] as const)('%s', (right) => {
  it('takes the complaint from the public and the filer from everybody but the supervisor', async () => {
    const operator = await world.operator();
    expect(await isPublished()).toBe(true);
    expect((await operator.sees(one.id)).filer).toMatchObject(who);
    await granted(world, one.code, { right });
    expect(await isPublished()).toBe(false);
    expect(await operator.sees(one.id)).toMatchObject({ filer: null, identity: 'never' });
    const head = await world.head('HAPULICO');
    for (const by of [operator, head]) {
      const tried = await by.tells(one.id, 'reveal', { reason: 'Cần gọi lại để hỏi thêm.' });
      expect([tried.status, tried.body.code]).toEqual([403, 'identity.hidden']);
    }
    const supervisor = await world.supervisor();
    expect(await supervisor.sees(one.id)).toMatchObject({ filer: null, identity: 'by_reveal' });
    const opened = await supervisor.tells(one.id, 'reveal', { reason: 'Cần gọi lại để hỏi.' });
    expect(opened.body.filer).toMatchObject(who);
    expect((await eventsOf(world, one.id)).find(({ type }) => type === 'restricted')?.data).toEqual(
      {
        on: true,
        because: right === 'restrict' ? 'asked' : 'withdrawn',
      },
    );
  });

  it('masks for the agency what is masked for the public', async () => {
    const text = 'Xe 29A-123.45 đâm đổ cột đèn trước nhà, gọi tôi 0912345678.';
    one = await filedBy(world, who, { text });
    const head = await world.head('HAPULICO');
    expect((await head.sees(one.id)).text).toContain('29A-123.45');
    await granted(world, one.code, { right });
    const shown = await head.sees(one.id);
    expect(shown.text).not.toMatch(/29A|0912/);
    expect((await (await world.operator()).sees(one.id)).text).toBe(text);
  });
});

describe('a restriction', () => {
  it('is lifted by its filer, and is not set twice; a withdrawal is recorded over it', async () => {
    await granted(world, one.code, { right: 'restrict' });
    const proof = await proofOf(world, one.code);
    const again = await uses(world, one.code, { right: 'restrict', proof });
    expect([again.status, again.body.code]).toEqual([409, 'restriction.unchanged']);
    await granted(world, one.code, { right: 'withdraw' });
    await granted(world, one.code, { right: 'restrict', on: false });
    expect(await isPublished()).toBe(true);
    expect((await (await world.operator()).sees(one.id)).filer).toMatchObject(who);
    const said = (await eventsOf(world, one.id)).filter(({ type }) => type === 'restricted');
    expect(said.map(({ data }) => data)).toEqual([
      { on: true, because: 'asked' },
      { on: true, because: 'withdrawn' },
      { on: false, because: 'asked' },
    ]);
  });
});
