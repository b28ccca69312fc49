import { isSame, type Clock } from '#deadlines';
import type { ComplaintState } from '#lifecycle';
import type { EntityMetadata } from 'typeorm';
import type { City } from '../catalog/city.js';
import type { Case } from './case.js';
import { nextAtOf, promiseOf } from './case.js';
import { sha256 } from '../platform/sha256.js';
import type { ClockRow } from './clock.entity.js';
import type { ComplaintRow } from './complaint.entity.js';

type Plain<T> = {
  [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K];
};

const iso = (at: Date | null) => at?.toISOString() ?? null;

/** Those complained of read the public list too. */
const mayPublish = ({ status, kind, about, restricted, anonymised }: ComplaintState) =>
  !restricted && !anonymised && status !== 'rejected' && kind !== 'conduct' && about === null;

/** What the row of a case says, in objects of which each goes before those behind it. */
export function layersOf(one: Case, city: City): readonly object[] {
  const { state, facts, lastHash } = one;
  const { holder } = state;
  const category = city.category(state.category);
  const derived = {
    holderUnit: holder?.unit ?? null,
    holderDuty: holder?.duty ?? null,
    holderPerson: holder?.person ?? null,
    dueAt: promiseOf(one.clocks).dueAt,
    nextAt: nextAtOf(one),
    privacy: city.privacyOf(state.category),
    public: mayPublish(state) && (category?.public ?? false),
    lastHash,
  };
  return [derived, facts, state];
}

/** The row that a case is kept as. */
export const rowOf = (one: Case, city: City) =>
  Object.assign({}, ...layersOf(one, city).toReversed()) as Plain<ComplaintRow>;

/** The state that a row says; its text is the digest of the words that were filed. */
export function stateOf(row: ComplaintRow): ComplaintState {
  return {
    id: row.id,
    version: row.version,
    status: row.status,
    kind: row.kind,
    category: row.category,
    urgency: row.urgency,
    ward: row.ward,
    about: row.about,
    aboutCenter: row.aboutCenter,
    channel: row.channel,
    language: row.language,
    text: sha256(row.text),
    center: row.center,
    lead: row.lead,
    supporting: row.supporting,
    parts: row.parts,
    splitFrom: row.splitFrom,
    officer: row.officer,
    binding: row.binding,
    returns: row.returns,
    returnedBy: row.returnedBy,
    reopens: row.reopens,
    sendBacks: row.sendBacks,
    appealed: row.appealed,
    reviewed: row.reviewed,
    anonymised: row.anonymised,
    restricted: row.restricted,
    extension: row.extension,
    extensions: row.extensions,
    handedUp: row.handedUp,
    urgings: row.urgings,
    incident: row.incident,
    follows: row.follows,
    followed: row.followed,
    repeatOf: row.repeatOf,
    waitingFrom: row.waitingFrom,
    answered: row.answered,
    answeredBy: row.answeredBy,
    rating: row.rating,
    rejectedFor: row.rejectedFor,
    closedFor: row.closedFor,
    filedAt: row.filedAt.toISOString(),
    resolvedAt: iso(row.resolvedAt),
    endedAt: iso(row.endedAt),
    holder:
      row.holderUnit && row.holderDuty
        ? {
            unit: row.holderUnit,
            duty: row.holderDuty as NonNullable<ComplaintState['holder']>['duty'],
            person: row.holderPerson,
          }
        : null,
  };
}

export function factsOf(row: ComplaintRow): Case['facts'] {
  const { code, text, lat, lon, address, answers, reachable, source, sourceRef, subjectId } = row;
  const { joins, joinsAtOnce } = row;
  const place = { lat, lon, address };
  return {
    code,
    text,
    ...place,
    answers,
    reachable,
    source,
    sourceRef,
    subjectId,
    joins,
    joinsAtOnce,
  };
}

export function clockOf({ complaintId: _, ...row }: ClockRow): Clock {
  return {
    ...row,
    owedTo: row.owedTo as Clock['owedTo'],
    outcome: row.outcome as Clock['outcome'],
    startedAt: row.startedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    nextAt: iso(row.nextAt),
    breachedAt: iso(row.breachedAt),
    listedAt: iso(row.listedAt),
    newDate: iso(row.newDate),
    stoppedAt: iso(row.stoppedAt),
  };
}

/** The columns of a table: how the program calls each, and how the database does. */
export type Columns = readonly { property: string; name: string }[];

export const columnsIn = ({ columns }: EntityMetadata): Columns =>
  columns.map(({ propertyName, databaseName }) => ({ property: propertyName, name: databaseName }));

/** A row by the names of its columns. */
export type Named = Record<string, unknown>;

/** A row of a table whose columns need no conversion beyond the driver's. */
export function entityOf<T>(columns: Columns, row: Named): T {
  const entity: Named = {};
  for (const { property, name } of columns) entity[property] = row[name];
  return entity as T;
}

function valueIn(layers: readonly object[], property: string): unknown {
  for (const layer of layers) if (property in layer) return (layer as Named)[property];
  return undefined;
}

/** A row under the names of its table's columns, as jsonb_populate_record reads it. */
export function columnsOf(columns: Columns, ...layers: readonly object[]): Named {
  const named: Named = {};
  for (const { property, name } of columns) {
    const value = valueIn(layers, property);
    if (value !== undefined) named[name] = value;
  }
  return named;
}

/** The same of what differs from a row that was read; `always` goes along in any case. */
export function changedColumns(
  columns: Columns,
  before: readonly object[],
  after: readonly object[],
  always: readonly string[],
): Named {
  const named: Named = {};
  for (const { property, name } of columns) {
    const value = valueIn(after, property);
    if (value === undefined) continue;
    if (always.includes(property) || !isSame(value, valueIn(before, property))) named[name] = value;
  }
  return named;
}
