import { canonicalTones, fold } from '#vietnamese';
import type { Reading, Word } from './reading.js';

type Test = (word: Word, accented: boolean) => boolean;
type Step = Test | typeof GAP;

const GAP = 'gap';
const MAX_GAP = 4;

export interface Phrase {
  steps: Step[];
}

const tests: Record<string, Test> = {
  '#': ({ folded }) => /\d/.test(folded),
  '@': ({ capital }) => capital,
};

function testOf(token: string): Test {
  const known = tests[token];
  if (known) return known;
  const accented = token.split('|').map((word) => canonicalTones(word).toLowerCase());
  const folded = accented.map(fold);
  return (word, exact) => (exact ? accented.includes(word.accented) : folded.includes(word.folded));
}

/** @throws for a phrase that begins or ends with a gap, has two, or holds more than words */
export function compilePhrase(text: string): Phrase {
  const tokens = text.split(' ');
  const gaps = tokens.filter((token) => token === '...').length;
  if (gaps > 1 || tokens[0] === '...' || tokens.at(-1) === '...')
    throw new Error(`“${text}”: one gap at most, between words`);
  const wrong = tokens.find(
    (token) => !/^(?:\.\.\.|#|@|[\p{L}\p{N}]+(?:\|[\p{L}\p{N}]+)*)$/u.test(token),
  );
  if (wrong !== undefined) throw new Error(`“${text}”: “${wrong}” is no word`);
  return { steps: tokens.map((token) => (token === '...' ? GAP : testOf(token))) };
}

/** Where the phrase ends that begins at a word; -1 when none does. `null` words are passed over by nothing. */
export function endAt(
  { steps }: Phrase,
  words: (Word | null)[],
  accented: boolean,
  from: number,
): number {
  const walk = (step: number, at: number): number => {
    if (step === steps.length) return at;
    const test = steps[step] as Step;
    if (test === GAP) {
      for (let over = 0; over <= MAX_GAP; over += 1) {
        const end = walk(step + 1, at + over);
        if (end !== -1) return end;
        if (!words[at + over]) break;
      }
      return -1;
    }
    const word = words[at];
    return word && test(word, accented) ? walk(step + 1, at + 1) : -1;
  };
  return walk(0, from);
}

export function occurs(phrase: Phrase, words: (Word | null)[], accented: boolean): boolean {
  return words.some((_, at) => endAt(phrase, words, accented, at) !== -1);
}

/** The words without those of the phrases. */
export function without({ words, accented }: Reading, phrases: Phrase[]): (Word | null)[] {
  const left: (Word | null)[] = [...words];
  for (const phrase of phrases)
    for (let at = 0; at < words.length; at += 1) {
      const end = endAt(phrase, words, accented, at);
      if (end > at) left.fill(null, at, end);
    }
  return left;
}
