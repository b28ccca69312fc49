import type { Tx } from '../platform/database/door.js';
import { fieldError } from '../platform/errors/domain-error.js';
import type { FiledPeriod } from './dto/filed-period.dto.js';

/** A period of filings, its end excluded. */
export interface Span {
  from: Date;
  to: Date;
}

/** Where a reading of complaints by their filing goes on. */
export interface Place {
  filedAt: string;
  id: string;
}

/** Read at a time, so that texts do not pile up in memory. */
export const BATCH = 200;

/** One call's worth; whoever has more is called again. */
const MOST = 5000;
const LONGEST_MS = 5000;

const DAY_MS = 86_400_000;
const USUAL_DAYS = 30;

/** The period asked for, or the 30 days up to `now`. @throws request.invalid for one that is empty or over a year */
export function spanOf(asked: FiledPeriod, now: Date): Span {
  const to = asked.to === undefined ? now : new Date(asked.to);
  const usual = new Date(to.getTime() - USUAL_DAYS * DAY_MS);
  const from = asked.from === undefined ? usual : new Date(asked.from);
  const days = (to.getTime() - from.getTime()) / DAY_MS;
  if (days > 0 && days <= 366) return { from, to };
  throw fieldError(
    'to',
    'span',
    'Khoảng thời gian phải kết thúc sau khi bắt đầu và dài nhất 366 ngày.',
    'The period must end after it begins, within 366 days.',
  );
}

export const placeOf = ({ afterFiledAt, afterId }: FiledPeriod): Place | null =>
  afterFiledAt !== undefined && afterId !== undefined
    ? { filedAt: afterFiledAt, id: afterId }
    : null;

// In microseconds, as the index orders them: a place in whole milliseconds would be passed twice or never.
export const placeColumns = `c.id, to_char(c.filed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "filedAt"`;

/** Parameters 1 to 4: span and place. Index: complaint_by_filing. */
export const filedAfter = `c.filed_at >= $1 and c.filed_at < $2
  and ($3::timestamptz is null or (c.filed_at, c.id) > ($3, $4::uuid))`;

export const periodValues = ({ from, to }: Span, after: Place | null): unknown[] => [
  from,
  to,
  after?.filedAt ?? null,
  after?.id ?? null,
];

/** How many the transaction's principal sees; those made anonymous have no text any more. */
export async function countFiled(tx: Tx, span: Span, { withText = false } = {}): Promise<number> {
  const [row] = await tx.query<{ count: number }[]>(
    `select count(*)::int as count from complaint c
     where c.filed_at >= $1 and c.filed_at < $2 and not (c.anonymised and $3)`,
    [span.from, span.to, withText],
  );
  return row?.count ?? 0;
}

/** Goes through one call's worth of a period. `next` is where the rest begins, null at the end. */
export async function inParts<T extends { place: Place }>(
  from: Place | null,
  read: (after: Place | null) => Promise<T[]>,
  each: (one: T) => void,
): Promise<{ looked: number; next: Place | null }> {
  const began = performance.now();
  let looked = 0;
  let next = from;
  for (;;) {
    const batch = await read(next);
    batch.forEach(each);
    looked += batch.length;
    next = batch.length < BATCH ? null : (batch.at(-1)?.place ?? null);
    if (!next || looked >= MOST || performance.now() - began > LONGEST_MS) return { looked, next };
  }
}
