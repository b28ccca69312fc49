import type { Command, ComplaintEvent, ComplaintState, Place, Words } from '#lifecycle';
import { nextStep, type Step } from './steps.js';

export const incidentStatuses = [
  'proposed',
  'open',
  'answered',
  'closed',
  'merged',
  'dissolved',
] as const;
export type IncidentStatus = (typeof incidentStatuses)[number];

/** The complaint that goes ahead in an incident, as others join it. */
export interface Main {
  id: string;
  /** Its last event. */
  number: number;
  place: Place;
}

/** An incident as far as its members are concerned. */
export interface IncidentFacts {
  id: string;
  status: IncidentStatus;
  /** Who goes ahead now. */
  main: Main | null;
  /** Where its members go; null when it has not been merged, or that one takes nobody any more. */
  into: { id: string; main: Main } | null;
}

/** A member, and the whole log of the complaint that it follows. */
export interface Member {
  state: Pick<
    ComplaintState,
    'status' | 'lead' | 'supporting' | 'incident' | 'follows' | 'followed'
  >;
  trail: readonly ComplaintEvent[];
}

/** What is to be done with a member; `step` where it is a step of the main. */
export interface Next {
  command: Command;
  step: Step | null;
}

/** Where a follower stands once it is a matter of its own: with the agency that leads, which has not accepted it yet. */
export function homeOf({ lead, supporting }: Pick<ComplaintState, 'lead' | 'supporting'>): Place {
  return lead === null
    ? { status: 'new', lead, supporting: [] }
    : { status: 'assigned', lead, supporting };
}

const regrouped: Words[] = [
  {
    vi: 'Hai sự vụ được gộp làm một.',
    en: 'Two incidents were found to be one.',
  },
];

const settled = ['resolved', 'closed', 'rejected'];

/** What a member of an incident is owed next; null: it is where it should be. One at a time, the oldest first. */
export function nextOf({ state, trail }: Member, incident: IncidentFacts): Next | null {
  const { follows, followed } = state;
  if (state.incident !== incident.id || settled.includes(state.status)) return null;
  const step = follows === null ? null : nextStep(trail, followed, incident.id);
  if (follows !== null && step) return { step, command: followStep(incident.id, follows, step) };
  const command = regroup(state, incident) ?? turn(state, incident);
  return command && { step: null, command };
}

const followStep = (incident: string, main: string, step: Step): Command => ({
  type: 'follow',
  incident,
  main,
  number: step.number,
  what: step.what,
  place: step.place,
  ...(step.words && { agency: step.words.agency }),
  ...(step.extension && { extension: step.extension }),
});

function regroup(state: Member['state'], { id, status, into }: IncidentFacts): Command | null {
  if (status !== 'dissolved' && status !== 'merged') return null;
  // An answer of its own that waits for review is not thrown away: whoever gave it stays alone.
  const answered = state.follows === null && state.status === 'answered';
  if (status === 'merged' && into && !answered) {
    const { main } = into;
    const { number, place } = main;
    const rest = { from: id, main: main.id, number, place, reasons: regrouped };
    return { type: 'join', incident: into.id, ...rest };
  }
  return { type: 'leave', why: 'dissolved', place: state.follows === null ? null : homeOf(state) };
}

/** Another one goes ahead now: it is followed from the event by which it came to that. */
function turn({ follows }: Member['state'], { id, main }: IncidentFacts): Command | null {
  if (follows === null || !main || main.id === follows) return null;
  const { number, place } = main;
  return { type: 'follow', incident: id, main: main.id, number, what: 'main_changed', place };
}
