import type { ComplaintEvent, ComplaintState, EventOf } from '#lifecycle';
import type { Advanced } from '../case.js';
import { laterBy } from './later-date.js';
import { duty, filer, lead, told, urger, type Notice } from './recipients.js';
import type { Template } from './templates.js';

/** Why the filer waits: who held it when the date passed, and at which point of its way. */
const reasonOf = (unit: string, { waitingFrom, status }: ComplaintState) => ({
  heldBy: unit,
  heldFor: waitingFrom ?? status,
});

type Stepped = Extract<ComplaintEvent, { type: 'warned' | 'breached' | 'escalated' }>;

function stepNotices({ data }: Stepped, one: Advanced, template: Template): Notice[] {
  const { clock, dueAt, newDate, unit, do: deeds } = data;
  const notify = deeds === undefined || deeds.includes('notify');
  const staff = notify ? data.to.map((to) => told(to, one, template, { clock, dueAt }, unit)) : [];
  const late = { dueAt, newDate, ...reasonOf(unit, one.state) };
  const promised = newDate ? [filer('late', late)] : [];
  // Of three hundred that follow one, staff are told of the one.
  return one.state.follows === null ? [...staff, ...promised] : promised;
}

type Asked = Extract<ComplaintEvent, { type: 'extension_asked' }>;
type Granted = Extract<ComplaintEvent, { type: 'extension_granted' }>;
type Refused = Extract<ComplaintEvent, { type: 'extension_refused' }>;

/** The officer and the head learn what became of what they asked for. */
const decided = (one: Advanced, agency: string, template: Template, data: object) =>
  ['officer', 'agency_head'].map((to) => told(to, one, template, data, agency));

/** Before the date that nobody has decided on comes, whoever decides is told again. */
const stillAsked = ({ state }: Advanced, { data }: Stepped): Notice[] =>
  state.extension && data.clock.startsWith('resolution#')
    ? [
        duty('supervisor', null, 'staff_extension_asked', {
          dueAt: data.dueAt,
          newDate: state.extension.until,
        }),
      ]
    : [];

type Moved = Extract<ComplaintEvent, { type: 'deadline_moved' }>;

/** The filer hears of the result's date alone; of one that is late already, of the date that was promised anew. */
function moveNotices({ data }: Moved, one: Advanced): Notice[] {
  const clock = one.clocks.find(({ id }) => id === data.clock);
  if (clock?.kind !== 'resolution') return [];
  const told = clock.newDate === null ? data : data.newDate;
  if (!told || told.to === told.from) return [];
  const { document } = data;
  return [filer('deadline_moved', { dueAt: told.from, newDate: told.to, document })];
}

/** What comes of clocks: steps, urgings, dates that move. */
export const ofDeadlines = {
  classified: ({ at }: ComplaintEvent, one: Advanced) => laterBy(at, 'reclassified', one),
  extension_asked: ({ data: { dueAt, until } }: Asked) => [
    duty('supervisor', null, 'staff_extension_asked', { dueAt, newDate: until }),
  ],
  extension_granted: ({ data: { agency, dueAt, until } }: Granted, one: Advanced) => [
    filer('extended', { dueAt, newDate: until }),
    ...decided(one, agency, 'staff_extension_granted', { dueAt, newDate: until }),
  ],
  extension_refused: ({ data: { agency, dueAt, asked } }: Refused, one: Advanced) =>
    decided(one, agency, 'staff_extension_refused', { dueAt, newDate: asked }),
  warned: (event: Stepped, one: Advanced) => [
    ...stepNotices(event, one, 'staff_warned'),
    ...stillAsked(one, event),
  ],
  breached: (event: Stepped, one: Advanced) => stepNotices(event, one, 'staff_breached'),
  escalated: (event: Stepped, one: Advanced) => stepNotices(event, one, 'staff_escalated'),
  urged: (_: ComplaintEvent, one: Advanced) => lead(one, 'staff_urged'),
  urging_answered: (event: EventOf<'urging_answered'>) => [
    urger(event.data.to, 'staff_urging_answered'),
  ],
  urgency_raised: ({ data: { clock } }: EventOf<'urgency_raised'>, one: Advanced) => [
    told('officer', one, 'staff_urgency_raised', { clock }),
  ],
  handed_up: ({ data: { clock } }: EventOf<'handed_up'>) => [
    duty('supervisor', null, 'staff_handed_up', { clock }),
  ],
  deadline_moved: moveNotices,
};
