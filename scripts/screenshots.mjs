// Pictures of the pages, to look at: a program of its own with the samples played, each page at two widths and in two
// schemes, into screenshots/. Needs Chromium (CHROMIUM, or Debian's).
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ending, startNode } from './children.mjs';
import { ensureBuilt, ensureInstalled, root } from './ensure.mjs';

ensureInstalled();
ensureBuilt();
const { chromium } = await import('playwright-core');
const { pickFreePort } = await import('../dist/src/platform/postgres/ports.js');
const { DEMO_PASSWORD, DEMO_SECRET } = await import('../dist/src/start/demo-accounts.js');
const { codeAt } = await import('../dist/src/people/totp.js');

/** `:case` is the first case that the person sees. */
const pages = [
  [null, ['/', '/file', '/follow', '/complaints', '/wards/00256', '/figures', '/help', '/sign-in']],
  [
    'truc.tong.dai.1',
    ['/console', '/console/cases/:case', '/console/incidents', '/console/call', '/account'],
  ],
  ['giam.sat', ['/console/supervise', '/console/wall']],
  [
    'hapulico.thu.truong',
    [
      '/agency',
      '/agency/cases/:case',
      '/agency/cases/:case/answer',
      '/agency/unit',
      '/agency/duty',
    ],
  ],
  ['lanh.dao', ['/city', '/city/cases?figure=late_now']],
  [
    'quan.tri',
    ['', '/people', '/drafts', '/letters', '/templates', '/keys', '/webhooks', '/audit'].map(
      (one) => `/admin${one}`,
    ),
  ],
];
const sizes = { phone: { width: 375, height: 812 }, desk: { width: 1440, height: 900 } };
const schemes = ['light', 'dark'];
const asked = process.argv.slice(2);

const dataDir = mkdtempSync(join(tmpdir(), 'dau-moi-screenshots-'));
const port = String(await pickFreePort());
const url = `http://127.0.0.1:${port}`;
const env = { DATA_DIR: dataDir, PORT: port, LOG_LEVEL: 'error' };
const program = startNode(['dist/src/main.js'], env);
const end = ending(program);

async function ready() {
  for (;;) {
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function signIn(context, login) {
  const given = { login, password: DEMO_PASSWORD };
  const request = { data: given, failOnStatusCode: false };
  const answer = await context.request.post(`${url}/api/session`, request);
  if (answer.ok()) return;
  const code = codeAt(DEMO_SECRET, new Date());
  await context.request.post(`${url}/api/session`, { data: { ...given, code } });
}

const nameOf = (login, path) =>
  [login, ...path.split(/[/?]/)].filter(Boolean).join('-').replaceAll(/[.:=]/g, '-') || 'home';

async function firstCase(context) {
  const answer = await context.request.get(`${url}/api/cases?limit=1`, { failOnStatusCode: false });
  return answer.ok() ? ((await answer.json()).items[0]?.id ?? '') : '';
}

try {
  await ready();
  spawnSync(process.execPath, ['dist/src/cli.js', 'demo', '--url', url], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const folder = join(root, 'screenshots');
  mkdirSync(folder, { recursive: true });
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  for (const [login, paths] of pages) {
    // Each second factor's code is good once: one session serves all widths and schemes.
    const context = await browser.newContext();
    if (login) await signIn(context, login);
    const page = await context.newPage();
    const first = login && (await firstCase(context));
    for (const path of paths.filter((one) => asked.length === 0 || asked.includes(one)))
      for (const [size, viewport] of Object.entries(sizes)) {
        await page.setViewportSize(viewport);
        await page.goto(url + path.replace(':case', first), { waitUntil: 'networkidle' });
        for (const colorScheme of schemes) {
          await page.emulateMedia({ colorScheme });
          const file = join(folder, `${nameOf(login, path)}-${size}-${colorScheme}.png`);
          await page.screenshot({ path: file, fullPage: true });
          process.stdout.write(`${file}\n`);
        }
      }
    await context.close();
  }
  await browser.close();
} finally {
  program.kill('SIGTERM');
  await end;
  rmSync(dataDir, { recursive: true, force: true });
}
