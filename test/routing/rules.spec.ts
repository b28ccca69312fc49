import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RoutingRule, RuleSet } from '#routing';
import { Writable } from 'node:stream';
import { Log } from '../../src/platform/logging/log.js';
import { Door } from '../../src/platform/database/door.js';
import { Routing } from '../../src/routing/routing.js';
import type { DryRunPart } from '../../src/routing/rules/dry-run.dto.js';
import { eventsOf, keepSignedIn } from '../stories/support/events.js';
import type { Api } from '../world/api.js';
import { caseIdOf, streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';
import { cityOf, draftOf, findingsOf, publish } from './support.js';

let world: World;
let admin: Api;
let supervisor: Api;
const logged: string[] = [];

beforeAll(async () => {
  const lines = new Writable({
    write: (line: Buffer, _, done) => {
      logged.push(line.toString());
      done();
    },
  });
  world = await World.start({}, new Log('info', lines));
  [admin, supervisor] = await Promise.all([world.as('quan.tri'), world.supervisor()]);
  await world.operator();
  await keepSignedIn(world);
}, 60_000);
afterAll(() => world.stop());

const inForce = () => cityOf(world).data.rule_set;

const toWard = (id: string, when: RoutingRule['when'], confidence = 0.9): RoutingRule => ({
  id,
  when,
  lead: { type: 'committee' },
  confidence,
  because: { vi: 'Giao xã, phường', en: 'To the commune' },
});

/** The rules in force with others before them. */
const withRules = (...rules: RoutingRule[]): RuleSet => ({
  ...inForce(),
  rules: [...rules, ...inForce().rules],
});

interface Grounds {
  rule: string;
  ruleSet: number;
  reasons: { vi: string; en: string }[];
  facts: Record<string, unknown>;
}

async function routed(changes: Record<string, unknown> = {}) {
  const { code } = await world.anyone.files(streetLight(changes));
  const id = await caseIdOf(world, code);
  const events = await eventsOf(world, id);
  const assigned = events.find(({ type }) => type === 'assigned');
  return { id, lead: assigned?.data.lead, grounds: assigned?.data.grounds as Grounds };
}

/** Around Hòa Mã street, where the street light of the stories is. */
const ring = [
  [105.85, 21.01],
  [105.86, 21.01],
  [105.86, 21.02],
  [105.85, 21.02],
  [105.85, 21.01],
];

describe('every decision', () => {
  it('keeps the rule version, the facts and the reasons, and neither text, person nor point', async () => {
    const { id, lead, grounds } = await routed({
      filer: { name: 'Trần Thị Bí Mật', phone: '0912345678', type: 'business' },
    });
    expect([lead, grounds.ruleSet]).toEqual(['HAPULICO', 1]);
    expect(grounds.facts).toEqual({
      category: 'CS-01',
      kind: 'report',
      urgency: 'normal',
      ward: '00256',
      filer: 'business',
      at: world.time.now().toISOString(),
      answers: {},
      zone: null,
    });
    expect(grounds.reasons.every(({ vi, en }) => vi !== '' && en !== '')).toBe(true);
    const kept = JSON.stringify(grounds);
    for (const secret of ['Bí Mật', '0912345678', '105.8545', 'Hòa Mã'])
      expect(kept).not.toContain(secret);
    const { timeline } = (await (await world.operator()).sees(id)) as unknown as {
      timeline: { type: string; data: { grounds?: Grounds } }[];
    };
    const seen = timeline.find(({ type }) => type === 'assigned');
    expect(seen?.data.grounds?.facts).toEqual(grounds.facts);
  });
});

describe('the check of a draft', () => {
  it('finds what is broken, unreachable, overlapping or leads nowhere, in both languages', async () => {
    const found = async (...rules: RoutingRule[]) =>
      (await findingsOf(supervisor, await draftOf(admin, 'rule_set', withRules(...rules)))).map(
        ({ level, field, code }) => `${level} ${field} ${code}`,
      );
    expect(await found(toWard('typo', { ward: ['00256'] } as never))).toEqual([
      'fault typo broken-condition',
    ]);
    expect(await found(toWard('who', { filers: ['citizen'] }))).toContain(
      'fault who unknown-value',
    );
    const shadowed = toWard('second', { categories: ['CS-01'], wards: ['00256'] });
    expect(await found(toWard('first', { categories: ['CS-01'] }), shadowed)).toContain(
      'fault second unreachable',
    );
    const night = toWard('night', { time: { hours: { from: '22:00', to: '05:00' } } }, 0.5);
    expect((await found(night)).some((one) => one.endsWith(' overlapping'))).toBe(true);
    const ended = { ...toWard('gone', { wards: ['00256'] }), lead: { service: 'nowhere' } };
    expect(await found(ended)).toContain('fault gone unknown-service');
  });

  it('lists the wards that nobody would serve', async () => {
    const areas = cityOf(world).data.service_areas;
    const electricity = areas.map((area) =>
      area.service === 'electricity' ? { ...area, wards: ['00256'] } : area,
    );
    const found = await findingsOf(admin, await draftOf(admin, 'service_areas', electricity));
    const uncovered = found.find(({ code }) => code === 'agency-without-cover');
    expect(uncovered?.level).toBe('warning');
    expect(uncovered?.detail.vi).toContain('00004');
  });
});

describe('a dry run', () => {
  const period = () => ({
    from: new Date(world.time.now().getTime() - 3_600_000).toISOString(),
    to: new Date(world.time.now().getTime() + 3_600_000).toISOString(),
  });
  const run = async (by: Api, id: string, more: Record<string, unknown> = {}) =>
    (await by.post(`/api/drafts/${id}/dry-run`, { ...period(), ...more }).expect(200))
      .body as DryRunPart;

  it('tells what would go elsewhere, with examples for those who may see cases', async () => {
    const mine = await routed();
    await world.anyone.files(streetLight({ place: { ward: '00004' } }));
    const draft = await draftOf(
      admin,
      'rule_set',
      withRules(toWard('lamps', { categories: ['CS-01'], zones: [ring] as never })),
    );
    const part = await run(supervisor, draft.id);
    expect(part.total).toBe(part.looked);
    expect(part).toMatchObject({ against: 1, next: null, newlySure: 0, noLongerSure: 0 });
    expect(part.same + part.changed).toBe(part.looked);
    const move = part.moves.find(({ from }) => from === 'HAPULICO');
    expect(move).toMatchObject({ to: 'UBND-00256', wasSure: true, isSure: true });
    expect(part.moves).toHaveLength(1);
    expect(move?.examples).toContain(mine.id);
    const counted = await run(admin, draft.id);
    expect(counted.moves.map(({ examples, ...rest }) => [rest.count, examples])).toEqual([
      [move?.count, []],
    ]);
  });

  it('says what would become sure and what no more, part by part', async () => {
    const draft = await draftOf(
      admin,
      'rule_set',
      withRules(toWard('lamps', { categories: ['CS-01'] }, 0.5)),
    );
    const whole = await run(supervisor, draft.id);
    expect(whole.noLongerSure).toBe(whole.looked);
    const [first] = await world.behind.query<{ at: string; id: string }[]>(
      `select to_char(filed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, id
       from complaint order by filed_at, id limit 1`,
    );
    const rest = await run(supervisor, draft.id, { afterFiledAt: first?.at, afterId: first?.id });
    expect(rest.looked).toBe(whole.looked - 1);
  });

  it('is refused for a draft that cannot be read, and for a period without end', async () => {
    const broken = await draftOf(admin, 'rule_set', { rules: 1 });
    await supervisor.post(`/api/drafts/${broken.id}/dry-run`, period()).expect(422);
    const { from } = period();
    await supervisor.post(`/api/drafts/${broken.id}/dry-run`, { from, to: from }).expect(400);
    const operator = await world.operator();
    await operator.post(`/api/drafts/${broken.id}/dry-run`, period()).expect(403);
  });
});

describe('published rules', () => {
  it('route from their date on, and the old ones before it', async () => {
    const draft = await draftOf(
      admin,
      'rule_set',
      withRules(
        toWard('lamps', {
          categories: ['CS-01'],
          zones: [ring] as never,
          filers: ['business'],
          time: { hours: { from: '06:00', to: '22:00' } },
        }),
      ),
    );
    const validFrom = new Date(world.time.now().getTime() + 3_600_000).toISOString();
    await publish(admin, draft, { validFrom }).expect(200);
    const business = { filer: { name: 'An', phone: '0900000001', type: 'business' } };
    expect((await routed(business)).lead).toBe('HAPULICO');
    world.time.advance({ hours: 2 });
    await cityOf(world).refresh();
    const { lead, grounds } = await routed(business);
    expect([lead, grounds.rule, grounds.ruleSet]).toEqual(['UBND-00256', 'lamps', 2]);
    expect(grounds.facts).toMatchObject({ filer: 'business', zone: '#1' });
    expect((await routed()).lead).toBe('HAPULICO');
    world.time.set('2026-03-10T16:00:00.000Z');
    expect((await routed(business)).lead).toBe('HAPULICO');
  });

  it('that cannot be used raise an alarm, and the last good version goes on routing', async () => {
    const broken = withRules(toWard('bad-one', { moon: ['full'] } as never));
    await world.behind.query(
      `insert into city_record (kind, version, definition, digest, loaded_at)
       values ('rule_set', 3, $1, 'x', now())`,
      [JSON.stringify(broken)],
    );
    await cityOf(world).refresh();
    const { lead, grounds } = await routed();
    expect([lead, grounds.ruleSet]).toEqual(['HAPULICO', 2]);

    const { body: ready } = await world.anyone.get('/health/ready').expect(200);
    expect(ready.warnings).toEqual([
      {
        name: 'routing',
        why: 'rule set 3 cannot be used, rule bad-one; version 2 routes',
      },
    ]);
    const { text } = await world.anyone.get('/metrics').expect(200);
    expect(text).toContain('dau_moi_routing_rules_broken 1');
    expect(text).toContain('dau_moi_routing_rule_set 2');
    const line = logged.find((one) => one.includes('routing: the rules in force cannot be used'));
    expect(JSON.parse(line ?? '{}')).toMatchObject({ version: 3, rule: 'bad-one', routes: 2 });
  });

  it('are found again by a program that starts while the version in force is broken', async () => {
    const routing = new Routing(
      cityOf(world),
      world.app.get(Door, { strict: false }),
      new Log('silent'),
    );
    await routing.onModuleInit();
    expect([routing.ruleSet, routing.alarm?.rule]).toEqual([2, 'bad-one']);
    routing.onModuleDestroy();
  });

  it('end the alarm when they are put right', async () => {
    await publish(admin, await draftOf(admin, 'rule_set', inForceWithout('bad-one'))).expect(200);
    const { body } = await world.anyone.get('/health/ready').expect(200);
    expect(body.warnings).toEqual([]);
    expect((await routed()).grounds.ruleSet).toBe(4);
  });

  const inForceWithout = (id: string) => ({
    ...inForce(),
    rules: inForce().rules.filter((rule) => rule.id !== id),
  });
});
