import type { CommandType } from '../life.js';
import type { ComplaintState } from '../state.js';
import type { Context, DecidersOf, Outcome } from './decider.js';

/** What is still done with a complaint that another one of its incident goes ahead of: the rest is done with that one. */
const ofFollowers: readonly CommandType[] = [
  'reply',
  'note',
  'reveal',
  'correct_identity',
  'restrict',
  'anonymise',
  'step',
  'confirm',
  'rate',
  'reopen',
  'close',
  'join',
  'make_main',
  'follow',
  'leave',
  'mark_incident',
];

export const isShut = ({ follows }: ComplaintState, command: CommandType): boolean =>
  follows !== null && !ofFollowers.includes(command);

/** What is about somebody, or of a class that others must not read, stays alone. */
const isProtected = ({ kind, about }: ComplaintState, { guarded }: Context): boolean =>
  guarded === true || kind === 'conduct' || about !== null;

/** Joining an incident, going its way, and leaving it. */
export const incidentDeciders: DecidersOf<
  'join' | 'make_main' | 'follow' | 'leave' | 'mark_incident'
> = {
  join: (s, { type: _, from, ...data }, context, refuse) => {
    if (isProtected(s, context)) refuse('incident.protected');
    if (s.incident !== from || s.incident === data.incident) refuse('incident.member_already');
    // An answer of its own that waits for review is not thrown away.
    if (s.status === 'answered' && s.follows === null) refuse('move.not_allowed');
    return [['joined', { ...data, from }]];
  },

  make_main: (s, { type: _, ...data }, context, refuse) => {
    if (isProtected(s, context)) refuse('incident.protected');
    const { incident, from, place } = data;
    const ahead = s.incident === incident && s.follows === null;
    if (s.incident !== from || ahead) refuse('incident.member_already');
    // Whoever has followed takes a place; whoever comes in has its own.
    if ((s.follows === null) !== (place === null)) refuse('move.not_allowed');
    return [['made_main', data]];
  },

  follow: (s, { type: _, ...data }, __, refuse) => {
    if (s.incident !== data.incident || s.follows === null) refuse('incident.not_member');
    if (s.follows === data.main && data.number <= s.followed) refuse('incident.step_known');
    return [['followed', data]];
  },

  leave: (s, { why, place }, _, refuse) => {
    const incident = s.incident ?? refuse('incident.not_member');
    // Whoever follows has no holder of its own to go back to; the main keeps what it has.
    if ((s.follows === null) !== (place === null)) refuse('move.not_allowed');
    return [['left', { incident, why, place }]];
  },

  mark_incident: (_, { type: __, ...data }) => [['incident_changed', data]],
};

/** What takes a complaint out of its incident by itself: its filer is not content, or it ends or becomes another. */
function reasonToLeave(
  s: ComplaintState,
  outcomes: readonly Outcome[],
  { guarded }: Context,
): 'not_fixed_here' | 'protected' | 'ended' | null {
  for (const [type, data] of outcomes) {
    if (type === 'reopened' || (type === 'rated' && data.review)) return 'not_fixed_here';
    if (type === 'rejected') return 'ended';
    if (type === 'closed' && s.status !== 'resolved') return 'ended';
    const { kind, about } = type === 'classified' ? data : { kind: null, about: null };
    if (type === 'classified' && (guarded || kind === 'conduct' || (about ?? null) !== null))
      return 'protected';
  }
  return null;
}

/** The outcomes, and that it leaves its incident where they say so; all others of the incident stay as they are. */
export function withLeaving(s: ComplaintState, outcomes: Outcome[], context: Context): Outcome[] {
  const why = s.incident === null ? null : reasonToLeave(s, outcomes, context);
  if (why === null || s.incident === null) return outcomes;
  return [...outcomes, ['left', { incident: s.incident, why, place: null }]];
}
