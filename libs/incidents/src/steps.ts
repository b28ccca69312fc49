import { fold, placeOf, type ComplaintEvent, type EventType, type Place } from '#lifecycle';

/** What happens to the main that is brought to whoever follows it; the rest is its own. */
export const steps = [
  'assigned',
  'accepted',
  'returned',
  'recalled',
  'answered',
  'sent_back',
  'published',
] as const satisfies readonly EventType[];
export type StepType = (typeof steps)[number];

const isStep = (type: EventType): type is StepType =>
  (steps as readonly EventType[]).includes(type);

/** One step of the main: the number of its event, and where the main stood after it. */
export interface Step {
  number: number;
  what: StepType;
  place: Place;
  /** Of a published answer: the number of the event that gave it, and whose it is. */
  answer: { number: number; agency: string } | null;
}

function answerBefore(trail: readonly ComplaintEvent[], number: number): Step['answer'] {
  const before = trail.slice(0, number);
  const at = before.findLastIndex(({ type }) => type === 'answered');
  const found = before[at];
  return found?.type === 'answered' ? { number: at + 1, agency: found.data.agency } : null;
}

/** Where the main goes out of the incident, alone or into another. */
function isEnd(event: ComplaintEvent, incident: string): boolean {
  if (event.type === 'left') return event.data.incident === incident;
  if (event.type !== 'joined' && event.type !== 'made_main') return false;
  return event.data.from === incident && event.data.incident !== incident;
}

/**
 * The first step of the main after `followed`. `trail` is the main's whole log; once it has left the incident, what
 * happens to it concerns nobody else.
 */
export function nextStep(
  trail: readonly ComplaintEvent[],
  followed: number,
  incident: string,
): Step | null {
  for (const [at, event] of trail.entries()) {
    const number = at + 1;
    if (number <= followed) continue;
    if (isEnd(event, incident)) return null;
    const place = isStep(event.type) ? placeOf(fold(trail.slice(0, number))) : null;
    if (!isStep(event.type) || !place) continue;
    const answer = event.type === 'published' ? answerBefore(trail, number) : null;
    return { number, what: event.type, place, answer };
  }
  return null;
}
