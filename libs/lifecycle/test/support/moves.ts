import {
  anonymiseGrounds,
  commandsFor,
  kinds,
  rejectReasons,
  urgencies,
  type Actor,
  type Command,
  type CommandType,
  type ComplaintState,
  type Party,
} from '#lifecycle';
import type { Dice } from './dice.js';
import { commandTypes, digest, order, step } from './orders.js';
import {
  filer,
  head,
  homeless,
  officer,
  onlookers,
  operator,
  supervisor,
  system,
} from './people.js';

const agencies = ['roads', 'lights', 'water'] as const;
export const categories = ['CS-01', 'CS-02', 'CS-03'] as const;
/** Ends of working days, in Hà Nội at 17:00. */
const dates = ['06', '10', '13', '18', '20', '25', '27'].map(
  (day) => `2026-03-${day}T10:00:00.000Z`,
);
const actions = ['warn', 'breach', 'escalate', 'close', 'pauseOver'] as const;

const anybody = [
  filer,
  operator,
  supervisor,
  system,
  ...agencies.flatMap((agency) => [head(agency), officer(agency)]),
  ...Object.values(onlookers),
  ...homeless,
] as const;

function actorOf(party: Party, state: ComplaintState): Actor {
  const lead = state.lead ?? 'nobody';
  const { administrator } = onlookers;
  const ofLead = { head: head(lead), officer: officer(lead) };
  return { filer, operator, supervisor, administrator, system, ...ofLead }[party];
}

function commandOf(type: CommandType, dice: Dice): Command {
  switch (type) {
    case 'classify':
      return order(type, {
        category: dice.oneOf(categories),
        urgency: dice.oneOf(urgencies),
        kind: dice.oneOf(kinds),
        about: dice.oneOf([undefined, 'roads', undefined, null, 'lights', undefined, 'city']),
      });
    case 'assign':
      return order(type, { lead: dice.oneOf(agencies), supporting: [dice.oneOf(agencies)] });
    case 'reject':
      return order(type, { reason: dice.oneOf(rejectReasons) });
    case 'rate':
      return order(type, {
        score: dice.oneOf([5, 2, 1, 4, 3, 0, 1.5]),
        text: dice.oneOf([null, digest]),
      });
    case 'hand_over':
      return order(type, {
        officer: dice.oneOf(['anh-minh', 'chi-lan']),
        text: dice.oneOf([null, digest]),
      });
    case 'anonymise':
      return order(type, {
        ground: dice.oneOf(anonymiseGrounds),
        text: dice.oneOf([null, digest]),
      });
    case 'succeed':
      return order(type, {
        from: dice.oneOf(agencies),
        to: dice.oneOf(['harbour', null, 'lights', 'harbour']),
      });
    case 'restrict':
      return order(type, {
        on: dice.oneOf([true, false]),
        because: dice.oneOf(['asked', 'withdrawn']),
      });
    case 'ask_extension':
      return order(type, { until: dice.oneOf(dates) });
    case 'grant_extension':
      return order(type, { until: dice.oneOf([null, null, ...dates]) });
    case 'step':
      return step(dice.oneOf(actions));
    default:
      return order(type);
  }
}

export interface Try {
  actor: Actor;
  command: Command;
}

const parties = [
  'filer',
  'operator',
  'supervisor',
  'head',
  'officer',
  'administrator',
  'system',
] as const;

/** Chances of the moves that lead on; all others have one. Without them few histories get far. */
const chances: Partial<Record<CommandType, number>> = {
  assign: 5,
  accept: 7,
  answer: 7,
  publish: 7,
  return: 2,
  ask: 2,
  reply: 2,
  rate: 3,
  succeed: 2,
  confirm: 2,
  reopen: 4,
  appeal: 3,
  ask_extension: 8,
  grant_extension: 14,
};

/** Most rolls give a move that the table opens in this status, some anything by anybody. */
export function moveFor(state: ComplaintState, dice: Dice): Try {
  if (dice.below(8) === 0) {
    const type = dice.oneOf(commandTypes);
    return { actor: dice.oneOf(anybody), command: commandOf(type, dice) };
  }
  const open = parties.map((party) => ({ party, types: commandsFor(state.status, party) }));
  const types = new Set(open.flatMap(({ types }) => types));
  const lots = [...types].flatMap((type) => Array<CommandType>(chances[type] ?? 1).fill(type));
  const type = dice.oneOf(lots);
  const { party } = dice.oneOf(open.filter(({ types }) => types.includes(type)));
  return { actor: actorOf(party, state), command: commandOf(type, dice) };
}
