import type { ComplaintEvent, EventOf, EventType } from './events.js';
import { inherited, named, partChanges, released } from './parts.js';
import type { Place } from './place.js';
import { holderOf, type ComplaintState, type UrgingState } from './state.js';

type Change = Partial<Omit<ComplaintState, 'id' | 'version' | 'holder'>>;

/** What was asked for falls with what it was asked for. */
const dropped = { extension: null } as const;
/** A new promise may be extended anew. */
const anew = { extension: null, extensions: 0 } as const;
/** What was asked of an agency is over when it has answered the matter, or has it no more. */
const overtaken = ({ urgings }: ComplaintState): UrgingState[] =>
  urgings.some(({ open }) => open) ? urgings.map((one) => ({ ...one, open: false })) : urgings;

/** Where another stood: its officer has not taken up this one, and what was asked of its agency is over. */
const placed = (s: ComplaintState, { supporting, ...place }: Place): Change => ({
  ...place,
  ...named(s, supporting),
  officer: null,
  handedUp: false,
  urgings: overtaken(s),
  ...dropped,
});

/** What each event changes; what it does not name stays. */
const changes: {
  [T in Exclude<EventType, 'filed'>]: (s: ComplaintState, e: EventOf<T>) => Change;
} = {
  classified: (_, { data }) => ({
    category: data.category,
    kind: data.kind,
    urgency: data.urgency,
    about: data.about ?? null,
    aboutCenter: data.aboutCenter ?? false,
  }),
  assigned: (s, { data }) => ({
    status: 'assigned',
    handedUp: false,
    urgings: overtaken(s),
    lead: data.lead,
    ...named(s, data.supporting),
    officer: null,
    binding: data.binding,
    ...dropped,
  }),
  rejected: (_, { data, at }) => ({
    status: 'rejected',
    rejectedFor: data.reason,
    endedAt: at,
    ...dropped,
  }),
  forwarded: (_, { at }) => ({
    status: 'rejected',
    rejectedFor: 'forwarded',
    endedAt: at,
    ...dropped,
  }),
  question_asked: (s) => ({
    status: 'waiting_filer',
    waitingFrom: s.status as ComplaintState['waitingFrom'],
  }),
  filer_replied: (s, { data }) =>
    data.waiting ? { status: s.waitingFrom ?? s.status, waitingFrom: null } : {},
  noted: () => ({}),
  accepted: (_, { data }) => ({
    status: 'in_progress',
    officer: data.officer,
    handedUp: false,
  }),
  handed_over: (_, { data }) => ({ officer: data.to }),
  returned: (s, { at, data: { agency, ground, proposed, times } }) => ({
    status: 'new',
    handedUp: false,
    urgings: overtaken(s),
    lead: null,
    ...released(s),
    officer: null,
    returns: times,
    returnedBy: [...s.returnedBy, { number: s.version + 1, at, agency, ground, proposed }],
    ...dropped,
  }),
  succeeded: (s, { data: { from, to } }) => {
    const lead = s.lead === from ? to : s.lead;
    return {
      lead,
      ...inherited(s, from, to, lead),
      // The officer works in what has ended: whoever heads the successor names another.
      officer: lead === s.lead ? s.officer : null,
      ...(s.extension?.agency === from && { extension: { ...s.extension, agency: to } }),
    };
  },
  recalled: (s) => ({
    status: 'new',
    handedUp: false,
    urgings: overtaken(s),
    lead: null,
    ...released(s),
    officer: null,
    ...dropped,
  }),
  answered: (s, { data }) => ({
    status: 'answered',
    answered: true,
    answeredBy: data.agency,
    urgings: overtaken(s),
    ...dropped,
  }),
  ...partChanges,
  published: (_, { at }) => ({ status: 'resolved', resolvedAt: at, rating: null }),
  sent_back: (s) => ({ status: 'in_progress', sendBacks: s.sendBacks + 1 }),
  confirmed: () => ({}),
  rated: (_, { data }) =>
    data.review
      ? {
          rating: data.score,
          reviewed: true,
          status: 'answered',
          endedAt: null,
          closedFor: null,
          ...anew,
          ...(data.released && { officer: null }),
        }
      : { rating: data.score },
  reopened: (_, { data }) => ({
    status: 'assigned',
    handedUp: false,
    officer: null,
    reopens: data.times,
    resolvedAt: null,
    endedAt: null,
    closedFor: null,
    ...anew,
  }),
  appealed: () => ({
    status: 'new',
    handedUp: false,
    appealed: true,
    rejectedFor: null,
    endedAt: null,
    ...anew,
  }),
  closed: (s, { data, at }) => ({
    status: 'closed',
    urgings: overtaken(s),
    waitingFrom: null,
    closedFor: data.reason,
    endedAt: at,
    ...dropped,
  }),
  identity_revealed: () => ({}),
  anonymised: () => ({ anonymised: true }),
  identity_corrected: () => ({}),
  restricted: (_, { data }) => ({ restricted: data.on }),
  extension_asked: (_, { data: { agency, until }, at }) => ({
    extension: { agency, until, askedAt: at },
  }),
  extension_granted: (_, { data }) => ({ extension: null, extensions: data.times }),
  extension_refused: () => dropped,
  marked_repeat: (_, { data }) => ({ repeatOf: data.of }),
  unmarked_repeat: () => ({ repeatOf: null }),
  joined: (s, { data: { incident, main, number, place } }) => ({
    incident,
    follows: main,
    followed: number,
    waitingFrom: null,
    ...placed(s, place),
  }),
  made_main: (s, { data: { incident, place } }) => ({
    incident,
    follows: null,
    followed: 0,
    ...(place && placed(s, place)),
  }),
  followed: (s, { data: { main, number, place }, at }) => ({
    follows: main,
    followed: number,
    ...placed(s, place),
    ...(place.status === 'resolved' && { answered: true, resolvedAt: at, rating: null }),
  }),
  left: (s, { data: { place } }) => ({
    incident: null,
    follows: null,
    followed: 0,
    ...(place && { ...placed(s, place), resolvedAt: null }),
  }),
  incident_changed: () => ({}),
  warned: () => ({}),
  breached: (_, { data }) => (data.clock.startsWith('resolution#') ? dropped : {}),
  escalated: () => ({}),
  urged: (s, { data: { number, by } }) => ({ urgings: [...s.urgings, { number, by, open: true }] }),
  urging_answered: (s, { data: { number } }) => ({
    urgings: s.urgings.map((one) => (one.number === number ? { ...one, open: false } : one)),
  }),
  urgency_raised: (_, { data }) => ({ urgency: data.urgency }),
  handed_up: () => ({ handedUp: true }),
  deadline_moved: () => ({}),
};

function born({ data, at }: EventOf<'filed'>): ComplaintState {
  const state = {
    id: data.id,
    version: 1,
    status: 'new' as const,
    kind: data.kind,
    category: data.category,
    urgency: data.urgency,
    ward: data.ward,
    about: data.about ?? null,
    aboutCenter: data.aboutCenter ?? false,
    channel: data.channel,
    language: data.language,
    text: data.text,
    center: data.center,
    lead: null,
    supporting: [],
    parts: [],
    splitFrom: data.splitFrom ?? null,
    officer: null,
    binding: false,
    returns: 0,
    returnedBy: [],
    reopens: 0,
    sendBacks: 0,
    appealed: false,
    reviewed: false,
    anonymised: false,
    restricted: false,
    extension: null,
    extensions: 0,
    handedUp: false,
    urgings: [],
    incident: null,
    follows: null,
    followed: 0,
    repeatOf: null,
    waitingFrom: null,
    answered: false,
    answeredBy: null,
    rating: null,
    rejectedFor: null,
    closedFor: null,
    filedAt: at,
    resolvedAt: null,
    endedAt: null,
  };
  return { ...state, holder: holderOf(state) };
}

/** The state after an event. Total: any event on any state gives a state; `filed` begins one. */
export function evolve(state: ComplaintState | null, event: ComplaintEvent): ComplaintState {
  if (event.type === 'filed') return born(event);
  if (!state) throw new Error(`the first event is ${event.type}, not filed`);
  const change = (changes[event.type] as (s: ComplaintState, e: ComplaintEvent) => Change)(
    state,
    event,
  );
  const next = { ...state, ...change, version: state.version + 1 };
  return { ...next, holder: holderOf(next) };
}

/** The state that a whole history makes; its first event is `filed`. */
export function fold(events: readonly ComplaintEvent[]): ComplaintState {
  const state = events.reduce<ComplaintState | null>(evolve, null);
  if (!state) throw new Error('a complaint has at least one event');
  return state;
}
