import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { staffView } from '../../src/live/staff-view.js';
import { trackView } from '../../src/live/track-view.js';
import type { LogEntry } from '../../src/live/log-entry.js';
import type { RevealPage } from '../../src/complaints/dto/reveals.dto.js';
import { sha256 } from '../../src/platform/sha256.js';
import { problemsOf } from '../cli/desk.js';
import { eventsOf, keepSignedIn, noticesOf } from '../stories/support/events.js';
import { World } from '../world/world.js';
import type { Api } from '../world/api.js';
import { caseOf, who } from './support/matters.js';

const reason = 'Người gửi có thể gặp nguy hiểm, cần gọi ngay.';

let world: World;
let supervisor: Api;

beforeAll(async () => {
  world = await World.start();
  supervisor = await world.supervisor();
}, 60_000);
afterAll(() => world.stop());

const listed = async (query = '', by = supervisor): Promise<RevealPage> =>
  (await by.get(`/api/reveals${query}`).expect(200)).body as RevealPage;

describe('revealing who filed', () => {
  it('needs a reason of ten characters, and the version seen', async () => {
    const { id } = await caseOf(world, 'PROTECTED');
    const before = await eventsOf(world, id);
    for (const body of [{}, { reason: '' }, { reason: 'ngắn' }, { reason: `${' '.repeat(20)}a` }]) {
      const answered = await supervisor.tells(id, 'reveal', body);
      expect([answered.status, answered.body.errors[0].field]).toEqual([400, 'reason']);
    }
    await supervisor.post(`/api/cases/${id}/reveal`, { reason }).expect(428);
    const stale = await supervisor.tells(id, 'reveal', { reason }, before.length - 1);
    expect([stale.status, stale.body.present.filer]).toEqual([409, null]);
    expect(await eventsOf(world, id)).toEqual(before);
  });

  it('is one event with who, when and the digest of why; nothing else of the case changes', async () => {
    const { id, code } = await caseOf(world, 'PROTECTED');
    const { id: me } = (await supervisor.get('/api/me')).body as { id: string };
    const [before, notices] = [await supervisor.sees(id), await noticesOf(world, id)];
    await supervisor.tells(id, 'reveal', { reason }).then(({ status }) => expect(status).toBe(200));
    const events = await eventsOf(world, id);
    expect(events.at(-1)).toEqual({
      number: before.version + 1,
      type: 'identity_revealed',
      at: world.time.now(),
      actor: { kind: 'staff', id: me, role: 'supervisor', agency: null },
      data: { reason: sha256(reason) },
    });
    const { version, timeline, ...after } = await supervisor.sees(id);
    expect({ ...after, version: version - 1, timeline: timeline.slice(0, -1) }).toEqual(before);
    expect(timeline.at(-1)).toMatchObject({ type: 'identity_revealed', text: reason });
    expect(await noticesOf(world, id)).toEqual(notices);
    expect(JSON.stringify(await world.anyone.tracks(code))).not.toMatch(/reveal|nguy hiểm/);
    expect(await problemsOf(world.behind, id)).toEqual([]);
    await world.behind.query(
      `update message set text = 'Một lý do khác hẳn.' where complaint_id = $1 and number = $2`,
      [id, version],
    );
    expect(await problemsOf(world.behind, id)).toMatchObject([
      { number: version, kind: 'message.changed' },
    ]);
  });

  it('is told live by its type alone, and to staff only', () => {
    const entry = {
      xid: 1n,
      seq: 7,
      number: 3,
      complaintId: 'c',
      at: '2026-03-10T02:00:00.000Z',
      agencies: ['HAPULICO'],
      about: null,
      splitFrom: null,
      privacy: 'PROTECTED',
      type: 'identity_revealed',
      data: { reason: sha256(reason) },
    } satisfies LogEntry;
    expect(staffView(entry)).toEqual({
      seq: 7,
      complaintId: 'c',
      type: 'identity_revealed',
      at: entry.at,
      summary: { number: 3 },
    });
    expect(trackView(entry)).toBeNull();
  });

  it('is on record before anything is shown: also where the showing fails', async () => {
    const { id } = await caseOf(world, 'PROTECTED');
    const { version } = await supervisor.sees(id);
    await world.behind.query(
      `update filer set sealed = concat('v1.', key, '.', repeat('A', 16), '.', repeat('A', 22))
       where complaint_id = $1`,
      [id],
    );
    const answered = await supervisor.tells(id, 'reveal', { reason }, version);
    expect([answered.status, answered.body.code]).toEqual([500, 'identity.unreadable']);
    expect((await eventsOf(world, id)).at(-1)?.type).toBe('identity_revealed');
  });

  it('shows nothing where the event cannot be kept', async () => {
    const { id } = await caseOf(world, 'PROTECTED');
    const { version } = await supervisor.sees(id);
    await world.behind.query(
      'alter table complaint_event add constraint never check (false) not valid',
    );
    const answered = await supervisor.tells(id, 'reveal', { reason }, version);
    await world.behind.query('alter table complaint_event drop constraint never');
    expect(answered.status).toBe(500);
    expect(JSON.stringify(answered.body)).not.toContain(who.name);
  });

  it('of a complaint whose filer said nothing shows nothing', async () => {
    const { id } = await caseOf(world, 'SENSITIVE', undefined);
    await world.behind.query('delete from filer where complaint_id = $1', [id]);
    const answered = await supervisor.tells(id, 'reveal', { reason });
    expect(answered.body.filer).toBeNull();
  });
});

describe('the list of reveals', () => {
  beforeAll(async () => {
    world.time.set('2026-03-11T02:00:00.000Z');
    const operator = await world.operator();
    const head = await world.head('HAPULICO');
    await keepSignedIn(world);
    for (const [privacy, by] of [
      ['SENSITIVE', operator],
      ['NORMAL', head],
      ['DENUNCIATION_CHECK', supervisor],
    ] as const) {
      const { id } = await caseOf(world, privacy);
      await by.tells(id, 'reveal', { reason: `${reason} ${privacy}` });
      world.time.advance({ hours: 1 });
    }
  });

  const day = 'from=2026-03-11T00:00:00Z&to=2026-03-12T00:00:00%2B07:00';

  it('says who, when, which case and why, newest first, and nothing of the filer', async () => {
    const page = await listed(`?${day}`, await world.as('lanh.dao'));
    expect(page.items).toMatchObject([
      { privacy: 'DENUNCIATION_CHECK', category: 'CV-02', by: { role: 'supervisor' } },
      { privacy: 'NORMAL', category: 'CS-01', by: { role: 'agency_head', agency: 'HAPULICO' } },
      {
        at: '2026-03-11T02:00:00.000Z',
        privacy: 'SENSITIVE',
        category: 'AN-01',
        reason: `${reason} SENSITIVE`,
        complaintId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        by: { kind: 'staff', name: 'Nguyễn Thu Hà', role: 'operator', agency: null },
      },
    ]);
    expect(page.next).toBeNull();
    const text = JSON.stringify(page);
    for (const secret of Object.values(who)) expect(text).not.toContain(secret);
  });

  it('is read page by page, without a gap or a repetition', async () => {
    const whole = (await listed()).items;
    expect(whole.length).toBeGreaterThan(5);
    const read: typeof whole = [];
    for (let next: string | null = ''; next !== null;) {
      const page: RevealPage = await listed(`?limit=2${next && `&after=${next}`}`);
      read.push(...page.items);
      ({ next } = page);
    }
    expect(read).toEqual(whole);
  });

  it('is narrowed to a time and to a person', async () => {
    const [first] = (await listed('?to=2026-03-11T03:00:00Z&from=2026-03-11T02:00:00Z')).items;
    expect(first).toMatchObject({ privacy: 'SENSITIVE' });
    const of = await listed(`?person=${first!.by.id.toUpperCase()}`);
    expect(of.items).toEqual([first]);
    expect((await listed('?from=2027-01-01T00:00:00Z')).items).toEqual([]);
  });

  it.each(['from=yesterday', 'from=2026-02-31T00:00:00Z', 'to=2026-03-11', 'person=1', 'after=x'])(
    'refuses %s',
    async (query) => {
      await supervisor.get(`/api/reveals?${query}`).expect(400);
    },
  );

  it('goes by its index', async () => {
    const plan = await world.behind.transaction(async (tx) => {
      await tx.query('set local enable_seqscan = off');
      return tx.query(
        `explain select * from complaint_event where type = 'identity_revealed' order by at desc, seq desc limit 5`,
      );
    });
    expect(JSON.stringify(plan)).toContain('complaint_event_reveal');
  });
});
