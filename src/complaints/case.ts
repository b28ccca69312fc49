import { diffClocks, nextMoment, react, type Clock } from '#deadlines';
import { evolve, isOpen, type ComplaintEvent, type ComplaintState } from '#lifecycle';
import type { City } from '../catalog/city.js';
import { chainHash, GENESIS, type LoggedEvent } from './chain.js';

/** What stays beside the state: what the filer wrote and where, and how it may be shown. */
export interface CaseFacts {
  code: string;
  text: string;
  lat: number | null;
  lon: number | null;
  address: string | null;
  answers: Record<string, string | number | boolean>;
  reachable: boolean;
  source: string | null;
  sourceRef: string | null;
  /** The complaint whose filer asks for a right by this one. */
  subjectId: string | null;
  /** The complaint that its filer says it is the same as, and whether place and matter say so too. */
  joins: string | null;
  joinsAtOnce: boolean;
}

/** A complaint in memory: its state, its clocks, and the end of its chain. */
export interface Case {
  state: ComplaintState;
  clocks: Clock[];
  facts: CaseFacts;
  lastHash: string;
}

/** A case with the events that have just been applied to it. */
export interface Advanced extends Case {
  logged: LoggedEvent[];
}

function audience(before: ComplaintState | null, after: ComplaintState, city: City): string[] {
  const barred = city.barredBy(after.about);
  const involved = [before, after].flatMap((state) =>
    state ? [state.lead, ...state.supporting] : [],
  );
  const told = involved.filter((code) => code !== null && !barred.has(code));
  return [...new Set(told as string[])].toSorted();
}

type Origin = Pick<Case, 'facts'> & { [K in 'state' | 'clocks' | 'lastHash']?: Case[K] };

/** The case after events: states, clocks and the hash chain, one event at a time. */
export function advance(origin: Origin, events: readonly ComplaintEvent[], city: City): Advanced {
  let state = origin.state ?? null;
  let clocks = origin.clocks ?? [];
  let lastHash = origin.lastHash ?? GENESIS;
  const logged: LoggedEvent[] = [];
  for (const event of events) {
    const before = state;
    state = evolve(before, event);
    const terms = city.terms(state);
    const after = react(clocks, event, state, terms, city.book);
    const entry = {
      number: state.version,
      event,
      clocks: diffClocks(clocks, after),
      agencies: audience(before, state, city),
    };
    lastHash = chainHash(lastHash, state.id, entry);
    logged.push({ ...entry, hash: lastHash });
    clocks = after;
  }
  if (!state) throw new Error('a case begins with an event');
  return { state, clocks, facts: origin.facts, lastHash, logged };
}

/** The filer's latest promise: the resolution clock started last. */
export function promiseOf(clocks: readonly Clock[]): Clock {
  const promise = clocks.findLast(({ kind }) => kind === 'resolution');
  if (!promise) throw new Error('a complaint has a resolution clock from its filing on');
  return promise;
}

/** The next moment of an open complaint; an ended one has none. */
export function nextAtOf({ state, clocks }: Pick<Case, 'state' | 'clocks'>): string | null {
  return isOpen(state.status) ? nextMoment(clocks) : null;
}
