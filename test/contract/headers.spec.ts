import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  answerHeaders,
  docsPolicy,
  pagePolicy,
  sitePolicy,
} from '../../src/platform/http/headers.js';
import { Api } from '../world/api.js';
import { caseIdOf, streetLight } from '../world/complaints.js';
import { World } from '../world/world.js';
import { servedRoutes } from './support/routes.js';

/** What every answer has to carry; a page and a download say their own policy. */
const expected = {
  'content-security-policy':
    "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'geolocation=(self), camera=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
};
const partnerPage = { 'content-security-policy': pagePolicy, 'referrer-policy': 'same-origin' };
const pages: Record<string, Partial<typeof expected>> = {
  'GET /api/docs': { 'content-security-policy': docsPolicy },
  'GET /demo/mailbox': { 'content-security-policy': pagePolicy },
  'GET /demo/mailbox/:id': { 'content-security-policy': pagePolicy },
  'GET /demo/mailbox/page.css': { 'content-security-policy': pagePolicy },
  'GET /demo/mailbox/mail.css': {
    'content-security-policy': pagePolicy,
    'cross-origin-resource-policy': 'cross-origin',
  },
  'GET /service-worker.js': {
    'content-security-policy': sitePolicy(),
    'cache-control': 'no-cache',
  },
  'GET /partner/:token': partnerPage,
  ...Object.fromEntries(
    ['accept', 'answer', 'ask', 'return'].map((step) => [
      `POST /partner/:token/${step}`,
      partnerPage,
    ]),
  ),
};

/** Whatever else is a page: it names nothing from elsewhere, and its styles stand in files or carry its nonce. */
const site = {
  'content-security-policy': expect.stringMatching(policyPattern()),
  'referrer-policy': expect.stringMatching(/^(no-referrer|same-origin)$/),
};

function policyPattern(): RegExp {
  const plain = sitePolicy().replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(
    `^${plain.replace("style-src 'self'", "style-src 'self'( 'nonce-[\\w-]{22}')?")}$`,
  );
}

/** For files that stay as they are as long as their address does. */
const lasting = { 'cache-control': expect.any(String) };

function expectedOf(route: string, type = '') {
  if (pages[route]) return pages[route];
  if (/^GET \/(assets|map)\//.test(route)) return lasting;
  return type.startsWith('text/html') ? site : {};
}

let world: World;
let operator: Api;
let code: string;
let id: string;
let mail: string;

beforeAll(async () => {
  world = await World.start();
  operator = await world.operator();
  ({ code } = await world.anyone.files(
    streetLight({ filer: { name: '<script>alert(1)</script>', email: 'an@example.org' } }),
  ));
  id = await caseIdOf(world, code);
  await world.deliver();
  const { text } = await world.anyone.get('/demo/mailbox');
  mail = /\/demo\/mailbox\/(\d+)/.exec(text)?.[1] ?? '';
}, 60_000);
afterAll(() => world.stop());

function call(by: Api, route: string) {
  const [method, path = ''] = route.split(' ');
  const target = path
    .replace('/mailbox/:id', `/mailbox/${mail}`)
    .replace('/cases/:id', `/cases/${id}`)
    .replace(':code', code)
    .replace(/:\w+/, id);
  if (method === 'GET') return by.get(target);
  return method === 'DELETE' ? by.delete(target) : by.post(target);
}

/** Sends bytes as they are. @returns all that comes back */
function sent(bytes: string): Promise<string> {
  const { port } = new URL(world.url);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk) => (answer += String(chunk)));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

describe('every answer', () => {
  it('of every route carries the headers, to strangers and to staff', async () => {
    const routes = servedRoutes(world);
    expect(routes.length).toBeGreaterThan(35);
    const signedOut = routes.filter((route) => route !== 'DELETE /api/session');
    for (const by of [world.anyone, operator])
      for (const route of signedOut) {
        const { headers } = await call(by, route);
        expect([route, headers]).toEqual([
          route,
          expect.objectContaining({
            ...expected,
            ...expectedOf(route, headers['content-type']),
            'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
          }),
        ]);
        for (const name of ['x-powered-by', 'server', 'strict-transport-security'])
          expect([route, headers[name]]).toEqual([route, undefined]);
      }
  }, 60_000);

  it('that no route makes carries them too', async () => {
    for (const path of [
      '/nowhere',
      '/api/%ff',
      '/api/cases?status=a&status=b',
      `/${'a'.repeat(5000)}`,
    ])
      expect((await world.anyone.get(path)).headers).toMatchObject(expected);
    const polling = await world.anyone.get('/socket.io/?EIO=4&transport=polling');
    expect([polling.status, polling.headers]).toEqual([200, expect.objectContaining(expected)]);
    const refused = await world.anyone.get('/socket.io/?EIO=4&transport=pigeon');
    expect([refused.status, refused.headers]).toEqual([400, expect.objectContaining(expected)]);
  });

  it.each([
    ['what is no HTTP', 'nonsense\r\n\r\n', 400, 'request.malformed'],
    [
      'headers of 17 kB',
      `GET / HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(17_000)}\r\n\r\n`,
      431,
      'request.headers_too_large',
    ],
  ])('to %s carries them, as a problem document', async (_, bytes, status, problem) => {
    const [head = '', body = ''] = (await sent(bytes)).split('\r\n\r\n');
    const [first, ...lines] = head.split('\r\n');
    expect(first).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(Object.fromEntries(lines.map((line) => line.split(': ')))).toMatchObject(expected);
    expect(JSON.parse(body)).toMatchObject({ status, code: problem, request: expect.any(String) });
  });

  it('tells browsers to come by https alone, where the program is reached so', () => {
    expect(answerHeaders('https://1022.example.vn')['strict-transport-security']).toBe(
      'max-age=31536000',
    );
  });
});

/** What of a page the policy would not let run: scripts and styles that stand in it. */
function inline(html: string): string[] {
  const framed = [...html.matchAll(/ srcdoc="([^"]*)"/g)].map(([, text = '']) =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&'),
  );
  const tags = [...html.matchAll(/<[a-z][^>]*>/gi)].map(([tag]) =>
    tag.replaceAll(/"[^"]*"/g, '""'),
  );
  return [
    ...tags.filter((tag) => /^<style|\sstyle=|\son\w+=|javascript:/i.test(tag)),
    ...[...html.matchAll(/<script[^>]*>([^<]+)<\/script>/gi)].map(([whole]) => whole),
    ...framed.flatMap(inline),
  ];
}

describe('a page', () => {
  it('is found out by this test when it has a script or a style in it', () => {
    const all = ['<style>a{}</style>', '<p style="a">', '<p onclick="a">', '<script>a</script>'];
    for (const one of all) {
      expect(inline(one)).toHaveLength(1);
      expect(inline(`<iframe srcdoc="${one.replaceAll('"', '&quot;')}"></iframe>`)).not.toEqual([]);
    }
  });

  it('has no script and no style in it, nor has what it frames', async () => {
    let seen = 0;
    for (const route of servedRoutes(world).filter((one) => one.startsWith('GET'))) {
      const { headers, text } = await call(world.anyone, route);
      if (!headers['content-type']?.startsWith('text/html')) continue;
      seen += 1;
      expect([route, inline(text)]).toEqual([route, []]);
      expect(headers['content-security-policy']).not.toMatch(/unsafe|http|\*/);
    }
    expect(seen).toBeGreaterThan(10);
  });

  it('finds the files that it asks for', async () => {
    for (const path of ['/api/docs', '/demo/mailbox', `/demo/mailbox/${mail}`]) {
      const { text } = await world.anyone.get(path).expect(200);
      const files = [...text.matchAll(/(?:src|href)=(?:"|&quot;)(\/[^"&]+\.(?:css|js))/g)];
      expect(files.length).toBeGreaterThan(0);
      for (const [, file = ''] of files) await world.anyone.get(file).expect(200);
    }
  });
});

describe('signing out', () => {
  it('has the browser forget what it holds of us', async () => {
    const leader = new Api(world.url);
    await leader.signIn('lanh.dao', 'daumoi-demo');
    const { headers } = await leader.delete('/api/session').expect(204);
    expect(headers['clear-site-data']).toBe('"cache", "storage"');
    expect(headers).toMatchObject(expected);
  });
});
