import { patchClocks, type Clock } from '#deadlines';
import { evolve, type ComplaintState } from '#lifecycle';
import type { AttachmentRow } from './attachment.entity.js';
import { nextAtOf, promiseOf } from './case.js';
import { canonical, type LoggedEvent } from './chain.js';
import type { ClockRow } from './clock.entity.js';
import type { ComplaintEventRow } from './complaint-event.entity.js';
import type { ComplaintRow } from './complaint.entity.js';
import type { MessageRow } from './message.entity.js';
import { clockOf, stateOf } from './record.js';
import { checkChain } from './verify-chain.js';
import { checkRemoved } from './verify-removed.js';
import { checkFiles, checkTexts } from './verify-texts.js';

export type ProblemKind =
  | 'event.missing'
  | 'event.hash'
  | 'event.swapped'
  | 'event.unreadable'
  | 'row.changed'
  | 'clock.changed'
  | 'clock.missing'
  | 'clock.unexpected'
  | 'text.changed'
  | 'text.left'
  | 'message.changed'
  | 'message.parts'
  | 'message.missing'
  | 'message.unexpected'
  | 'file.missing'
  | 'file.unexpected';

/** `number` is the event's: the one that is wrong, or the last that made what is wrong; `what` names the part. */
export interface Finding {
  number: number | null;
  kind: ProblemKind;
  what?: string;
}

export interface Problem extends Finding {
  complaintId: string;
}

/** Everything the database keeps of one complaint; its events in the order of their numbers. */
export interface Kept {
  row: ComplaintRow;
  events: ComplaintEventRow[];
  clocks: ClockRow[];
  messages: MessageRow[];
  attachments: AttachmentRow[];
  /** The other tables that have a row of it with words or a person in it. */
  traces: string[];
}

interface Folded {
  state: ComplaintState;
  clocks: Clock[];
  /** Which event was the last to change a part of the state, or a clock. */
  changedBy: Map<string, number>;
  touchedBy: Map<string, number>;
}

const differ = (a: unknown, b: unknown) => canonical(a) !== canonical(b);

const keysThatDiffer = <T extends object>(a: T, b: T) =>
  (Object.keys(a) as (keyof T & string)[]).filter((key) => differ(a[key], b[key]));

/** The state and clocks that the log makes, or the number of the event that cannot be folded. */
function foldLog(log: readonly LoggedEvent[]): Folded | { unreadable: number } {
  let state: ComplaintState | null = null;
  let clocks: Clock[] = [];
  const changedBy = new Map<string, number>();
  const touchedBy = new Map<string, number>();
  for (const { number, event, clocks: patches } of log) {
    try {
      const after: ComplaintState = evolve(state, event);
      for (const key of state ? keysThatDiffer(after, state) : Object.keys(after))
        changedBy.set(key, number);
      state = after;
      clocks = patchClocks(clocks, patches);
      for (const { id } of patches) touchedBy.set(id, number);
    } catch {
      return { unreadable: number };
    }
  }
  const promised = clocks.some(({ kind }) => kind === 'resolution');
  return state && promised ? { state, clocks, changedBy, touchedBy } : { unreadable: 1 };
}

/** The row's state; a text that was removed leaves no digest to compare. */
const comparable = (row: ComplaintRow, { anonymised, text }: ComplaintState) => ({
  ...stateOf(row),
  ...(anonymised && { text }),
});

function checkRow({ row }: Kept, { state, clocks, changedBy, touchedBy }: Folded): Finding[] {
  const findings = keysThatDiffer(state, comparable(row, state)).map((key): Finding => {
    const number = changedBy.get(key) ?? null;
    return key === 'text'
      ? { number, kind: 'text.changed' }
      : { number, kind: 'row.changed', what: key };
  });
  const promise = promiseOf(clocks);
  if (row.dueAt.toISOString() !== promise.dueAt)
    findings.push({
      number: touchedBy.get(promise.id) ?? null,
      kind: 'row.changed',
      what: 'dueAt',
    });
  if ((row.nextAt?.toISOString() ?? null) !== nextAtOf({ state, clocks }))
    findings.push({ number: state.version, kind: 'row.changed', what: 'nextAt' });
  return findings;
}

function checkClocks(rows: readonly ClockRow[], { clocks, touchedBy }: Folded): Finding[] {
  const kept = new Map(rows.map((row) => [row.id, clockOf(row)]));
  const findings = clocks.flatMap((clock): Finding[] => {
    const number = touchedBy.get(clock.id) ?? null;
    const stored = kept.get(clock.id);
    kept.delete(clock.id);
    if (!stored) return [{ number, kind: 'clock.missing', what: clock.id }];
    return keysThatDiffer(clock, stored).map((key) => ({
      number,
      kind: 'clock.changed',
      what: `${clock.id}.${key}`,
    }));
  });
  const strays = [...kept.keys()].map((id): Finding => ({
    number: null,
    kind: 'clock.unexpected',
    what: id,
  }));
  return [...findings, ...strays];
}

/** Events cut from the end of the log; a row that only claims more of them ends in the last one's hash. */
function checkEnd({ row }: Kept, log: readonly LoggedEvent[]): Finding[] {
  const last = log.at(-1);
  if (row.lastHash === last?.hash) return [];
  const from = (last?.number ?? 0) + 1;
  if (row.version < from)
    return [{ number: last?.number ?? null, kind: 'row.changed', what: 'lastHash' }];
  return Array.from({ length: row.version - from + 1 }, (_, at) => ({
    number: from + at,
    kind: 'event.missing',
  }));
}

/** Holds one complaint's row, clocks and texts against its log, and the log against its hashes. */
export function verify(kept: Kept): Problem[] {
  const { findings, log, whole } = checkChain(kept.row.id, kept.events);
  findings.push(
    ...checkEnd(kept, log),
    ...checkTexts(log, kept.messages),
    ...checkFiles(log, kept.attachments),
    ...checkRemoved(kept, log),
  );
  // A log with holes makes another state: what differs would accuse rows that are right.
  if (whole && !findings.some(({ kind }) => kind === 'event.missing')) {
    const folded = foldLog(log);
    if ('unreadable' in folded)
      findings.push({ number: folded.unreadable, kind: 'event.unreadable' });
    else findings.push(...checkRow(kept, folded), ...checkClocks(kept.clocks, folded));
  }
  return findings.map((finding) => ({ ...finding, complaintId: kept.row.id }));
}
