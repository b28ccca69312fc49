import { afterAll, afterEach, beforeAll, describe } from '@jest/globals';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { World } from '../../world/world.js';
import { hasBrowser, openBrowser } from './browser.js';

/** The world and the browser of the spec that runs. */
export let world: World;
export let browser: Browser;

/** Where the last sight of each page is kept, to see why a story ended. */
const shots = process.env['SHOTS'];

const keepSights = (folder: string) =>
  Promise.all(
    browser
      .contexts()
      .flatMap((context, person) =>
        context
          .pages()
          .map((page, at) => page.screenshot({ path: join(folder, `last-${person}-${at}.png`) })),
      ),
  );

/** Stories in a browser, on a world of their own. Who came in one story has left before the next. */
export function stories(name: string, tell: () => void, settings?: Record<string, string>): void {
  (hasBrowser ? describe : describe.skip)(name, () => {
    beforeAll(async () => {
      [world, browser] = await Promise.all([World.start(settings), openBrowser()]);
    }, 60_000);
    afterEach(async () => {
      if (shots) await keepSights(shots);
      await Promise.all(browser.contexts().map((context) => context.close()));
    });
    afterAll(async () => {
      await browser?.close();
      await world?.stop();
    });
    tell();
  });
}
