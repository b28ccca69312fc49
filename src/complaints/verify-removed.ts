import { coarse } from './anonymiser.js';
import type { LoggedEvent } from './chain.js';
import type { ComplaintRow } from './complaint.entity.js';
import type { Finding, Kept } from './verify.js';

/** The number of the event from which on the words are gone; null where they stay. */
export function removalIn(log: readonly LoggedEvent[]): number | null {
  return log.find(({ event }) => event.type === 'anonymised')?.number ?? null;
}

function leftIn({ text, address, answers, lat, lon, reachable }: ComplaintRow): string[] {
  const left = {
    text: text !== '',
    address: address !== null,
    answers: Object.keys(answers).length > 0,
    place: lat !== coarse(lat) || lon !== coarse(lon),
    reachable,
  };
  return Object.entries(left).flatMap(([name, there]) => (there ? [name] : []));
}

/** What is still there of a complaint that was made anonymous; its messages are held with the other texts. */
export function checkRemoved(
  { row, attachments, traces }: Kept,
  log: readonly LoggedEvent[],
): Finding[] {
  const number = removalIn(log);
  if (number === null) return [];
  const files = attachments.map(({ sha256 }) => sha256);
  return [...leftIn(row), ...traces, ...files].map((what) => ({
    number,
    kind: 'text.left',
    what,
  }));
}
