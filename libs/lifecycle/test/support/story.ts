import {
  decide,
  evolve,
  file,
  type Actor,
  type Command,
  type ComplaintEvent,
  type ComplaintState,
  type Context,
  type EventType,
  type FileComplaint,
} from '#lifecycle';
import { digest, order } from './orders.js';
import { filer, head, officer, operator, supervisor } from './people.js';

export const filing: FileComplaint = {
  type: 'file',
  id: '0199c0de-0000-7000-8000-000000000001',
  center: 'center',
  kind: 'report',
  category: null,
  urgency: 'normal',
  ward: '00070',
  channel: 'web',
  language: 'vi',
  text: digest,
};

/** In these stories each agency has one unit, and the city above has them all. */
export const barredBy = (about: string | null): string[] => {
  if (about === null) return [];
  return about === 'city' ? ['city', 'center', 'roads', 'lights'] : [about, `${about}-unit`];
};

const opening = Date.UTC(2026, 2, 2, 2);
const minutesIn = (minutes: number) => new Date(opening + minutes * 60_000).toISOString();

/** One complaint, told command by command, a minute apart. */
export class Story {
  readonly events: ComplaintEvent[];
  state: ComplaintState;

  constructor(over: Partial<FileComplaint> = {}) {
    const filed = file({ ...filing, ...over }, minutesIn(0), filer);
    this.events = [filed];
    this.state = evolve(null, filed);
  }

  get now(): string {
    return minutesIn(this.events.length);
  }

  context(actor: Actor, command: Command, over: Partial<Context> = {}): Context {
    const limits = { reopenUntil: null, returnUntil: null, lowRating: 2, maxReopens: 2 };
    const classified = command.type === 'classify' ? command.about : undefined;
    const about = classified === undefined ? this.state.about : classified;
    return {
      now: this.now,
      actor,
      barred: barredBy(about),
      ...limits,
      extension: {
        dueAt: '2026-03-04T10:00:00.000Z',
        latest: '2026-03-10T10:00:00.000Z',
        max: 1,
        inHours: true,
      },
      identity: 'by_reveal',
      ...over,
    };
  }

  /** What the command would make, without taking it. Throws Refusal. */
  wouldMake(actor: Actor, command: Command, over: Partial<Context> = {}): ComplaintEvent[] {
    return decide(this.state, command, this.context(actor, command, over));
  }

  give(actor: Actor, command: Command, over: Partial<Context> = {}): EventType[] {
    const made = this.wouldMake(actor, command, over);
    this.events.push(...made);
    this.state = made.reduce<ComplaintState>(evolve, this.state);
    return made.map((event) => event.type);
  }
}

export function assigned(lead = 'roads'): Story {
  const story = new Story();
  story.give(operator, order('assign', { lead }));
  return story;
}

export function inProgress(lead = 'roads'): Story {
  const story = assigned(lead);
  story.give(head(lead), order('accept'));
  return story;
}

export function answered(lead = 'roads'): Story {
  const story = inProgress(lead);
  story.give(officer(lead), order('answer'));
  return story;
}

export function resolved(lead = 'roads'): Story {
  const story = answered(lead);
  story.give(operator, order('publish'));
  return story;
}

export function closed(lead = 'roads'): Story {
  const story = resolved(lead);
  story.give(filer, order('confirm'));
  return story;
}

export function rejected(): Story {
  const story = new Story();
  story.give(operator, order('reject'));
  return story;
}

export function waiting(from: () => Story): Story {
  const story = from();
  story.give(operator, order('ask'));
  return story;
}

/** Returned by two agencies, one after the other. */
export function returnedTwice(): Story {
  const story = assigned('roads');
  story.give(head('roads'), order('return'));
  story.give(supervisor, order('assign', { lead: 'lights' }));
  story.give(head('lights'), order('return'));
  return story;
}
