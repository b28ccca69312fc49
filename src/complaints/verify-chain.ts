import type { ComplaintEvent } from '#lifecycle';
import { chainHash, GENESIS, type LoggedEvent } from './chain.js';
import type { ComplaintEventRow } from './complaint-event.entity.js';
import type { Finding } from './verify.js';

/** An event in the form that was hashed. */
function loggedOf(row: ComplaintEventRow): LoggedEvent {
  const { number, type, at, actor, data, clocks, agencies, hash } = row;
  const event = { type, at: at.toISOString(), actor, data } as ComplaintEvent;
  return { number, event, clocks, agencies, hash };
}

export interface CheckedChain {
  findings: Finding[];
  /** In the order that the hashes say. */
  log: LoggedEvent[];
  /** No event is missing between the first and the last one there is. */
  whole: boolean;
}

/**
 * Holds the numbers and hashes of a complaint's events, ordered by number, against each other. Each event is
 * hashed on the stored hash before it, so that one that was touched does not accuse all that follow.
 */
export function checkChain(complaintId: string, rows: readonly ComplaintEventRow[]): CheckedChain {
  const given = rows.map(loggedOf);
  const findings: Finding[] = [];
  const log: LoggedEvent[] = [];
  const follows = (previous: string, entry: LoggedEvent, number = entry.number) =>
    chainHash(previous, complaintId, { ...entry, number }) === entry.hash;

  let expected = 1;
  for (let at = 0; at < given.length; at += 1) {
    const entry = given[at]!;
    // Behind a gap the hash before is not known; the next event is held against this one's again.
    const previous = entry.number > expected ? null : (log.at(-1)?.hash ?? GENESIS);
    for (; expected < entry.number; expected += 1)
      findings.push({ number: expected, kind: 'event.missing' });
    const next = given[at + 1];
    if (previous === null || follows(previous, entry)) {
      log.push(entry);
    } else if (
      next &&
      follows(previous, next, entry.number) &&
      follows(next.hash, entry, next.number)
    ) {
      findings.push({ number: entry.number, kind: 'event.swapped' });
      log.push({ ...next, number: entry.number }, { ...entry, number: next.number });
      at += 1;
    } else {
      findings.push({ number: entry.number, kind: 'event.hash' });
      log.push(entry);
    }
    expected = log.at(-1)!.number + 1;
  }
  return { findings, log, whole: log.length > 0 && expected === log.length + 1 };
}
