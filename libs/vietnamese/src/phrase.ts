import { fold } from './fold.js';

/** Folded words and numbers between single blanks, blanks at both ends: a phrase is in a text when its key is. */
export function phraseKey(text: string): string {
  const words = fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return ` ${words.join(' ')} `;
}
