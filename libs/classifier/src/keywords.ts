import { decodeTelex, expandTeencode, looksLikeTelex, phraseKey } from '#vietnamese';
import type { Subject } from './model.js';

/** The simple way, to be held against: the categories by the letters of their keywords that a text has. */
export function byKeywords(
  subjects: readonly Pick<Subject, 'code' | 'keywords'>[],
  text: string,
): string[] {
  const words = phraseKey(expandTeencode(looksLikeTelex(text) ? decodeTelex(text) : text));
  return subjects
    .map(({ code, keywords }) => {
      const found = keywords.map(phraseKey).filter((key) => words.includes(key));
      return { code, letters: found.reduce((sum, key) => sum + key.length, 0) };
    })
    .filter(({ letters }) => letters > 0)
    .toSorted((a, b) => b.letters - a.letters)
    .map(({ code }) => code);
}
