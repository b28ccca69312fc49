import { nfc } from './unicode.js';

// Left out: what is also a word without accents (hong, hem, dk, bt): 'den hong' is a broken lamp.
const meanings: Record<string, string> = {
  k: 'không',
  ko: 'không',
  dc: 'được',
  đc: 'được',
  j: 'gì',
  bh: 'bây giờ',
  r: 'rồi',
  rùi: 'rồi',
  vs: 'với',
  e: 'em',
  nc: 'nước',
  ng: 'người',
  ngta: 'người ta',
  mn: 'mọi người',
  ntn: 'như thế nào',
  trc: 'trước',
  cx: 'cũng',
  cg: 'cũng',
  nx: 'nữa',
  lm: 'làm',
  lun: 'luôn',
  wa: 'quá',
  wá: 'quá',
  hnay: 'hôm nay',
  hqua: 'hôm qua',
  đg: 'đường',
  sđt: 'số điện thoại',
  kđt: 'khu đô thị',
  htrc: 'hôm trước',
  thik: 'thích',
};

// A key inside a longer token (30k, e-mail, đ.m, HM-14) is not a word.
const word =
  /(?<![\p{L}\p{M}\p{N}]|[\p{L}\p{M}\p{N}][-./_@'’])[\p{L}\p{M}]+(?![\p{L}\p{M}\p{N}]|[-./_@'’][\p{L}\p{M}\p{N}])/gu;

/** Chat abbreviations by whole word in full: 'k có nc' → 'không có nước'. '30k' and '30 k' stay money. */
export function expandTeencode(text: string): string {
  const source = nfc(text);
  const shouted = !/\p{Ll}/u.test(source);
  return source.replace(word, (token, at: number) => {
    const meaning = meanings[token.toLowerCase()];
    if (meaning === undefined || isMoney(token, source.slice(0, at))) return token;
    if (token === token.toLowerCase()) return meaning;
    // A lone capital is a name (bệnh viện K), and so may be capitals among small letters.
    if (token.length === 1) return token;
    if (token === token.toUpperCase()) return shouted ? meaning.toUpperCase() : token;
    return meaning.charAt(0).toUpperCase() + meaning.slice(1);
  });
}

const isMoney = (token: string, before: string): boolean =>
  token.toLowerCase() === 'k' && /\p{N}\s*$/u.test(before);
