import { phraseKey } from '#vietnamese';
import { plainWords } from './plain.js';

interface Known {
  group: { code: string };
  keywords: { vi: readonly string[] };
}

/** Reads from a text which groups of categories it can be about, by their keywords. */
export function compileFamilies(categories: readonly Known[]): (text: string) => string[] {
  const words = categories.flatMap(({ group, keywords }) =>
    keywords.vi.map((keyword) => ({ family: group.code, key: phraseKey(keyword) })),
  );
  return (text) => {
    const key = ` ${plainWords(text).join(' ')} `;
    const found = words.filter((word) => key.includes(word.key));
    return [...new Set(found.map(({ family }) => family))].toSorted();
  };
}
