import {
  diffClocks,
  dueStep,
  extensionTerms,
  isRunning,
  nextMoment,
  react,
  type Clock,
  type ClockKind,
  type ClockPatch,
} from '#deadlines';
import {
  decide,
  evolve,
  file,
  type Actor,
  type Command,
  type ComplaintEvent,
  type ComplaintState,
  type Context,
  type DeadlineStep,
  type EventType,
  type FileComplaint,
  type Instant,
} from '#lifecycle';
import { parseLimit } from '#working-time';
import { filing } from '../../../lifecycle/test/support/story.js';
import { filer, system } from '../../../lifecycle/test/support/people.js';
import { book, terms } from './office.js';

/** What one event made of the clocks. */
export interface Frame {
  event: ComplaintEvent;
  state: ComplaintState;
  before: Clock[];
  after: Clock[];
  patches: ClockPatch[];
}

export interface Fired {
  step: DeadlineStep;
  /** Of the ladder, as the clock stood before. */
  index: number;
  at: Instant;
  made: EventType[];
}

/** A complaint with its clocks, moved by commands and by time as the program moves it. */
export class Docket {
  readonly frames: Frame[] = [];
  readonly fired: Fired[] = [];
  state: ComplaintState;
  clocks: Clock[] = [];
  /** Version of the policy in force. */
  policy = 1;

  constructor(at: Instant, over: Partial<FileComplaint> = {}) {
    const filed = file({ ...filing, ...over }, at, filer);
    this.state = evolve(null, filed);
    this.take(filed);
  }

  give(actor: Actor, command: Command, now: Instant): EventType[] {
    const made = decide(this.state, command, this.context(actor, command, now));
    for (const event of made) {
      this.state = evolve(this.state, event);
      this.take(event);
    }
    return made.map(({ type }) => type);
  }

  /** Fires whatever is due at `now`, as a timer that comes round at that instant. */
  fire(now: Instant): void {
    for (let turns = 0; turns < 500; turns++) {
      const step = dueStep(this.clocks, now, this.state.urgency, book());
      if (!step) return;
      const index = this.clock(step.clock).step;
      const made = this.give(system, { type: 'step', step }, now);
      this.fired.push({ step, index, at: now, made });
    }
    throw new Error(`steps are due without end at ${now}`);
  }

  /** Fires each step at its own moment, up to and including `end`. */
  pass(end: Instant): void {
    for (;;) {
      const moment = nextMoment(this.clocks);
      if (moment === null || moment > end) return;
      this.fire(moment > this.lastAt ? moment : this.lastAt);
    }
  }

  get lastAt(): Instant {
    return this.frames.at(-1)?.event.at ?? this.state.filedAt;
  }

  clock(id: string): Clock {
    const found = this.clocks.find((clock) => clock.id === id);
    if (!found) throw new Error(`no clock ${id}`);
    return found;
  }

  running(kind?: ClockKind): Clock[] {
    return this.clocks.filter((clock) => isRunning(clock) && (!kind || clock.kind === kind));
  }

  private take(event: ComplaintEvent): void {
    const before = this.clocks;
    const { category, urgency } = this.state;
    const inForce = terms(category, urgency, this.policy);
    const after = react(before, event, this.state, inForce, book(this.policy));
    this.frames.push({
      event,
      state: this.state,
      before,
      after,
      patches: diffClocks(before, after),
    });
    this.clocks = after;
  }

  private context(actor: Actor, command: Command, now: Instant): Context {
    const { lowRating, maxReopens, reopenWindow } = book().policy();
    const end = this.state.endedAt ?? this.state.resolvedAt;
    const window = parseLimit(reopenWindow);
    const reopenUntil = end && book().calendar('office').due(new Date(end), window).toISOString();
    const accepting = this.clocks.findLast(({ kind }) => kind === 'acceptance');
    const promise = this.clocks.findLast(({ kind }) => kind === 'resolution');
    const asked = this.state.extension?.until ?? null;
    const until = 'until' in command ? (command.until ?? asked) : null;
    return {
      now,
      actor,
      reopenUntil,
      returnUntil: accepting?.dueAt ?? null,
      lowRating,
      maxReopens,
      barred: [],
      extension: extensionTerms(promise as Clock, until, this.state.urgency, book()),
      identity: 'by_reveal',
    };
  }
}
