import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { answer, caseIdOf, streetLight } from '../world/complaints.js';
import type { Api } from '../world/api.js';
import { World } from '../world/world.js';
import { LiveClient } from '../live/live-client.js';
import { eventually } from '../platform/temporary.js';
import { problemsOf } from '../cli/desk.js';
import { City } from '../../src/catalog/city.js';
import { eventsOf, keepSignedIn, mailsOf, noticesOf } from './support/events.js';
import { filesWith, png } from './support/files.js';

const WARD = 'UBND-00256';
const happened_at = '2026-03-09T09:00:00+07:00';
const text = 'Cán bộ tiếp dân quát mắng người già, gọi là chim Vành Khuyên.';

let world: World;
let operator: Api;
let supervisor: Api;
let homeAffairs: Api;
const sockets: LiveClient[] = [];

beforeAll(async () => {
  world = await World.start();
  await world.mailsOneByOne();
  operator = await world.operator();
  supervisor = await world.supervisor();
  homeAffairs = await world.head('SNV');
}, 60_000);
beforeEach(() => keepSignedIn(world));
afterEach(() => sockets.splice(0).forEach((socket) => socket.cut()));
afterAll(() => world.stop());

const rude = (changes: Record<string, unknown> = {}) => ({
  category: 'CV-01',
  text,
  place: { ward: '00256' },
  answers: { office: 'Bàn số 2', happened_at },
  ...changes,
});

async function filed(body: Record<string, unknown>) {
  const { code, routing } = await world.anyone.files(body);
  return { code, id: await caseIdOf(world, code), why: routing.why };
}

async function watches(by: Api): Promise<LiveClient> {
  const token = by.cookie.slice(by.cookie.indexOf('=') + 1);
  const socket = new LiveClient('/staff', { token });
  sockets.push(socket);
  await socket.watch(world.url);
  return socket;
}

/** Whether somebody finds a case by id, in lists, by search, and among its photos. */
async function findings(by: Api, id: string, photo?: string) {
  const has = async (query: string) => (await by.lists(query)).items.some((item) => item.id === id);
  const found = {
    id: (await by.get(`/api/cases/${id}`)).status === 200,
    list: (await has('')) || (await has('?queue=all')),
    about: (await has(`?queue=all&about=${WARD}`)) || (await has('?queue=all&kind=conduct')),
    search: await has(`?queue=all&q=${encodeURIComponent('vanh khuyen')}`),
    photo:
      photo !== undefined && (await by.get(`/api/cases/${id}/attachments/${photo}`)).status === 200,
  };
  return Object.entries(found).flatMap(([way, there]) => (there ? [way] : []));
}

describe('a complaint about a ward committee', () => {
  let id: string;
  let code: string;
  let photo: string;

  beforeAll(async () => {
    const filer = { name: 'Bà Hòa', email: 'hoa@example.org' };
    const files = [{ name: 'anh.png', content: png }];
    ({ code } = (await filesWith(world, rude({ about: WARD, filer }), files).expect(201)).body);
    id = await caseIdOf(world, code);
    photo = (await operator.sees(id)).attachments[0]?.id ?? '';
    await world.deliver();
  });

  it('tells the filer that they will not get it', async () => {
    const { why } = await filed(rude({ about: WARD }));
    const words = why.map(({ vi, en }) => `${vi} ${en}`).join('\n');
    expect(words).toContain('Phản ánh này về Ủy ban nhân dân phường Hai Bà Trưng: không chuyển');
    expect(words).toContain('neither they nor any office under them will get it');
  });

  it('is for an operator to send to home affairs, and cannot be sent to the ward', async () => {
    expect(await operator.sees(id)).toMatchObject({ about: WARD, status: 'new', lead: null });
    const [first] = await eventsOf(world, id);
    expect(first?.data).toMatchObject({ about: WARD, grounds: { routing: { lead: 'SNV' } } });
    for (const body of [{ lead: WARD }, { lead: 'SNV', supporting: [WARD] }]) {
      const refused = await operator.tells(id, 'assign', body);
      expect([refused.status, refused.body.code]).toEqual([409, 'assignment.conflict']);
      expect(JSON.stringify(refused.body)).not.toMatch(/00256|Hai Bà Trưng/);
    }
    await operator.does(id, 'assign', { lead: 'SNV', supporting: ['CATP'] });
  });

  it('is seen by home affairs, the center and who supports, and by nobody of the ward', async () => {
    for (const by of [operator, supervisor, homeAffairs, await world.head('CATP')])
      expect(await findings(by, id, photo)).toEqual(['id', 'list', 'about', 'search', 'photo']);
    for (const login of ['haibatrung.thu.truong', 'haibatrung.can.bo'])
      expect(await findings(await world.as(login), id, photo)).toEqual([]);
  });

  it('is not seen by the ward even where a row says that they support', async () => {
    await world.behind.query(`update complaint set supporting = '{CATP,${WARD}}' where id = $1`, [
      id,
    ]);
    const head = await world.as('haibatrung.thu.truong');
    expect(await findings(head, id, photo)).toEqual([]);
    const command = await head.tells(id, 'note', { text: 'Của chúng tôi.' }, 2);
    expect(command.status).toBe(404);
    await world.behind.query(`update complaint set supporting = '{CATP}' where id = $1`, [id]);
  });

  it('is heard live by the others only, now and on return', async () => {
    const [ward, home, center] = [
      await watches(await world.as('haibatrung.thu.truong')),
      await watches(homeAffairs),
      await watches(operator),
    ];
    await operator.does(id, 'note', { text: 'Đã gọi cho người gửi.' });
    const last = await filed(streetLight());
    await eventually(async () => ward.messages.some((one) => one.complaintId === last.id));
    await eventually(async () => home.messages.some((one) => one.complaintId === id));
    expect(center.messages.some((one) => one.complaintId === id)).toBe(true);
    expect(ward.messages.filter((one) => one.complaintId === id)).toEqual([]);
    ward.cut();
    ward.since = 0;
    ward.messages.length = 0;
    await ward.watch(world.url);
    expect(ward.messages.some((one) => one.complaintId === last.id)).toBe(true);
    expect(ward.messages.filter((one) => one.complaintId === id)).toEqual([]);
  });

  it('is on no public list', async () => {
    const { id: lamp } = await filed(streetLight({ about: WARD }));
    const { body } = await world.anyone.get('/api/public/complaints').expect(200);
    const ids = body.items.map((item: { id: string }) => item.id);
    expect(ids.length).toBeGreaterThan(0);
    for (const one of [id, lamp]) expect(ids).not.toContain(one);
  });

  it('writes to nobody of the ward in a whole life, with breach, return and reopening', async () => {
    const officer = await world.officerOf('SNV');
    world.time.advance({ days: 3 });
    await world.fireTimers();
    await supervisor.does(id, 'assign', { lead: 'TTTP', supporting: [] });
    const inspectorate = await world.head('TTTP');
    await keepSignedIn(world);
    const reason = { ground: 'not_competent', text: 'Việc này của Sở Nội vụ xem xét.' };
    const unfit = await inspectorate.tells(id, 'return', { ...reason, proposed: WARD });
    expect([unfit.status, unfit.body.code]).toEqual([409, 'return.proposed_unfit']);
    await inspectorate.does(id, 'return', { ...reason, proposed: 'SNV' });
    const refused = await operator.tells(id, 'assign', { lead: WARD });
    expect(refused.body.code).toBe('assignment.conflict');
    await operator.does(id, 'assign', { lead: 'SNV' });
    await homeAffairs.does(id, 'accept', { officer });
    world.time.advance({ days: 20 });
    await world.fireTimers();
    await homeAffairs.does(id, 'answer', answer);
    await operator.does(id, 'publish');
    await world.anyone
      .post(`/api/complaints/${code}/reopen`, { text: 'Chưa ai xin lỗi.' })
      .expect(200);
    await homeAffairs.does(id, 'accept', { officer });
    await homeAffairs.does(id, 'answer', answer);
    await operator.does(id, 'publish');
    await world.deliver();
    const types = new Set((await eventsOf(world, id)).map(({ type }) => type));
    for (const type of ['breached', 'escalated', 'returned', 'reopened'])
      expect([...types]).toContain(type);
    const barred = world.app.get(City).barredBy(WARD);
    const reached = await world.behind.query<{ recipient: string; agency: string | null }[]>(
      `select o.recipient, s.agency from outbox o
       left join staff s on 'staff:' || s.id = o.recipient where o.complaint_id = $1`,
      [id],
    );
    expect(reached.length).toBeGreaterThan(15);
    for (const { recipient, agency } of reached)
      expect(
        [...barred, agency].filter((one) => one && barred.has(one) && recipient.includes(one)),
      ).toEqual([]);
    expect(reached.filter(({ agency }) => agency !== null && barred.has(agency))).toEqual([]);
    expect(await problemsOf(world.behind, id)).toEqual([]);
  });
});

describe('a classification', () => {
  it('that says whom it is about takes it back from them at once', async () => {
    const { id } = await filed(streetLight());
    const company = await world.head('HAPULICO');
    const ward = await world.as('haibatrung.thu.truong');
    expect(await findings(company, id)).toContain('id');
    const [live, beside] = [await watches(company), await watches(ward)];
    const changed = await operator.does(id, 'classify', { category: 'CV-01', about: 'SXD' });
    expect(changed).toMatchObject({ status: 'new', lead: null, kind: 'conduct' });
    const last = await filed(streetLight());
    await eventually(async () => live.messages.some((one) => one.complaintId === last.id));
    // The ward only helped and is not complained of: it hears that the matter is taken back.
    await eventually(async () => beside.messages.some((one) => one.type === 'recalled'));
    expect(live.messages.filter((one) => one.complaintId === id)).toEqual([]);
    expect(await findings(company, id)).toEqual([]);
    expect(await findings(await world.head('SXD'), id)).toEqual([]);
    expect((await operator.sees(id)).timeline.at(-1)).toMatchObject({
      type: 'recalled',
      data: { agency: 'HAPULICO' },
    });
    expect(await problemsOf(world.behind, id)).toEqual([]);
  });

  it('keeps notices that are on their way from them', async () => {
    const filer = { email: 'an@example.org' };
    const { id } = await filed(streetLight({ filer }));
    expect(await noticesOf(world, id)).toContain('staff_assigned → duty:agency_head:HAPULICO');
    await operator.does(id, 'classify', { category: 'CV-01', about: 'HAPULICO' });
    const before = (await mailsOf(world)).length;
    await world.deliver();
    const mails = (await mailsOf(world)).slice(before);
    const ours = mails.filter(({ subject }) => subject.includes(id.slice(-8)));
    expect(mails.map(({ to }) => to)).toContain('an@example.org');
    expect(ours).toEqual([]);
    const [row] = await world.behind.query(
      `select state, error from outbox where complaint_id = $1 and error = 'complained of'`,
      [id],
    );
    expect(row).toEqual({ state: 'sent', error: 'complained of' });
  });

  it('wants an agency that there is, and clears with null', async () => {
    const { id } = await filed(rude({ about: WARD }));
    const unknown = await operator.tells(id, 'classify', { category: 'CV-01', about: 'NOBODY' });
    expect([unknown.status, unknown.body.errors[0].field]).toEqual([400, 'about']);
    await operator.does(id, 'classify', { category: 'CV-03' });
    expect((await operator.sees(id)).about).toBe(WARD);
    await operator.does(id, 'classify', { category: 'CV-03', about: null });
    expect((await operator.sees(id)).about).toBeNull();
  });
});

describe('a complaint about', () => {
  it('home affairs is the inspectorate’s, unseen by home affairs', async () => {
    const { id } = await filed(rude({ about: 'SNV' }));
    const [first] = await eventsOf(world, id);
    expect(first?.data).toMatchObject({ grounds: { routing: { lead: 'TTTP' } } });
    await operator.does(id, 'assign', { lead: 'TTTP' });
    expect(await findings(homeAffairs, id)).toEqual([]);
    expect(await findings(await world.head('TTTP'), id)).toContain('list');
    expect((await operator.tells(id, 'assign', { lead: 'SNV' })).body.code).toBe(
      'assignment.conflict',
    );
  });

  it('a company is its department’s to see, not its own', async () => {
    const { id } = await filed(streetLight({ kind: 'report', about: 'HAPULICO' }));
    expect(await supervisor.sees(id)).toMatchObject({ lead: 'SXD', status: 'assigned' });
    expect((await supervisor.sees(id)).supporting).toEqual(['SNV', WARD]);
    expect(await findings(await world.head('SXD'), id)).toContain('list');
    expect(await findings(await world.head('HAPULICO'), id)).toEqual([]);
    expect(await findings(await world.as('hapulico.can.bo'), id)).toEqual([]);
  });

  it('the center is its supervisor’s, unseen and unheard by its operators', async () => {
    const socket = await watches(operator);
    const { id } = await filed(rude({ about: 'TTHT' }));
    expect(await supervisor.sees(id)).toMatchObject({ holder: { duty: 'supervisor' } });
    expect(await findings(operator, id)).toEqual([]);
    expect((await operator.tells(id, 'assign', { lead: 'SNV' }, 1)).status).toBe(404);
    world.time.advance({ days: 1 });
    await world.fireTimers();
    await supervisor.does(id, 'assign', { lead: 'SNV' });
    const last = await filed(streetLight());
    await eventually(async () => socket.messages.some((one) => one.complaintId === last.id));
    expect(socket.messages.filter((one) => one.complaintId === id)).toEqual([]);
    expect((await noticesOf(world, id)).filter((one) => one.includes('operator'))).toEqual([]);
    expect(await findings(homeAffairs, id)).toContain('list');
  });

  it('the city itself is nobody’s beneath it', async () => {
    const { id } = await filed(rude({ about: 'UBNDTP' }));
    expect(await findings(operator, id)).toEqual([]);
    expect(await findings(homeAffairs, id)).toEqual([]);
    expect(await findings(await world.as('lanh.dao'), id)).toEqual([]);
    expect(await findings(supervisor, id)).toContain('list');
    expect((await supervisor.tells(id, 'assign', { lead: 'SNV' })).body.code).toBe(
      'assignment.conflict',
    );
  });

  it('nobody that there is is refused', async () => {
    const { body } = await world.anyone
      .post('/api/complaints', rude({ about: 'NOBODY' }))
      .expect(400);
    expect(body.errors).toEqual([expect.objectContaining({ field: 'about', code: 'unknown' })]);
  });
});

describe('whom a complaint about conduct is about', () => {
  const aboutOf = async (changes: Record<string, unknown>) =>
    (await supervisor.sees((await filed(rude(changes))).id)).about;

  it('is recognised from its words, its answers and its place', async () => {
    expect(await aboutOf({ text: 'Nhân viên Sở Y tế quát mắng người già.' })).toBe('SYT');
    const office = 'Bộ phận một cửa UBND phường Ba Đình';
    expect(await aboutOf({ answers: { office, happened_at } })).toBe('UBND-00004');
    const { why, id } = await filed(rude({ text: 'Công an phường đòi thêm giấy tờ.' }));
    expect((await supervisor.sees(id)).about).toBe('CA-00256');
    expect(why[0]?.vi).toContain('Công an phường Hai Bà Trưng');
  });

  it('is left to an operator when it is not sure, and nothing is sent', async () => {
    const two = 'Sở Y tế đẩy sang Sở Xây dựng, thái độ rất tệ.';
    const { id, why } = await filed(rude({ text: two }));
    expect(await operator.sees(id)).toMatchObject({ about: null, status: 'new' });
    expect(why.map(({ en }) => en).join()).toContain('an operator looks');
    // A lamp's category is sure of its agency, but about conduct somebody looks first.
    const lamp = await filed(streetLight({ kind: 'conduct', place: { ward: '00256' } }));
    expect(await operator.sees(lamp.id)).toMatchObject({ about: null, status: 'new' });
  });

  it('is not looked for in a complaint about something else', async () => {
    const { id } = await filed(streetLight({ text: 'Đèn trước Sở Y tế hỏng đã ba hôm nay.' }));
    expect(await operator.sees(id)).toMatchObject({ about: null, lead: 'HAPULICO' });
  });
});
