import { afterAll, beforeAll, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';
import { photo } from '../stories/support/files.js';
import { keptFiles } from '../stories/support/stored.js';

let world: World;
beforeAll(async () => {
  world = await World.start();
}, 60_000);
afterAll(() => world.stop());

const part = (head: string, content: Buffer | string) =>
  Buffer.concat([Buffer.from(`--b\r\n${head}\r\n\r\n`), Buffer.from(content), Buffer.from('\r\n')]);

const complaint = part(
  'Content-Disposition: form-data; name="complaint"',
  JSON.stringify(streetLight()),
);
const picture = (field: string) =>
  part(
    `Content-Disposition: form-data; name="${field}"; filename="ảnh.jpg"\r\nContent-Type: image/jpeg`,
    photo(1),
  );
const bodyOf = (...parts: Buffer[]) => Buffer.concat([...parts, Buffer.from('--b--\r\n')]);

const pieces = [
  '--b',
  '--b--',
  '\r\n',
  '\r\n\r\n',
  '\0',
  '\n',
  ';',
  '"',
  '=',
  'Content-Disposition: form-data; name="files"; filename="x.jpg"\r\n\r\n',
  'Content-Disposition: form-data; name="__proto__"\r\n\r\n{}',
  'Content-Disposition: form-data; name="complaint"\r\nContent-Type: application/json\r\n\r\n{"a":',
  "filename*=UTF-8''%ff%00%E1",
  'Content-Transfer-Encoding: base64\r\n',
  'Content-Type: multipart/mixed; boundary=c\r\n',
  'a'.repeat(20_000),
].map((piece) => Buffer.from(piece));

const place = fc.double({ min: 0, max: 1, noNaN: true });
type Bytes = Buffer<ArrayBuffer>;
type Change = (body: Bytes) => Bytes;
const cutOut: fc.Arbitrary<Change> = fc.tuple(place, fc.nat(300)).map(([at, length]) => (body) => {
  const from = Math.floor(at * body.length);
  return Buffer.concat([body.subarray(0, from), body.subarray(from + length)]);
});
const putIn: fc.Arbitrary<Change> = fc
  .tuple(place, fc.constantFrom(...pieces))
  .map(([at, piece]) => (body) => {
    const from = Math.floor(at * body.length);
    return Buffer.concat([body.subarray(0, from), piece, body.subarray(from)]);
  });
const turn: fc.Arbitrary<Change> = fc
  .tuple(place, fc.integer({ min: 1, max: 255 }))
  .map(([at, mask]) => (body) => {
    const copy = Buffer.from(body);
    const index = Math.floor(at * (copy.length - 1));
    copy[index] = (copy[index] ?? 0) ^ mask;
    return copy;
  });
const twice: fc.Arbitrary<Change> = fc.tuple(place, place).map(([one, two]) => (body) => {
  const [from, to] = [one, two].toSorted((a, b) => a - b).map((at) => Math.floor(at * body.length));
  return Buffer.concat([body.subarray(0, to), body.subarray(from)]);
});
const end: fc.Arbitrary<Change> = place.map(
  (at) => (body) => body.subarray(0, Math.floor(at * body.length)),
);
const change = fc.oneof(cutOut, putIn, turn, twice, end);

const type = fc.oneof(
  { weight: 12, arbitrary: fc.constant('multipart/form-data; boundary=b') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'multipart/form-data',
      'multipart/form-data; boundary=',
      'multipart/form-data; boundary="b',
      'multipart/form-data; boundary=bb',
      `multipart/form-data; boundary=${'b'.repeat(200)}`,
      'multipart/form-data; charset=x; boundary=b',
      'multipart/mixed; boundary=b',
    ),
  },
);

const given = fc.tuple(type, fc.array(change, { maxLength: 4 }));

it.each([
  ['/api/complaints', 201, bodyOf(complaint, picture('files'))],
  ['/api/photos/place', 200, bodyOf(picture('file'))],
])(
  'a body to %s that was tampered with is refused or understood, never a failure',
  async (path, understood, whole) => {
    const seen = new Set<number>();
    const untouched: [string, Change[]] = ['multipart/form-data; boundary=b', []];
    const torn: [string, Change[]] = ['multipart/form-data; boundary=', []];
    await fc.assert(
      fc.asyncProperty(given, async ([contentType, changes]) => {
        const body = changes.reduce((bytes, one) => one(bytes), whole);
        const headers = { 'content-type': contentType };
        const { status } = await fetch(world.url + path, { method: 'POST', headers, body });
        seen.add(status);
        expect(status === understood || (status >= 400 && status < 500)).toBe(true);
      }),
      { numRuns: 300, examples: [[untouched], [torn]] },
    );
    expect(seen).toContain(understood);
    expect(seen.size).toBeGreaterThan(1);
    const rows = await world.behind.query<{ sha256: string }[]>(
      'select distinct sha256 from attachment order by sha256',
    );
    expect((await keptFiles(world)).toSorted()).toEqual(rows.map((row) => row.sha256));
  },
);
