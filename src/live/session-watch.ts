import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Log } from '../platform/logging/log.js';
import type { LiveNamespace } from './live-message.js';
import { LivingSessions } from '../people/living-sessions.js';
import { drop } from './slow-socket.js';

// Twice within the five seconds in which an ended session must be cut.
const CHECK_MS = 2_000;

/** Cuts the sockets of sessions that have ended, and renews those whose person has another role or agency. */
@Injectable()
export class SessionWatch implements OnModuleDestroy {
  private timer?: NodeJS.Timeout;
  private checking = false;

  constructor(
    private readonly sessions: LivingSessions,
    private readonly log: Log,
  ) {}

  watch(namespace: LiveNamespace): void {
    this.timer = setInterval(() => void this.check(namespace), CHECK_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private async check(namespace: LiveNamespace): Promise<void> {
    const sockets = [...namespace.sockets.values()];
    if (this.checking || sockets.length === 0) return;
    this.checking = true;
    try {
      const tokens = new Set(sockets.map(({ data }) => data.token ?? ''));
      const standings = await this.sessions.standings([...tokens]);
      for (const socket of sockets) {
        const standing = standings.get(socket.data.token ?? '');
        if (!standing) socket.disconnect();
        else if (standing !== socket.data.standing) drop(socket);
      }
    } catch (error) {
      this.log.failure('sessions of sockets not checked', error);
    } finally {
      this.checking = false;
    }
  }
}
