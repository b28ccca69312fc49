import type { RoutingDecision } from '#routing';

/** Complaints that would go from one place to another; `from` and `to` are null for triage. */
export interface Move {
  from: string | null;
  to: string | null;
  /** Whether it was, and would be, assigned without an operator. */
  wasSure: boolean;
  isSure: boolean;
  count: number;
  /** Some of them, by id. */
  examples: string[];
}

/** How two rule sets differ over the same complaints. */
export interface Comparison {
  same: number;
  changed: number;
  newlySure: number;
  noLongerSure: number;
  moves: Move[];
}

const EXAMPLES = 5;

type Destination = Pick<RoutingDecision, 'lead' | 'assign'>;

/** Adds up what each complaint would have become; pairs of destinations, most frequent first. */
export class Tally {
  private same = 0;
  private changed = 0;
  private newlySure = 0;
  private noLongerSure = 0;
  private readonly moves = new Map<string, Move>();

  constructor(private readonly showsExamples: boolean) {}

  add(id: string, before: Destination, after: Destination): void {
    if (before.assign === after.assign && before.lead === after.lead) {
      this.same += 1;
      return;
    }
    if (before.lead !== after.lead) this.changed += 1;
    if (!before.assign && after.assign) this.newlySure += 1;
    if (before.assign && !after.assign) this.noLongerSure += 1;
    const key = JSON.stringify([before.lead, after.lead, before.assign, after.assign]);
    const move = this.moves.get(key) ?? {
      from: before.lead,
      to: after.lead,
      wasSure: before.assign,
      isSure: after.assign,
      count: 0,
      examples: [],
    };
    move.count += 1;
    if (this.showsExamples && move.examples.length < EXAMPLES) move.examples.push(id);
    this.moves.set(key, move);
  }

  get result(): Comparison {
    const { same, changed, newlySure, noLongerSure } = this;
    const moves = [...this.moves.values()].toSorted((a, b) => b.count - a.count);
    return { same, changed, newlySure, noLongerSure, moves };
  }
}
