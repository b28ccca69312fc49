import { nfc } from './unicode.js';

// Left out: what is also a word without accents (hong, hem, dk, bt): 'den hong' is a broken lamp.
const meanings = new Map(
  Object.entries({
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
  }),
);

const LONGEST = Math.max(...[...meanings.keys()].map((key) => key.length));

const word = /[\p{L}\p{M}]+/gu;

// A key inside a longer token (30k, e-mail, đ.m, HM-14) is not a word.
const joinedBefore = /(?:\p{N}|[\p{L}\p{M}\p{N}][-./_@'’])$/u;
const joinedAfter = /^(?:\p{N}|[-./_@'’][\p{L}\p{M}\p{N}])/u;
/** More than what joins is long, in UTF-16 units. */
const REACH = 4;

/** Chat abbreviations by whole word in full: 'k có nc' → 'không có nước'. '30k' and '30 k' stay money. */
export function expandTeencode(text: string): string {
  const source = nfc(text);
  const isShouted = () => !/\p{Ll}/u.test(source);
  return source.replace(word, (token, at: number) => {
    if (token.length > LONGEST) return token;
    const small = token.toLowerCase();
    const meaning = meanings.get(small);
    if (meaning === undefined || isJoined(source, at, token) || isMoney(small, source, at))
      return token;
    if (token === small) return meaning;
    // A lone capital is a name (bệnh viện K), and so may be capitals among small letters.
    if (token.length === 1) return token;
    if (token === token.toUpperCase()) return isShouted() ? meaning.toUpperCase() : token;
    return meaning.charAt(0).toUpperCase() + meaning.slice(1);
  });
}

function isJoined(source: string, at: number, { length }: string): boolean {
  const end = at + length;
  return (
    joinedBefore.test(source.slice(Math.max(0, at - REACH), at)) ||
    joinedAfter.test(source.slice(end, end + REACH))
  );
}

const isMoney = (word: string, source: string, at: number): boolean =>
  word === 'k' && /\p{N}\s*$/u.test(source.slice(0, at));
