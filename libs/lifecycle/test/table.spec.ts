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
  following,
  inProgress,
  leading,
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
  leader: onlookers.leader,
  administrator: onlookers.administrator,
  system,
};

/** With an urging to be answered, wherever an agency can be urged. */
function urged(from: () => Story): () => Story {
  return () => {
    const story = from();
    story.give(supervisor, order('urge'));
    return story;
  };
}

/** Stories that stand in a status; the first is led by an agency wherever one can lead. */
const standing: Record<Status, (() => Story)[]> = {
  new: [() => new Story()],
  waiting_filer: [
    () => waiting(urged(inProgress)),
    () => waiting(urged(assigned)),
    () => waiting(() => new Story()),
  ],
  assigned: [urged(assigned)],
  in_progress: [urged(inProgress)],
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

const ownStories: Partial<Record<Status, () => Story>> = {
  new: () => new Story(),
  waiting_filer: () => waiting(inProgress),
  assigned,
  in_progress: inProgress,
};

/** Stories in a status to which a command about incidents says something; the first takes its first sample. */
function storiesFor(status: Status, type: CommandType): (() => Story)[] {
  const own = ownStories[status];
  const member =
    status === 'waiting_filer' || status === 'closed' || status === 'rejected'
      ? []
      : [() => following(status)];
  const main = [
    ...(own ? [() => leading(own)] : []),
    ...(status === 'answered' ? [() => leading(answered)] : []),
    ...(status === 'resolved' ? [ledToTheEnd] : []),
  ];
  switch (type) {
    case 'join':
      return [...(own ? [own] : []), ...member];
    case 'make_main':
      return [...(own ? [own] : []), ...(status === 'answered' ? [answered] : []), ...member];
    case 'follow':
      return member;
    case 'leave':
      return [...member, ...main];
    default:
      return standing[status].map((stand) => () => readied[type]?.(stand()) ?? stand());
  }
}

function ledToTheEnd(): Story {
  const story = leading(answered);
  story.give(operator, order('publish'));
  return story;
}

const place = (status: 'new' | 'assigned' | 'in_progress' | 'answered' | 'resolved') => ({
  status,
  lead: status === 'new' ? null : 'lights',
  supporting: [],
});

/** The command that every allowed cell must take, and others that lead elsewhere. */
function samples(type: CommandType, status: Status): [Command, ...Command[]] {
  switch (type) {
    case 'classify':
      return [order('classify'), order('classify', { about: 'roads' })];
    case 'assign':
      return [order('assign', { lead: 'lights' })];
    case 'rate':
      return [order('rate'), order('rate', { score: 1 })];
    case 'anonymise':
      return [order('anonymise'), order('anonymise', { ground: 'retention' })];
    case 'join':
      return [
        // Whatever follows already is an incident's, which the joining has to name.
        order(type, status === 'answered' ? { incident: 'another', from: 'incident' } : {}),
        order(type, { incident: 'another', from: 'incident' }),
        ...(['new', 'in_progress', 'answered'] as const).flatMap((status) => [
          order(type, { place: place(status) }),
          order(type, { incident: 'another', from: 'incident', place: place(status) }),
        ]),
      ];
    case 'make_main':
      return [
        order(type),
        ...(['new', 'assigned'] as const).map((status) =>
          order(type, { from: 'incident', place: place(status) }),
        ),
      ];
    case 'follow':
      return [
        order(type),
        ...(['new', 'in_progress', 'answered', 'resolved'] as const).map((status) =>
          order(type, { place: place(status) }),
        ),
      ];
    case 'leave':
      return [
        order(type, status === 'waiting_filer' ? { place: null } : {}),
        order(type, { place: place('new') }),
        order(type, { place: null }),
      ];
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

/** Those of parts go by what was asked of whom: see parts.spec.ts. */
const ofParts = /_part$|^split_off$/;

const cells = statuses.flatMap((status) =>
  commandTypes.filter((type) => !ofParts.test(type)).map((type) => [status, type] as const),
);

const destinations = (status: Status, type: CommandType): Status[] => {
  const to = moveOf(status, type)?.to ?? [];
  return typeof to === 'string' ? [to] : [...to];
};

const reached = (status: Status, type: CommandType, actor: Actor) =>
  storiesFor(status, type).flatMap((stand) =>
    samples(type, status).flatMap((command) => {
      const story = stand();
      return refusalOf(() => story.give(actor, command)) === null ? [story.state.status] : [];
    }),
  );

describe.each(cells)('%s, %s', (status, type) => {
  const move = moveOf(status, type);
  const closedCell = move ? 'actor.not_allowed' : 'move.not_allowed';
  const stories = move ? storiesFor(status, type) : standing[status];
  const first = stories[0] as () => Story;

  it('is open to the parties of the table and to no other', () => {
    for (const [party, actor] of Object.entries(parties) as [Party, Actor][]) {
      const allowed = move?.by.includes(party) ?? false;
      expect(commandsFor(status, party).includes(type)).toBe(allowed);
      const [usual, ...others] = samples(type, status);
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
      for (const stand of stories)
        expect(refusalOf(() => stand().give(actor, samples(type, status)[0]))).toBe(expected);
    }
  });

  it('is shut to observers', () => {
    expect(refusalOf(() => first().give(onlookers.observer, samples(type, status)[0]))).toBe(
      closedCell,
    );
  });
});

describe('the table', () => {
  it('names every command somewhere', () => {
    const named = new Set(Object.values(life).flatMap((row) => Object.keys(row)));
    expect([...named].toSorted()).toEqual(commandTypes.toSorted());
  });
});
