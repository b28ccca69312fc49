import { Injectable } from '@nestjs/common';
import type { LiveNamespace, View } from './live-message.js';
import { LiveStatus } from './live-status.js';
import type { LogEntry } from './log-entry.js';
import { LogTail } from './log-tail.js';
import type { Rooms } from './scope.js';
import { dropIfSlow } from './slow-socket.js';

/** Says the events of the log to those who wait in rooms of this process; every replica has its own tail. */
@Injectable()
export class Broadcast {
  constructor(
    private readonly tail: LogTail,
    private readonly status: LiveStatus,
  ) {}

  carry(namespace: LiveNamespace, view: View, roomsOf: (entry: LogEntry) => Rooms): void {
    this.status.count(namespace);
    this.tail.batches.subscribe((entries) => {
      for (const entry of entries) this.say(namespace, view, roomsOf(entry), entry);
      for (const socket of namespace.sockets.values()) dropIfSlow(socket);
    });
  }

  private say(namespace: LiveNamespace, view: View, { to, except }: Rooms, entry: LogEntry): void {
    if (!to.some((room) => namespace.adapter.rooms.has(room))) return;
    const message = view(entry);
    if (!message) return;
    namespace.local.to(to).except(except).emit('event', message);
    this.status.delivered += 1;
  }
}
