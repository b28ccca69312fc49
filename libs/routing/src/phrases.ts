const OF_A_SYLLABLE = /[\p{L}\p{M}\p{N}]/u;

/** Folded text with one space between words: what `occurs` expects on both sides. */
export function searchable(text: string, fold: (text: string) => string): string {
  return fold(text).replace(/\s+/gu, ' ').trim();
}

/** Whether a phrase occurs as whole syllables: `den` is not in `dende`, and is in `den.` */
export function occurs(phrase: string, text: string): boolean {
  if (phrase === '') return false;
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + phrase.length);
    if (!OF_A_SYLLABLE.test(before) && !OF_A_SYLLABLE.test(after)) return true;
  }
  return false;
}
