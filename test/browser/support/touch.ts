import type { Page } from 'playwright-core';
import { photo } from '../../stories/support/files.js';
import { phone } from './browser.js';

export const touch = { viewport: phone, hasTouch: true, isMobile: true };

/** Waits until the page says that something is done. */
export const said = (page: Page, words: string) =>
  page.getByRole('status').filter({ hasText: words }).waitFor();

/** The box in which an agency writes. */
export const words = (page: Page) => page.getByRole('textbox', { name: 'Nội dung' });

/** Photos as a camera gives them. */
export const files = (...numbers: number[]) =>
  numbers.map((at) => ({ name: `IMG_${at}.jpg`, mimeType: 'image/jpeg', buffer: photo(at) }));

const LEAST = 44;

/** What a thumb would miss: things to touch that are lower than 44 px. */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(
    (least) =>
      [...document.querySelectorAll('a, button, input, select, textarea, summary')].flatMap(
        (one) => {
          const { height, width } = one.getBoundingClientRect();
          const label = one.closest('label, [role=radio]')?.getBoundingClientRect().height ?? 0;
          const hidden =
            height === 0 || one.matches('.only-read, .skip, [aria-hidden=true]') || width <= 1;
          if (hidden || Math.max(height, label) >= least) return [];
          return [
            `${one.tagName} ${one.className} ${(one.textContent ?? '').slice(0, 40)} ${height}`,
          ];
        },
      ),
    LEAST - 0.5,
  );
