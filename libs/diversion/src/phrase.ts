import { canonicalTones, fold } from '#vietnamese';
import type { Word } from './reading.js';

/** The words of a text; null where one is passed over. */
export type Words = (Word | null)[];

type Test = (word: Word, accented: boolean) => boolean;

const GAP = '...';
const MAX_GAP = 4;

const signs: Record<string, Test> = {
  '#': ({ folded }) => /\d/.test(folded),
  '@': ({ capital }) => capital,
};

const spellings = (token: string) =>
  token.split('|').map((word) => canonicalTones(word).toLowerCase());

function testOf(token: string): Test {
  const sign = signs[token];
  if (sign) return sign;
  const accented = new Set(spellings(token));
  const folded = new Set([...accented].map(fold));
  return (word, exact) => (exact ? accented.has(word.accented) : folded.has(word.folded));
}

/** Words that stand one after the other; see DiversionRules for what may stand for a word. */
export class Phrase {
  /** What it can begin with, folded; empty where that is no word. */
  readonly first: string[];
  private readonly steps: (Test | typeof GAP)[];

  /** @throws for a phrase that begins or ends with a gap, has two, or holds more than words */
  constructor(text: string) {
    const tokens = text.split(' ');
    const gaps = tokens.filter((token) => token === GAP).length;
    if (gaps > 1 || tokens[0] === GAP || tokens.at(-1) === GAP)
      throw new Error(`“${text}”: one gap at most, between words`);
    const word = /^(?:\.\.\.|#|@|[\p{L}\p{N}]+(?:\|[\p{L}\p{N}]+)*)$/u;
    const wrong = tokens.find((token) => !word.test(token));
    if (wrong !== undefined) throw new Error(`“${text}”: “${wrong}” is no word`);
    const [first = ''] = tokens;
    this.first = first in signs ? [] : spellings(first).map(fold);
    this.steps = tokens.map((token) => (token === GAP ? GAP : testOf(token)));
  }

  /** Where it ends when it begins at a word, else -1. A gap does not reach over what is passed over. */
  endAt(words: Words, accented: boolean, at: number, step = 0): number {
    const test = this.steps[step];
    if (test === undefined) return at;
    if (test !== GAP) {
      const word = words[at];
      return word && test(word, accented) ? this.endAt(words, accented, at + 1, step + 1) : -1;
    }
    for (let over = at; over <= at + MAX_GAP; over += 1) {
      const end = this.endAt(words, accented, over, step + 1);
      if (end !== -1 || !words[over]) return end;
    }
    return -1;
  }
}

/** Named phrases by their first word, so that a text costs by its length and not by their number. */
export class PhraseBook {
  private readonly byFirst = new Map<string, [string, Phrase][]>();
  private readonly others: [string, Phrase][] = [];

  constructor(groups: Record<string, string[]>) {
    for (const [name, phrases] of Object.entries(groups))
      for (const text of phrases) this.add(name, new Phrase(text));
  }

  /** The phrases that begin at a word, each with its name and end. */
  *from(words: Words, accented: boolean, at: number): Generator<[string, number]> {
    const word = words[at];
    if (!word) return;
    for (const [name, phrase] of [...(this.byFirst.get(word.folded) ?? []), ...this.others]) {
      const end = phrase.endAt(words, accented, at);
      if (end !== -1) yield [name, end];
    }
  }

  private add(name: string, phrase: Phrase): void {
    if (phrase.first.length === 0) this.others.push([name, phrase]);
    for (const first of new Set(phrase.first))
      this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), [name, phrase]]);
  }
}
