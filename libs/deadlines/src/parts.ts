import { isOpenPart, type ComplaintEvent, type Part } from '#lifecycle';
import { isRunning, type Clock, type ClockKind } from './clock.js';
import { handlingLimit, type Scene } from './scene.js';
import { start, stop } from './turns.js';

const kinds: readonly ClockKind[] = ['acceptance', 'handling'];

const acceptance = (unit: string) => (s: Scene) => start(s, 'acceptance', s.terms.acceptance, unit);

const handling = (unit: string) => (s: Scene) =>
  start(s, 'handling', handlingLimit(s, unit, s.terms), unit);

/** What is still open of a matter that comes back is owed again. */
const again = ({ state }: Scene) =>
  state.parts
    .filter((part) => isOpenPart(part) && part.task !== '')
    .map(({ agency, status }: Part) => (status === 'asked' ? acceptance : handling)(agency));

/** Clocks of agencies that neither lead nor have anything open any more. */
function orphaned({ clocks, state }: Scene): string[] {
  const owing = [state.lead, ...state.parts.filter(isOpenPart).map(({ agency }) => agency)];
  const units = clocks
    .filter((clock: Clock) => isRunning(clock) && kinds.includes(clock.kind))
    .map(({ unit }) => unit);
  return units.filter((unit) => !owing.includes(unit));
}

/** The clocks of supporting agencies: never owed to the filer, never moving what the filer was promised. */
export function ofParts(event: ComplaintEvent, scene: Scene): ((scene: Scene) => Clock[])[] {
  switch (event.type) {
    case 'part_added':
      return [acceptance(event.data.agency)];
    case 'part_accepted':
      return [
        (s) => stop(s, ['acceptance'], 'met', event.data.agency),
        handling(event.data.agency),
      ];
    case 'part_answered':
      return [(s) => stop(s, ['handling'], 'met', event.data.agency)];
    case 'reopened':
      return again(scene);
    case 'assigned':
    case 'returned':
    case 'recalled':
    case 'part_withdrawn':
    case 'part_returned':
    case 'split_off':
      return orphaned(scene).map((unit) => (s: Scene) => stop(s, kinds, 'cancelled', unit));
    default:
      return [];
  }
}
