import { closedToObservers, privacyClasses } from '#privacy';
import type { LogEntry } from './log-entry.js';

/**
 * Which events a socket receives: those of one complaint, or those of agencies (null: of the whole city) but for
 * complaints about one of its own line, and, for an observer, those of closed classes.
 */
export type Scope = { complaintId: string } | StaffScope;

export interface StaffScope {
  agencies: readonly string[] | null;
  line: readonly string[];
  observer: boolean;
}

/** The rooms that hear of an event, and those that do not although they are in one of them. */
export interface Rooms {
  to: string[];
  except: string[];
}

const observers = 'observers';
const lineRoom = (code: string) => `line:${code}`;
const agencyRoom = (code: string) => `agency:${code}`;
const complaintRoom = (id: string) => `complaint:${id}`;

/** What of a complaint says which staff may see it. */
export type Matter = Pick<LogEntry, 'agencies' | 'about' | 'privacy'>;

/** The rooms that a socket of this scope waits in. */
export function roomsOf(scope: Scope): string[] {
  if ('complaintId' in scope) return [complaintRoom(scope.complaintId)];
  const { agencies, line, observer } = scope;
  const waiting = [...(agencies?.map(agencyRoom) ?? ['triage']), ...line.map(lineRoom)];
  return observer ? [...waiting, observers] : waiting;
}

/** The rooms that staff hear of an event in; who is in several hears it once. */
export const staffRooms = ({ agencies, about, privacy }: Matter): Rooms => ({
  to: ['triage', ...agencies.map(agencyRoom)],
  except: [
    ...(about === null ? [] : [lineRoom(about)]),
    ...(closedToObservers(privacy) ? [observers] : []),
  ],
});

/** The complaint whose filer hears of an event: what was split off is followed by the code of what it came from. */
export const followedAs = ({ complaintId, splitFrom }: LogEntry): string =>
  splitFrom ?? complaintId;

/** The room that the filer hears of an event in. */
export const trackRooms = (entry: LogEntry): Rooms => ({
  to: [complaintRoom(followedAs(entry))],
  except: [],
});

/** Whether an event is in scope; the same as `scopeSql` asks of the log. */
export function covers(scope: Scope, entry: LogEntry): boolean {
  if ('complaintId' in scope) return followedAs(entry) === scope.complaintId;
  return sees(scope, entry);
}

/** The same of a complaint, for staff. */
export function sees({ agencies, line, observer }: StaffScope, entry: Matter): boolean {
  if (entry.about !== null && line.includes(entry.about)) return false;
  if (observer && closedToObservers(entry.privacy)) return false;
  return agencies === null || entry.agencies.some((code) => agencies.includes(code));
}

// The events say what was split off, by their index; nobody was given the codes of those.
const followedSql = `told."splitFrom" is null and complaint_id = $id or told."splitFrom" = $id
  and complaint_id in (select (s.data->>'linked')::uuid from complaint_event s
    where s.complaint_id = $id and s.type = 'split_off')`;

const openClasses = privacyClasses.filter((one) => !closedToObservers(one));

/** A condition on complaint_event for the scope; its values are the parameters from `first` on. */
export function scopeSql(scope: Scope, first: number): { sql: string; values: unknown[] } {
  if ('complaintId' in scope)
    return {
      sql: `(${followedSql.replaceAll('$id', `$${first}::uuid`)})`,
      values: [scope.complaintId],
    };
  const { agencies, line, observer } = scope;
  const sql = `($${first}::text[] is null or agencies && $${first}::text[]) and not exists (
    select 1 from complaint c where c.id = complaint_id and (c.about = any($${first + 1}::text[])
      or c.privacy <> all($${first + 2}::text[])))`;
  // Nothing differs from all of null.
  return { sql, values: [agencies, line, observer ? openClasses : null] };
}
