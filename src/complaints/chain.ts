import type { ClockPatch } from '#deadlines';
import type { ComplaintEvent } from '#lifecycle';
import { sha256 } from '../platform/sha256.js';

/** JSON with sorted keys: the same value gives the same text, whatever order a database keeps. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  let text = '';
  for (const key of Object.keys(value).toSorted()) {
    const inner = (value as Record<string, unknown>)[key];
    if (inner === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(inner)}`;
  }
  return `{${text}}`;
}

/** The hash before the first event of a complaint. */
export const GENESIS = '0'.repeat(64);

/** An event as the log keeps it; `number` counts within its complaint from 1. */
export interface LoggedEvent {
  number: number;
  event: ComplaintEvent;
  clocks: ClockPatch[];
  agencies: string[];
  hash: string;
}

/** SHA-256 in hex over the hash before it and everything that the log keeps of an event. */
export function chainHash(
  previous: string,
  complaintId: string,
  { number, event, clocks, agencies }: Omit<LoggedEvent, 'hash'>,
): string {
  return sha256(`${previous}\n${canonical({ complaintId, number, event, clocks, agencies })}`);
}
