import { canonicalTones } from '#vietnamese';
import type { Span } from './kinds.js';
import type { Shadow } from './shadow.js';

const surnames = new Set(
  `nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh doan trinh mai ta cao ha luong to phung
truong dao chu chau thai vuong la quach kieu lai nghiem mac tang trieu lam hua tu than khuat doan cu dam bach ton lo lu
nong hoa giang khong la luu quan vi van trung ung thach kim son`.split(/\s+/u),
);
// Never part of a name; a name ends before them.
const never = new Set(
  `phường xã quận huyện thôn xóm ngõ ngách hẻm phố đường số sở ubnd chủ phó trưởng giám đội ban cán nhân công_an tòa chung
khu điện nước cầu chợ bệnh trường thành tỉnh tổ`.split(/\s+/u),
);
const notFirst = new Set('công con cả ơi ấy trung tôi bà chị em'.split(' '));

const addressed = 'ong|ba|anh|chi|co|chu|bac|cu|thay|em|chau|di|cau|dong chi';
const introduced =
  'ten la|ten|ho ten|ho va ten|toi la|em la|minh la|chau la|nguoi gui|nguoi viet|giam doc|chu tich|bi thu|truong phong|' +
  'hieu truong|to truong|truong thon|truong cong an|can bo|bac si|co giao|thay giao|luat su';
const lead = new RegExp(
  `(?<![\\p{L}\\p{N}\uFFFC])(?<lead>${addressed}|${introduced})(?:: ?| {1,2})(?=\\S)`,
  'gu',
);
const word = /(?:\p{Lu}[\p{L}\p{M}]*)(?![\p{L}\p{M}\p{N}\uFFFC])/uy;
const place = /(?:pho|duong|ngo|ngach|hem|phuong|quan|cho|den|chua|ho|cau|truong|khu|de|hai) $/;
const MAX_WORDS = 4;

interface Word {
  text: string;
  plain: string;
  end: number;
}

/** The capitalised words from a place on, at most four. */
function wordsFrom({ text, plain }: Shadow, start: number): Word[] {
  const found: Word[] = [];
  let at = start;
  while (found.length < MAX_WORDS) {
    word.lastIndex = at;
    const said = word.exec(text)?.[0];
    if (said === undefined || said.length > 12) break;
    const end = at + said.length;
    if (never.has(canonicalTones(said).toLowerCase())) break;
    found.push({ text: said, plain: plain.slice(at, end), end });
    if (text[end] !== ' ') break;
    at = end + 1;
  }
  return found;
}

const shouted = ({ text }: Word) => text.length > 1 && text === text.toUpperCase();

/** Names of two to four words after a form of address or an introduction; a surname first where that is all there is. */
export function namesIn(shadow: Shadow): Span[] {
  const { plain } = shadow;
  return [...plain.matchAll(lead)].flatMap(({ 0: said, groups, index }) => {
    if (place.test(plain.slice(Math.max(0, index - 8), index))) return [];
    const start = index + said.length;
    const words = wordsFrom(shadow, start);
    const [first] = words;
    if (!first || words.length < 2) return [];
    const surname = surnames.has(first.plain);
    if (plain.startsWith('ho chi minh', start)) return [];
    const isAddress = addressed.split('|').includes(groups?.['lead'] ?? '');
    if (
      !surname &&
      (!isAddress || notFirst.has(canonicalTones(first.text).toLowerCase()) || shouted(first))
    )
      return [];
    // Where everything is in capitals, nothing says where the name ends.
    const name = shouted(first) ? words.slice(0, 3) : words;
    return [{ kind: 'name' as const, start, end: name.at(-1)?.end ?? start }];
  });
}

const number = '[a-z]{0,2}\\d{1,5}[a-z]?\\d{0,2}(?:[/-]\\d{1,5}[a-z]?){0,3}(?![a-z0-9\uFFFC])';
const alley = '(?:ngo|ngach|hem|kiet)';
const alleys = `(?:,? ${alley} (?:so )?${number}){0,3}`;
const houses = [
  `(?:so nha|nha so|can ho so|can ho|can so)[ :]{1,3}${number}${alleys}`,
  `can [a-z]?\\d{3,4}[a-z]?(?![a-z0-9\uFFFC])`,
  `(?:so|nha) ${number}(?:,? ${alley} (?:so )?${number})${alleys}`,
  `\\d{1,4}[a-z]?(?:/\\d{1,4}[a-z]?)?,? ${alley} (?:so )?${number}${alleys}`,
  `(?:phong|p)[ .]{0,2}[a-z]?\\d{3,4}[a-z]?(?=,? (?:toa|chung cu|nha [a-z]?\\d|ct\\d|hh\\d))`,
].map((pattern) => new RegExp(`(?<![a-z0-9/.\uFFFC])${pattern}`, 'g'));

/** Numbers of houses and flats with their alleys; streets alone, and a stretch of one, are everybody's. */
export function housesIn({ plain }: Shadow): Span[] {
  return houses.flatMap((pattern) =>
    [...plain.matchAll(pattern)].map(({ 0: house, index }) => ({
      kind: 'address' as const,
      start: index,
      end: index + house.length,
    })),
  );
}
