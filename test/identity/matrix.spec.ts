import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { privacyClasses, type PrivacyClass } from '#privacy';
import { World } from '../world/world.js';
import { caseOf, who } from './support/matters.js';

const people = {
  operator: 'truc.tong.dai.1',
  supervisor: 'giam.sat',
  lead_head: 'hapulico.thu.truong',
  lead_officer: 'hapulico.can.bo',
  supporting_head: 'hsdc.thu.truong',
  supporting_officer: 'hsdc.can.bo',
  leader: 'lanh.dao',
  observer: 'quan.sat',
};
type Person = keyof typeof people;

const sees: Record<PrivacyClass, Person[]> = {
  NORMAL: ['operator', 'supervisor'],
  PERSONAL: ['operator', 'supervisor', 'lead_head', 'lead_officer'],
  REPORTER_HIDDEN: ['operator', 'supervisor'],
  PROTECTED: [],
  SENSITIVE: [],
  DENUNCIATION_CHECK: [],
};
const reveals: Record<PrivacyClass, Person[]> = {
  NORMAL: ['lead_head'],
  PERSONAL: [],
  REPORTER_HIDDEN: [],
  PROTECTED: ['supervisor'],
  SENSITIVE: ['operator', 'supervisor'],
  DENUNCIATION_CHECK: ['supervisor'],
};

const cells = privacyClasses.flatMap((privacy) =>
  (Object.keys(people) as Person[]).map((person) => [privacy, person] as const),
);

let world: World;
const closed: PrivacyClass[] = ['PROTECTED', 'SENSITIVE', 'DENUNCIATION_CHECK'];
const cases = new Map<PrivacyClass, string>();

beforeAll(async () => {
  world = await World.start();
  for (const privacy of privacyClasses) cases.set(privacy, (await caseOf(world, privacy)).id);
}, 60_000);
afterAll(() => world.stop());

const told = { ...who, type: 'person', device: null };
const tally = { seen: 0, revealed: 0, refused: 0 };

describe.each(cells)('%s: %s', (privacy, person) => {
  const atSight = sees[privacy].includes(person);
  const forReason = reveals[privacy].includes(person);
  // An observer does not even know of it.
  const outside = person === 'observer' && closed.includes(privacy);

  it(`${atSight ? 'sees' : 'does not see'} the filer in the case`, async () => {
    const by = await world.as(people[person]);
    if (outside) return void (await by.get(`/api/cases/${cases.get(privacy)}`).expect(404));
    const { filer, identity, privacy: shown } = await by.sees(cases.get(privacy)!);
    expect(filer).toEqual(atSight ? told : null);
    expect(identity).toBe(atSight ? 'seen' : forReason ? 'by_reveal' : 'never');
    expect(shown).toBe(privacy);
    if (atSight) tally.seen += 1;
  });

  it(`${forReason ? 'may' : 'may not'} reveal the filer for a reason`, async () => {
    const by = await world.as(people[person]);
    const id = cases.get(privacy)!;
    if (outside) {
      const asked = by.post(`/api/cases/${id}/reveal`, { reason: 'Cần gọi lại để hỏi thêm.' });
      expect((await asked.set('if-match', '"2"')).status).toBe(403);
      tally.refused += 1;
      return;
    }
    const before = await by.sees(id);
    const answered = await by.tells(id, 'reveal', { reason: 'Cần gọi lại để hỏi thêm.' });
    if (forReason) {
      expect(answered.status).toBe(200);
      expect(answered.body).toEqual({ filer: told, version: before.version + 1 });
      tally.revealed += 1;
    } else {
      expect(answered.status).toBe(atSight ? 409 : 403);
      expect(JSON.stringify(answered.body)).not.toContain(who.name);
      expect((await by.sees(id)).version).toBe(before.version);
      tally.refused += 1;
    }
    expect((await by.sees(id)).filer).toEqual(atSight ? told : null);
  });
});

describe('the matrix', () => {
  it('is whole', () => {
    expect(cells).toHaveLength(48);
    expect(tally).toEqual({ seen: 8, revealed: 5, refused: 43 });
  });

  it('has no place for the administrator', async () => {
    const admin = await world.as('quan.tri');
    for (const id of cases.values()) {
      await admin.get(`/api/cases/${id}`).expect(403);
      await admin.post(`/api/cases/${id}/reveal`).set('if-match', '"1"').expect(403);
    }
  });

  it('is as narrow for an agency above or beside the lead as for one that supports', async () => {
    const other = await world.head('EVNHANOI');
    for (const id of cases.values()) await other.get(`/api/cases/${id}`).expect(404);
  });
});

describe('a case that changes its class', () => {
  it('is hidden from the agency and the operator from then on', async () => {
    const { id } = await caseOf(world, 'PERSONAL');
    const [operator, officer] = [await world.operator(), await world.as(people.lead_officer)];
    expect((await officer.sees(id)).filer).toEqual(told);
    await operator.does(id, 'classify', { category: 'CV-01' });
    expect(await officer.sees(id)).toMatchObject({ filer: null, identity: 'never' });
    expect(await operator.sees(id)).toMatchObject({ filer: null, identity: 'never' });
    expect(await (await world.supervisor()).sees(id)).toMatchObject({ identity: 'by_reveal' });
  });
});
