import type { TrackedComplaint } from '../../../complaints/dto/tracking.dto.js';
import type { Problem } from '../../../platform/errors/problem.js';
import type { Language } from '../../../platform/moment.js';
import type { Typed } from '../parts/fields.js';
import type { Written } from '../parts/moment.js';
import type { Deed } from './words.js';

/** What the page of a code shows: the matter where it can be read, and what came of the last form. */
export interface Shown {
  code: string;
  /** Where the page is, for its QR code. */
  url: string;
  view?: TrackedComplaint;
  done?: Deed;
  tried?: { deed: Deed; typed: Typed; wrong: Problem };
}

export type Drawing = Shown & Written;

/** Where a page of the code is; the language of the address stays. */
export function pathOf(code: string, language: Language, more = '', query = ''): string {
  const asked = [language === 'en' ? 'lang=en' : '', query].filter(Boolean).join('&');
  return `/follow/${code}${more}${asked ? `?${asked}` : ''}`;
}
