import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { keepSignedIn, mailsOf } from '../stories/support/events.js';
import { enrol } from '../people/support/people.js';
import { DEMO_PASSWORD } from '../../src/start/demo-accounts.js';
import { problemsOf } from '../cli/desk.js';
import type { Api } from '../world/api.js';
import { answer, unclear, caseIdOf } from '../world/complaints.js';
import { World } from '../world/world.js';
import {
  AGENCY,
  assigned,
  hire,
  inHandsOf,
  known,
  standIn,
  type Person,
} from './support/office.js';

let world: World;
let head: Person;
let deputy: Person;

beforeAll(async () => {
  world = await World.start();
}, 60_000);
afterAll(() => world.stop());

beforeEach(async () => {
  await world.behind.query('update stand_in set ended_at = made_at where ended_at is null');
  head = await known(world, 'hapulico.thu.truong');
  deputy = await hire(world);
});

const inPlaceOf = (
  api: Api,
  absent: Person,
  id: string,
  command: string,
  body: object,
  version = 2,
) =>
  api
    .post(`/api/cases/${id}/${command}`, { ...body })
    .set({ 'if-match': `"${version}"`, 'x-acting-for': absent.id });

describe('acting in the place of somebody', () => {
  it('has their role, and stands in the record as what it is', async () => {
    const id = await assigned(world);
    await standIn(world, head.api, head.id, deputy.id).expect(201);
    await inPlaceOf(deputy.api, head, id, 'accept', { officer: deputy.id }).expect(200);
    const { timeline } = await head.api.sees(id);
    expect(timeline.at(-1)).toMatchObject({
      type: 'accepted',
      actor: {
        name: expect.stringMatching(/^Người mới/),
        role: 'agency_head',
        agency: AGENCY,
        actingFor: 'Vũ Đình Nam',
      },
    });
    const [row] = await world.behind.query(
      `select actor from complaint_event where complaint_id = $1 and type = 'accepted'`,
      [id],
    );
    expect(row.actor).toEqual({
      kind: 'staff',
      id: deputy.id,
      role: 'agency_head',
      agency: AGENCY,
      actingFor: head.id,
    });
    expect(await problemsOf(world.behind, id)).toEqual([]);
    await deputy.api.does(id, 'answer', answer);
    expect((await head.api.sees(id)).timeline.at(-1)?.actor.actingFor).toBeNull();
  });

  it('opens what the role opens: an operator in the place of the supervisor decides what binds', async () => {
    const supervisor = await known(world, 'giam.sat');
    const operator = await known(world, 'truc.tong.dai.2');
    await enrol(world, operator.api, { password: DEMO_PASSWORD });
    const id = await caseIdOf(world, (await world.anyone.files(unclear())).code);
    const text = 'Không thuộc phạm vi của đơn vị.';
    for (const lead of [AGENCY, 'HSDC']) {
      const { version } = await supervisor.api.does(id, 'assign', { lead });
      const away = await world.head(lead);
      await away.tells(id, 'return', { ground: 'not_clear', text }, version);
    }
    const refused = await operator.api.tells(id, 'assign', { lead: 'EVNHANOI' });
    expect(refused.body.code).toBe('assignment.needs_supervisor');
    await standIn(world, supervisor.api, supervisor.id, operator.id).expect(201);
    const decision = { lead: 'EVNHANOI', text: 'Trạm biến áp do đơn vị này quản lý.' };
    await inPlaceOf(operator.api, supervisor, id, 'assign', decision, 5).expect(200);
  });

  it('is over before it begins and after it ends, to the minute', async () => {
    await standIn(world, head.api, head.id, deputy.id, { from: 1, hours: 2 }).expect(201);
    const ask = async () =>
      (await deputy.api.get('/api/cases').set('x-acting-for', head.id)).body.code ?? 'open';
    const me = async () => (await deputy.api.get('/api/me').expect(200)).body.standsInFor;
    const seen: string[] = [];
    for (const minutes of [0, 59, 1, 119, 1]) {
      world.time.advance({ minutes });
      await keepSignedIn(world);
      seen.push(`${await ask()} ${(await me()).length}`);
    }
    const shut = 'stand_in.not_running 0';
    expect(seen).toEqual([shut, shut, 'open 1', 'open 1', shut]);
  });

  it('ends when it is ended', async () => {
    const { body } = await standIn(world, head.api, head.id, deputy.id).expect(201);
    await deputy.api.get('/api/cases').set('x-acting-for', head.id).expect(200);
    await head.api.delete(`/api/stand-ins/${body.id}`).expect(204);
    await deputy.api.get('/api/cases').set('x-acting-for', head.id).expect(403);
  });

  it('is only for whom it was given, by whom it was given', async () => {
    await standIn(world, head.api, head.id, deputy.id).expect(201);
    const evn = await known(world, 'evn.thu.truong');
    const admin = await known(world, 'quan.tri');
    for (const [by, id] of [
      [deputy, evn.id],
      [deputy, admin.id],
      [deputy, deputy.id],
      [deputy, 'nobody'],
      [deputy, ''],
      [evn, head.id],
      [admin, head.id],
      [head, deputy.id],
    ] as const) {
      const refused = await by.api.get('/api/cases').set('x-acting-for', id);
      expect([refused.status, refused.body.code]).toEqual([403, 'stand_in.not_running']);
    }
    await world.anyone.get('/api/cases').set('x-acting-for', head.id).expect(401);
  });

  it('is not passed on: neither to the next in a chain nor by making or ending one', async () => {
    const third = await hire(world);
    const { body } = await standIn(world, head.api, head.id, deputy.id).expect(201);
    await standIn(world, deputy.api, deputy.id, third.id).expect(201);
    await third.api.get('/api/cases').set('x-acting-for', head.id).expect(403);
    const made = await standIn(world, deputy.api, third.id, deputy.id, { from: 30 }).set(
      'x-acting-for',
      head.id,
    );
    expect([made.status, made.body.code]).toEqual([403, 'stand_in.while_acting']);
    await deputy.api.delete(`/api/stand-ins/${body.id}`).set('x-acting-for', head.id).expect(403);
  });

  it('stops with the account, the role or the agency of either', async () => {
    await standIn(world, head.api, head.id, deputy.id).expect(201);
    const ask = () => deputy.api.get('/api/cases').set('x-acting-for', head.id);
    await ask().expect(200);
    await world.behind.query(`update staff set agency = 'HSDC' where id = $1`, [deputy.id]);
    await ask().expect(403);
    await world.behind.query('update staff set agency = $2 where id = $1', [deputy.id, AGENCY]);
    await ask().expect(200);
  });

  it('is told by /api/me, which stays the own one', async () => {
    await standIn(world, head.api, head.id, deputy.id).expect(201);
    const { body } = await deputy.api.get('/api/me').set('x-acting-for', head.id).expect(200);
    expect(body).toMatchObject({ id: deputy.id, role: 'officer' });
    expect(body.standsInFor).toEqual([
      expect.objectContaining({
        id: head.id,
        name: 'Vũ Đình Nam',
        role: 'agency_head',
        agency: AGENCY,
        until: new Date(world.time.now().getTime() + 8 * 3_600_000).toISOString(),
      }),
    ]);
    expect(body.standsInFor[0].commands.assigned).toContain('accept');
  });
});

describe('notices', () => {
  const told = async () => {
    await world.deliver();
    const mails = await mailsOf(world);
    return mails.map(({ to }) => to);
  };

  it('to a duty and to a person reach both while the stand-in runs', async () => {
    const mail = `${deputy.login}@demo.example`;
    await told();
    const before = (await told()).length;
    await standIn(world, head.api, head.id, deputy.id).expect(201);
    await inHandsOf(world, head.id);
    const during = (await told()).slice(before);
    expect(during.filter((to) => to === mail)).toHaveLength(2);
    expect(during.filter((to) => to === 'hapulico.thu.truong@demo.example')).toHaveLength(2);
    const copy = (await mailsOf(world)).findLast(({ to }) => to === mail);
    expect(copy?.text).toContain('trực thay Vũ Đình Nam');
    world.time.advance({ hours: 8 });
    head = await known(world, 'hapulico.thu.truong');
    await inHandsOf(world, head.id);
    expect((await told()).slice(before + during.length)).not.toContain(mail);
  });

  it('go to whoever stands in when they are sent, once, also where the absent has no address', async () => {
    await told();
    const before = (await told()).length;
    const third = await hire(world);
    await assigned(world);
    await world.behind.query('update staff set email = null where id = $1', [head.id]);
    await standIn(world, head.api, head.id, deputy.id).expect(201);
    await standIn(world, deputy.api, deputy.id, third.id).expect(201);
    expect((await told()).slice(before)).toEqual([`${deputy.login}@demo.example`]);
  });

  it('that are the own ones of a person stay theirs', async () => {
    await told();
    await standIn(world, head.api, head.id, deputy.id).expect(201);
    await world.behind.query(
      `insert into outbox (key, channel, recipient, template, data, created_at, next_at)
       values ('own', 'mail', $1, 'staff_accepted', '{}', $2, $2)`,
      [`staff:${head.id}`, world.time.now()],
    );
    await world.deliver();
    const rows = await world.behind.query(
      `select from outbox where recipient = $1 and key like 'own%'`,
      [`staff:${deputy.id}`],
    );
    expect(rows).toEqual([]);
  });
});
