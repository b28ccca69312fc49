import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseIdOf, streetLight, unclear } from '../world/complaints.js';
import { World } from '../world/world.js';

let world: World;

beforeAll(async () => {
  world = await World.start();
}, 60_000);
afterAll(() => world.stop());

const filed = async (what: Record<string, unknown> = unclear()) => {
  const { code } = await world.anyone.files(what);
  return caseIdOf(world, code);
};

describe('the time that is left', () => {
  it('is working time of the promise, in lists and in the case, and turns to late', async () => {
    const id = await filed(streetLight());
    const operator = await world.operator();
    const inList = async () =>
      (await operator.lists('?queue=open')).items.find((one) => one.id === id);
    await world.behind.query(`update session set expires_at = '9999-01-01'`);
    const first = (await inList())?.left;
    expect(first).toMatchObject({ working: true });
    const view = await operator.sees(id);
    expect(view.left).toEqual(first);
    const clock = view.clocks.find(({ kind }) => kind === 'resolution');
    expect(clock?.left).toEqual(first);
    world.time.advance({ hours: 1 });
    expect((await inList())?.left?.minutes).toBe((first?.minutes ?? 0) - 60);
    world.time.set(clock?.dueAt ?? '');
    expect((await inList())?.left).toMatchObject({ minutes: 0, working: true });
    world.time.advance({ days: 1 });
    expect((await inList())?.left?.minutes).toBeLessThan(0);
    world.time.set('2026-03-10T02:00:00.000Z');
  });

  it('is not told while the filer is asked', async () => {
    const id = await filed();
    const operator = await world.operator();
    expect((await operator.sees(id)).left).not.toBeNull();
    await operator.does(id, 'ask', { text: 'Xin cho biết địa chỉ.' });
    expect((await operator.sees(id)).left).toBeNull();
  });
});

describe('views', () => {
  const byName = async (who: Awaited<ReturnType<World['operator']>>) =>
    (await who.get('/api/views').expect(200)).body as {
      queues: { queue: string; count: number }[];
      views: { id: string; name: string; own: boolean; count: number | null; position: number }[];
    };

  it('are kept, counted as the list shows them, changed and dropped', async () => {
    const operator = await world.operator();
    await filed();
    const filter = { queue: 'triage', ward: '00256' };
    const { body: kept } = await operator
      .post('/api/views', { name: 'Hai Bà Trưng', filter })
      .expect(201);
    const { queues, views } = await byName(operator);
    const list = await operator.lists('?queue=triage&ward=00256&limit=100');
    expect(views).toEqual([
      {
        ...kept,
        name: 'Hai Bà Trưng',
        filter,
        own: true,
        shared: false,
        position: 0,
        count: list.items.length,
      },
    ]);
    const triage = await operator.lists('?queue=triage&limit=100');
    expect(queues.find(({ queue }) => queue === 'triage')?.count).toBe(triage.items.length);
    const changed = { name: 'Phường', filter: { urgency: 'urgent' }, position: 3 };
    await operator.put(`/api/views/${kept.id}`, changed).expect(200);
    expect((await byName(operator)).views[0]).toMatchObject({ ...changed, own: true });
    await operator.delete(`/api/views/${kept.id}`).expect(204);
    expect((await byName(operator)).views).toEqual([]);
    await operator.delete(`/api/views/${kept.id}`).expect(404);
  });

  it('are read by colleagues where they are shared, and changed by their owner alone', async () => {
    const operator = await world.operator();
    const colleague = await world.as('truc.tong.dai.2');
    const head = await world.head('HAPULICO');
    const keep = (shared: boolean) =>
      operator.post('/api/views', { name: String(shared), filter: {}, shared }).expect(201);
    const [{ body: shared }] = [await keep(true), await keep(false)];
    expect((await byName(colleague)).views).toMatchObject([{ id: shared.id, own: false }]);
    expect((await byName(head)).views).toEqual([]);
    await colleague.put(`/api/views/${shared.id}`, { name: 'x', filter: {} }).expect(404);
    await colleague.delete(`/api/views/${shared.id}`).expect(404);
    const ofHead = await head
      .post('/api/views', { name: 'x', filter: {}, shared: true })
      .expect(201);
    expect((await byName(await world.head('EVNHANOI'))).views).toEqual([]);
    expect((await byName(colleague)).views.map(({ id }) => id)).not.toContain(ofHead.body.id);
  });

  it('hold known filters, and no more than thirty of them', async () => {
    const supervisor = await world.supervisor();
    const keep = (filter: object) => supervisor.post('/api/views', { name: 'x', filter });
    await keep({ queue: 'nonsense' }).expect(400);
    await keep({ nonsense: true }).expect(400);
    for (let kept = 0; kept < 30; kept += 1) await keep({}).expect(201);
    expect((await keep({}).expect(409)).body.code).toBe('view.too_many');
  });

  it('are counted to a thousand', async () => {
    const operator = await world.operator();
    const id = await filed();
    await world.behind.query(
      `insert into complaint select (jsonb_populate_record(c, jsonb_build_object(
         'id', gen_random_uuid(), 'code', 'X' || n))).* from complaint c, generate_series(1, 1100) n where c.id = $1`,
      [id],
    );
    const { queues } = await byName(operator);
    expect(queues.find(({ queue }) => queue === 'triage')?.count).toBe(1000);
  });
});

describe('drafts of replies', () => {
  it('are their writer’s alone, and go with the command', async () => {
    const id = await filed();
    const operator = await world.operator();
    const colleague = await world.as('truc.tong.dai.2');
    const drafts = async (who = operator) =>
      (await who.get(`/api/cases/${id}/drafts`).expect(200)).body;
    const text = 'Nội dung chưa rõ địa điểm,';
    await operator.put(`/api/cases/${id}/drafts`, { field: 'reject', text }).expect(204);
    await operator.put(`/api/cases/${id}/drafts`, { field: 'ask', text: 'Ở đâu' }).expect(204);
    await operator
      .put(`/api/cases/${id}/drafts`, { field: 'reject', text: `${text} ` })
      .expect(204);
    expect(await drafts()).toMatchObject([
      { field: 'ask', text: 'Ở đâu' },
      { field: 'reject', text: `${text} ` },
    ]);
    expect(await drafts(colleague)).toEqual([]);
    const { version, timeline } = await operator.sees(id);
    await operator.put(`/api/cases/${id}/drafts`, { field: 'ask', text: ' ' }).expect(204);
    expect(await drafts()).toMatchObject([{ field: 'reject' }]);
    await operator.does(id, 'reject', { reason: 'unclear', text: 'Chưa rõ địa điểm của sự việc.' });
    expect(await drafts()).toEqual([]);
    expect([version, timeline.length]).toEqual([1, 1]);
    await (await world.head('EVNHANOI')).get(`/api/cases/${id}/drafts`).expect(404);
  });

  it('are dropped by hand', async () => {
    const id = await filed();
    const operator = await world.operator();
    await operator.put(`/api/cases/${id}/drafts`, { field: 'ask', text: 'Ở đâu' }).expect(204);
    await operator.delete(`/api/cases/${id}/drafts/ask`).expect(204);
    expect((await operator.get(`/api/cases/${id}/drafts`)).body).toEqual([]);
  });

  it('go when the words of the case go', async () => {
    const id = await filed();
    const supervisor = await world.supervisor();
    await supervisor.does(id, 'reject', {
      reason: 'unclear',
      text: 'Chưa rõ địa điểm của sự việc.',
    });
    await supervisor.put(`/api/cases/${id}/drafts`, { field: 'note', text: 'Ông An' }).expect(204);
    await supervisor.does(id, 'anonymise', { ground: 'withdrawn', text: 'Người gửi đã rút lại.' });
    expect(
      await world.behind.query('select 1 from reply_draft where complaint_id = $1', [id]),
    ).toEqual([]);
  });
});

describe('the desk', () => {
  it('is told where the rules would send a case, under a category that is thought of too', async () => {
    const id = await filed(streetLight({ category: undefined, answers: undefined }));
    const operator = await world.operator();
    const asked = (query = '') => operator.get(`/api/cases/${id}/proposal${query}`);
    const { body } = await asked('?category=CS-01').expect(200);
    expect(body).toMatchObject({ lead: 'HAPULICO', reasons: expect.any(Array) });
    await asked('?category=XX-99').expect(400);
  });

  it('has texts that replies begin with', async () => {
    const { body } = await (await world.operator()).get('/api/reply-templates').expect(200);
    const commands = new Set(body.templates.map(({ command }: { command: string }) => command));
    expect([...commands].toSorted()).toEqual(['answer', 'ask', 'reject', 'send_back']);
    for (const { command, text } of body.templates) {
      const placeholders = [...JSON.stringify(text).matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const known = ['category', 'ward', 'agency', 'due', 'hotline'];
      expect(placeholders.filter((name) => !known.includes(name ?? ''))).toEqual([]);
      if (command !== 'answer') expect(text.vi.length).toBeGreaterThan(10);
    }
  });
});
