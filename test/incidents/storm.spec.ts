import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StormWatch } from '../../src/triage/incidents/storm-watch.js';
import type { PublicIncident } from '../../src/complaints/dto/public-incidents.dto.js';
import type { IncidentItem } from '../../src/triage/incidents/incidents.dto.js';
import { eventsOf, keepSignedIn, mailsOf } from '../stories/support/events.js';
import type { Api } from '../world/api.js';
import { answer, caseIdOf } from '../world/complaints.js';
import { World } from '../world/world.js';
import { doesIncident, incidentOf, settle, tellsIncident } from './support/desk.js';

let world: World;
let operator: Api;

beforeAll(async () => {
  world = await World.start();
  operator = await world.operator();
}, 60_000);
afterAll(() => world.stop());

const here = { lat: 21.0152, lon: 105.8545 };
const there = { lat: 21.06, lon: 105.8 };

const outage = (point: { lat: number; lon: number }, changes: Record<string, unknown> = {}) => ({
  category: 'DIEN-01',
  text: 'Cả khu mất điện từ lúc 8 giờ, xin cho biết khi nào có lại.',
  place: { point },
  answers: { seen_at: '2026-03-10T08:00:00+07:00', extent: 'area' },
  ...changes,
});

/** Somebody files within a few hundred meters. */
async function files(at: number, point = here, changes = {}): Promise<string> {
  const near = { lat: point.lat + (at % 5) / 2000, lon: point.lon + (at % 7) / 2000 };
  const filer = { name: 'An', email: `storm${at}@storm.example` };
  return (await world.anyone.files(outage(near, { filer, ...changes }))).code;
}

const look = () => world.app.get(StormWatch, { strict: false }).look();

const proposed = async () =>
  (await operator.get('/api/incidents?status=proposed').expect(200)).body.items as IncidentItem[];

const banners = async () =>
  (await world.anyone.get('/api/public/incidents').expect(200)).body as PublicIncident[];

describe('a storm', () => {
  const MANY = 40;
  let first: string;
  let id: string;

  it('is nothing while a few file', async () => {
    first = await caseIdOf(world, await files(0));
    for (let at = 1; at < 5; at += 1) await files(at);
    expect(await look()).toBe(0);
  });

  it('is proposed by itself, once, with the facts in words', async () => {
    for (let at = 5; at < MANY; at += 1) await files(at);
    expect(await look()).toBe(1);
    expect(await look()).toBe(0);
    const [found, ...others] = await proposed();
    expect(others).toEqual([]);
    expect(found).toMatchObject({ main: first, members: MANY, family: 'DIEN', published: false });
    expect(found!.reasons[0]!.vi).toMatch(
      /^40 phản ánh cùng nhóm lĩnh vực trong \d+ phút, trong vòng 2000 m/,
    );
    id = found!.id;
    // What it was proposed from can be looked at before anybody confirms.
    expect((await incidentOf(operator, id)).cases).toHaveLength(MANY);
    expect((await eventsOf(world, first)).at(-1)).toMatchObject({
      type: 'incident_changed',
      data: { incident: id, what: 'proposed' },
    });
    expect(await banners()).toEqual([]);
    expect((await operator.lists('?limit=100')).items).toHaveLength(MANY);
  });

  it('is confirmed by an operator: all join, the queue shows one line, everybody a banner', async () => {
    const confirmed = await doesIncident(operator, id, 'confirm', {
      title: 'Mất điện diện rộng quanh phố Hòa Mã, gọi 0912345678',
      standingAnswer: 'Điện lực đang khắc phục, dự kiến có điện trước 12 giờ.',
    });
    expect(confirmed).toMatchObject({ status: 'open', gathering: true });
    await settle(world);
    const [line, ...others] = (await operator.lists('?limit=100')).items;
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      id: first,
      incident: { id, main: true, members: MANY, reporters: MANY },
    });
    expect((await operator.lists(`?incident=${id}&limit=100`)).items).toHaveLength(MANY);
    const [banner] = await banners();
    expect(banner).toMatchObject({
      id,
      reporters: MANY,
      standingAnswer: 'Điện lực đang khắc phục, dự kiến có điện trước 12 giờ.',
    });
    expect(banner!.title).toMatch(/^Mất điện diện rộng/);
    expect(JSON.stringify(banner)).not.toMatch(/0912345678|storm\d+@/);
    const again = await tellsIncident(operator, id, 'confirm');
    expect([again.status, again.body.code]).toEqual([409, 'incident.not_proposed']);
  });

  it('gives whoever files the same the standing answer at once, and takes it in', async () => {
    const filed = await world.anyone.files(outage(here, { filer: { email: 'new@storm.example' } }));
    expect(filed.incident).toMatchObject({
      standingAnswer: 'Điện lực đang khắc phục, dự kiến có điện trước 12 giờ.',
    });
    await settle(world);
    const one = await caseIdOf(world, filed.code);
    expect((await operator.sees(one)).incident).toMatchObject({ id, main: false });
    await world.deliver();
    const mails = (await mailsOf(world)).filter(({ to }) => to === 'new@storm.example');
    const told = mails.filter(({ subject }) => subject.includes('sự việc chung'));
    expect(told.map(({ text }) => text)).toEqual([
      expect.stringMatching(/dự kiến có điện trước 12 giờ/),
    ]);
  });

  it('takes in nobody from elsewhere, of another matter, or whom an operator has taken out', async () => {
    const far = await world.anyone.files(outage(there));
    expect(far.incident).toBeNull();
    const conduct = await world.anyone.files(outage(here, { kind: 'conduct' }));
    expect(conduct.incident).toBeNull();
    const out = await caseIdOf(world, await files(900));
    await settle(world);
    await doesIncident(operator, id, 'leave', { cases: [out], to: 'lead' });
    await settle(world);
    for (const one of [out, await caseIdOf(world, far.code), await caseIdOf(world, conduct.code)])
      expect((await operator.sees(one)).incident).toBeNull();
  });

  it('is answered once, for all; the banner goes, and new filings are new matters', async () => {
    const lead = (await operator.sees(first)).lead!;
    const head = await world.head(lead);
    await head.does(first, 'accept', { officer: await world.officerOf(lead) });
    await head.does(first, 'answer', answer);
    await operator.does(first, 'publish');
    await settle(world);
    const [row] = await world.behind.query<{ count: number }[]>(
      `select count(*)::int as count from complaint where incident = $1 and status = 'resolved'`,
      [id],
    );
    expect(row!.count).toBe(MANY + 1);
    expect(await incidentOf(operator, id)).toMatchObject({ status: 'answered', gathering: false });
    expect(await banners()).toEqual([]);
    const later = await world.anyone.files(outage(here));
    expect(later.incident).toBeNull();
    // Each once: whatever the worker is asked again, nothing is told again.
    const told = async () =>
      (await world.behind.query(
        `select count(*)::int as count from complaint_event where type = 'followed'`,
      )) as unknown;
    const before = await told();
    expect(await settle(world)).toBe(0);
    expect(await told()).toEqual(before);
  });
});

describe('a proposal', () => {
  it('that is dismissed changes nothing, and is not made again for some hours', async () => {
    world.time.advance({ days: 1 });
    await keepSignedIn(world);
    for (let at = 100; at < 110; at += 1) await files(at, there);
    expect(await look()).toBe(1);
    const [found] = await proposed();
    await doesIncident(operator, found!.id, 'dismiss');
    expect(await look()).toBe(0);
    expect(await proposed()).toEqual([]);
    expect((await operator.sees(found!.main!)).incident).toBeNull();
  });
});
