import { Context } from './context.js';
import type { PersonalKind, Span } from './kinds.js';
import { publicFigures } from './public-figures.js';
import type { Shadow } from './shadow.js';

interface Group {
  start: number;
  end: number;
  /** Whether it goes on from the group before it, over blanks, dots, dashes or brackets. */
  joined: boolean;
}

const MIN_DIGITS = 8;
const MAX_DIGITS = 19;
const between = /^[ .()–-]{1,3}$/;
const stuckTo = /(?:sdt|so|dt|tel|zalo|lh|phone|stk|tk|cccd|cmnd|cmt|alo|goi)$/;

/** The digits of a text in groups as they are written; what is part of a word or of a public figure is none. */
function groupsOf(shadow: Shadow): Group[] {
  const { plain } = shadow;
  const figures = publicFigures(shadow);
  const groups: Group[] = [];
  for (const { 0: digits, index: start } of plain.matchAll(/\d+/g)) {
    const end = start + digits.length;
    if (figures[start] || figures[end - 1]) continue;
    if (
      /[a-z\uFFFC]/.test(plain[start - 1] ?? '') &&
      !stuckTo.test(plain.slice(Math.max(0, start - 6), start))
    )
      continue;
    const last = groups.at(-1);
    const joined =
      last !== undefined && between.test(plain.slice(last.end, Math.min(start, last.end + 4)));
    groups.push({ start, end, joined });
  }
  return groups;
}

const phones = [
  /^0[35789]\d{8}$/,
  /^02\d{9}$/,
  /^01[2689]\d{8}$/,
  /^0[2-8]\d{8}$/,
  /^1[89]00\d{4,6}$/,
];

/** A number as dialled inside the country: +84 and 84 as 0. */
function national(digits: string, plus: boolean): string {
  const bare = digits.replace(/^00(?=84)/, '');
  const abroad = /^84(?:0?)(?=[1-9]\d{8,9}$)/.exec(bare);
  if (abroad && (plus || bare !== digits || bare.length === 11))
    return `0${bare.slice(abroad[0].length)}`;
  return digits;
}

function luhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const weighed = at % 2 === 0 ? digit : digit * 2;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}

/** The number of a citizen's identity card begins with the province, from 001 to 096, then sex and century. */
const isCitizenId = (digits: string) =>
  /^0\d{2}[0-3]\d{8}$/.test(digits) &&
  Number(digits.slice(0, 3)) >= 1 &&
  Number(digits.slice(0, 3)) <= 96;

const isCard = (digits: string) =>
  /^(?:9704|[2-6])\d+$/.test(digits) && digits.length >= 15 && luhn(digits);

type Said = NonNullable<ReturnType<Context['before']>> | 'nothing';

function kindOf(
  digits: string,
  plus: boolean,
  said: Said,
  bankAfter: () => boolean,
): PersonalKind | null {
  const { length } = digits;
  if (said === 'id' && (length === 9 || length === 12)) return 'national_id';
  if (said === 'card' && length >= 13 && luhn(digits)) return 'card';
  if (isCard(digits)) return 'card';
  if (said === 'bank' && length >= 8) return 'bank_account';
  const phone = national(digits, plus);
  if (said === 'phone' && (/^[35789]\d{8}$/.test(phone) || /^[2-6]\d{7}$/.test(phone)))
    return 'phone';
  if (phones.some((form) => form.test(phone))) return 'phone';
  if (isCitizenId(digits)) return 'national_id';
  return length >= 8 && bankAfter() ? 'bank_account' : null;
}

/** Phones, accounts, cards and identity numbers: the longest run of groups that is one, from each group on. */
export function numbersIn(shadow: Shadow, open: ReadonlySet<string>): Span[] {
  const { plain } = shadow;
  const groups = groupsOf(shadow);
  const context = new Context(plain);
  const found: Span[] = [];
  for (let first = 0; first < groups.length; first += 1) {
    const { start } = groups[first] as Group;
    const plus = plain[start - 1] === '+';
    const begin = start - (plus ? (plain[start - 2] === '(' ? 2 : 1) : 0);
    let digits = '';
    let said: Said | null = null;
    let best: { span: Span; last: number } | null = null;
    for (let last = first; last < groups.length; last += 1) {
      const group = groups[last] as Group;
      if (last > first && !group.joined) break;
      digits += plain.slice(group.start, group.end);
      if (digits.length > MAX_DIGITS) break;
      if (open.has(digits)) best = { span: { kind: 'phone', start, end: start }, last };
      if (open.has(digits) || digits.length < MIN_DIGITS) continue;
      said ??= context.before(start) ?? 'nothing';
      const kind = kindOf(digits, plus, said, () => context.bankAfter(group.end));
      if (kind) best = { span: { kind, start: begin, end: group.end }, last };
    }
    if (!best) continue;
    if (best.span.end > best.span.start) found.push(best.span);
    first = best.last;
  }
  return found;
}

const digitWords = 'khong|mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin';
const spoken = new RegExp(
  `(?<![a-z0-9\uFFFC])(?:khong|o)(?:[ ,.-]{1,2}(?:${digitWords})){8,10}(?![a-z\uFFFC])`,
  'g',
);

/** A phone number told digit by digit in words. */
export function spokenPhonesIn({ plain }: Shadow): Span[] {
  return [...plain.matchAll(spoken)].map(({ 0: said, index }) => ({
    kind: 'phone' as const,
    start: index,
    end: index + said.length,
  }));
}
