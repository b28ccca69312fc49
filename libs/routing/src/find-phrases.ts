export interface FoundPhrase<T> {
  phrase: string;
  value: T;
}

/** The phrases that a text has as whole words; what a longer one covers is not found again. */
export type Finder<T> = (text: string) => FoundPhrase<T>[];

/**
 * @param form gives texts that count as the same one form
 * @param asking after one of these words a phrase is left out: it is asked, not told of
 */
export function findPhrases<T>(
  phrases: readonly (readonly [string, T])[],
  form: (text: string) => string,
  asking: readonly string[],
): Finder<T> {
  const byWords = new Map<string, FoundPhrase<T>[]>();
  for (const [phrase, value] of phrases) {
    const key = wordsOf(form(phrase));
    byWords.set(key, [...(byWords.get(key) ?? []), { phrase, value }]);
  }
  const longestFirst = [...byWords].toSorted(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));
  const before = asking.map((word) => wordsOf(form(word)));

  return (text) => {
    let left = wordsOf(form(text));
    const found: FoundPhrase<T>[] = [];
    for (const [key, known] of longestFirst) {
      for (let at = left.indexOf(key); at !== -1; at = left.indexOf(key)) {
        const ahead = left.slice(0, at + 1);
        if (!before.some((word) => ahead.endsWith(word))) found.push(...known);
        left = `${ahead}${COVERED}${left.slice(at + key.length - 1)}`;
      }
    }
    return found;
  };
}

/** No word, so that nothing is found across it. */
const COVERED = '|';

/** Words between single blanks, blanks at both ends; the end of a sentence stays, for no name goes across it. */
function wordsOf(text: string): string {
  const plain = text.replace(/[^\p{L}\p{M}\p{N}.;!?\n]+/gu, ' ').replace(/[.;!?\n]+/gu, ' . ');
  return ` ${plain.trim()} `.replace(/ +/g, ' ');
}
