import { nfc } from './unicode.js';

/** The runs of letters of a text, in order; `\w` and `\b` of JavaScript end at the first accent. */
export function syllables(text: string): string[] {
  return nfc(text).match(/[\p{L}\p{M}]+/gu) ?? [];
}
