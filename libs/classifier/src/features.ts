import { marks, mask } from '#personal-data';
import { decodeTelex, expandTeencode, looksLikeTelex, phraseKey } from '#vietnamese';

/** Longest run of words that is one feature: "mất nắp cống" is three. */
const LONGEST = 3;

/** One to three words of a text: as they count, and as they are shown to somebody. */
export interface Feature {
  key: string;
  shown: string;
  /** Which words of the text, so that what overlaps can be told. */
  from: number;
  to: number;
}

interface Token {
  key: string;
  shown: string;
}

const literal = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
const hidden = new RegExp(
  Object.values(marks)
    .flatMap(({ vi, en }) => [vi, en])
    .map(literal)
    .join('|'),
  'g',
);
const sentences = /[.,;:!?…|"“”()[\]\n]+/u;
const withNumber = /\p{N}/u;

/** What the text says once all that tells who somebody is has been cut out of it, as people would have typed it. */
function readable(text: string): string {
  const masked = mask(text).replace(hidden, ' | ');
  return expandTeencode(looksLikeTelex(masked) ? decodeTelex(masked) : masked);
}

/** The words of each part of a sentence; numbers say where or how much, never what, and end a run. */
function runs(text: string): Token[][] {
  const all: Token[][] = [];
  for (const part of readable(text).split(sentences)) {
    let run: Token[] = [];
    for (const word of part.split(/[^\p{L}\p{M}\p{N}]+/u)) {
      const key = phraseKey(word).trim();
      if (key === '') continue;
      if (withNumber.test(key)) {
        all.push(run);
        run = [];
      } else run.push({ key, shown: word.toLowerCase() });
    }
    all.push(run);
  }
  return all.filter((run) => run.length > 0);
}

/** The features of a text, each once, in the order of their first words. */
export function featuresOf(text: string): Feature[] {
  const found = new Map<string, Feature>();
  let at = 0;
  for (const run of runs(text)) {
    for (let first = 0; first < run.length; first += 1)
      for (let length = 1; length <= LONGEST && first + length <= run.length; length += 1) {
        const words = run.slice(first, first + length);
        const key = words.map((word) => word.key).join(' ');
        if (found.has(key)) continue;
        const shown = words.map((word) => word.shown).join(' ');
        found.set(key, { key, shown, from: at + first, to: at + first + length });
      }
    // One more than the run has words: no feature goes across its end.
    at += run.length + 1;
  }
  return [...found.values()];
}
