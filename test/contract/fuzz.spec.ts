import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { Agent, request } from 'node:http';
import { Log } from '../../src/platform/logging/log.js';
import { inParallel } from '../../src/platform/in-parallel.js';
import { caseIdOf, streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';
import { malformed, planted, type Malformed } from './support/malformed.js';
import type { Document } from './support/schema.js';

const REQUESTS = 20_000;
const AT_ONCE = 8;

const identity = {
  name: 'Chim Gõ Kiến Canary',
  phone: '0966 555 444',
  email: 'go.kien@canary.example',
};
/** How an inside shows itself. */
const inside =
  /node_modules|\bat \S+ \(|\.[jt]s:\d+|QueryFailed|SQLSTATE|syntax error at|select .* from /i;

const lines: string[] = [];
let world: World;
let document: Document;
let agent: Agent;
let cookies: string[];

beforeAll(async () => {
  const env = { RATE_LIMITS: 'off' };
  world = await World.start(env, new Log('info', { write: (line: string) => lines.push(line) }));
  document = (await world.anyone.get('/api/openapi.json').expect(200)).body as Document;
  const { code } = await world.anyone.files(streetLight({ filer: identity }));
  await caseIdOf(world, code);
  const callers = [
    await world.operator(),
    await world.head('HAPULICO'),
    await world.as('quan.tri'),
  ];
  cookies = ['', ...callers.map(({ cookie }) => cookie)];
  agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
}, 60_000);
afterAll(async () => {
  agent.destroy();
  await world.stop();
});

interface Answered {
  status: number;
  type: string;
  text: string;
}

function send({ method, path, headers, body }: Malformed, cookie: string): Promise<Answered> {
  return new Promise((resolve) => {
    const sent = request(
      `${world.url}${path}`,
      {
        method,
        agent,
        headers: {
          ...headers,
          ...(cookie && { cookie }),
          // Of its own accord Node frames no body of a DELETE.
          ...(body !== null && { 'content-length': String(Buffer.byteLength(body)) }),
        },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            type: String(answer.headers['content-type'] ?? ''),
            text: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    sent.on('error', ({ message }) => resolve({ status: 0, type: '', text: message }));
    sent.end(body ?? undefined);
  });
}

function faultOf({ status, type, text }: Answered, cookie: string): string | null {
  if (status === 0) return 'no answer';
  if (status >= 500) return 'server error';
  if (status >= 400 && !type.startsWith('application/problem+json')) return `type ${type}`;
  if (status >= 400 && inside.test(text)) return 'inside shown';
  if (planted.some((word) => text.includes(word))) return 'what was typed comes back';
  const mayKnow = cookie === cookies[1];
  return !mayKnow && Object.values(identity).some((word) => text.includes(word))
    ? 'identity'
    : null;
}

describe(`${REQUESTS} malformed requests over every route of the OpenAPI document`, () => {
  it('are each answered as the sender’s fault, and nothing comes out', async () => {
    const operations = Object.entries(document.paths)
      .flatMap(([path, verbs]) =>
        Object.entries(verbs).map(([method, operation]) => ({ path, method, operation })),
      )
      // Those that end a session come last.
      .toSorted((a, b) => Number(a.method === 'delete') - Number(b.method === 'delete'))
      .map(({ path, method, operation }) => malformed(document, path, method, operation));
    const each = Math.ceil(REQUESTS / operations.length);
    const all = operations.flatMap((one, at) => fc.sample(one, { numRuns: each, seed: 7 + at }));
    expect(all.length).toBeGreaterThanOrEqual(REQUESTS);
    const faults: (Malformed & { fault: string })[] = [];
    const statuses = new Map<number, number>();
    await inParallel([...all.entries()], AT_ONCE, async ([at, one]) => {
      const cookie = cookies[at % cookies.length] ?? '';
      const answered = await send(one, cookie);
      statuses.set(answered.status, (statuses.get(answered.status) ?? 0) + 1);
      const fault = faultOf(answered, cookie);
      if (fault) faults.push({ fault, ...one, ...answered });
    });
    process.stdout.write(
      `fuzz: ${all.length} requests over ${operations.length} operations, ${JSON.stringify(Object.fromEntries([...statuses].toSorted()))}\n`,
    );
    const kinds = new Map(
      faults.map((one) => [`${one.fault} ${one.method} ${one.path.split('?')[0]}`, one]),
    );
    expect([...kinds.values()].slice(0, 8)).toEqual([]);
  }, 240_000);

  it('leave no identity and no inside in the log', () => {
    const log = lines.join('');
    expect(lines.length).toBeGreaterThan(REQUESTS * 0.9);
    for (const word of [...planted, ...Object.values(identity)]) expect(log).not.toContain(word);
    expect(lines.filter((line) => line.includes('request failed'))).toEqual([]);
  });

  it('change nothing in how objects are made', async () => {
    expect(({} as { x?: unknown }).x).toBeUndefined();
    await world.anyone.get('/health/ready').expect(200);
  });
});
