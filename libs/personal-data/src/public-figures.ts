import type { Shadow } from './shadow.js';

// What looks like a number of somebody and is none: dates, times, amounts of money, numbers of documents.
const patterns = [
  /(?<![\d./-])\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})(?![./-]?\d)/g,
  /(?<![\d./-])\d{4}-\d{2}-\d{2}(?!\d)/g,
  /(?<![\d:])\d{1,2}(?::|h|g)\d{2}(?::\d{2})?(?!\d)/g,
  /(?<![\d.,])[1-9]\d{0,2}(?:[.,]\d{3}){1,5} ?(?:d|vnd|dong|k|tr|trieu|ty|ti|nghin|ngan|usd)(?![a-z])/g,
  /(?<![\d.,])[1-9]\d{0,12}(?:[.,]\d{1,3})?(?:(?:d|k|tr)(?![a-z0-9])| ?(?:vnd|dong|trieu|ty|ti|nghin|ngan|usd)(?![a-z]))/g,
  /(?<![\d/])\d{1,5}(?:\/\d{4})?\/[a-z]{1,6}(?:-[a-z0-9]{1,8}){0,3}/g,
];

/** The places of a text that hold public figures, as a set of units. */
export function publicFigures({ plain }: Shadow): Uint8Array {
  const held = new Uint8Array(plain.length);
  for (const pattern of patterns)
    for (const { 0: figure, index } of plain.matchAll(pattern))
      held.fill(1, index, index + figure.length);
  return held;
}
