import * as fc from 'fast-check';
import { sampleOf } from './sample.js';
import type { Document, Operation, Schema } from './schema.js';

export interface Malformed {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | null;
}

/** What a person might have typed: none of it may come back. */
export const planted = ['Sáo Sậu Canary', '0977123456', 'sao.sau@canary.example'];

const nasty: unknown[] = [
  null,
  true,
  -1,
  0,
  1e308,
  2 ** 53,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e',
  'a'.repeat(5000),
  `' or 1=1 --`,
  '{{7*7}}${7*7}',
  '<script>alert(1)</script>',
  '../../../etc/passwd',
  '=cmd|calc',
  'a\r\nX-Injected: 1',
  [],
  [[[[[[]]]]]],
  {},
  { a: { b: { c: {} } } },
  { $gt: '' },
  ...planted,
];

const anything = fc.oneof(fc.constantFrom(...nasty), fc.jsonValue({ maxDepth: 3 }));

/** A sample with some of its fields lost, replaced, added, or nested anew. */
function bodies(document: Document, schema: Schema | null): fc.Arbitrary<string | null> {
  const sample = schema ? sampleOf(document, schema) : {};
  const spoiled = fc
    .tuple(
      fc.array(fc.tuple(fc.nat(40), anything), { minLength: 1, maxLength: 3 }),
      fc.constantFrom('replace', 'add', 'nest', 'drop'),
      fc.constantFrom('__proto__', 'constructor', 'id', 'version', 'status', planted[0] ?? ''),
    )
    .map(([changes, how, name]) => {
      const body = { ...(sample as Record<string, unknown>) };
      const keys = Object.keys(body);
      for (const [at, value] of changes) {
        const key = keys[at % Math.max(1, keys.length)] ?? name;
        if (how === 'drop') delete body[key];
        else if (how === 'nest') body[key] = { [name]: value };
        else body[how === 'add' ? name : key] = value;
      }
      return JSON.stringify(body);
    });
  return fc.oneof(
    { weight: 6, arbitrary: spoiled },
    { weight: 2, arbitrary: anything.map((value) => JSON.stringify(value) ?? 'undefined') },
    { weight: 1, arbitrary: fc.string({ maxLength: 40 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '{',
        '[',
        '{"a":',
        'nul',
        '[1,]',
        '\u0000',
        '{"__proto__":{"x":1}}',
        '['.repeat(2000),
      ),
    },
    { weight: 1, arbitrary: fc.constant(null) },
  );
}

const segments = fc.constantFrom(
  '018f0000-0000-7000-8000-000000000000',
  'x',
  '%00',
  '%ff',
  '..%2f..',
  '7K3M-9QXT-4ZB2-WH5D',
  encodeURIComponent(planted[0] ?? ''),
  planted[1] ?? '',
  '1e9',
  '-1',
  "'",
  '%F0%9F%98%80',
);

function queries({ parameters = [] }: Operation): fc.Arbitrary<string> {
  const names = [...parameters.filter((one) => one.in === 'query').map(({ name }) => name), 'x'];
  const pair = fc
    .tuple(fc.constantFrom(...names), anything)
    .map(
      ([name, value]) =>
        `${name}=${encodeURIComponent((JSON.stringify(value) ?? '').replaceAll(/\p{Cs}/gu, ''))}`,
    );
  return fc
    .array(pair, { maxLength: 3 })
    .map((pairs) => (pairs.length ? `?${pairs.join('&')}` : ''));
}

const header = fc.constantFrom('"1"', '*', 'W/"1"', '"-1"', '"99999999999"', 'x', '""', '');

/** Malformed requests to one operation of the OpenAPI document. */
export function malformed(
  document: Document,
  path: string,
  method: string,
  operation: Operation,
): fc.Arbitrary<Malformed> {
  const schema = operation.requestBody?.content['application/json']?.schema ?? null;
  const holes = path.match(/\{\w+\}/g) ?? [];
  return fc
    .record({
      filled: fc.array(segments, { minLength: holes.length, maxLength: holes.length }),
      query: queries(operation),
      body: method === 'get' ? fc.constant(null) : bodies(document, schema),
      type: fc.constantFrom(
        'application/json',
        'application/json',
        'application/json',
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'application/json; charset=utf-16',
        '',
      ),
      ifMatch: header,
      key: fc.constantFrom('', 'k', 'k'.repeat(300), planted[2] ?? ''),
    })
    .map(({ filled, query, body, type, ifMatch, key }) => ({
      method: method.toUpperCase(),
      path: filled.reduce((target, value) => target.replace(/\{\w+\}/, value), path) + query,
      headers: {
        ...(type !== '' && body !== null && { 'content-type': type }),
        ...(ifMatch !== '' && { 'if-match': ifMatch }),
        ...(key !== '' && { 'idempotency-key': key }),
      },
      body,
    }));
}
