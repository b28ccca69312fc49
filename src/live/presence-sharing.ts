import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Subject, type Subscription } from 'rxjs';
import type { Present } from './live-message.js';
import { Presence, type Bench } from './presence.js';
import { PresenceWire } from './presence-wire.js';

/** Whose turn to write has been taken over, at which sockets. */
export interface TakenOver {
  caseId: string;
  by: Present;
  sockets: string[];
}

/** What one process says to the others. */
interface Notice {
  from: string;
  benches: Bench[];
  /** Whether these are all its people. */
  all: boolean;
  over?: TakenOver;
  /** Set by one that has just come: everybody is to say all. */
  asks?: true;
}

/** What has become known of other processes' people. */
interface Elsewhere {
  cases: string[];
  over?: TakenOver;
}

const BEAT_MS = 2_000;
// Three beats: a killed process is gone, and one that was only busy is back with its next beat.
const SILENCE_MS = 6_500;

/** Keeps presence the same in all processes: each says what changes, and every two seconds all that it has. */
@Injectable()
export class PresenceSharing implements OnApplicationBootstrap, OnModuleDestroy {
  readonly elsewhere = new Subject<Elsewhere>();
  private readonly name = randomUUID();
  readonly presence = new Presence(this.name);
  /** When each process was heard last. */
  private readonly heardAt = new Map<string, number>();
  private readonly listening: Subscription[] = [];
  private timer?: NodeJS.Timeout;

  constructor(private readonly wire: PresenceWire) {}

  onApplicationBootstrap(): void {
    if (!this.wire.isGiven) return;
    this.listening.push(
      this.wire.texts.subscribe((text) => this.hear(JSON.parse(text) as Notice)),
      this.wire.opened.subscribe(() => this.sayAll({ asks: true })),
    );
    this.wire.keep();
    this.timer = setInterval(() => this.beat(), BEAT_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
    for (const one of this.listening) one.unsubscribe();
    if (this.wire.isGiven) this.send({ benches: [], all: true });
    this.wire.close();
  }

  /** How many other processes are known to run. */
  get processes(): number {
    return this.heardAt.size;
  }

  /** Why people in other processes are not seen; null while they are, or nobody asked for it. */
  concern(): string | null {
    return this.wire.isGiven ? this.wire.trouble : null;
  }

  /** Tells the others who is at a case here. */
  tell(caseId: string, over?: TakenOver): void {
    const bench = this.wire.isGiven ? this.presence.bench(caseId) : null;
    if (bench) this.send({ benches: [bench], all: false, ...(over && { over }) });
  }

  private beat(): void {
    this.sayAll();
    for (const [name, at] of this.heardAt)
      if (performance.now() - at > SILENCE_MS) this.forget(name);
    this.wire.keep();
  }

  private hear({ from, benches, all, over, asks }: Notice): void {
    if (from === this.name) return;
    this.heardAt.set(from, performance.now());
    const cases = all
      ? this.presence.hearAll(from, benches)
      : benches.filter((bench) => this.presence.hear(from, bench)).map(({ caseId }) => caseId);
    this.elsewhere.next({ cases, ...(over && { over }) });
    if (asks) this.sayAll();
  }

  private forget(name: string): void {
    this.heardAt.delete(name);
    this.elsewhere.next({ cases: this.presence.hearAll(name, []) });
  }

  private sayAll(also: Pick<Notice, 'asks'> = {}): void {
    this.send({ benches: this.presence.benches(), all: true, ...also });
  }

  private send(notice: Omit<Notice, 'from'>): void {
    this.wire.send(JSON.stringify({ from: this.name, ...notice }));
  }
}
