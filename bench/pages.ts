import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { projectRoot } from '../src/platform/config/project-root.js';
import { DEMO_PASSWORD } from '../src/start/demo-accounts.js';
import { BenchWorld } from './support/bench-world.js';
import { Replica } from './support/replica.js';

const RUNS = 3;
const KILOBYTE = 1000;

/** A cheap phone on 3G: four times slower than this machine, 400 kbit/s, 400 ms there and back. */
const phone = { viewport: { width: 360, height: 640 }, slowdown: 4, bytesPerSecond: 50_000 };
const desk = { viewport: { width: 1440, height: 900 }, slowdown: 1, bytesPerSecond: -1 };

interface Visit {
  page: string;
  /** Gzipped script that may be loaded, in kB. */
  budget: number;
  /** What there has to be for the page to be of use. */
  usable: string;
  as?: string;
  on: typeof phone;
  /** Seconds until it is of use; null: not promised. */
  within: number | null;
  /** Opens the map, whose script counts from then on. */
  open?: string;
}

const visits: Visit[] = [
  { page: '/', budget: 60, usable: 'main a, main input', on: phone, within: 3 },
  { page: '/file', budget: 60, usable: 'textarea', on: phone, within: 3 },
  { page: '/complaints', budget: 110, usable: 'main', on: phone, within: 3 },
  { page: '/sign-in', budget: 250, usable: 'input', on: desk, within: null },
  {
    page: '/console',
    budget: 250,
    usable: 'main h1',
    as: 'truc.tong.dai.1',
    on: desk,
    within: null,
  },
  {
    page: '/agency',
    budget: 250,
    usable: 'main h1',
    as: 'hapulico.can.bo',
    on: desk,
    within: null,
  },
];

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const packed = (url: string) => {
  const file = join(projectRoot(), 'web', 'dist', new URL(url).pathname.replace('/assets/', ''));
  return existsSync(`${file}.gz`) ? statSync(`${file}.gz`).size : statSync(file).size;
};

async function signIn(page: Page, url: string, login: string): Promise<void> {
  const given = { data: { login, password: DEMO_PASSWORD } };
  await page.context().request.post(`${url}/api/session`, given);
}

/** One visit by somebody who was never here before. */
async function visited(browser: Browser, url: string, visit: Visit) {
  const { page: path, usable, as, on } = visit;
  const context = await browser.newContext({ viewport: on.viewport });
  const page = await context.newPage();
  if (as) await signIn(page, url, as);
  const scripts = new Set<string>();
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.add(request.url());
  });
  const line = await context.newCDPSession(page);
  if (on.bytesPerSecond > 0)
    await line.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 400,
      downloadThroughput: on.bytesPerSecond,
      uploadThroughput: on.bytesPerSecond,
    });
  await line.send('Emulation.setCPUThrottlingRate', { rate: on.slowdown });
  const began = performance.now();
  await page.goto(url + path, { waitUntil: 'commit' });
  await page.locator(usable).first().waitFor();
  const seconds = (performance.now() - began) / 1000;
  await page.waitForLoadState('load');
  await page.waitForLoadState('networkidle');
  const bytes = [...scripts].reduce((sum, one) => sum + packed(one), 0);
  await context.close();
  return { seconds, kilobytes: bytes / KILOBYTE };
}

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
if (!existsSync(executablePath)) throw new Error('this bench needs Chromium: set CHROMIUM');
const world = await BenchWorld.open();
const replica = await Replica.start(world);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  for (const visit of visits) {
    const runs = [];
    for (let run = 0; run < RUNS; run++) runs.push(await visited(browser, replica.url, visit));
    const usable = median(runs.map(({ seconds }) => seconds));
    const script = median(runs.map(({ kilobytes }) => kilobytes));
    const { page, budget, within } = visit;
    const figures = {
      page,
      scriptKb: Number(script.toFixed(1)),
      budgetKb: budget,
      scriptRatio: Number((script / budget).toFixed(2)),
      usableSeconds: Number(usable.toFixed(2)),
      withinSeconds: within,
      usableRatio: within && Number((usable / within).toFixed(2)),
    };
    process.stdout.write(`${JSON.stringify(figures)}\n`);
  }
} finally {
  await browser.close();
  await replica.end('SIGTERM');
  await world.close();
}
