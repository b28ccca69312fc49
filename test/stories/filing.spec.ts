import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FieldError } from '../../src/platform/errors/domain-error.js';
import { caseIdOf, streetLight, unclear } from '../world/complaints.js';
import { World } from '../world/world.js';
import { filesWith, jpeg, pdf, photo, png, sendRaw } from './support/files.js';
import { digestOfKept, keptFiles, stored } from './support/stored.js';

let world: World;

beforeAll(async () => {
  world = await World.start();
}, 60_000);
afterAll(() => world.stop());

interface Problem {
  code: string;
  detail: { vi: string; en: string };
  errors?: FieldError[];
}

const textOf = async (code: string) => {
  const [row] = await world.behind.query<{ text: string }[]>(
    'select text from complaint where code = $1',
    [code],
  );
  return row?.text;
};

describe('filing', () => {
  it('takes a complaint in JSON and says who has it, until when and why', async () => {
    const receipt = await world.anyone.files(streetLight());
    expect(receipt.code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    expect(receipt).toMatchObject({
      status: 'assigned',
      holder: { unit: { vi: 'Công ty Chiếu sáng và Thiết bị đô thị' } },
      promise: { dueAt: '2026-03-13T10:00:00.000Z' },
    });
    expect(receipt.promise.why.vi).toContain('3 ngày làm việc');
    const why = receipt.routing.why.map(({ vi, en }) => `${vi} ${en}`).join(' ');
    for (const name of ['chiếu sáng công cộng', 'street lighting', 'Phường Hai Bà Trưng'])
      expect(why).toContain(name);
    expect(why).not.toMatch(/street_lighting|00256/);
    const tracked = await world.anyone.tracks(receipt.code);
    expect(tracked).toMatchObject({ code: receipt.code, status: 'assigned' });
    expect(tracked.promise.dueAt).toBe(receipt.promise.dueAt);
  });

  it('takes one without a category into the triage queue', async () => {
    const receipt = await world.anyone.files(unclear());
    expect(receipt).toMatchObject({
      status: 'new',
      holder: { duty: { vi: 'Bộ phận tiếp nhận' } },
    });
  });

  it('writes the complaint, its events, clocks, notices, filer and search row together', async () => {
    const before = await stored(world);
    await world.anyone.files(
      streetLight({ filer: { name: 'Nguyễn An', email: 'an@example.org' } }),
    );
    const after = await stored(world);
    expect(after).toEqual({
      ...before,
      complaint: before['complaint']! + 1,
      complaint_event: before['complaint_event']! + 2,
      clock: before['clock']! + 4,
      outbox: before['outbox']! + 4,
      filer: before['filer']! + 1,
    });
  });

  it('takes five photos and documents, each kept whole under its hash', async () => {
    const contents = [photo(1), photo(2), photo(3), png, pdf];
    const receipt = await filesWith(
      world,
      streetLight(),
      contents.map((content, at) => ({ name: `../tệp “${at}”.jpg`, content })),
    ).expect(201);
    const operator = await world.operator();
    const seen = await operator.sees(await caseIdOf(world, receipt.body.code));
    expect(seen.attachments.map(({ type }) => type).toSorted()).toEqual([
      'application/pdf',
      'image/jpeg',
      'image/jpeg',
      'image/jpeg',
      'image/png',
    ]);
    expect(seen.attachments.map(({ name }) => name).toSorted()).toEqual([
      'tệp “0”.jpg',
      'tệp “1”.jpg',
      'tệp “2”.jpg',
      'tệp “3”.png',
      'tệp “4”.pdf',
    ]);
    const { files } = seen.timeline[0]!.data as { files: string[] };
    expect(files).toHaveLength(5);
    expect((await keptFiles(world)).toSorted()).toEqual(files.toSorted());
    for (const hash of files) expect(await digestOfKept(world, hash)).toBe(hash);
  });

  it('takes a complaint part that says it is JSON, and a name of many emoji', async () => {
    const name = `${'😀'.repeat(150)}.jpg`;
    await filesWith(world, streetLight(), [{ name, content: jpeg }]).expect(201);
    const head =
      'Content-Disposition: form-data; name="complaint"\r\nContent-Type: application/json';
    const part = `--b\r\n${head}\r\n\r\n${JSON.stringify(streetLight())}\r\n--b--\r\n`;
    const sent = await sendRaw(world, '/api/complaints', 'multipart/form-data; boundary=b', part);
    expect(sent.status).toBe(201);
  });

  it('keeps a text as it was meant, however it was typed', async () => {
    const text = 'Nước thải tràn ra ngõ 12, mùi rất khó chịu 😷.';
    const { code: composed } = await world.anyone.files(unclear({ text }));
    const { code: decomposed } = await world.anyone.files(
      unclear({ text: `  ${text.normalize('NFD')}\u0000\ud800\u200b ` }),
    );
    expect(await textOf(composed)).toBe(text);
    expect(await textOf(decomposed)).toBe(text);
    const sql = `'; drop table complaint; -- $1 \\ %s {{7*7}} \u202E`;
    const { code } = await world.anyone.files(unclear({ text: sql }));
    expect(await textOf(code)).toBe(sql.replace(' \u202E', ''));
  });

  it('reads null as absent', async () => {
    await world.anyone.files({
      text: 'Một việc chưa rõ lĩnh vực.',
      category: null,
      kind: null,
      place: { point: null, address: null, ward: null },
      filer: { name: null, email: null },
      answers: null,
      language: null,
    });
  });

  it('finds a complaint by its code, however it is typed', async () => {
    const { code } = await world.anyone.files(unclear());
    const sloppy = [
      code.toLowerCase(),
      code.replaceAll('-', ''),
      encodeURIComponent(` ${code.replaceAll('-', ' ')} `),
      code.replaceAll('0', 'O').replaceAll('1', 'l'),
    ];
    for (const typed of sloppy) expect((await world.anyone.tracks(typed)).code).toBe(code);
  });

  it('tells nothing of a wrong code', async () => {
    const { code } = await world.anyone.files(unclear());
    const swapped = code.endsWith('2') ? `${code.slice(0, -1)}3` : `${code.slice(0, -1)}2`;
    const answers = [swapped, 'abc', '0000-0000-0000-0000', '%00', 'x'.repeat(90)].map(
      async (wrong) => {
        const { body, status } = await world.anyone.get(`/api/complaints/${wrong}`);
        return { status, ...body, request: null };
      },
    );
    const [first, ...others] = await Promise.all(answers);
    expect(first).toMatchObject({ status: 404, code: 'not_found' });
    for (const other of others) expect(other).toEqual(first);
  });
});

const billing = { category: 'DIEN-03', text: 'Hóa đơn tiền điện tháng 2 tăng gấp ba lần.' };
const bill = { customer_code: 'PD0100', billing_period: '2026-02' };

const refusals: [string, object, string, string[]][] = [
  [
    'a point outside the city',
    streetLight({ place: { point: { lat: 10.77, lon: 106.7 } } }),
    'place.outside_city',
    ['place.point'],
  ],
  [
    'a point that is none',
    streetLight({ place: { point: { lat: 'x', lon: 500 } } }),
    '',
    ['place.point.lat', 'place.point.lon'],
  ],
  ['a point as a list', streetLight({ place: { point: [21, 105] } }), '', ['place.point']],
  ['an unknown category', unclear({ category: 'XX-99' }), '', ['category']],
  ['an unknown ward', unclear({ place: { ward: '99999' } }), '', ['place.ward']],
  ['the whole city as a ward', unclear({ place: { ward: '01' } }), '', ['place.ward']],
  ['no place where one is needed', streetLight({ place: undefined }), '', ['place']],
  [
    'every missing answer at once',
    streetLight({ answers: {} }),
    '',
    ['answers.seen_at', 'answers.extent'],
  ],
  [
    'an answer that is no choice',
    streetLight({ answers: { seen_at: '2026-03-09', extent: 'all' } }),
    '',
    ['answers.extent'],
  ],
  [
    'an answer that nobody asked for',
    streetLight({ answers: { seen_at: '2026-03-09', extent: 'several', colour: 'red' } }),
    '',
    ['answers.colour'],
  ],
  ['no contact where one is needed', { ...billing, answers: bill }, '', ['filer']],
  [
    'a contact without a way to reach it',
    { ...billing, answers: bill, filer: { name: 'An' } },
    '',
    ['filer'],
  ],
  [
    'everything that is wrong together',
    { ...billing, category: 'CS-01' },
    '',
    ['place', 'answers.seen_at', 'answers.extent'],
  ],
  ['a text too short', unclear({ text: 'ngắn' }), '', ['text']],
  ['an empty text', unclear({ text: '   \n  ' }), '', ['text']],
  ['a text too long', unclear({ text: 'a'.repeat(4001) }), '', ['text']],
  ['no text', { category: 'CS-01' }, '', ['text']],
  ['a text that is none', unclear({ text: ['mười ký tự trở lên'] }), '', ['text']],
  ['a field that is not there', unclear({ priority: 1 }), '', ['priority']],
  ['a field of ours', unclear({ status: 'closed', lead: 'HAPULICO' }), '', ['status', 'lead']],
  ['a nested field that is not there', unclear({ place: { zip: '1' } }), '', ['place.zip']],
  ['a kind that is none', unclear({ kind: 'tố cáo' }), '', ['kind']],
  ['a mail address that is none', unclear({ filer: { email: 'an@' } }), '', ['filer.email']],
  ['a phone number that is none', unclear({ filer: { phone: '12' } }), '', ['filer.phone']],
  ['a filer as a list', unclear({ filer: [{ name: 'An' }] }), '', ['filer']],
];

describe('a filing that is not right leaves nothing behind', () => {
  let before: Record<string, number>;

  beforeAll(async () => {
    before = await stored(world);
  });
  afterAll(async () => {
    expect(await stored(world)).toEqual(before);
  });

  it.each(refusals)('%s', async (_, body, code, fields) => {
    const answer = await world.anyone.post('/api/complaints', body as Record<string, unknown>);
    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    const { errors = [], ...problem } = answer.body as Problem;
    expect(problem.code).toBe(code || 'request.invalid');
    expect(errors.map(({ field }) => field).toSorted()).toEqual(fields.toSorted());
    for (const { vi, en } of [problem.detail, ...errors]) {
      expect(vi).toMatch(/\p{L}/u);
      expect(en).toMatch(/^[\u0020-\u007e]+$/);
      expect(vi).not.toBe(en);
    }
  });

  const raw: [string, string, string, number, string][] = [
    [
      'JSON that ends in the middle',
      'application/json',
      '{"text": "mười',
      400,
      'request.malformed',
    ],
    ['nothing at all', 'application/json', '', 400, 'request.malformed'],
    ['a prototype', 'application/json', '{"__proto__":{"a":1}}', 400, 'request.malformed'],
    ['XML', 'application/xml', '<text/>', 415, 'request.unsupported_type'],
    ['a form', 'application/x-www-form-urlencoded', 'text=a', 415, 'request.unsupported_type'],
    ['plain text', 'text/plain', '{"text":"mười ký tự"}', 415, 'request.unsupported_type'],
    ['multipart without a boundary', 'multipart/form-data', 'x', 400, 'request.malformed'],
    ['multipart cut off', 'multipart/form-data; boundary=b', '--b\r\n', 400, 'request.malformed'],
    [
      'a body over the limit',
      'application/json',
      `{"text":"${'a'.repeat(300_000)}"}`,
      413,
      'request.too_large',
    ],
  ];
  it.each(raw)('%s', async (_, type, body, status, code) => {
    const answer = await sendRaw(world, '/api/complaints', type, body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  const six = Array.from({ length: 6 }, (_, at) => ({ name: `${at}.jpg`, content: photo(at) }));
  const large = Buffer.concat([jpeg, Buffer.alloc(10 * 1024 * 1024)]);
  const script = Buffer.from('<script>alert(1)</script>'.repeat(20));
  const good = { name: 'đúng.png', content: png };

  it.each([
    ['a sixth file', six, 400, 'request.invalid', 'files'],
    [
      'a file over 10 MB',
      [good, { name: 'a.jpg', content: large }],
      413,
      'file.too_large',
      'files.1',
    ],
    [
      'text that calls itself a photo',
      [{ name: 'a.jpg', content: script }, good],
      415,
      'file.unsupported_type',
      'files.0',
    ],
    [
      'an empty file',
      [{ name: 'a.jpg', content: Buffer.alloc(0) }],
      415,
      'file.unsupported_type',
      'files.0',
    ],
  ] as const)('%s', async (_, files, status, code, field) => {
    const answer = await filesWith(world, streetLight(), [...files]);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.errors).toEqual([
      expect.objectContaining({ field, vi: expect.any(String), en: expect.any(String) }),
    ]);
  });

  it('files with a complaint that is refused', async () => {
    await filesWith(world, streetLight({ answers: {} }), [good]).expect(400);
    await filesWith(world, unclear({ text: '' }), [good]).expect(400);
  });

  it('a part that nobody asked for, and one that is no JSON', async () => {
    const unknown = await filesWith(world, streetLight(), []).attach('photo', png, 'a.png');
    expect([unknown.status, unknown.body.errors[0].field]).toEqual([400, 'photo']);
    const word = await filesWith(world, streetLight(), []).field('complaint', 'again');
    expect([word.status, word.body.errors[0].field]).toEqual([400, 'complaint']);
    const large = await filesWith(world, { text: 'a'.repeat(70_000) }, []);
    expect([large.status, large.body.errors[0].field]).toEqual([413, 'complaint']);
  });
});
