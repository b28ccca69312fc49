import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Policy, PolicyCase } from '#deadlines';
import type { PromisePart } from '../../src/deadlines/policies/promise-previews.dto.js';
import { cityOf, draftOf, findingsOf, publish } from '../routing/support.js';
import { keepSignedIn } from '../stories/support/events.js';
import type { Api } from '../world/api.js';
import { answer, caseIdOf, streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';

let world: World;
let admin: Api;
let supervisor: Api;

beforeAll(async () => {
  world = await World.start();
  [admin, supervisor] = await Promise.all([
    world.as('quan.tri'),
    world.supervisor(),
    world.head('HAPULICO'),
    world.operator(),
  ]);
  await keepSignedIn(world);
}, 60_000);
afterAll(() => world.stop());

const withCase = (more: Partial<PolicyCase> = {}): Policy => ({
  ...cityOf(world).data.policy,
  cases: [
    {
      name: { vi: 'Chiếu sáng khẩn trương', en: 'Prompt lighting' },
      when: { categories: ['CS-*'], kinds: ['report'], wards: ['00256'] },
      resolution: '4wh',
      ...more,
    },
  ],
});

async function filed(changes: Record<string, unknown> = {}) {
  const receipt = await world.anyone.files(streetLight(changes));
  return { ...receipt, id: await caseIdOf(world, receipt.code) };
}

async function resolutionOf(id: string) {
  const [clock] = await world.behind.query<
    { limit: string; policy: number; due: Date; words: { vi: string } }[]
  >(
    `select "limit", policy_version as policy, due_at as due, words from clock
     where complaint_id = $1 and id = 'resolution#1'`,
    [id],
  );
  if (!clock) throw new Error('a promise is made at filing');
  return clock;
}

/** Answered and published `hours` after its filing. */
async function keptAfter(hours: number): Promise<string> {
  const { id } = await filed();
  const [operator, head] = [await world.operator(), await world.head('HAPULICO')];
  await head.does(id, 'accept', { officer: await world.officerOf('HAPULICO') });
  world.time.advance({ hours });
  await head.does(id, 'answer', answer);
  await operator.does(id, 'publish');
  return id;
}

describe('the preview of a policy', () => {
  const preview = async (by: Api, id: string, more: Record<string, unknown> = {}) =>
    (await by.post(`/api/drafts/${id}/promises`, more).expect(200)).body as PromisePart;

  it('tells what last month would have been promised, and what that was kept would be late', async () => {
    await keptAfter(1);
    await keptAfter(25);
    await filed({ place: { ward: '00004' } });
    world.time.advance({ hours: 1 });
    const draft = await draftOf(admin, 'policy', withCase());
    const part = await preview(supervisor, draft.id);
    expect(part).toMatchObject({ against: 1, looked: part.total, next: null });
    const change = part.changes.find(
      ({ clock, category }) => clock === 'resolution' && category === 'CS-01',
    );
    expect(change).toMatchObject({ earlier: 2, same: 1, later: 0, kept: 2, keptNowLate: 1 });
    expect(change?.minutesEarlier).toBeGreaterThan(0);
    expect(change?.mostMinutesEarlier).toBeLessThan(change?.minutesEarlier ?? 0);
    const triage = part.changes.find(({ clock }) => clock === 'triage');
    expect(triage).toMatchObject({ earlier: 0, later: 0 });
    expect((await preview(admin, draft.id)).changes).toEqual(part.changes);
  });

  it('knows what would be promised for later, in a period of choice', async () => {
    const draft = await draftOf(admin, 'policy', withCase({ resolution: '20wd' }));
    const { changes } = await preview(supervisor, draft.id);
    expect(changes.find(({ clock }) => clock === 'resolution')).toMatchObject({
      earlier: 0,
      later: 2,
      keptNowLate: 0,
    });
    const before = { from: '2025-01-01T00:00:00Z', to: '2025-02-01T00:00:00Z' };
    expect(await preview(supervisor, draft.id, before)).toMatchObject({ total: 0, changes: [] });
  });

  it('is refused for a faulty draft and for those who only work on cases', async () => {
    const faulty = await draftOf(admin, 'policy', withCase({ resolution: 'soon' }));
    expect((await findingsOf(supervisor, faulty)).map(({ field, code }) => [field, code])).toEqual([
      ['cases.0.resolution', 'broken-limit'],
    ]);
    await supervisor.post(`/api/drafts/${faulty.id}/promises`).expect(422);
    await publish(admin, faulty).expect(422);
    await (await world.operator()).post(`/api/drafts/${faulty.id}/promises`).expect(403);
    const rules = await draftOf(admin, 'rule_set');
    await supervisor.post(`/api/drafts/${rules.id}/promises`).expect(400);
  });
});

describe('a published policy', () => {
  it('holds for new promises, by kind, category and area; running ones keep their version', async () => {
    const old = await filed();
    const before = await resolutionOf(old.id);
    await publish(admin, await draftOf(admin, 'policy', withCase())).expect(200);

    const fresh = await filed();
    expect(await resolutionOf(fresh.id)).toMatchObject({ limit: '4wh', policy: 2 });
    expect(fresh.promise.why.vi).toContain('4 giờ làm việc');
    expect(fresh.promise.why.vi).toContain('Chiếu sáng khẩn trương');
    const elsewhere = await filed({ place: { ward: '00004' } });
    expect((await resolutionOf(elsewhere.id)).limit).toBe(before.limit);

    const operator = await world.operator();
    await operator.does(old.id, 'classify', { category: 'CS-01', urgency: 'normal' });
    const after = await resolutionOf(old.id);
    expect(after).toEqual(before);
    expect(after.policy).toBe(1);
  });
});
