import { nfc } from './unicode.js';

// Letters and signs that do not decompose; the same as in PostgreSQL's unaccent.rules.
const plain: Record<string, string> = {
  đ: 'd',
  Đ: 'd',
  ð: 'd',
  ø: 'o',
  Ø: 'o',
  Ɖ: 'd',
  ɖ: 'd',
  ł: 'l',
  Ł: 'l',
  ħ: 'h',
  Ħ: 'h',
  ı: 'i',
  æ: 'ae',
  Æ: 'ae',
  œ: 'oe',
  Œ: 'oe',
  ß: 'ss',
  ẞ: 'ss',
  þ: 'th',
  Þ: 'th',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '„': ',,',
  '«': '<<',
  '»': '>>',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '…': '...',
  '×': '*',
  '№': 'No',
};
const rest = new RegExp(`[${Object.keys(plain).join('')}]`, 'gu');
const combining = /[\u0300-\u036F]/gu;

// A language has few words, and every text says most of them again.
// Longer ones would hold on to the whole text that they were cut from.
const LONGEST_KEPT = 12;
const MOST_KEPT = 10_000;
const known = new Map<string, string>();

/**
 * Lower case without accents, đ as d: what must be equal for two spellings to count as the same word. The twin of SQL
 * `vi_fold` for Latin letters and usual punctuation; of rarer signs SQL rewrites more.
 */
export function fold(text: string): string {
  if (text.length > LONGEST_KEPT) return folded(text);
  let kept = known.get(text);
  if (kept === undefined) {
    kept = folded(text);
    if (known.size === MOST_KEPT) known.clear();
    known.set(text, kept);
  }
  return kept;
}

function folded(text: string): string {
  return nfc(text)
    .normalize('NFD')
    .replace(combining, '')
    .replace(rest, (letter) => plain[letter] ?? letter)
    .toLowerCase()
    .normalize('NFC');
}

// PostgreSQL's text parser reads `P.Hoàng Liệt` as a host name and `15/42/8` as a file path.
const joiner = /(?<=[\p{L}\p{M}\p{N}])[./\-_]+(?=[\p{L}\p{M}\p{N}])/gu;

/** Folded text in which joined parts stand alone: 'P.Hoàng Liệt 45/6B' → 'p hoang liet 45 6b'. */
export function searchKey(text: string): string {
  return fold(text).replace(joiner, ' ').replace(/\s+/gu, ' ').trim();
}
