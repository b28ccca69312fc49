import {
  canonicalTones,
  decodeTelex,
  expandTeencode,
  fold,
  looksLikeTelex,
  nfc,
} from '#vietnamese';

export interface Word {
  /** In small letters with its accents, and folded. */
  accented: string;
  folded: string;
  capital: boolean;
}

/** A text as words. Where its writer uses accents they tell words apart (tố cáo, to cao); else folded words count. */
export interface Reading {
  words: Word[];
  accented: boolean;
}

const token = /[\p{L}\p{M}\p{N}]+/gu;
const capital = /^\p{Lu}[\p{Ll}\p{M}]*$/u;

// Vietnamese with its accents has them on about three words in four, without on none.
const ACCENTED_SHARE = 0.25;

export function readingOf(text: string): Reading {
  const typed = looksLikeTelex(text) ? decodeTelex(text) : text;
  const bare = nfc(typed).match(token) ?? [];
  const marked = bare.filter((word) => fold(word) !== word.toLowerCase());
  const words = canonicalTones(expandTeencode(typed)).match(token) ?? [];
  return {
    words: words.map((word) => ({
      accented: word.toLowerCase(),
      folded: fold(word),
      capital: capital.test(word),
    })),
    accented: marked.length > bare.length * ACCENTED_SHARE,
  };
}
