import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { redirectTarget } from '../../../src/platform/outward/redirect.js';
import { eventually } from '../temporary.js';
import { outwardFetch, type OutwardOptions } from '../../../src/platform/outward/outward-fetch.js';

interface Place {
  server: Server;
  origin: string;
  asked: IncomingMessage[];
  bodies: string[];
}

async function place(host: string, answer: RequestListener, port = 0): Promise<Place> {
  const asked: IncomingMessage[] = [];
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    request.on('data', (part: Buffer) => bodies.push(part.toString()));
    answer(request, response);
  });
  await once(server.listen(port, host), 'listening');
  const bound = (server.address() as AddressInfo).port;
  return { server, origin: `http://${host}:${bound}`, asked, bodies };
}

/** Answers by path; what is not there says hello. */
const paths: Record<string, RequestListener> = {
  '/away': (_, response) => response.writeHead(302, { location: elsewhere.origin }).end(),
  '/nearby': (_, response) => response.writeHead(307, { location: '/hello' }).end(),
  '/again': (_, response) => response.writeHead(301, { location: '/again' }).end(),
  '/file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/broken': (_, response) => response.writeHead(302, { location: 'http://' }).end(),
  '/big': (_, response) => {
    const part = Buffer.alloc(64 * 1024);
    const more = () => {
      while (!response.destroyed && response.write(part));
    };
    response.on('drain', more).on('close', () => ended.push('/big'));
    more();
  },
  '/exact': (_, response) => response.end(Buffer.alloc(1024 * 1024)),
  '/slow': (_, response) => {
    response.on('close', () => ended.push('/slow'));
    response.writeHead(200).write('the first byte');
  },
  '/silent': () => undefined,
  '/nothing': (_, response) => response.writeHead(204).end(),
};

let trusted: Place;
let elsewhere: Place;
const ended: string[] = [];

beforeAll(async () => {
  const answer: RequestListener = (request, response) => {
    const known = paths[request.url ?? ''];
    if (known) known(request, response);
    else response.writeHead(200, { 'x-method': request.method ?? '' }).end('hello');
  };
  trusted = await place('127.0.0.1', answer);
  elsewhere = await place('127.0.0.2', answer);
});
afterAll(() => {
  for (const { server } of [trusted, elsewhere]) {
    server.close();
    server.closeAllConnections();
  }
});
beforeEach(() => {
  trusted.asked.length = 0;
  elsewhere.asked.length = 0;
});

const codeOf = (call: Promise<Response>) =>
  call.then(
    () => 'done',
    (error: { code?: string; name: string }) => error.code ?? error.name,
  );

const trusting = (options: OutwardOptions = {}) =>
  outwardFetch({ trusted: [trusted.origin], ...options });

/** Resolves a name to the first address, then the next; keeps to the last. */
function resolver(...answers: string[]) {
  const asked: string[] = [];
  const resolve = (name: string) => {
    asked.push(name);
    const address = answers[Math.min(asked.length, answers.length) - 1] ?? '';
    return Promise.resolve([{ address, family: 4 }]);
  };
  return { asked, resolve };
}

/** The addresses that sockets are about to connect to; none is let out. */
async function connections(work: () => Promise<unknown>): Promise<string[]> {
  const addresses: string[] = [];
  const watch = (message: unknown) => {
    const { socket } = message as { socket: Socket };
    socket.on('lookup', (_error, address) => {
      addresses.push(address);
      socket.destroy(new Error('held back'));
    });
  };
  subscribe('net.client.socket', watch);
  await work().finally(() => unsubscribe('net.client.socket', watch));
  return addresses;
}

describe('a call to the outside', () => {
  it('reaches a trusted place inside, and no other port or host beside it', async () => {
    const call = trusting();
    const answer = await call(`${trusted.origin}/hello`);
    expect([answer.status, await answer.text()]).toEqual([200, 'hello']);
    const neighbours = [elsewhere.origin, trusted.origin.replace('127.0.0.1', 'localhost')];
    for (const url of [
      ...neighbours,
      'http://127.0.0.1:1/',
      `${trusted.origin.replace(':', 's:')}`,
    ])
      expect([url, await codeOf(call(url))]).toEqual([url, 'inside']);
    expect(elsewhere.asked).toEqual([]);
  });

  it.each(['file:///etc/passwd', 'ftp://8.8.8.8/', 'data:,x', 'gopher://8.8.8.8/'])(
    'is http or https only: %s',
    async (url) => expect(await codeOf(outwardFetch()(url))).toBe('scheme'),
  );

  it('speaks TLS where the address says so', async () => {
    const origin = trusted.origin.replace('http:', 'https:');
    const code = await codeOf(outwardFetch({ trusted: [origin] })(`${origin}/hello`));
    expect(code).toMatch(/SSL|EPROTO/);
    expect(trusted.asked).toEqual([]);
  });

  it('sends method, headers and body as they are', async () => {
    const body = new URLSearchParams({ grant: 'đường' });
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-one': '1' };
    const answer = await trusting()(`${trusted.origin}/form`, { method: 'POST', headers, body });
    expect(answer.headers.get('x-method')).toBe('POST');
    expect(trusted.bodies.at(-1)).toBe(body.toString());
    expect(trusted.asked[0]?.headers).toMatchObject(headers);
    const nothing = await trusting()(`${trusted.origin}/nothing`);
    expect([nothing.status, await nothing.text()]).toEqual([204, '']);
  });
});

describe('a name', () => {
  it('is resolved once, and the connection goes to the address that was checked', async () => {
    const { asked, resolve } = resolver('93.184.216.34', '127.0.0.1');
    const { port } = new URL(trusted.origin);
    const call = outwardFetch({ resolve });
    const reached = await connections(() =>
      expect(call(`http://rebinding.test:${port}/hello`)).rejects.toThrow('held back'),
    );
    expect([reached, asked]).toEqual([['93.184.216.34'], ['rebinding.test']]);
    expect(trusted.asked).toEqual([]);
  });

  it('is resolved once for a trusted place too', async () => {
    const { asked, resolve } = resolver('127.0.0.1', '127.0.0.2');
    const { port } = new URL(trusted.origin);
    const origin = `http://idp.test:${port}`;
    const call = outwardFetch({ resolve, trusted: [origin] });
    expect(await (await call(`${origin}/hello`)).text()).toBe('hello');
    expect(asked).toEqual(['idp.test']);
    expect(trusted.asked[0]?.headers.host).toBe(`idp.test:${port}`);
  });

  it('is refused when any of its addresses is inside, or it has none', async () => {
    const both = [
      { address: '93.184.216.34', family: 4 },
      { address: 'fd00::1', family: 6 },
    ];
    for (const answer of [both, both.toReversed(), []]) {
      const call = outwardFetch({ resolve: () => Promise.resolve(answer) });
      expect(
        await connections(async () => {
          expect(await codeOf(call('http://both.test/'))).toBe('inside');
        }),
      ).toEqual([]);
    }
  });

  it.each(['localhost', 'localhost.', 'LOCALHOST', 'ip6-localhost.localhost'])(
    'of this machine is refused: %s',
    async (name) => {
      const { resolve } = resolver('127.0.0.1');
      expect(await codeOf(outwardFetch({ resolve })(`http://${name}/`))).toBe('inside');
    },
  );
});

describe('a redirect', () => {
  it('is followed within the place', async () => {
    const answer = await trusting()(`${trusted.origin}/nearby`);
    expect(await answer.text()).toBe('hello');
  });

  it.each([
    ['/away', 'inside'],
    ['/file', 'scheme'],
    ['/broken', 'redirect'],
    ['/again', 'redirect'],
  ])('%s is refused', async (path, code) => {
    expect(await codeOf(trusting()(`${trusted.origin}${path}`))).toBe(code);
    expect(elsewhere.asked).toEqual([]);
    expect(trusted.asked.length).toBe(path === '/again' ? 4 : 1);
  });

  it('takes no secret to another origin', async () => {
    const call = outwardFetch({ trusted: [trusted.origin, elsewhere.origin] });
    const headers = { authorization: 'Bearer x', Cookie: 'a=b', 'x-one': '1' };
    expect((await call(`${trusted.origin}/away`, { headers })).status).toBe(200);
    expect(trusted.asked[0]?.headers).toMatchObject({ authorization: 'Bearer x', cookie: 'a=b' });
    const { authorization, cookie, 'x-one': one } = elsewhere.asked[0]?.headers ?? {};
    expect([authorization, cookie, one]).toEqual([undefined, undefined, '1']);
  });

  it('does not leave TLS', () => {
    const from = new URL('https://a.test/x');
    for (const location of ['http://a.test/x', 'http://b.test/', 'ftp://a.test/'])
      expect(() => redirectTarget(from, location, 'GET')).toThrow('redirect');
    expect(redirectTarget(from, '//b.test/y', 'GET').href).toBe('https://b.test/y');
  });

  it('of a POST is refused, and is the answer where it is asked for', async () => {
    const url = `${trusted.origin}/nearby`;
    expect(await codeOf(trusting()(url, { method: 'POST', body: 'x' }))).toBe('redirect');
    const answer = await trusting()(url, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([307, '/hello']);
  });
});

describe('an answer', () => {
  it('of more than 1 MB is cut off', async () => {
    ended.length = 0;
    expect(await codeOf(trusting()(`${trusted.origin}/big`))).toBe('too_large');
    await eventually(async () => ended.includes('/big'));
    const exact = await trusting()(`${trusted.origin}/exact`);
    expect((await exact.arrayBuffer()).byteLength).toBe(1024 * 1024);
  });

  it.each(['/slow', '/silent', '/again'])('that takes too long is given up: %s', async (path) => {
    const withinMs = path === '/again' ? 0 : 150;
    expect(await codeOf(trusting({ withinMs })(`${trusted.origin}${path}`))).toBe('too_slow');
  });

  it('is given up with its name, when that takes too long', async () => {
    const resolve = () => new Promise<never>(() => undefined);
    expect(await codeOf(outwardFetch({ resolve, withinMs: 50 })('http://slow.test/'))).toBe(
      'too_slow',
    );
  });

  it('is given up when the caller no longer waits', async () => {
    const signal = AbortSignal.abort();
    expect(await codeOf(trusting()(`${trusted.origin}/hello`, { signal }))).not.toBe('done');
    expect(trusted.asked).toEqual([]);
  });
});
