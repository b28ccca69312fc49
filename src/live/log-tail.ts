import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { firstValueFrom, Subject, type Subscription } from 'rxjs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Door } from '../platform/database/door.js';
import { Log } from '../platform/logging/log.js';
import { beginning, isAfter, type LogEntry, type Position } from './log-entry.js';
import { LogReader, PAGE } from './log-reader.js';

// Other replicas' commits are found by polling; this process's own wake the tail at once.
const POLL_MS = 250;
// What is committed within this time is read together: 100 reads a second at most, whatever the load.
const GAP_MS = 10;
const LONGEST_BACKOFF_MS = 5_000;

async function idle(ms: number, until: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { ref: false, signal: until }).catch(() => undefined);
}

/** Follows the event log in commit order: one read at a time, each event once, none passed over. */
@Injectable()
export class LogTail implements OnApplicationBootstrap, OnModuleDestroy {
  /** The events after the position before, in order; listeners are called in the tick in which it advances. */
  readonly batches = new Subject<readonly LogEntry[]>();

  private at: Position = beginning;
  private failures = 0;
  private woken = new AbortController();
  private readonly stopping = new AbortController();
  private commits?: Subscription;
  private running?: Promise<void>;

  constructor(
    private readonly reader: LogReader,
    private readonly door: Door,
    private readonly log: Log,
  ) {}

  /** The last event that was handed to the listeners. */
  get position(): Position {
    return this.at;
  }

  async onApplicationBootstrap(): Promise<void> {
    this.at = await this.reader.end();
    this.commits = this.door.committed.subscribe(() => this.wake());
    this.running = this.run();
  }

  async onModuleDestroy(): Promise<void> {
    this.commits?.unsubscribe();
    this.stopping.abort();
    this.wake();
    await this.running;
    this.batches.complete();
  }

  /** Has the log read soon. */
  wake(): void {
    this.woken.abort();
  }

  /** Waits until the position is not before the given one; another replica may have been there already. */
  async reach(position: Position): Promise<void> {
    while (isAfter(position, this.at)) {
      const next = firstValueFrom(this.batches);
      this.wake();
      await next;
    }
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      this.woken = new AbortController();
      await idle(await this.turn(), this.woken.signal);
      await idle(GAP_MS, this.stopping.signal);
    }
  }

  /** Reads once. @returns for how long nothing new is expected, in milliseconds */
  private async turn(): Promise<number> {
    try {
      const entries = await this.reader.settled(this.at);
      if (this.failures > 0) this.log.fact('log tail continues', { failures: this.failures });
      this.failures = 0;
      this.hand(entries);
      return entries.length === PAGE ? 0 : POLL_MS;
    } catch (error) {
      if (this.failures === 0) this.log.failure('log tail cannot read', error);
      this.failures += 1;
      return Math.min(POLL_MS * 2 ** this.failures, LONGEST_BACKOFF_MS);
    }
  }

  private hand(entries: readonly LogEntry[]): void {
    const last = entries.at(-1);
    if (!last) return;
    this.at = { xid: last.xid, seq: last.seq };
    this.batches.next(entries);
  }
}
