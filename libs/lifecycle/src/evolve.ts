import type { ComplaintEvent, EventOf, EventType } from './events.js';
import { holderOf, type ComplaintState } from './state.js';

type Change = Partial<Omit<ComplaintState, 'id' | 'version' | 'holder'>>;

/** What was asked for falls with what it was asked for. */
const dropped = { extension: null } as const;
/** A new promise may be extended anew. */
const anew = { extension: null, extensions: 0 } as const;

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
  assigned: (_, { data }) => ({
    status: 'assigned',
    lead: data.lead,
    supporting: data.supporting,
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
  accepted: (_, { data }) => ({ status: 'in_progress', officer: data.officer }),
  handed_over: (_, { data }) => ({ officer: data.to }),
  returned: (_, { data }) => ({
    status: 'new',
    lead: null,
    supporting: [],
    officer: null,
    returns: data.times,
    ...dropped,
  }),
  succeeded: (s, { data: { from, to } }) => {
    const lead = s.lead === from ? to : s.lead;
    const heirs = s.supporting.map((code) => (code === from ? to : code));
    return {
      lead,
      supporting: [...new Set(heirs)].filter((code) => code !== lead),
      // The officer works in what has ended: whoever heads the successor names another.
      officer: lead === s.lead ? s.officer : null,
    };
  },
  recalled: () => ({ status: 'new', lead: null, supporting: [], officer: null, ...dropped }),
  answered: () => ({ status: 'answered', answered: true, ...dropped }),
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
    officer: null,
    reopens: data.times,
    resolvedAt: null,
    endedAt: null,
    closedFor: null,
    ...anew,
  }),
  appealed: () => ({ status: 'new', appealed: true, rejectedFor: null, endedAt: null, ...anew }),
  closed: (_, { data, at }) => ({
    status: 'closed',
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
  warned: () => ({}),
  breached: (_, { data }) => (data.clock.startsWith('resolution#') ? dropped : {}),
  escalated: () => ({}),
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
    officer: null,
    binding: false,
    returns: 0,
    reopens: 0,
    sendBacks: 0,
    appealed: false,
    reviewed: false,
    anonymised: false,
    restricted: false,
    extension: null,
    extensions: 0,
    repeatOf: null,
    waitingFrom: null,
    answered: false,
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
