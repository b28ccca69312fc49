import {
  anonymiseGrounds,
  commandsFor,
  kinds,
  rejectReasons,
  returnGrounds,
  urgencies,
  type Actor,
  type Command,
  type CommandType,
  type ComplaintState,
  type Deed,
  type Party,
  type Place,
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

const deedSets: (Deed[] | undefined)[] = [
  undefined,
  undefined,
  ['notify', 'urge'],
  ['raise_urgency', 'hand_to_supervisor'],
  ['urge', 'morning_list'],
];

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
  const { administrator, leader } = onlookers;
  const ofLead = { head: head(lead), officer: officer(lead) };
  return { filer, operator, supervisor, leader, administrator, system, ...ofLead }[party];
}

const incidents = ['incident', 'another'] as const;
const stages = ['new', 'assigned', 'in_progress', 'answered', 'resolved'] as const;

/** A place among the first `many` stages. */
function placeBy(dice: Dice, many: number): Place {
  const status = stages[dice.below(many)] ?? 'new';
  return { status, lead: status === 'new' ? null : dice.oneOf(agencies), supporting: [] };
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
      return order(type, {
        lead: dice.oneOf(agencies),
        supporting: [dice.oneOf(agencies)],
        text: dice.oneOf([digest, digest, digest, null]),
      });
    case 'return':
      return order(type, {
        ground: dice.oneOf(returnGrounds),
        proposed: dice.oneOf([...agencies, 'parks', 'parks', 'parks', null]),
      });
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
    case 'join':
      return order(type, {
        incident: dice.oneOf(incidents),
        from: dice.oneOf([null, null, ...incidents]),
        number: dice.below(6),
        place: placeBy(dice, 4),
      });
    case 'make_main':
      return order(type, {
        incident: dice.oneOf(incidents),
        from: dice.oneOf([null, null, ...incidents]),
        place: dice.oneOf([null, placeBy(dice, 2)]),
      });
    case 'follow':
      return order(type, {
        incident: dice.oneOf(incidents),
        number: dice.below(12),
        place: placeBy(dice, 5),
        ...(dice.below(3) === 0 && {
          extension: { until: dice.oneOf(dates), by: 'supervisor' },
          text: 'a'.repeat(64),
        }),
      });
    case 'leave':
      return order(type, { place: dice.oneOf([null, placeBy(dice, 2)]) });
    case 'ask_extension':
      return order(type, { until: dice.oneOf(dates) });
    case 'grant_extension':
      return order(type, { until: dice.oneOf([null, null, ...dates]) });
    case 'answer_urging':
      return order(type, { number: dice.oneOf([1, 2, 3]) });
    case 'step': {
      const deeds = dice.oneOf(deedSets);
      return { ...step(dice.oneOf(actions), deeds && { do: deeds }), urging: digest } as Command;
    }
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
  'leader',
  'administrator',
  'system',
] as const;

/** Chances of the moves that lead on; all others have one. Without them few histories get far. */
const chances: Partial<Record<CommandType, number>> = {
  assign: 5,
  accept: 7,
  answer: 7,
  publish: 7,
  return: 4,
  ask: 2,
  reply: 2,
  rate: 3,
  succeed: 2,
  confirm: 2,
  reopen: 6,
  appeal: 3,
  ask_extension: 8,
  grant_extension: 14,
  urge: 2,
  answer_urging: 4,
  follow: 2,
  leave: 2,
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
