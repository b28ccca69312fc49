import { BARRIER, type Shadow } from './shadow.js';

type ContextKind = 'phone' | 'bank' | 'card' | 'id';

const banks =
  'vietcombank|vcb|techcombank|tcb|bidv|vietinbank|agribank|mb ?bank|mb|acb|sacombank|vpbank|tpbank|vib|shb|hdbank|' +
  'ocb|msb|seabank|lpbank|eximbank|scb|ngan hang';

const words: Record<ContextKind, string> = {
  phone:
    'sdt|so ?dt|dt|so dien thoai|dien thoai|so may|di dong|dd|phone|mobile|tel|zalo|viber|lien he|lien lac|lh|goi|alo|call|hotline',
  bank: `stk|so tk|tk|so tai khoan|tai khoan|chuyen khoan|ck|account|acc|${banks}`,
  card: 'so the|the atm|the ngan hang|visa|mastercard|card',
  id: 'cccd|cmnd|cmt|cmtnd|can cuoc|can cuoc cong dan|chung minh thu|chung minh nhan dan|so dinh danh|dinh danh|ma dinh danh',
};

const REACH = 32;

interface Mention {
  kind: ContextKind;
  start: number;
  end: number;
}

/** The words of a text that say what a number near them is. */
export class Context {
  private readonly mentions: Mention[];
  private readonly banks: Mention[];

  constructor(private readonly plain: Shadow['plain']) {
    this.mentions = (Object.keys(words) as ContextKind[])
      .flatMap((kind) => mentionsOf(plain, kind, words[kind]))
      .toSorted((a, b) => a.end - b.end);
    this.banks = mentionsOf(plain, 'bank', banks);
  }

  /** What the nearest words before a place say; a long number, a mark or a new line between ends their reach. */
  before(at: number): ContextKind | null {
    const mention = this.mentions[firstAt(this.mentions, ({ end }) => end > at) - 1];
    if (!mention || mention.end < at - REACH) return null;
    const between = this.plain.slice(mention.end, at);
    return /\d[\d .-]{4,}\d|\n/.test(between) || between.includes(BARRIER) ? null : mention.kind;
  }

  bankAfter(at: number): boolean {
    const mention = this.banks[firstAt(this.banks, ({ start }) => start >= at)];
    if (!mention || mention.start > at + 12) return false;
    return !/[\d\n]/.test(this.plain.slice(at, mention.start));
  }
}

function mentionsOf(plain: string, kind: ContextKind, pattern: string): Mention[] {
  const found = plain.matchAll(new RegExp(`(?<![a-z0-9\uFFFC])(?:${pattern})(?![a-z\uFFFC])`, 'g'));
  return [...found].map(({ 0: word, index }) => ({ kind, start: index, end: index + word.length }));
}

/** The first place from which on the condition holds, in a list that is sorted by it. */
function firstAt<T>(sorted: T[], holds: (one: T) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
