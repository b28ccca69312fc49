import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventsOf, mailsOf } from '../stories/support/events.js';
import type { Api } from '../world/api.js';
import { answer, caseIdOf, streetLight, unclear } from '../world/complaints.js';
import { World } from '../world/world.js';
import {
  doesIncident,
  files,
  filesSeveral,
  ids,
  incidentOf,
  opens,
  settle,
  tellsIncident,
  type Filed,
} from './support/desk.js';

let world: World;
let operator: Api;
let head: Api;
let officer: string;

beforeAll(async () => {
  world = await World.start();
  operator = await world.operator();
  head = await world.head('HAPULICO');
  officer = await world.officerOf('HAPULICO');
}, 60_000);
afterAll(() => world.stop());

const statusesOf = (filed: readonly Filed[]) =>
  Promise.all(filed.map(async ({ code }) => (await world.anyone.tracks(code)).status));

/** Subjects of the mails to somebody, without the code in them. */
async function mailsTo(email: string): Promise<string[]> {
  const mails = await mailsOf(world);
  return mails
    .filter(({ to }) => to === email)
    .map(({ subject }) => subject.replaceAll(/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/g, '…'));
}

/** Answers and publishes the complaint that goes ahead. */
async function resolves(id: string): Promise<void> {
  if ((await operator.sees(id)).status === 'assigned') await head.does(id, 'accept', { officer });
  await head.does(id, 'answer', answer);
  await operator.does(id, 'publish');
}

describe('several complaints about one event', () => {
  let filed: Filed[];
  let promises: string[];
  let incident: string;

  it('join an incident: one goes ahead, the others follow it', async () => {
    filed = await filesSeveral(world, ['a@story.example', 'b@story.example', 'c@story.example']);
    // One person files a second time.
    filed.push(await files(world, 'c@story.example'));
    promises = await Promise.all(
      filed.map(async ({ code }) => (await world.anyone.tracks(code)).promise.dueAt),
    );
    const made = await opens(operator, ids(filed), { title: 'Đèn phố Hòa Mã tắt cả dãy' });
    incident = made.id;
    expect(made).toMatchObject({ status: 'open', main: filed[0]!.id, members: 4, reporters: 3 });
    const [main, follower] = [await operator.sees(filed[0]!.id), await operator.sees(filed[1]!.id)];
    expect(main.incident).toEqual({ id: incident, main: true, members: 4, reporters: 3 });
    expect(follower.incident).toMatchObject({ id: incident, main: false });
    const owed = (view: typeof main) =>
      view.clocks.filter((clock) => !clock.stoppedAt).map(({ kind }) => kind);
    expect(owed(main)).toEqual(expect.arrayContaining(['acceptance', 'resolution']));
    expect(owed(follower)).toEqual(['resolution']);
  });

  it('are one line in every queue, and are found again by the incident and by their words', async () => {
    const listed = async (query: string) =>
      (await operator.lists(query)).items.map(({ id }) => id).toSorted();
    expect(await listed('')).toEqual([filed[0]!.id]);
    expect(await listed(`?incident=${incident}`)).toEqual(ids(filed).toSorted());
    expect(await listed('?queue=all')).toEqual(ids(filed).toSorted());
    expect(await listed(`?q=${filed[2]!.code}`)).toEqual([filed[2]!.id]);
  });

  it('are worked on as one: what is tried with a follower is refused in words', async () => {
    const refused = await head.tells(filed[1]!.id, 'accept', { officer });
    expect([refused.status, refused.body.code]).toEqual([409, 'incident.follows']);
    expect(refused.body.detail.vi).toMatch(/phản ánh chính/);
    const twice = await operator.post('/api/incidents', { cases: [filed[1]!.id] });
    expect([twice.status, twice.body.code]).toEqual([409, 'incident.member_already']);
  });

  it('are accepted and answered together; each filer sees it, with the promise as it was', async () => {
    await head.does(filed[0]!.id, 'accept', { officer });
    await settle(world);
    expect(await statusesOf(filed)).toEqual(Array(4).fill('in_progress'));
    await resolves(filed[0]!.id);
    await settle(world);
    expect(await statusesOf(filed)).toEqual(Array(4).fill('resolved'));
    for (const [at, { code }] of filed.entries()) {
      const tracked = await world.anyone.tracks(code);
      expect(tracked).toMatchObject({ answer, incident: { others: 3 } });
      expect(tracked.promise.dueAt).toBe(promises[at]);
      expect(tracked.can).toEqual(expect.arrayContaining(['confirm', 'rate', 'reopen']));
    }
    expect((await incidentOf(operator, incident)).status).toBe('answered');
  });

  it('tell each filer of each step once, and who filed twice in one mail', async () => {
    await settle(world);
    await world.deliver();
    expect(await mailsTo('b@story.example')).toEqual([
      'Đã tiếp nhận phản ánh …',
      'Phản ánh … đã chuyển đến cơ quan giải quyết',
      'Phản ánh … thuộc một sự việc chung',
      'Phản ánh … đã có kết quả giải quyết',
    ]);
    const twice = await mailsTo('c@story.example');
    expect(twice.filter((one) => one.includes('kết quả'))).toHaveLength(1);
    expect(twice.filter((one) => one.includes('sự việc chung'))).toHaveLength(2);
    expect(
      (await mailsTo('a@story.example')).filter((one) => one.includes('kết quả')),
    ).toHaveLength(1);
  });

  it('are rated one by one; "not fixed at my place" reopens only that one, with the agency alone', async () => {
    const [, b, c] = filed;
    await world.anyone.post(`/api/complaints/${b!.code}/rating`, { score: 5 }).expect(200);
    await world.anyone
      .post(`/api/complaints/${c!.code}/reopen`, { text: 'Trước nhà tôi vẫn tối.' })
      .expect(200);
    await settle(world);
    expect(await statusesOf(filed)).toEqual(['resolved', 'closed', 'assigned', 'resolved']);
    const reopened = await operator.sees(c!.id);
    expect(reopened).toMatchObject({ incident: null, holder: { unit: 'HAPULICO' } });
    expect((await eventsOf(world, c!.id)).at(-1)).toMatchObject({
      type: 'left',
      data: { incident, why: 'not_fixed_here' },
    });
    await head.does(c!.id, 'accept', { officer });
    await settle(world);
    expect(await statusesOf(filed)).toEqual(['resolved', 'closed', 'in_progress', 'resolved']);
  });
});

describe('taken out again', () => {
  it('a follower has a whole matter back: holder, clocks and the promise as it was', async () => {
    const [main, other] = await filesSeveral(world, ['d@story.example', 'e@story.example']);
    const before = await operator.sees(other!.id);
    const { id } = await opens(operator, ids([main!, other!]));
    await head.does(main!.id, 'accept', { officer });
    await settle(world);
    const left = await doesIncident(operator, id, 'leave', { cases: [other!.id] });
    expect(left).toMatchObject({ members: 1, reporters: 1 });
    const after = await operator.sees(other!.id);
    expect(after).toMatchObject({
      status: 'new',
      lead: null,
      incident: null,
      dueAt: before.dueAt,
      holder: { duty: 'triage_operator' },
    });
    expect(after.clocks.filter(({ stoppedAt }) => !stoppedAt).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['resolution', 'triage']),
    );
    await world.deliver();
    expect((await mailsTo('e@story.example')).at(-1)).toBe('Phản ánh … được giải quyết riêng');
    await operator.does(other!.id, 'assign', { lead: 'HAPULICO' });
    await doesIncident(operator, id, 'join', { cases: [other!.id] });
    expect((await operator.sees(other!.id)).status).toBe('in_progress');
  });

  it('the one that goes ahead is followed by another, with the agency that leads', async () => {
    const [a, b, c] = await filesSeveral(world, ['f@x.example', 'g@x.example', 'h@x.example']);
    const { id } = await opens(operator, ids([a!, b!, c!]));
    await doesIncident(operator, id, 'leave', { cases: [a!.id] });
    await settle(world);
    const now = await incidentOf(operator, id);
    expect(now).toMatchObject({ main: b!.id, members: 2 });
    expect((await operator.sees(a!.id)).incident).toBeNull();
    await resolves(b!.id);
    await settle(world);
    expect(await statusesOf([a!, b!, c!])).toEqual(['assigned', 'resolved', 'resolved']);
  });

  it('a rejected or silent one makes room for the next by itself', async () => {
    const texts = [unclear({ filer: { email: 'i@x.example' } }), unclear()];
    const filed = [];
    for (const text of texts) filed.push((await world.anyone.files(text)).code);
    const [a, b] = [await caseIdOf(world, filed[0]!), await caseIdOf(world, filed[1]!)];
    const { id } = await opens(operator, [a, b]);
    await operator.does(a, 'reject', { reason: 'spam', text: 'Không phải phản ánh.' });
    await settle(world);
    expect(await incidentOf(operator, id)).toMatchObject({ main: b, members: 1, status: 'open' });
    expect(await operator.sees(b)).toMatchObject({
      status: 'new',
      holder: { duty: 'triage_operator' },
    });
  });

  it('what an answer to something else had resolved has its promise back', async () => {
    const [main, wrong] = await filesSeveral(world, ['j@x.example', 'k@x.example']);
    const { dueAt } = await operator.sees(wrong!.id);
    const { id } = await opens(operator, ids([main!, wrong!]));
    await resolves(main!.id);
    await settle(world);
    await doesIncident(operator, id, 'leave', { cases: [wrong!.id], to: 'lead' });
    const back = await operator.sees(wrong!.id);
    expect(back).toMatchObject({ status: 'assigned', lead: 'HAPULICO', dueAt });
    const running = back.clocks.filter(({ stoppedAt }) => !stoppedAt);
    expect(running.map(({ id }) => id).toSorted()).toEqual(['acceptance#2', 'resolution#1']);
  });
});

describe('two incidents', () => {
  it('become one and two again; what was decided stays in both logs', async () => {
    const filed = await filesSeveral(
      world,
      ['l', 'm', 'n', 'o'].map((name) => `${name}@y.example`),
    );
    const [a, b, c, d] = ids(filed);
    const one = await opens(operator, [a!, b!]);
    const other = await opens(operator, [c!, d!]);
    await doesIncident(operator, one.id, 'merge', { incident: other.id });
    await settle(world);
    expect(await incidentOf(operator, one.id)).toMatchObject({ members: 4, main: a });
    expect(await incidentOf(operator, other.id)).toMatchObject({ status: 'merged', into: one.id });
    await head.does(a!, 'accept', { officer });
    await settle(world);
    await doesIncident(operator, one.id, 'split', { incident: other.id });
    await settle(world);
    expect(await incidentOf(operator, one.id)).toMatchObject({ members: 2, main: a });
    const again = await incidentOf(operator, other.id);
    expect(again).toMatchObject({ status: 'open', members: 2, main: c });
    expect(again.log.map(({ type }) => type)).toEqual(['split_off', 'merged', 'opened']);
    await resolves(a!);
    await settle(world);
    expect(await statusesOf(filed)).toEqual(['resolved', 'resolved', 'assigned', 'assigned']);
  });

  it('come of one: chosen members get an incident of their own', async () => {
    const filed = await filesSeveral(
      world,
      ['p', 'q', 'r'].map((name) => `${name}@y.example`),
    );
    const [a, b, c] = ids(filed);
    const one = await opens(operator, [a!, b!, c!]);
    await doesIncident(operator, one.id, 'split', { cases: [a!] });
    await settle(world);
    expect(await incidentOf(operator, one.id)).toMatchObject({ members: 2, main: b });
    const own = (await operator.sees(a!)).incident;
    expect(own).toMatchObject({ main: true, members: 1 });
    await doesIncident(operator, one.id, 'dissolve');
    await settle(world);
    expect((await operator.sees(c!)).incident).toBeNull();
    expect(await operator.sees(b!)).toMatchObject({ incident: null, status: 'assigned' });
  });
});

describe('an incident', () => {
  it('is changed on the version that was seen, by the center alone', async () => {
    const [main, other] = await filesSeveral(world, ['s@z.example', 't@z.example']);
    const { id, version } = await opens(operator, [main!.id]);
    const body = { cases: [other!.id] };
    await doesIncident(operator, id, 'join', body);
    const stale = await tellsIncident(operator, id, 'dissolve', {}, version);
    expect([stale.status, stale.body.code]).toEqual([409, 'incident.stale']);
    expect(stale.body.present).toMatchObject({ id, members: 2 });
    await head.get(`/api/incidents/${id}`).expect(200);
    const foreign = await world.head('EVNHANOI');
    await foreign.get(`/api/incidents/${id}`).expect(404);
    await head.post('/api/incidents', body).expect(403);
  });

  it('never takes in what is protected', async () => {
    const [main] = await filesSeveral(world, ['u@z.example']);
    const { id } = await opens(operator, [main!.id]);
    const conduct = await world.anyone.files(
      streetLight({ kind: 'conduct', category: undefined, answers: undefined }),
    );
    const refused = await tellsIncident(operator, id, 'join', {
      cases: [await caseIdOf(world, conduct.code)],
    });
    expect([refused.status, refused.body.code]).toEqual([409, 'incident.protected']);
  });

  it('is made of what filers say is the same, where place and matter say so too', async () => {
    const [main] = await filesSeveral(world, ['v@z.example']);
    const same = await files(world, 'w@z.example', { joins: main!.id });
    const far = await files(world, 'x@z.example', {
      joins: main!.id,
      place: { point: { lat: 21.05, lon: 105.8 } },
    });
    await settle(world);
    const joined = await operator.sees(same.id);
    expect(joined.incident).toMatchObject({ main: false, members: 2, reporters: 2 });
    expect((await eventsOf(world, same.id)).at(-1)).toMatchObject({
      type: 'joined',
      actor: { kind: 'system', name: 'incident' },
      data: { main: main!.id, reasons: [{ vi: expect.stringMatching(/Người gửi/) }] },
    });
    expect(await operator.sees(far.id)).toMatchObject({ incident: null, joins: main!.id });
    const { body } = await world.anyone
      .post('/api/complaints', streetLight({ joins: '018f0000-0000-7000-8000-000000000000' }))
      .expect(400);
    expect(body.errors[0].field).toBe('joins');
  });
});
