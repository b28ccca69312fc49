import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Succession } from '../../src/routing/succession/succession.js';
import { eventsOf, keepSignedIn } from '../stories/support/events.js';
import type { Api } from '../world/api.js';
import { caseIdOf, streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';
import { cityOf, draftOf, findingsOf, publish } from './support.js';

let world: World;
let admin: Api;

beforeAll(async () => {
  world = await World.start();
  admin = await world.as('quan.tri');
  await Promise.all([world.head('HAPULICO'), world.head('HSDC'), world.operator()]);
  await keepSignedIn(world);
}, 60_000);
afterAll(() => world.stop());

const sweep = () => world.app.get(Succession, { strict: false }).sweep();

/** Today on the city's clock; the stories begin on a Tuesday morning. */
const today = () => world.time.now().toISOString().slice(0, 10);

/** The directory with one agency ended today. */
const ending = (code: string, successor: string | null) =>
  cityOf(world).data.agencies.map((agency) =>
    agency.code === code ? { ...agency, validTo: today(), successor } : agency,
  );

async function filed(): Promise<string> {
  return caseIdOf(world, (await world.anyone.files(streetLight())).code);
}

async function inProgress(): Promise<string> {
  const id = await filed();
  const officer = await world.officerOf('HAPULICO');
  await (await world.head('HAPULICO')).does(id, 'accept', { officer });
  return id;
}

const clocksOf = (id: string) =>
  world.behind.query<Record<string, unknown>[]>(
    `select id, started_at, due_at, "limit", stopped_at, next_at, step from clock
     where complaint_id = $1 order by id`,
    [id],
  );

const rowOf = async (id: string) =>
  (
    await world.behind.query<Record<string, unknown>[]>(
      'select status, lead, supporting, officer, holder_unit, holder_duty, version from complaint where id = $1',
      [id],
    )
  )[0];

describe('an agency that ends', () => {
  let waiting: string;
  let working: string;
  let before: unknown;

  it('is published with its successor, and not without being warned of orphans', async () => {
    [waiting, working] = [await filed(), await inProgress()];
    before = await clocksOf(working);
    const orphan = await draftOf(admin, 'agencies', ending('HAPULICO', null));
    expect((await findingsOf(admin, orphan)).map(({ code }) => code)).toContain('no-successor');
    const removed = cityOf(world).data.agencies.filter(({ code }) => code !== 'HAPULICO');
    const { body } = await publish(admin, await draftOf(admin, 'agencies', removed)).expect(422);
    expect(body.errors[0]).toMatchObject({ field: 'HAPULICO', code: 'removed' });
    const draft = await draftOf(admin, 'agencies', ending('HAPULICO', 'HSDC'));
    await publish(admin, draft, { document: '06/NQ-HĐND' }).expect(200);
  });

  it('keeps its matters to the end of its last day', async () => {
    expect(await sweep()).toBe(0);
    expect(await rowOf(working)).toMatchObject({ lead: 'HAPULICO' });
  });

  it('hands them to its successor the day after, each once, by the same dates', async () => {
    world.time.advance({ days: 1 });
    expect(await sweep()).toBe(2);
    expect(await sweep()).toBe(0);
    for (const id of [waiting, working]) {
      const events = await eventsOf(world, id);
      const [event, ...more] = events.filter(({ type }) => type === 'succeeded');
      expect(more).toEqual([]);
      expect(event).toMatchObject({
        actor: { kind: 'system', name: 'succession' },
        data: { from: 'HAPULICO', to: 'HSDC', document: '06/NQ-HĐND' },
      });
    }
    expect(await clocksOf(working)).toEqual(before);
    expect(await rowOf(waiting)).toMatchObject({
      status: 'assigned',
      lead: 'HSDC',
      holder_unit: 'HSDC',
    });
    expect(await rowOf(working)).toMatchObject({
      status: 'in_progress',
      lead: 'HSDC',
      officer: null,
      holder_duty: 'agency_head',
    });
    const owners = await world.behind.query<{ unit: string }[]>(
      'select distinct unit from clock where complaint_id = any($1) and stopped_at is null',
      [[waiting, working]],
    );
    expect(owners).toEqual([{ unit: 'HSDC' }]);
  });

  it('has them seen and worked on by the successor, with their history', async () => {
    const heir = await world.head('HSDC');
    const { timeline } = (await heir.sees(working)) as unknown as { timeline: { type: string }[] };
    expect(timeline.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['filed', 'assigned', 'accepted', 'succeeded']),
    );
    await heir.does(waiting, 'accept', { officer: await world.officerOf('HSDC') });
    await (await world.head('HAPULICO')).get(`/api/cases/${working}`).expect(404);
    const code = (
      await world.behind.query<{ code: string }[]>('select code from complaint where id = $1', [
        working,
      ])
    )[0]?.code;
    const tracked = await world.anyone.tracks(code ?? '');
    expect(JSON.stringify(tracked)).toContain('Cơ quan kế thừa tiếp tục xử lý');
  });
});

describe('an agency that has ended', () => {
  it('is given nothing by hand; the refusal names its successor', async () => {
    const operator = await world.operator();
    const id = await filed();
    const { status, body } = await operator.tells(id, 'assign', { lead: 'HAPULICO' });
    expect(status).toBe(400);
    expect(body.errors[0]).toMatchObject({ field: 'lead', code: 'not_serving' });
    expect(JSON.stringify(body.errors[0])).toContain(cityOf(world).agency('HSDC')!.name.vi);
    const head = await world.head('HSDC');
    await head.does(id, 'accept', { officer: await world.officerOf('HSDC') });
    const part = await head.tells(id, 'add_part', {
      agency: 'HAPULICO',
      task: 'Kiểm tra cột đèn.',
    });
    expect([part.status, part.body.errors[0].code]).toEqual([400, 'not_serving']);
  });
});

describe('an agency that ends without a successor', () => {
  it('gives its matters back to triage, with the reason', async () => {
    const id = await caseIdOf(
      world,
      (await world.anyone.files(streetLight({ category: undefined, answers: {} }))).code,
    );
    await (await world.operator()).does(id, 'assign', { lead: 'EVNHANOI' });
    const draft = await draftOf(admin, 'agencies', ending('EVNHANOI', null));
    await publish(admin, draft).expect(200);
    world.time.advance({ days: 1 });
    expect(await sweep()).toBe(1);
    expect(await rowOf(id)).toMatchObject({
      status: 'new',
      lead: null,
      holder_duty: 'triage_operator',
    });
    const event = (await eventsOf(world, id)).at(-1);
    expect(event).toMatchObject({
      type: 'recalled',
      data: { agency: 'EVNHANOI', because: 'ended', document: '45/QĐ-UBND' },
    });
    const running = await world.behind.query<{ kind: string }[]>(
      'select kind from clock where complaint_id = $1 and stopped_at is null order by kind',
      [id],
    );
    expect(running.map(({ kind }) => kind)).toContain('triage');
  });
});
