import { fold } from './fold.js';
import { syllables } from './syllables.js';
import { expandTeencode } from './teencode.js';
import { isPlain, looksLikeTelex } from './telex.js';
import { nfc } from './unicode.js';

/** How a text was written; each is a hint for whoever reads or classifies it. */
export interface Hints {
  teencode: boolean;
  telex: boolean;
  /** Vietnamese without its accents. */
  unaccented: boolean;
}

export function hints(text: string): Hints {
  const telex = looksLikeTelex(text);
  return {
    teencode: expandTeencode(text) !== nfc(text),
    telex,
    unaccented: !telex && isUnaccented(text),
  };
}

// Six words in ten: street names alone make an English complaint no Vietnamese one.
function isUnaccented(text: string): boolean {
  const words = syllables(expandTeencode(text) === nfc(text) ? text : withoutTeencode(text));
  if (words.length < 2 || words.some((word) => fold(word) !== word.toLowerCase())) return false;
  return words.filter(isPlain).length >= words.length * 0.6;
}

/** The text without its chat abbreviations, which are neither accented nor not. */
function withoutTeencode(text: string): string {
  return syllables(text)
    .filter((word) => expandTeencode(word) === word)
    .join(' ');
}
