import { cut, endsInStop, isPlainSyllable, isSyllable } from './spelling.js';
import { canonicalTones } from './tones.js';
import { nfc } from './unicode.js';

const toneMarks: Record<string, string> = {
  f: '\u0300',
  s: '\u0301',
  r: '\u0309',
  x: '\u0303',
  j: '\u0323',
};
const doubled: Record<string, string> = { a: 'â', e: 'ê', o: 'ô' };
const hooked: Record<string, string> = { a: 'ă', o: 'ơ', u: 'ư' };
const isVowel = (letter: string): boolean => /[aăâeêioôơuưy]/u.test(letter);

interface Typed {
  letters: string[];
  /** Which letters were typed as capitals. */
  upper: boolean[];
  tone: string;
  keys: number;
}

/** 'Ddefn dduwowngf bij hongr' → 'Đèn đường bị hỏng'. A word that gives no Vietnamese syllable stays. */
export function decodeTelex(text: string): string {
  const decoded = nfc(text).replace(/[\p{L}\p{M}]+/gu, (word) => decodeWord(word)?.text ?? word);
  return canonicalTones(decoded);
}

/**
 * Whether a text was typed in Telex with the input method off: at least half of its words are Telex and one has two kinds
 * of keys, which English hardly has.
 */
export function looksLikeTelex(text: string): boolean {
  const words = nfc(text).match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.some((word) => /[^A-Za-z]/u.test(word))) return false;
  const keys = words.map((word) => decodeWord(word)?.keys ?? 0).filter((count) => count > 0);
  return keys.length >= 2 && keys.length * 2 >= words.length && keys.some((count) => count >= 2);
}

function decodeWord(word: string): { text: string; keys: number } | null {
  if (!/^[A-Za-z]+$/u.test(word)) return null;
  const typed = press(word);
  if (!typed || typed.keys === 0) return null;
  const spelling = cut(typed.letters.join(''));
  if (!isSyllable(spelling)) return null;
  if (endsInStop(spelling.rime) && typed.tone !== 's' && typed.tone !== 'j') return null;
  const at = spelling.onset.length + tonePlace(spelling.rime);
  const letters = typed.letters.map((letter, i) => {
    const toned = i === at ? letter + (toneMarks[typed.tone] ?? '') : letter;
    return typed.upper[i] ? toned.toUpperCase() : toned;
  });
  return { text: letters.join('').normalize('NFC'), keys: typed.keys };
}

/** Plays the keys one after the other, as the input method would have. Null when they cannot be Telex. */
function press(word: string): Typed | null {
  const typed: Typed = { letters: [], upper: [], tone: '', keys: 0 };
  for (const character of word) {
    const key = character.toLowerCase();
    const seenVowel = typed.letters.some(isVowel);
    if (seenVowel && key in toneMarks) {
      if (typed.tone !== '') return null;
      typed.tone = key;
      typed.keys += 1;
    } else if (change(typed, key)) {
      typed.keys += 1;
    } else {
      typed.letters.push(key === 'w' ? 'ư' : key);
      typed.upper.push(character !== key);
      if (key === 'w') typed.keys += 1;
    }
  }
  completeHorn(typed.letters);
  return typed;
}

/** Lets a key change a letter before it; false when it is a letter of its own. */
function change({ letters }: Typed, key: string): boolean {
  if (key === 'd' && letters[0] === 'd' && (letters.length === 1 || letters.some(isVowel))) {
    letters[0] = 'đ';
    return true;
  }
  if (key === 'w') {
    const at = hookPlace(letters);
    if (at === -1) return false;
    letters[at] = hooked[letters[at] ?? ''] ?? '';
    return true;
  }
  const at = key in doubled ? letters.lastIndexOf(key) : -1;
  // The second vowel may come late (hongo) but not over another vowel: 'ao' + 'a' is no key.
  if (at === -1 || letters.slice(at + 1).some(isVowel)) return false;
  letters[at] = doubled[key] ?? key;
  return true;
}

function hookPlace(letters: string[]): number {
  const at = letters.findLastIndex((letter) => letter in hooked);
  const before = letters[at - 1];
  const afterQ = letters[at - 2] === 'q';
  // u and o take the hook together, and of 'ua' it is the u that takes it.
  if (before === 'u' && !afterQ && letters[at] === 'a') return at - 1;
  return at;
}

/** One hook stands for both: 'uow' and 'uwo' are ươ before another letter. */
function completeHorn(letters: string[]): void {
  const at = letters.findIndex((letter, i) => {
    const pair = letter + (letters[i + 1] ?? '');
    return (
      (pair === 'uơ' || pair === 'ưo') && letters[i + 2] !== undefined && letters[i - 1] !== 'q'
    );
  });
  if (at !== -1) letters.splice(at, 2, 'ư', 'ơ');
}

/** Where the tone goes in a rime: on the letter with its own mark, else by the number of vowels and the ending. */
function tonePlace(rime: string): number {
  const marked = [...rime].findLastIndex((letter) => /[ăâêôơư]/u.test(letter));
  if (marked !== -1) return marked;
  const vowels = [...rime].filter(isVowel).length;
  if (vowels === 1) return 0;
  return vowels === 3 || vowels < rime.length ? 1 : 0;
}

/** Whether a word typed without accents is Vietnamese as it stands, without any Telex key. */
export const isPlain = (word: string): boolean =>
  (decodeWord(word)?.keys ?? 0) === 0 && isPlainSyllable(word.toLowerCase());
