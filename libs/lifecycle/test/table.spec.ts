import { describe, expect, it } from '@jest/globals';
import {
  commandsFor,
  life,
  moveOf,
  statuses,
  type Actor,
  type Command,
  type CommandType,
  type Party,
  type Status,
} from '#lifecycle';
import { commandTypes, order, step } from './support/orders.js';
import {
  filer,
  head,
  homeless,
  officer,
  onlookers,
  operator,
  supervisor,
  system,
} from './support/people.js';
import { refusalOf } from './support/refusal-of.js';
import {
  answered,
  assigned,
  closed,
  inProgress,
  rejected,
  resolved,
  Story,
  waiting,
} from './support/story.js';

const parties: Record<Party, Actor> = {
  filer,
  operator,
  supervisor,
  head: head('roads'),
  officer: officer('roads'),
  administrator: onlookers.administrator,
  system,
};

/** Stories that stand in a status; the first is led by an agency wherever one can lead. */
const standing: Record<Status, (() => Story)[]> = {
  new: [() => new Story()],
  waiting_filer: [
    () => waiting(inProgress),
    () => waiting(assigned),
    () => waiting(() => new Story()),
  ],
  assigned: [assigned],
  in_progress: [inProgress],
  answered: [answered],
  resolved: [resolved],
  closed: [closed],
  rejected: [rejected],
};

function withAsked(story: Story): Story {
  const asked = { agency: 'roads', until: '2026-03-06T10:00:00.000Z', askedAt: story.now };
  story.state = { ...story.state, extension: asked };
  return story;
}

function marked(story: Story): Story {
  story.state = { ...story.state, repeatOf: 'earlier' };
  return story;
}

/** What has to be there before a command of the table can be given: what it decides on, or undoes. */
const readied: Partial<Record<CommandType, (story: Story) => Story>> = {
  grant_extension: withAsked,
  refuse_extension: withAsked,
  unmark_repeat: marked,
};

/** Stories in a status that a command can be given to. */
const standingFor = (status: Status, type: CommandType): (() => Story)[] =>
  standing[status].map((stand) => () => readied[type]?.(stand()) ?? stand());

/** The command that every allowed cell must take, and others that lead elsewhere. */
function samples(type: CommandType): [Command, ...Command[]] {
  switch (type) {
    case 'classify':
      return [order('classify'), order('classify', { about: 'roads' })];
    case 'assign':
      return [order('assign', { lead: 'lights' })];
    case 'rate':
      return [order('rate'), order('rate', { score: 1 })];
    case 'anonymise':
      return [order('anonymise'), order('anonymise', { ground: 'retention' })];
    case 'succeed':
      return [order('succeed'), order('succeed', { to: null })];
    case 'step':
      return [
        step('warn'),
        step('breach'),
        step('escalate'),
        step('close', { clock: 'confirmation#1' }),
        step('pauseOver'),
      ];
    default:
      return [order(type)];
  }
}

const cells = statuses.flatMap((status) => commandTypes.map((type) => [status, type] as const));

const destinations = (status: Status, type: CommandType): Status[] => {
  const to = moveOf(status, type)?.to ?? [];
  return typeof to === 'string' ? [to] : [...to];
};

const reached = (status: Status, type: CommandType, actor: Actor) =>
  standingFor(status, type).flatMap((stand) =>
    samples(type).flatMap((command) => {
      const story = stand();
      return refusalOf(() => story.give(actor, command)) === null ? [story.state.status] : [];
    }),
  );

describe.each(cells)('%s, %s', (status, type) => {
  const move = moveOf(status, type);
  const closedCell = move ? 'actor.not_allowed' : 'move.not_allowed';
  const first = standingFor(status, type)[0] as () => Story;

  it('is open to the parties of the table and to no other', () => {
    for (const [party, actor] of Object.entries(parties) as [Party, Actor][]) {
      const allowed = move?.by.includes(party) ?? false;
      expect(commandsFor(status, party).includes(type)).toBe(allowed);
      const [usual, ...others] = samples(type);
      const met = refusalOf(() => first().give(actor, usual));
      expect([party, met]).toEqual([party, allowed ? null : closedCell]);
      if (allowed) continue;
      for (const command of others)
        expect(refusalOf(() => first().give(actor, command))).toBe(closedCell);
    }
  });

  it('leads to every place of the table and to no other', () => {
    const ends = new Set(Object.values(parties).flatMap((actor) => reached(status, type, actor)));
    expect([...ends].toSorted()).toEqual(destinations(status, type).toSorted());
  });

  it('is shut to another agency and to staff of none', () => {
    const ofAgencies = move?.by.some((party) => party === 'head' || party === 'officer');
    const expected = ofAgencies ? 'agency.not_lead' : closedCell;
    for (const actor of [head('lights'), officer('lights'), ...homeless]) {
      for (const stand of standingFor(status, type))
        expect(refusalOf(() => stand().give(actor, samples(type)[0]))).toBe(expected);
    }
  });

  it('is shut to leader and observer', () => {
    for (const actor of [onlookers.leader, onlookers.observer])
      expect(refusalOf(() => first().give(actor, samples(type)[0]))).toBe(closedCell);
  });
});

describe('the table', () => {
  it('names every command somewhere', () => {
    const named = new Set(Object.values(life).flatMap((row) => Object.keys(row)));
    expect([...named].toSorted()).toEqual(commandTypes.toSorted());
  });
});
