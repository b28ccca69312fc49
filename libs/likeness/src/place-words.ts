import { canonicalTones, fold } from '#vietnamese';
import { keywords, type NameKind } from './place-keywords.js';
import { meant } from './plain.js';

/** A name of a place in a text. */
export interface PlaceName {
  kind: NameKind | 'unsaid';
  /** Its words without accents. */
  words: readonly string[];
  /** Where it ends is known, by capitals or a mark; else it may have more words than the name. */
  closed: boolean;
  /** As it was written, with the word before it. */
  written: string;
}

export interface PlaceWords {
  names: readonly PlaceName[];
  /** House numbers, and the numbers of lanes. */
  houses: ReadonlySet<string>;
  lanes: ReadonlySet<string>;
  /** All words between single blanks, for looking up names. */
  key: string;
}

interface Token {
  raw: string;
  plain: string;
  lower: string;
  /** A mark stands between it and the word before. */
  apart: boolean;
}

const LONGEST_OPEN = 4;
const LONGEST_NAME = 6;
const number = /^\d+[a-z]?(\/\d+[a-z]?)*$/u;

function tokensOf(text: string): Token[] {
  const source = canonicalTones(meant(text));
  const found = source.matchAll(/[\p{L}\p{M}\p{N}]+(?:[/-][\p{L}\p{M}\p{N}]+)*/gu);
  let end = 0;
  return [...found].map((match) => {
    const apart = /[^\s]/u.test(source.slice(end, match.index));
    end = match.index + match[0].length;
    return { raw: match[0], plain: fold(match[0]), lower: match[0].toLowerCase(), apart };
  });
}

const isAccented = (text: string) => fold(text) !== text.toLowerCase().normalize('NFC');

/** The keyword that begins at a token, with how many tokens it has. */
function keywordAt(tokens: readonly Token[], at: number, accented: boolean) {
  for (const { kind, word, accented: only } of keywords) {
    if (only && !accented) continue;
    const parts = word.split(' ');
    const meets = parts.every((part, i) => {
      const token = tokens[at + i];
      if (!token || (i > 0 && token.apart)) return false;
      return accented && isAccented(token.lower)
        ? token.lower === part
        : token.plain === fold(part);
    });
    if (meets) return { kind, word, length: parts.length };
  }
  return null;
}

const isCapital = ({ raw }: Token) => /^\p{Lu}/u.test(raw) && !/\d/u.test(raw);

/** The run of capitalised words from a token on; none in a text that has capitals only or none. */
function capitals(tokens: readonly Token[], from: number): Token[] {
  const run: Token[] = [];
  for (let at = from; at < tokens.length && run.length < LONGEST_NAME; at++) {
    const token = tokens[at];
    if (!token || !isCapital(token) || (run.length > 0 && token.apart)) break;
    run.push(token);
  }
  return run;
}

function nameAfter(
  tokens: readonly Token[],
  from: number,
  { kind, word }: { kind: NameKind; word: string },
  cased: boolean,
  accented: boolean,
): PlaceName | null {
  const [first] = tokens.slice(from, from + 1);
  // 'HH2C Linh Đàm' and '58 Trần Bình': a number before the name is not of it.
  const run = cased ? capitals(tokens, first && /\d/u.test(first.plain) ? from + 1 : from) : [];
  const make = (of: Token[], closed: boolean): PlaceName => ({
    kind,
    words: of.map(({ plain }) => plain),
    closed,
    written: `${word} ${of.map(({ raw }) => raw).join(' ')}`,
  });
  if (run.length > 0 && !run[0]?.apart) return make(run, true);
  if (kind === 'street' && first && !first.apart && number.test(first.plain))
    return make([first], true);
  if (word !== 'phố' || (cased && accented)) return null;
  const rest = tokens.slice(from, from + LONGEST_OPEN);
  const end = rest.findIndex(
    (token, i) => (token.apart && i > 0) || keywordAt(tokens, from + i, accented) !== null,
  );
  const open = end === -1 ? rest : rest.slice(0, end);
  if (open.length === 0 || open[0]?.apart) return null;
  return make(open, end !== -1 || from + open.length >= tokens.length);
}

/** What a text and an address say of a place: streets, places, house and lane numbers. */
export function placeWordsOf(
  text: string | null,
  address: string | null,
  areas: ReadonlySet<string>,
): PlaceWords {
  const read = [text, address].map((one) => (one === null ? null : readPlaces(one, areas)));
  const parts = read.filter((one) => one !== null);
  const [first] = address === null ? [] : tokensOf(address);
  const houses = new Set(parts.flatMap(({ houses }) => houses));
  // '36 phố Hòa Mã' is how addresses begin.
  if (first && number.test(first.plain)) houses.add(first.plain);
  return {
    names: parts.flatMap(({ names }) => names),
    houses,
    lanes: new Set(parts.flatMap(({ lanes }) => lanes)),
    key: ` ${parts.flatMap(({ words }) => words).join(' ')} `,
  };
}

function readPlaces(text: string, areas: ReadonlySet<string>) {
  const tokens = tokensOf(text);
  const accented = isAccented(text);
  const cased = /\p{Ll}/u.test(text) && /\p{Lu}/u.test(text);
  const names: PlaceName[] = [];
  const houses: string[] = [];
  const lanes: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const keyword = keywordAt(tokens, at, accented);
    if (keyword) {
      const { kind, length } = keyword;
      const next = tokens[at + length];
      at += length - 1;
      if (kind === 'lane' || kind === 'house') {
        if (next && number.test(next.plain)) (kind === 'lane' ? lanes : houses).push(next.plain);
        continue;
      }
      const name = nameAfter(tokens, at + 1, { ...keyword, kind }, cased, accented);
      if (!name) continue;
      if (kind !== 'area') names.push(name);
      // Its words are taken; what was skipped before them holds no name.
      if (name.closed && cased) at += name.words.length;
      continue;
    }
    const run = cased ? capitals(tokens, at) : [];
    if (run.length < 2) continue;
    const words = run.map(({ plain }) => plain);
    at += run.length - 1;
    if (areas.has(words.join(' '))) continue;
    const written = run.map(({ raw }) => raw).join(' ');
    names.push({ kind: 'unsaid', words, closed: true, written });
  }
  return { names, houses, lanes, words: tokens.map(({ plain }) => plain) };
}
