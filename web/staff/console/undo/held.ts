import { queries } from '../../api/queries.ts';
import { problemOf, type Problem } from '../../api/problem.ts';
import { caseKey } from '../../live/live.ts';

export const HOLD_MS = 10_000;

/** Something that is done to a case, and can be taken back until it is sent. */
export interface Deed {
  caseId: string;
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
}

export interface Failed {
  deed: Deed;
  problem: Problem;
}

interface State {
  held: readonly Held[];
  sending: readonly Held[];
  failed: readonly Failed[];
}

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
    for (const before of this.state.held)
      if (before.caseId === deed.caseId) void this.send(before.key);
    const held = { ...deed, key: this.next, until: Date.now() + HOLD_MS };
    this.next += 1;
    this.become({ held: [...this.state.held, held] });
    this.timers.set(
      held.key,
      setTimeout(() => void this.send(held.key), HOLD_MS),
    );
  }

  undo(key: number): void {
    this.out(key);
  }

  forget(failed: Failed): void {
    this.become({ failed: this.state.failed.filter((one) => one !== failed) });
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
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    const held = this.state.held.find((one) => one.key === key);
    if (held) this.become({ held: this.state.held.filter((one) => one !== held) });
    return held;
  }

  private become(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
    for (const watch of this.watchers) watch();
  }
}

export const holding = new Holding();
