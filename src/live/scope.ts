import type { LogEntry } from './log-entry.js';

/** Which events a socket receives: all, those of agencies, or those of one complaint. */
export type Scope = 'city' | { agencies: readonly string[] } | { complaintId: string };

const agencyRoom = (code: string) => `agency:${code}`;
const complaintRoom = (id: string) => `complaint:${id}`;

/** The rooms that a socket of this scope waits in. */
export function roomsOf(scope: Scope): string[] {
  if (scope === 'city') return ['triage'];
  return 'agencies' in scope ? scope.agencies.map(agencyRoom) : [complaintRoom(scope.complaintId)];
}

/** The rooms that staff hear of an event in; who is in several hears it once. */
export const staffRooms = (entry: LogEntry) => ['triage', ...entry.agencies.map(agencyRoom)];

/** The room that the filer hears of an event in. */
export const trackRooms = (entry: LogEntry) => [complaintRoom(entry.complaintId)];

/** Whether an event is in scope; the same as `scopeSql` asks of the log. */
export function covers(scope: Scope, entry: LogEntry): boolean {
  if (scope === 'city') return true;
  if ('complaintId' in scope) return entry.complaintId === scope.complaintId;
  return entry.agencies.some((code) => scope.agencies.includes(code));
}

/** A condition on complaint_event for the scope; its one value, if any, is `parameter`. */
export function scopeSql(scope: Scope, parameter: string): { sql: string; values: unknown[] } {
  if (scope === 'city') return { sql: 'true', values: [] };
  if ('complaintId' in scope)
    return { sql: `complaint_id = ${parameter}::uuid`, values: [scope.complaintId] };
  return { sql: `agencies && ${parameter}::text[]`, values: [scope.agencies] };
}
