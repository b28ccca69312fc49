import { queries } from '../../api/queries.ts';
import { problemOf, type Problem } from '../../api/problem.ts';
import { caseKey } from '../../live/live.ts';

export const HOLD_MS = 10_000;

/** Something that is done to a case, and can be taken back until it is sent. */
export interface Deed {
  caseId: string;
  /** What the case is called where it is one of many. */
  title?: string;
  /** The command, in the words of the API. */
  name: string;
  body: Record<string, unknown>;
  version: number;
  /** What it makes of the case, as far as pages show it before it is sent. */
  becomes?: { status?: string; category?: string; lead?: string };
  send(version: number, keepalive: boolean): Promise<{ version: number } | undefined>;
}

export interface Held extends Deed {
  key: number;
  until: number;
  /** Of one thing done to many cases: they are taken back, and sent, together. */
  batch?: number;
}

export interface Failed {
  deed: Deed & { batch?: number };
  problem: Problem;
}

interface State {
  held: readonly Held[];
  sending: readonly Held[];
  failed: readonly Failed[];
}

/** What stands as one line: each that is alone, and the first of each batch. */
export const linesOf = (held: readonly Held[]) =>
  held.filter(
    ({ batch }, at) =>
      batch === undefined || held.findIndex((other) => other.batch === batch) === at,
  );

type Watcher = () => void;

/** Commands wait here for ten seconds. One page leaves, or a next command for the same case, and they are sent. */
class Holding {
  state: State = { held: [], sending: [], failed: [] };
  private readonly watchers = new Set<Watcher>();
  private readonly timers = new Map<number, ReturnType<typeof setTimeout>>();
  private readonly last = new Map<string, Promise<number | null>>();
  private next = 1;

  constructor() {
    addEventListener('pagehide', () => {
      for (const held of this.state.held) void this.send(held.key, true);
    });
  }

  watch = (watcher: Watcher): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  now = (): State => this.state;

  hold(deed: Deed): void {
    const held = this.take(deed);
    this.waits(held.key, () => this.send(held.key));
  }

  /** One thing for many cases. */
  holdAll(deeds: readonly Deed[]): void {
    const batch = this.next;
    this.next += 1;
    for (const deed of deeds) this.take(deed, batch);
    this.waits(batch, () => this.sendBatch(batch));
  }

  undo(held: Held): void {
    for (const one of this.with(held)) this.out(one.key);
  }

  /** Sends at once what would have waited, with all of its batch. */
  async hurry(held: Held): Promise<void> {
    await (held.batch === undefined ? this.send(held.key) : this.sendBatch(held.batch));
  }

  forget(...seen: readonly Failed[]): void {
    this.become({ failed: this.state.failed.filter((one) => !seen.includes(one)) });
  }

  /** Sends what is held now. What failed stays to be looked at. */
  async send(key: number, keepalive = false): Promise<void> {
    const held = this.out(key);
    if (!held) return;
    this.become({ sending: [...this.state.sending, held] });
    // One after the other: each is on the version that the one before has made.
    const before = this.last.get(held.caseId) ?? Promise.resolve(null);
    const sent = before.then((made) => this.give(held, made ?? held.version, keepalive));
    this.last.set(held.caseId, sent);
    await sent;
    if (this.last.get(held.caseId) === sent) this.last.delete(held.caseId);
    this.become({ sending: this.state.sending.filter((one) => one !== held) });
  }

  /** One after the other, so that two hundred do not stand at the door at once. */
  private async sendBatch(batch: number): Promise<void> {
    for (const { key } of this.state.held.filter((one) => one.batch === batch))
      await this.send(key);
  }

  private take(deed: Deed, batch?: number): Held {
    for (const before of this.state.held)
      if (before.caseId === deed.caseId) void this.send(before.key);
    const until = Date.now() + HOLD_MS;
    const held = { ...deed, key: this.next, until, ...(batch !== undefined && { batch }) };
    this.next += 1;
    this.become({ held: [...this.state.held, held] });
    return held;
  }

  private waits(key: number, then: () => Promise<void>): void {
    this.timers.set(
      key,
      setTimeout(() => void then(), HOLD_MS),
    );
  }

  private with({ key, batch }: Held): readonly Held[] {
    return this.state.held.filter((one) =>
      batch === undefined ? one.key === key : one.batch === batch,
    );
  }

  private async give(held: Held, version: number, keepalive: boolean): Promise<number | null> {
    try {
      const after = await held.send(version, keepalive);
      await this.freshen(held.caseId);
      return after?.version ?? null;
    } catch (error) {
      const failed = { deed: { ...held, version }, problem: problemOf(error) };
      this.become({ failed: [...this.state.failed, failed] });
      await this.freshen(held.caseId);
      return null;
    }
  }

  private async freshen(caseId: string): Promise<void> {
    await Promise.all([
      queries.invalidateQueries({ queryKey: caseKey(caseId) }),
      queries.invalidateQueries({ queryKey: ['drafts', caseId] }),
    ]);
  }

  private out(key: number): Held | undefined {
    const held = this.state.held.find((one) => one.key === key);
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    if (held) this.become({ held: this.state.held.filter((one) => one !== held) });
    return held;
  }

  private become(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
    for (const watch of this.watchers) watch();
  }
}

export const holding = new Holding();
