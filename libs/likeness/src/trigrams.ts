import { plainWords } from './plain.js';

/** The trigrams of the words, as pg_trgm has them: two blanks before each word and one after. */
export function trigramsOf(text: string): Set<string> {
  const trigrams = new Set<string>();
  for (const word of plainWords(text)) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at++) trigrams.add(padded.slice(at, at + 3));
  }
  return trigrams;
}

/** The share of all trigrams that both have. */
export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let common = 0;
  for (const trigram of few) if (many.has(trigram)) common++;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}
