import { isRunning, react, type Clock } from '#deadlines';
import { nextOf, type IncidentFacts, type IncidentStatus, type Main } from '#incidents';
import { homeOf } from '#incidents';
import {
  decide,
  evolve,
  file,
  fold,
  placeOf,
  Refusal,
  type Actor,
  type Command,
  type ComplaintEvent,
  type ComplaintState,
} from '#lifecycle';
import { book, local, terms } from '../../../deadlines/test/support/office.js';
import { filing } from '../../../lifecycle/test/support/story.js';
import { filer, head, officer, operator, system } from '../../../lifecycle/test/support/people.js';
import { order } from '../../../lifecycle/test/support/orders.js';

export interface Matter {
  id: string;
  state: ComplaintState;
  events: ComplaintEvent[];
  clocks: Clock[];
}

interface Incident {
  id: string;
  status: IncidentStatus;
  main: string;
  into: string | null;
  /** Who came over when it was merged. */
  merged: string[];
}

/** A small city in memory: complaints, incidents, and a worker that brings members what is theirs. */
export class SmallCity {
  readonly matters = new Map<string, Matter>();
  readonly incidents = new Map<string, Incident>();
  private minutes = 0;

  constructor(many: number) {
    for (let at = 0; at < many; at += 1) {
      const id = `matter-${at}`;
      const event = file({ ...filing, id }, this.now(), filer);
      const matter: Matter = { id, state: evolve(null, event), events: [], clocks: [] };
      this.matters.set(id, matter);
      this.take(matter, event);
    }
  }

  now(): string {
    this.minutes += 1;
    return new Date(Date.parse(local('03-02 09:00')) + this.minutes * 1000).toISOString();
  }

  matter(id: string): Matter {
    return this.matters.get(id)!;
  }

  members(incident: string): Matter[] {
    return [...this.matters.values()].filter(({ state }) => state.incident === incident);
  }

  /** Gives a command; a refusal changes nothing. */
  give(id: string, actor: Actor, command: Command): boolean {
    const matter = this.matter(id);
    try {
      const made = decide(matter.state, command, {
        now: this.now(),
        actor,
        reopenUntil: null,
        returnUntil: null,
        lowRating: 2,
        maxReopens: 2,
        barred: [],
        answerBy: this.now(),
        partsInTime: [],
        extension: { dueAt: this.now(), latest: this.now(), max: 0, inHours: true },
        identity: 'by_reveal',
      });
      for (const event of made) {
        matter.state = evolve(matter.state, event);
        this.take(matter, event);
      }
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }

  open(id: string, cases: readonly string[]): boolean {
    const [main = '', ...others] = cases;
    if (!this.give(main, operator, order('make_main', { incident: id, from: null, place: null })))
      return false;
    this.incidents.set(id, { id, status: 'open', main, into: null, merged: [] });
    for (const other of others) this.join(id, other);
    return true;
  }

  join(id: string, one: string, from: string | null = null): boolean {
    this.bringAll(one);
    const main = this.mainFor(id);
    if (!main) return false;
    const rest = { main: main.id, number: main.number, place: main.place, from };
    return this.give(one, operator, order('join', { incident: id, ...rest }));
  }

  leave(id: string, one: string, to: 'triage' | 'lead'): boolean {
    this.bringAll(one);
    const { state } = this.matter(one);
    if (state.incident !== id) return false;
    if (this.incidents.get(id)?.main === one) this.promote(id, [one]);
    const alone = { status: 'new' as const, lead: null, supporting: [] };
    const place = state.follows === null ? null : to === 'lead' ? homeOf(state) : alone;
    return this.give(one, operator, order('leave', { place }));
  }

  merge(id: string, other: string): boolean {
    const [one, gone] = [this.incidents.get(id), this.incidents.get(other)];
    if (!one || !gone || id === other || gone.status !== 'open' || !this.mainFor(id)) return false;
    Object.assign(gone, {
      status: 'merged',
      into: id,
      merged: this.members(other).map((member) => member.id),
    });
    return true;
  }

  split(id: string, chosen: readonly string[], as: string): boolean {
    const here = chosen.filter((one) => this.matter(one).state.incident === id);
    const incident = this.incidents.get(id);
    if (!incident || !this.mainFor(id)) return false;
    const cases = here.toSorted(
      (a, b) => Number(b === incident.main) - Number(a === incident.main),
    );
    for (const one of cases) this.bringAll(one);
    const [main, ...others] = cases;
    if (main === undefined) return false;
    if (main === incident.main && !this.promote(id, cases)) return false;
    const { state } = this.matter(main);
    const place = state.follows === null ? null : homeOf(state);
    if (!this.give(main, operator, order('make_main', { incident: as, from: id, place })))
      return false;
    this.incidents.set(as, { id: as, status: 'open', main, into: null, merged: [] });
    for (const other of others) this.join(as, other, id);
    return true;
  }

  /** What the worker does until there is nothing left to do. */
  settle(): void {
    for (let turns = 0; turns < 2000; turns += 1) if (!this.turn()) return;
    throw new Error('the worker never comes to an end');
  }

  private turn(): boolean {
    for (const id of this.matters.keys()) if (this.bring(id)) return true;
    for (const { id, status, main } of this.incidents.values())
      if (status === 'open' && this.matter(main).state.incident !== id && this.promote(id))
        return true;
    return false;
  }

  private bringAll(id: string): void {
    while (this.bring(id));
  }

  private bring(id: string): boolean {
    const { state } = this.matter(id);
    if (state.incident === null) return false;
    const trail = state.follows === null ? [] : this.matter(state.follows).events;
    const next = nextOf({ state, trail }, this.facts(state.incident));
    if (!next) return false;
    if (!this.give(id, system, next.command)) throw new Error(`refused: ${next.command.type}`);
    return true;
  }

  promote(id: string, but: readonly string[] = []): boolean {
    const next = this.members(id).find(
      ({ id: one, state }) =>
        !but.includes(one) &&
        state.follows !== null &&
        !['resolved', 'closed', 'rejected'].includes(state.status),
    );
    if (!next) return false;
    this.bringAll(next.id);
    if (next.state.status === 'resolved') return this.promote(id, but);
    const place = homeOf(next.state);
    this.give(next.id, system, order('make_main', { incident: id, from: id, place }));
    this.incidents.get(id)!.main = next.id;
    return true;
  }

  private mainFor(id: string): Main | null {
    const incident = this.incidents.get(id);
    if (!incident || incident.status !== 'open') return null;
    const { state } = this.matter(incident.main);
    const place = state.incident === id ? placeOf(state) : null;
    return place && place.status !== 'resolved'
      ? { id: state.id, number: state.version, place }
      : null;
  }

  private facts(id: string): IncidentFacts {
    const incident = this.incidents.get(id)!;
    let goal = incident;
    while (goal.status === 'merged' && goal.into) goal = this.incidents.get(goal.into)!;
    const goalMain = goal === incident ? null : this.mainFor(goal.id);
    const { events } = this.matter(incident.main);
    const at = events.findLastIndex(
      (event) => event.type === 'made_main' && event.data.incident === id,
    );
    const place = at < 0 ? null : placeOf(fold(events.slice(0, at + 1)));
    return {
      id,
      status: incident.status,
      main: place && { id: incident.main, number: at + 1, place },
      into: goalMain && { id: goal.id, main: goalMain },
    };
  }

  private take(matter: Matter, event: ComplaintEvent): void {
    matter.events.push(event);
    const { category, urgency } = matter.state;
    matter.clocks = react(matter.clocks, event, matter.state, terms(category, urgency), book());
  }

  running = (id: string) => this.matter(id).clocks.filter(isRunning);
}

export const people = { filer, head, officer, operator, system };
