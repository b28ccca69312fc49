import { nfc } from './unicode.js';

const marks = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];

/** 'oà' → 'òa', for each tone of oa, oe and uy in every combination of cases. */
const moved = new Map<string, string>();
for (const pair of ['oa', 'oe', 'uy']) {
  for (const [first, second] of casesOf(pair)) {
    for (const mark of marks) {
      moved.set((first + second + mark).normalize('NFC'), (first + mark + second).normalize('NFC'));
    }
  }
}

const atSyllableEnd = new RegExp(
  `(?<![qQ])(?:${[...moved.keys()].join('|')})(?![\\p{L}\\p{M}])`,
  'gu',
);

/**
 * NFC with the tone of a final oa, oe, uy on its first vowel: Hoà → Hòa, thuỷ → thủy. Hoàn, toán, quý and Quỳnh stay.
 */
export function canonicalTones(text: string): string {
  return nfc(text).replace(atSyllableEnd, (vowels) => moved.get(vowels) ?? vowels);
}

function casesOf(pair: string): [string, string][] {
  const [first = '', second = ''] = pair;
  const [upper, lower] = [first.toUpperCase(), second.toUpperCase()];
  return [
    [first, second],
    [upper, second],
    [first, lower],
    [upper, lower],
  ];
}
