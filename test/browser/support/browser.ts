import axe from 'axe-core';
import { existsSync } from 'node:fs';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type Page,
  type ViewportSize,
} from 'playwright-core';
import type { World } from '../../world/world.js';

// The shell has no windows to draw: the same engine, a quarter quicker.
const places = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'].map(
  (name) => `/usr/bin/${name}`,
);

const executablePath = process.env['CHROMIUM'] ?? places.find((place) => existsSync(place));

/** Browser stories are left out where there is no Chromium. */
export const hasBrowser = executablePath !== undefined;

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath, args: flags });

export const phone = { width: 375, height: 667 } as const;
export const desk = { width: 1440, height: 900 } as const;

type ContextOptions = Parameters<Browser['newContext']>[0];

/** A person with a browser of their own. What goes wrong on their pages is kept in `faults`. */
export class Person {
  readonly faults: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on('pageerror', (error) => this.faults.push(error.message));
    page.on('console', (said) => {
      // A refused request is told in the page; the browser's line about it says nothing more.
      if (said.type() === 'error' && !said.text().startsWith('Failed to load resource'))
        this.faults.push(said.text());
    });
  }

  static async with(
    browser: Browser,
    world: World,
    options: ContextOptions = { viewport: desk },
  ): Promise<Person> {
    const context = await browser.newContext({ baseURL: world.url, ...options });
    context.setDefaultTimeout(20_000);
    return new Person(context, await context.newPage());
  }

  /** Signed in by the demo's login, without the sign-in page. */
  static async staff(
    browser: Browser,
    world: World,
    login: string,
    options?: ContextOptions,
  ): Promise<Person> {
    const person = await Person.with(browser, world, options);
    const { cookie } = await world.as(login);
    const [name = '', value = ''] = cookie.split('=');
    await person.context.addCookies([{ name, value, url: world.url }]);
    return person;
  }
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/** Waits for what fades or slides: half-way, its colours are not those that are read. */
const stillness = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const passing = () =>
      document.getAnimations().filter(({ effect, playState }) => {
        return playState === 'running' && effect?.getComputedTiming().endTime !== Infinity;
      });
    // What was asked for in this frame begins in the next.
    for (let quiet = 0; quiet < 3; quiet += 1) {
      await frame();
      if (passing().length > 0) quiet = -1;
      await Promise.allSettled(passing().map(({ finished }) => finished));
    }
  });

/**
 * What axe finds against WCAG 2.2 AA, each as rule and place. Pages have no frames.
 * @param rules these alone
 */
export async function axeFaults(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(axe.source);
  await stillness(page);
  const options: axe.RunOptions = {
    runOnly: rules ? { type: 'rule', values: rules } : { type: 'tag', values: standards },
    resultTypes: ['violations'],
  };
  const violations = await page.evaluate(
    async (given) => (await window.axe!.run(document, given)).violations,
    options,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id} ${target.join(' ')} ${failureSummary}`),
  );
}

/** Whether a page has to be scrolled sideways, which nothing should need from 320 px on. */
export const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** What is wrong with a page as it stands, at each of the sizes, in light; and in dark with its colours. */
export async function faultsOf(page: Page, ...sizes: ViewportSize[]): Promise<string[]> {
  const before = page.viewportSize() ?? desk;
  const faults: string[] = [];
  for (const size of sizes.length > 0 ? sizes : [before]) {
    await page.setViewportSize(size);
    // Scrolled down, what goes by under the head of the page counts as covered.
    await page.evaluate(() => window.scrollTo(0, 0));
    const found = await axeFaults(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    found.push(...(await axeFaults(page, ['color-contrast'])).map((one) => `dark: ${one}`));
    await page.emulateMedia({ colorScheme: 'light' });
    if (await isTooWide(page)) found.push('wider than the screen');
    faults.push(...found.map((one) => `${page.url()} at ${size.width}: ${one}`));
  }
  await page.setViewportSize(before);
  return faults;
}
