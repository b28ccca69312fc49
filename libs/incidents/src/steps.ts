import {
  fold,
  placeOf,
  type ComplaintEvent,
  type EventType,
  type Extension,
  type Place,
} from '#lifecycle';

/** What happens to the main that is brought to whoever follows it; the rest is its own. */
export const steps = [
  'assigned',
  'accepted',
  'extension_granted',
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
  /** Of a published answer, or of more time: the number of the event that has the words, and whose matter it is. */
  words: { number: number; agency: string } | null;
  /** Of more time: the new date, and who has granted it. */
  extension: Extension | null;
}

function wordsOf(trail: readonly ComplaintEvent[], number: number): Step['words'] {
  const event = trail[number - 1];
  if (event?.type === 'extension_granted') return { number, agency: event.data.agency };
  if (event?.type !== 'published') return null;
  const before = trail.slice(0, number);
  const at = before.findLastIndex(({ type }) => type === 'answered');
  const found = before[at];
  return found?.type === 'answered' ? { number: at + 1, agency: found.data.agency } : null;
}

function extensionOf({ type, data, actor }: ComplaintEvent): Extension | null {
  if (type !== 'extension_granted') return null;
  return { until: data.until, by: actor.kind === 'staff' ? actor.id : actor.kind };
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
    const words = wordsOf(trail, number);
    return { number, what: event.type, place, words, extension: extensionOf(event) };
  }
  return null;
}
