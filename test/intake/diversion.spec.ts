import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readdir } from 'node:fs/promises';
import { rights } from '../../src/platform/database/rights.js';
import { Log } from '../../src/platform/logging/log.js';
import { filesWith, jpeg } from '../stories/support/files.js';
import { unclear } from '../world/complaints.js';
import { World } from '../world/world.js';

const name = 'Bồ Câu Trắng';
const filer = { name, phone: '0987 111 222', email: 'bo.cau@canary.example' };
const petition = 'Tôi làm đơn này tố cáo trưởng thôn Họa Mi lấy tiền hỗ trợ bão lũ.';
const pattern = 'Ông Trần Văn Sáo ở UBND xã nhận 20 triệu để làm nhanh sổ đỏ, tôi có ghi âm.';
const decision =
  'Tôi không đồng ý với Quyết định thu hồi đất số 01/QĐ-UBND, đề nghị hủy quyết định.';
const loose = 'Tôi khiếu nại tiền điện tháng này tăng gấp đôi.';

const lines: string[] = [];
let world: World;

beforeAll(async () => {
  world = await World.start({}, new Log('trace', { write: (line: string) => lines.push(line) }));
}, 60_000);
afterAll(() => world.stop());

/** Every table as it is, but for the counter, and every path in the data folder. */
async function everything(): Promise<Record<string, unknown>> {
  const tables = Object.keys(rights).filter((table) => table !== 'diversion_count');
  const kept = await Promise.all(
    tables.map(async (table) => [
      table,
      await world.behind.query(`select to_jsonb(t) as row from "${table}" t order by 1`),
    ]),
  );
  const files = await readdir(world.config.dataDir, { recursive: true });
  return { ...Object.fromEntries(kept), files: files.toSorted() };
}

const counts = () =>
  world.behind.query<Record<string, unknown>[]>(
    'select day::text, procedure, channel, certainty, count from diversion_count order by 1, 2, 3, 4',
  );

const send = (filing: object) => world.anyone.post('/api/complaints', { ...filing });

describe('what is not for the center', () => {
  let before: Record<string, unknown>;
  beforeEach(async () => {
    await world.behind.query('delete from diversion_count');
    before = await everything();
  });
  afterEach(async () => {
    expect(await everything()).toEqual(before);
    const log = lines.join('');
    for (const secret of [name, filer.phone, filer.email, 'Họa Mi', 'Văn Sáo', 'sổ đỏ'])
      expect(log).not.toContain(secret);
  });

  it.each([
    ['denunciation', petition, true],
    ['denunciation', pattern, false],
    ['formal_complaint', decision, false],
  ])('is diverted as %s with its guidance: %s', async (procedure, text, final) => {
    const { status, body } = await send(unclear({ text, filer }));
    expect([status, body.code, body.procedure, body.final]).toEqual([
      422,
      'filing.diverted',
      procedure,
      final,
    ]);
    const { guidance, because } = body;
    for (const words of [because, guidance.title, guidance.text, guidance.form, guidance.identity])
      expect(Math.min(words.vi.length, words.en.length)).toBeGreaterThan(10);
    expect(guidance.where.length).toBeGreaterThan(2);
    for (const { what, limit, basis } of guidance.limits)
      expect([what.vi, limit.vi, basis.vi, what.en, limit.en, basis.en]).not.toContain('');
    expect(JSON.stringify(guidance)).toMatch(procedure === 'denunciation' ? /774/ : /90 ngày/);
    const day = '2026-03-10';
    expect(await counts()).toEqual([
      { day, procedure, channel: 'web', certainty: 'sure', count: 1 },
    ]);
  });

  it('is not kept with its files', async () => {
    const files = [{ name: `${name}.jpg`, content: jpeg }];
    await filesWith(world, unclear({ text: petition, filer }), files, 'key of a file').expect(422);
  });

  it('is asked about where the words are used loosely, and counted only when it is diverted', async () => {
    const { status, body } = await send(unclear({ text: loose }));
    expect([status, body.code, body.procedure]).toEqual([
      409,
      'filing.question',
      'formal_complaint',
    ]);
    const values = body.question.choices.map(({ value }: { value: string }) => value);
    expect(values).toEqual(['report', 'formal_complaint', 'denunciation']);
    expect(body.guidance.title.vi).toMatch(/khiếu nại/);
    expect(await counts()).toEqual([]);
    for (const declared of ['formal_complaint', 'denunciation'])
      expect((await send(unclear({ text: loose, declared }))).body).toMatchObject({
        status: 422,
        procedure: declared,
      });
    expect((await counts()).map(({ procedure, certainty }) => [procedure, certainty])).toEqual([
      ['denunciation', 'declared'],
      ['formal_complaint', 'likely'],
    ]);
  });

  it('is asked about in a category that checks for it, before its questions are', async () => {
    const filing = { category: 'CV-02', text: 'Bộ phận một cửa bắt đi lại nhiều lần.' };
    const { status, body } = await send(filing);
    expect([status, body.code, body.procedure, body.because]).toEqual([
      409,
      'filing.question',
      'denunciation',
      null,
    ]);
    expect((await send({ ...filing, declared: 'report' })).body.errors).toContainEqual(
      expect.objectContaining({ field: 'answers.office' }),
    );
  });

  it('is read in the answers too', async () => {
    const answers = { office: 'UBND xã', happened_when: petition };
    const { body } = await send({ category: 'CV-02', text: 'Xem phần trả lời.', answers });
    expect(body).toMatchObject({ status: 422, procedure: 'denunciation' });
  });

  it('stays a petition whatever its filer calls it', async () => {
    const { body } = await send(unclear({ text: petition, declared: 'report' }));
    expect(body).toMatchObject({ status: 422, code: 'filing.diverted', final: true });
  });

  it('is told where to go also while nothing can be counted', async () => {
    await world.behind.query('alter table diversion_count rename to away');
    const { status, body } = await send(unclear({ text: petition, filer }));
    await world.behind.query('alter table away rename to diversion_count');
    expect([status, body.guidance.title.vi]).toEqual([422, expect.stringMatching(/tố cáo/)]);
    expect(lines.join('')).toContain('a diversion was not counted');
  });

  it('is counted once for each time, by the day of the city', async () => {
    world.time.set('2026-03-10T16:59:00Z');
    await Promise.all(Array.from({ length: 8 }, () => send(unclear({ text: petition }))));
    world.time.set('2026-03-10T17:00:00Z');
    await send(unclear({ text: petition }));
    world.time.set('2026-03-10T02:00:00Z');
    expect((await counts()).map(({ day, count }) => [day, count])).toEqual([
      ['2026-03-10', 8],
      ['2026-03-11', 1],
    ]);
  });
});

describe('what the filer declares to be a report', () => {
  it.each([loose, pattern, decision])('is taken in: %s', async (text) => {
    const { code } = await world.anyone.files(unclear({ text, declared: 'report' }));
    const [row] = await world.behind.query('select text from complaint where code = $1', [code]);
    expect(row.text).toBe(text);
  });

  it('may come under the key of the filing that was asked about', async () => {
    const key = (filing: object) => send(filing).set('idempotency-key', 'one key');
    await key(unclear({ text: loose })).expect(409);
    await key(unclear({ text: petition })).expect(422);
    const filing = unclear({ text: loose, declared: 'report' });
    const { body } = await key(filing).expect(201);
    const again = await key(filing).expect(201);
    expect(again.body.code).toBe(body.code);
    expect(again.headers['idempotent-replayed']).toBe('true');
  });

  it('is not a word of its own', async () => {
    await send(unclear({ declared: 'praise' })).expect(400);
  });
});

describe('the counts', () => {
  const list = async (query: string) => (await world.as('lanh.dao')).get(`/api/diversions${query}`);

  it('are listed by day, the last 30 days where none are named', async () => {
    await world.behind.query(
      `delete from diversion_count; insert into diversion_count values
         ('2026-02-08', 'denunciation', 'web', 'sure', 9), ('2026-02-09', 'denunciation', 'web', 'sure', 2),
         ('2026-03-10', 'formal_complaint', 'web', 'likely', 1)`,
    );
    const { body } = await list('');
    expect(body).toMatchObject({ from: '2026-02-08', to: '2026-03-10' });
    expect(body.items.map(({ count }: { count: number }) => count)).toEqual([9, 2, 1]);
    const { body: some } = await list('?from=2026-02-09&to=2026-02-28');
    expect(some.items).toEqual([
      { day: '2026-02-09', procedure: 'denunciation', channel: 'web', certainty: 'sure', count: 2 },
    ]);
  });

  it.each([
    ['?from=2026-02-31', 'from'],
    ['?to=yesterday', 'to'],
    ['?from=2026-03-11', 'from'],
    ['?from=2025-01-01', 'from'],
  ])('%s is refused', async (query, field) => {
    const { status, body } = await list(query);
    expect([status, body.errors[0].field]).toEqual([400, field]);
  });
});
