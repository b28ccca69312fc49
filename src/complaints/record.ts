import type { Clock } from '#deadlines';
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

/** The row that a case is kept as. */
export function rowOf(one: Case, city: City): Plain<ComplaintRow> {
  const { holder, text: _, ...state } = one.state;
  const category = city.category(state.category);
  return {
    ...state,
    ...one.facts,
    holderUnit: holder?.unit ?? null,
    holderDuty: holder?.duty ?? null,
    holderPerson: holder?.person ?? null,
    dueAt: promiseOf(one.clocks).dueAt,
    nextAt: nextAtOf(one),
    privacy: city.privacyOf(state.category),
    public: mayPublish(one.state) && (category?.public ?? false),
    lastHash: one.lastHash,
  };
}

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

/** An object under the names of its table's columns, as jsonb_populate_record reads it. */
export function columnsOf(metadata: EntityMetadata, one: object): Record<string, unknown> {
  const values = one as Record<string, unknown>;
  return Object.fromEntries(
    metadata.columns
      .filter(({ propertyName }) => propertyName in values)
      .map(({ propertyName, databaseName }) => [databaseName, values[propertyName]]),
  );
}
