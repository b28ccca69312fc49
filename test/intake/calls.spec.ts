import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  CallerHistory,
  CallHints,
  CallReceipt,
  LookUpPage,
} from '../../src/intake/calls/calls.dto.js';
import type { Api } from '../world/api.js';
import { caseIdOf, streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';

const phone = '0912345678';

let world: World;
let operator: Api;

beforeAll(async () => {
  world = await World.start();
  operator = await world.operator();
}, 60_000);
afterAll(() => world.stop());

const calls = async (body: Record<string, unknown>): Promise<CallReceipt> =>
  (await operator.post('/api/calls', body).expect(201)).body as CallReceipt;

const history = async (by: Api, asked = phone): Promise<CallerHistory> =>
  (await by.post('/api/calls/history', { phone: asked }).expect(200)).body as CallerHistory;

describe('what an operator files for a caller', () => {
  it('is a complaint of the hotline, typed by the operator, and its code is spelled', async () => {
    const receipt = await calls(streetLight({ filer: { name: 'Bà Hoa', phone } }));
    const view = await operator.sees(await caseIdOf(world, receipt.code));
    expect(view).toMatchObject({ channel: 'hotline', status: 'assigned' });
    expect(view.filer).toMatchObject({ name: 'Bà Hoa', phone, device: null });
    expect(view.timeline[0]).toMatchObject({
      type: 'filed',
      actor: { kind: 'staff', role: 'operator' },
    });
    const symbols = receipt.spelled.map((group) => group.map(({ symbol }) => symbol).join(''));
    expect(symbols.join('-')).toBe(receipt.code);
    expect(receipt.spelled.flat().every(({ word }) => word.vi !== '' && word.en !== '')).toBe(true);
    const told = JSON.stringify(await world.anyone.tracks(receipt.code));
    const { name } = (await operator.get('/api/me').expect(200)).body as { name: string };
    expect(told).not.toContain(name);
  });

  it('needs no proof, and is filed once for one key', async () => {
    const send = () =>
      operator
        .post('/api/calls', streetLight({ text: 'Đèn đường ngõ 20 phố Hòa Mã tắt hẳn.' }))
        .set('idempotency-key', 'call-1');
    const first = await send().expect(201);
    const again = await send().expect(201);
    expect(again.body).toEqual(first.body);
    expect(again.headers['idempotent-replayed']).toBe('true');
    // Another operator's key of the same words is another key.
    const other = (await world.supervisor())
      .post('/api/calls', streetLight())
      .set('idempotency-key', 'call-1');
    expect((await other.expect(201)).body.code).not.toBe(first.body.code);
  });

  it('is diverted like any other, and counted as of the hotline', async () => {
    const text =
      'Tôi làm đơn tố cáo ông Nguyễn Văn B, Chủ tịch phường, nhận hối lộ 200 triệu đồng.';
    const refused = await operator.post('/api/calls', { text });
    expect([409, 422]).toContain(refused.status);
    await operator.post('/api/calls', { text, declared: 'denunciation' }).expect(422);
    const counts = (await (await world.supervisor()).get('/api/diversions').expect(200)).body;
    expect(counts.items).toContainEqual(expect.objectContaining({ channel: 'hotline' }));
  });

  it('may not be filed by others than the center', async () => {
    const head = await world.head('HAPULICO');
    await head.post('/api/calls', streetLight()).expect(403);
    await head.post('/api/calls/history', { phone }).expect(403);
    await world.anyone.post('/api/calls', streetLight()).expect(401);
  });
});

describe('hints while the caller talks', () => {
  const hints = async (body: Record<string, unknown>): Promise<CallHints> =>
    (await operator.post('/api/calls/hints', body).expect(200)).body as CallHints;

  it('name the category, the ward of the address, and the emergency numbers', async () => {
    const found = await hints({
      text: 'Cột điện chập cháy, tóe lửa trước cổng trường học, dây đứt rơi xuống đường.',
      place: { address: '40 phố Lò Đúc, phường Hai Bà Trưng' },
    });
    expect(found.categories.length).toBeGreaterThan(0);
    expect(found.urgency).toBe('urgent');
    expect(found.emergency.map(({ number }) => number)).toContain('114');
    expect(found.ward).toBe('00256');
    expect(found.diversion).toBeNull();
  });

  it('foresee a diversion and count nothing', async () => {
    const count = () => world.behind.query('select sum(count)::int as count from diversion_count');
    const before = await count();
    const found = await hints({
      text: 'Tôi làm đơn tố cáo ông Nguyễn Văn B, Chủ tịch phường, nhận hối lộ 200 triệu đồng.',
    });
    expect(found.diversion).toMatchObject({ procedure: 'denunciation' });
    expect(await count()).toEqual(before);
  });
});

describe("a caller's history", () => {
  it('is found by the number however it is written, and by no other', async () => {
    const { code } = await world.anyone.files(streetLight({ filer: { phone: '+84 912 345 678' } }));
    const id = await caseIdOf(world, code);
    expect((await history(operator)).items.map((item) => item.id)).toContain(id);
    expect((await history(operator, '0912345679')).items).toEqual([]);
  });

  it('does not show what its privacy class hides, nor what the filer has restricted', async () => {
    const hidden = await Promise.all([
      world.anyone.files({
        category: 'AN-01',
        text: 'Có nhóm tụ tập đánh bạc ở đầu ngõ.',
        place: { ward: '00256' },
        answers: { seen_at: '2026-03-09T19:40:00+07:00', happening_now: 'no' },
        filer: { name: 'An', phone },
      }),
      world.anyone.files(streetLight({ filer: { name: 'An', phone } })),
    ]);
    const [secret, restricted] = await Promise.all(hidden.map(({ code }) => caseIdOf(world, code)));
    await world.behind.query('update complaint set restricted = true where id = $1', [restricted]);
    const shown = (await history(operator)).items.map(({ id }) => id);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown).not.toContain(secret);
    expect(shown).not.toContain(restricted);
    // Nor to the supervisor, who may reveal it for a reason.
    const seen = (await history(await world.supervisor())).items.map(({ id }) => id);
    expect(seen).not.toContain(secret);
  });

  it('is on record with each look, without a word of whom', async () => {
    const supervisor = await world.supervisor();
    const look = async () =>
      (await supervisor.get('/api/calls/look-ups').expect(200)).body as LookUpPage;
    const before = await look();
    const { items } = await history(operator);
    const after = await look();
    expect(after.items.length).toBe(before.items.length + 1);
    expect(after.items[0]).toMatchObject({ by: { role: 'operator' }, shown: items.length });
    expect(JSON.stringify(after)).not.toContain(phone);
    const rows = JSON.stringify(await world.behind.query('select * from caller_look_up'));
    expect(rows).not.toContain('912345678');
    await operator.get('/api/calls/look-ups').expect(403);
  });

  it('forgets which complaints were shown together once one is made anonymous', async () => {
    const filer = { filer: { name: 'An', phone: '0987654321' } };
    const ids = [];
    for (let count = 0; count < 2; count += 1)
      ids.push(await caseIdOf(world, (await world.anyone.files(streetLight(filer))).code));
    const [gone = '', kept = ''] = ids;
    expect((await history(operator, '0987654321')).items).toHaveLength(2);
    await (
      await world.head('HAPULICO')
    ).does(gone, 'return', {
      ground: 'not_clear',
      text: 'Không rõ cột đèn nào, xin hỏi lại.',
    });
    const supervisor = await world.supervisor();
    const refusal = { reason: 'unclear', text: 'Nội dung chưa rõ, mời gửi lại.' };
    await supervisor.does(gone, 'reject', refusal);
    await supervisor.does(gone, 'anonymise', {
      ground: 'withdrawn',
      text: 'Người gửi rút lại sự đồng ý.',
    });
    const [last] = await world.behind.query<{ shown: (string | null)[] }[]>(
      'select shown from caller_look_up order by seq desc limit 1',
    );
    expect(last?.shown.toSorted()).toEqual([kept, null]);
  });
});

describe('the answer of a filer who phones', () => {
  it('is the filer’s, marked as taken by phone by whom, and the case goes on', async () => {
    const { code } = await world.anyone.files(streetLight());
    const id = await caseIdOf(world, code);
    const words = 'Cột trước nhà số 40, sơn xanh.';
    const lamps = await world.head('HAPULICO');
    const view = await operator.sees(id);
    await operator
      .post(`/api/cases/${id}/reply`, { text: words })
      .set('if-match', `"${view.version}"`)
      .expect(403);
    await lamps.does(id, 'ask', { text: 'Cột đèn nào vậy ạ?' });
    await operator.does(id, 'reply', { text: words });
    const after = await operator.sees(id);
    expect(after.status).toBe('assigned');
    expect(after.clocks.flatMap(({ pauses }) => pauses).every(({ to }) => to !== null)).toBe(true);
    expect(after.timeline.at(-1)).toMatchObject({
      type: 'filer_replied',
      text: words,
      data: { waiting: true, by: 'phone' },
      actor: { kind: 'staff', role: 'operator' },
    });
    expect((await lamps.sees(id)).timeline.at(-1)).toMatchObject({ text: words });
    await lamps.does(id, 'ask', { text: 'Đã rõ cột, còn sáng lúc nào?' });
    const seen = await lamps.sees(id);
    await lamps
      .post(`/api/cases/${id}/reply`, { text: words })
      .set('if-match', `"${seen.version}"`)
      .expect(403);
  });
});
