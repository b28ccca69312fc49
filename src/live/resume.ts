import { Injectable } from '@nestjs/common';
import { Log } from '../platform/logging/log.js';
import type { LiveSocket, View } from './live-message.js';
import { LiveStatus } from './live-status.js';
import { beginning, type LogEntry, type Position } from './log-entry.js';
import { LogReader, PAGE } from './log-reader.js';
import { LogTail } from './log-tail.js';
import { covers, roomsOf } from './scope.js';
import { drained, drop } from './slow-socket.js';

// Whoever was away for longer loads anew faster than it reads so many events.
const LONGEST_REPLAY = 50_000;

/** Brings a socket from its `since` to the present, without a gap and without telling anything twice. */
@Injectable()
export class Resume {
  constructor(
    private readonly tail: LogTail,
    private readonly reader: LogReader,
    private readonly status: LiveStatus,
    private readonly log: Log,
  ) {}

  async begin(socket: LiveSocket, view: View): Promise<void> {
    try {
      const { since } = socket.handshake.auth as { since?: unknown };
      if (since === undefined || since === null) return this.enter(socket, 'ready');
      const from = await this.placeOf(since, socket);
      if (!from) return this.enter(socket, 'reset');
      await this.tail.reach(from);
      await this.catchUp(socket, view, from);
    } catch (error) {
      this.log.failure('live view not resumed', error);
      drop(socket);
    }
  }

  /** Null when the event is unknown, or too far back to be told from. */
  private async placeOf(since: unknown, { data }: LiveSocket): Promise<Position | null> {
    const seq = typeof since === 'string' && since !== '' ? Number(since) : since;
    if (typeof seq !== 'number' || !Number.isSafeInteger(seq) || seq < 0) return null;
    const place = seq === 0 ? beginning : await this.reader.positionOf(seq);
    if (!place) return null;
    // The log of one complaint is short, wherever it begins.
    const bounded = 'agencies' in data.scope;
    return bounded && (await this.reader.hasMoreThan(LONGEST_REPLAY, place)) ? null : place;
  }

  /**
   * What happens while the past is read is kept and said after it; joining the rooms follows in the same tick,
   * so that each event comes either from here or from the broadcast.
   */
  private async catchUp(socket: LiveSocket, view: View, from: Position): Promise<void> {
    const { scope } = socket.data;
    const meanwhile: LogEntry[] = [];
    const upTo = this.tail.position;
    const keeping = this.tail.batches.subscribe((entries) => {
      meanwhile.push(...entries.filter((entry) => covers(scope, entry)));
    });
    try {
      let after = from;
      for (let more = true; more && socket.connected;) {
        const page = await this.reader.between(after, upTo, scope);
        this.say(socket, view, page);
        after = page.at(-1) ?? upTo;
        more = page.length === PAGE;
        await drained(socket);
      }
      this.say(socket, view, meanwhile);
      this.enter(socket, 'ready');
    } finally {
      keeping.unsubscribe();
    }
  }

  private say(socket: LiveSocket, view: View, entries: readonly LogEntry[]): void {
    if (!socket.connected) return;
    const messages = entries.map(view).filter((message) => message !== null);
    for (const message of messages) socket.emit('event', message);
    this.status.delivered += messages.length;
  }

  private enter(socket: LiveSocket, word: 'ready' | 'reset'): void {
    // A socket that has gone would stay in its rooms for ever.
    if (!socket.connected) return;
    void socket.join(roomsOf(socket.data.scope));
    socket.emit(word, { seq: this.tail.position.seq });
  }
}
