import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { Refusal, urgencies, type FileComplaint, type Instant } from '#lifecycle';
import { Dice, rolls } from '../../../lifecycle/test/support/dice.js';
import { categories, moveFor } from '../../../lifecycle/test/support/moves.js';
import { Docket } from './docket.js';
import { local } from './office.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A reply in the same instant, a night, a weekend, a wait that runs out, a ladder climbed. */
const gaps = [
  0,
  MINUTE,
  17 * MINUTE,
  HOUR,
  2 * HOUR,
  5 * HOUR,
  14 * HOUR,
  DAY,
  3 * DAY,
  12 * DAY,
] as const;

const later = (at: Instant, ms: number) => new Date(Date.parse(at) + ms).toISOString();

export function filed(dice: Dice): Docket {
  const at = later(local('02-27 00:00'), dice.below(14 * 24 * 60) * MINUTE);
  const over: Partial<FileComplaint> = {
    category: dice.oneOf([null, ...categories]),
    urgency: dice.oneOf(urgencies),
  };
  return new Docket(at, over);
}

/** Time passes, timers come round punctually or late, then somebody tries something. */
export function go(docket: Docket, roll: number): void {
  const dice = new Dice(roll);
  const punctual = dice.below(4) > 0;
  const now = later(docket.lastAt, dice.oneOf(gaps));
  if (punctual) docket.pass(now);
  else docket.fire(now);
  const { actor, command } = moveFor(docket.state, dice);
  if (command.type === 'step' || command.type === 'move_deadline') return;
  try {
    docket.give(actor, command, now);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** Checks what holds after whole journeys; `after` is also asked after each of their stages. */
export function check(
  runs: number,
  { after, whole }: { after?: (docket: Docket) => void; whole?: (docket: Docket) => void },
): void {
  const journey = fc.property(fc.noBias(fc.nat()), rolls(30), (start, numbers) => {
    const docket = filed(new Dice(start));
    after?.(docket);
    for (const roll of numbers) {
      go(docket, roll);
      after?.(docket);
    }
    whole?.(docket);
  });
  fc.assert(journey, { numRuns: runs });
}

const MOST_ROUNDS = 10;

/** The same, in rounds, until journeys have come to all that is wanted: the rarest comes once in a hundred. */
export function checkUntilSeen(
  wanted: readonly string[],
  seen: ReadonlySet<string>,
  runs: number,
  holds: Parameters<typeof check>[1],
): void {
  const missing = () => wanted.filter((one) => !seen.has(one));
  for (let round = 0; round === 0 || (round < MOST_ROUNDS && missing().length > 0); round += 1)
    check(runs, holds);
  assert.deepEqual(missing(), []);
}
