import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { problemsOf } from '../cli/desk.js';
import { eventsOf, mailsOf } from '../stories/support/events.js';
import type { Api } from '../world/api.js';
import { answer } from '../world/complaints.js';
import { World } from '../world/world.js';
import {
  AGENCY,
  hire,
  inHandsOf,
  known,
  openCases,
  orphans,
  standIn,
  type Person,
} from './support/office.js';

let world: World;
let head: Person;
let admin: Person;

beforeAll(async () => {
  world = await World.start();
  head = await known(world, 'hapulico.thu.truong');
  admin = await known(world, 'quan.tri');
}, 60_000);
afterAll(() => world.stop());

const leave = (by: Api, who: Person, successor: Person, reason?: string) =>
  by.post(`/api/staff/${who.id}/leave`, { successor: successor.id, ...(reason && { reason }) });

const staffRow = async (id: string) => {
  const [row] = await world.behind.query<{ active: boolean; leaving: boolean }[]>(
    'select active, leaving_at is not null as leaving from staff where id = $1',
    [id],
  );
  return row;
};

const ofOfficer = async ({ id }: Person) =>
  (await openCases(world)).filter(({ officer }) => officer === id);

describe('somebody who leaves', () => {
  it('hands all 30 cases over, each by its event, with one mail of all, whatever their status', async () => {
    const [an, binh] = [await hire(world), await hire(world)];
    const ids = await inHandsOf(world, an.id, 30);
    const operator = await world.operator();
    await head.api.does(ids[0]!, 'answer', answer);
    await head.api.does(ids[1]!, 'answer', answer);
    await operator.does(ids[1]!, 'publish');
    await head.api.does(ids[2]!, 'ask', { text: 'Đoạn nào của phố?' });
    await world.deliver();
    const mails = (await mailsOf(world)).length;
    const { body } = await leave(head.api, an, binh, 'Chuyển công tác.').expect(200);
    expect(body).toEqual({ handedOver: 30, left: 0 });
    expect(await staffRow(an.id)).toEqual({ active: false, leaving: true });
    expect((await ofOfficer(binh)).map(({ id }) => id)).toEqual(ids.toSorted());
    for (const id of ids) {
      const event = (await eventsOf(world, id)).at(-1);
      expect(event).toMatchObject({
        type: 'handed_over',
        actor: { kind: 'staff', id: head.id, role: 'agency_head', agency: AGENCY },
        data: { from: an.id, to: binh.id },
      });
    }
    expect((await head.api.sees(ids[5]!)).timeline.at(-1)?.text).toBe('Chuyển công tác.');
    await world.deliver();
    const sent = (await mailsOf(world)).slice(mails);
    expect(sent.map(({ to }) => to)).toEqual([`${binh.login}@demo.example`]);
    expect(new Set(sent[0]?.text.match(/#[0-9a-f]{8}/g))).toHaveProperty('size', 30);
    expect(await orphans(world)).toEqual([]);
    expect(await problemsOf(world.behind)).toEqual([]);
    await an.api.get('/api/me').expect(401);
    const [sessions] = await world.behind.query(
      'select count(*)::int from session where staff_id = $1',
      [an.id],
    );
    expect(sessions.count).toBe(0);
    expect((await leave(head.api, an, binh).expect(200)).body).toEqual({ handedOver: 0, left: 0 });
  }, 120_000);

  it('is asked for nothing new from the first step on, and goes on where it was cut short', async () => {
    const [an, binh] = [await hire(world), await hire(world)];
    const ids = (await inHandsOf(world, an.id, 30)).toSorted();
    await world.behind.query(
      `alter table complaint add constraint never
       check (id <> '${ids[25]}' or officer <> '${binh.id}') not valid`,
    );
    await leave(admin.api, an, binh).expect(500);
    const half = await ofOfficer(binh);
    expect(half.map(({ id }) => id)).toEqual(ids.slice(0, 20));
    expect(await staffRow(an.id)).toEqual({ active: true, leaving: true });
    expect(await orphans(world)).toEqual([]);
    const [next] = await inHandsOf(world, binh.id);
    const refused = await head.api.tells(next!, 'hand_over', { officer: an.id });
    expect([refused.status, refused.body.errors?.[0]?.field]).toEqual([400, 'officer']);
    await world.behind.query('alter table complaint drop constraint never');
    const { body } = await leave(admin.api, an, binh).expect(200);
    expect(body).toEqual({ handedOver: 10, left: 0 });
    expect(await staffRow(an.id)).toEqual({ active: false, leaving: true });
    expect(await problemsOf(world.behind)).toEqual([]);
  }, 120_000);

  it('is let go by two at once as by one', async () => {
    const [an, binh] = [await hire(world), await hire(world)];
    const ids = await inHandsOf(world, an.id, 25);
    const answers = await Promise.all([leave(admin.api, an, binh), leave(head.api, an, binh)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers.reduce((sum, { body }) => sum + body.handedOver, 0)).toBe(25);
    for (const id of ids)
      expect((await eventsOf(world, id)).filter(({ type }) => type === 'handed_over')).toHaveLength(
        1,
      );
    expect((await staffRow(an.id))?.active).toBe(false);
  }, 120_000);

  it('leaves whom they stood in for to the successor, and their own stand-in with nothing', async () => {
    const [an, binh, chi, dung] = [
      await hire(world),
      await hire(world),
      await hire(world),
      await hire(world),
    ];
    await standIn(world, head.api, chi.id, an.id).expect(201);
    await standIn(world, head.api, dung.id, an.id, { from: 20 }).expect(201);
    await standIn(world, head.api, an.id, dung.id).expect(201);
    await leave(head.api, an, binh).expect(200);
    await binh.api.get('/api/cases').set('x-acting-for', chi.id).expect(200);
    await dung.api.get('/api/cases').set('x-acting-for', an.id).expect(403);
    const { items } = (await head.api.get('/api/stand-ins?limit=100').expect(200)).body;
    const pairs = items.map(
      ({ absent, standIn: by }: Record<string, { id: string }>) => `${absent?.id} ${by?.id}`,
    );
    expect(pairs.toSorted()).toEqual([`${chi.id} ${binh.id}`, `${dung.id} ${binh.id}`].toSorted());
  });

  it('cannot leave the one they stand in for to themself', async () => {
    const [an, chi] = [await hire(world), await hire(world)];
    await standIn(world, head.api, chi.id, an.id).expect(201);
    const refused = await leave(head.api, an, chi);
    expect([refused.status, refused.body.code]).toEqual([409, 'stand_in.circle']);
    expect(await staffRow(an.id)).toEqual({ active: true, leaving: false });
  });

  it('needs a successor who is there and stays', async () => {
    const [an, gone, going] = [await hire(world), await hire(world), await hire(world)];
    await world.behind.query('update staff set active = false where id = $1', [gone.id]);
    await world.behind.query('update staff set leaving_at = now() where id = $1', [going.id]);
    const evn = await known(world, 'evn.can.bo');
    for (const successor of [an, gone, going, evn]) {
      const refused = await leave(head.api, an, successor);
      expect([refused.status, refused.body.errors?.[0]?.field]).toEqual([400, 'successor']);
    }
    expect(await staffRow(an.id)).toEqual({ active: true, leaving: false });
  });
});

describe('who lets whom go', () => {
  it('the head the agency, the supervisor the operators, the administrator all', async () => {
    const [an, binh] = [await hire(world), await hire(world)];
    const [one, two] = [await hire(world, 'operator', null), await hire(world, 'operator', null)];
    const supervisor = await known(world, 'giam.sat');
    const evn = await known(world, 'evn.thu.truong');
    await leave(evn.api, an, binh).expect(404);
    await leave(supervisor.api, an, binh).expect(404);
    await leave(head.api, one, two).expect(404);
    await leave(an.api, an, binh).expect(403);
    await leave(supervisor.api, one, two).expect(200);
    await leave(admin.api, an, binh).expect(200);
  });

  it('a head only to another head: an agency keeps one', async () => {
    const agency = 'EVNHANOI';
    const evn = await known(world, 'evn.thu.truong');
    const officer = await known(world, 'evn.can.bo');
    const refused = async (by: Api, to: Person) => {
      const { status, body } = await leave(by, evn, to);
      return `${status} ${body.code}`;
    };
    expect(await refused(evn.api, officer)).toBe('409 staff.last_head');
    expect(await refused(admin.api, officer)).toBe('409 staff.last_head');
    const second = await hire(world, 'agency_head', agency);
    expect(await refused(evn.api, officer)).toBe('409 staff.last_head');
    await leave(evn.api, evn, second).expect(200);
    expect((await staffRow(evn.id))?.active).toBe(false);
  });

  it('of two heads who leave to one another at once one stays', async () => {
    const [first, second] = [
      await hire(world, 'agency_head', 'HSDC'),
      await known(world, 'hsdc.thu.truong'),
    ];
    const officer = await known(world, 'hsdc.can.bo');
    const answers = await Promise.all([
      leave(admin.api, first, officer),
      leave(admin.api, second, officer),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
});

describe('the list of people', () => {
  it('is of the own unit, with open cases, without addresses', async () => {
    const an = await hire(world);
    await inHandsOf(world, an.id, 2);
    const { items } = (await head.api.get('/api/staff?limit=100').expect(200)).body;
    expect(items.find(({ id }: Person) => id === an.id)).toEqual({
      id: an.id,
      name: expect.stringMatching(/^Người mới/),
      role: 'officer',
      agency: AGENCY,
      email: null,
      leaving: false,
      openCases: 2,
    });
    expect(new Set(items.map(({ agency }: { agency: string }) => agency))).toEqual(
      new Set([AGENCY]),
    );
    const center = (await (await world.operator()).get('/api/staff?limit=100')).body.items;
    expect(new Set(center.map(({ role }: { role: string }) => role))).toEqual(
      new Set(['operator', 'supervisor']),
    );
    const all = (await admin.api.get(`/api/staff?agency=${AGENCY}&limit=100`)).body.items;
    expect(all.find(({ id }: Person) => id === an.id)).toMatchObject({
      email: `${an.login}@demo.example`,
      openCases: 2,
    });
  });

  it('pages without a gap', async () => {
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const { body } = await admin.api.get(`/api/staff?limit=90${next && `&after=${next}`}`);
      seen.push(...body.items.map(({ id }: Person) => id));
      next = body.next;
    }
    const [{ count }] = await world.behind.query('select count(*)::int from staff where active');
    expect([new Set(seen).size, seen.length]).toEqual([count, count]);
  });
});
