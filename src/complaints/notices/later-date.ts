import type { Instant } from '#lifecycle';
import type { Advanced } from '../case.js';
import { filer, type Notice } from './recipients.js';

const templates = { reclassified: 'date_moved', extension: 'extended' } as const;

/** A change that makes the filer wait longer is told; one that does not is not. */
export function laterBy(at: Instant, why: keyof typeof templates, { clocks }: Advanced): Notice[] {
  const promise = clocks.find(({ kind, stoppedAt }) => kind === 'resolution' && stoppedAt === null);
  const move = promise?.moves.at(-1);
  return move?.at === at && move.why === why && move.to > move.from
    ? [filer(templates[why], { dueAt: move.from, newDate: move.to })]
    : [];
}
