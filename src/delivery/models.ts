import { clockKinds } from '#deadlines';
import type { City } from '../catalog/city.js';
import type { FilerFacts, StaffFacts } from './facts.js';
import { followUrl } from '../complaints/follow-url.js';
import { caseUrl } from './links.js';
import {
  lateStages,
  type AnswerParts,
  type FilerModel,
  type LateReason,
  type StaffModel,
} from './templates/model.js';
import { writeMoment, type Language } from '../platform/moment.js';

/** What the outbox row itself brings to its mail. */
export interface RowData {
  clock?: string;
  dueAt?: string;
  newDate?: string;
  /** Who held the matter when its date passed, and at which point of its way. */
  heldBy?: string;
  heldFor?: string;
  document?: string;
  personCode?: string | null;
  expiresAt?: string;
}

interface Place {
  city: City;
  publicUrl: string;
  language: Language;
}

function wordsOf({ city, language }: Place) {
  const { center, hotline, timeZone } = city.card;
  return {
    office: { center: center.name[language], hotline },
    category: (code: string | null) => city.category(code)?.name[language] ?? null,
    agency: (code: string | null | undefined) => city.agency(code ?? null)?.name[language] ?? null,
    area: (code: string | null) => city.area(code)?.name[language] ?? null,
    moment: (at: Date) => writeMoment(at, language, timeZone),
    momentOrNull: (at: Date | string | null | undefined) =>
      at ? writeMoment(new Date(at), language, timeZone) : null,
  };
}

const textOrNull = (value: unknown) => (typeof value === 'string' && value ? value : null);

function answerOf({ answerText, answerParts }: FilerFacts): AnswerParts | null {
  const finding = textOrNull(answerParts?.finding);
  if (finding === null)
    return answerText === null ? null : { finding: answerText, done: null, basis: null };
  return { finding, done: textOrNull(answerParts?.done), basis: textOrNull(answerParts?.basis) };
}

/** Null in rows from before the reason was told. */
function lateOf(facts: FilerFacts, { heldBy, heldFor }: RowData, place: Place): LateReason | null {
  const stage = lateStages.find((one) => one === heldFor);
  if (heldBy === undefined || !stage) return null;
  const { center } = place.city.card;
  const { name } = place.city.agency(heldBy) ?? center;
  const since = facts.heldSince && wordsOf(place).moment(facts.heldSince);
  return { stage, unit: name[place.language], since };
}

function sentOnOf(event: FilerFacts['event']): FilerModel['sentOn'] {
  const { body, document, date } = event ?? {};
  if (body === undefined || document === undefined || date === undefined) return null;
  return { body, document, date: date.split('-').toReversed().join('/') };
}

export function filerModel(facts: FilerFacts, data: RowData, place: Place): FilerModel {
  const words = wordsOf(place);
  const { event } = facts;
  return {
    ...words.office,
    code: facts.code,
    url: followUrl(place.publicUrl, facts.code),
    category: words.category(facts.category),
    agency: words.agency(event?.lead ?? facts.lead),
    promise: words.moment(facts.dueAt),
    text: facts.text,
    answer: answerOf(facts),
    reason: event?.reason ?? null,
    replyBy: words.momentOrNull(facts.replyBy),
    confirmBy: words.momentOrNull(facts.confirmBy),
    oldDate: words.momentOrNull(data.dueAt),
    newDate: words.momentOrNull(data.newDate),
    late: lateOf(facts, data, place),
    dateBefore: words.momentOrNull(data.dueAt),
    document: data.document ?? null,
    personCode: data.personCode ?? null,
    validUntil: words.momentOrNull(data.expiresAt),
    incident: facts.incident,
    sentOn: sentOnOf(event),
    afterResult: facts.resolvedAt !== null,
  };
}

export function staffModel(
  complaintId: string,
  facts: StaffFacts,
  data: RowData,
  place: Place,
): StaffModel {
  const words = wordsOf(place);
  const { event } = facts;
  const kind = data.clock?.split('#')[0];
  return {
    ...words.office,
    // The end of a version 7 UUID is its random part.
    ref: complaintId.slice(-8),
    url: caseUrl(place.publicUrl, complaintId),
    category: words.category(facts.category),
    urgency: facts.urgency,
    ward: words.area(facts.ward),
    agency: words.agency(event?.lead ?? event?.agency ?? facts.lead),
    promise: words.moment(facts.dueAt),
    acceptBy: words.momentOrNull(facts.acceptBy),
    clock: clockKinds.find((one) => one === kind) ?? null,
    dueAt: words.momentOrNull(data.dueAt),
    newDate: words.momentOrNull(data.newDate),
    text: event?.binding ? event.task || null : event?.task || facts.text,
    ground: event?.ground ?? null,
    proposed: words.agency(event?.proposed),
    decision: event?.binding ? facts.text : null,
    returns: facts.returnedBy.map(({ agency, ground, proposed }) => ({
      agency: words.agency(agency) ?? agency,
      ground,
      proposed: words.agency(proposed),
    })),
    score: event?.score ?? null,
    urging: event?.number === undefined ? null : String(event.number),
    answerBy: words.momentOrNull(event?.answerBy),
    standsInFor: facts.standsInFor,
    linkUntil: null,
  };
}
