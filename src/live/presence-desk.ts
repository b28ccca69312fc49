import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Access } from '../complaints/access.js';
import { actorOf } from '../people/caller.js';
import { Door } from '../platform/database/door.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Log } from '../platform/logging/log.js';
import type { LiveNamespace, LiveSocket, Present } from './live-message.js';
import type { Presence } from './presence.js';
import { PresenceSharing, type TakenOver } from './presence-sharing.js';
import { sees, staffRooms, type Matter } from './scope.js';

export const presenceWords: ReadonlySet<string> = new Set(['look', 'type', 'take', 'leave']);

// Whoever goes through a queue by key says two words a case; a program gone wrong says more.
const MOST_WORDS = 60;
const WINDOW_MS = 10_000;

/** Hears from staff where they are, and tells those who may see the same case. Nothing of it is kept. */
@Injectable()
export class PresenceDesk implements OnModuleInit {
  private readonly presence: Presence;
  private namespace?: LiveNamespace;

  constructor(
    private readonly door: Door,
    private readonly access: Access,
    private readonly sharing: PresenceSharing,
    private readonly log: Log,
  ) {
    this.presence = sharing.presence;
  }

  onModuleInit(): void {
    this.sharing.elsewhere.subscribe(({ cases, over }) => {
      for (const caseId of cases) this.say(caseId);
      if (over) this.tellTaken(over);
    });
  }

  serve(namespace: LiveNamespace): void {
    this.namespace = namespace;
  }

  welcome(socket: LiveSocket): void {
    const hear = this.bounded(socket);
    socket.on('look', (at) => hear(() => this.come(socket, at, 'looking')));
    socket.on('type', (at) => hear(() => this.come(socket, at, 'typing')));
    socket.on('take', (at) => hear(() => this.take(socket, at)));
    socket.on('leave', () => hear(async () => this.leave(socket)));
    socket.on('disconnect', () => this.leave(socket));
  }

  /** Tells a socket that has just come who is where. */
  tell(socket: LiveSocket): void {
    const { scope } = socket.data;
    if ('complaintId' in scope) return;
    for (const { matter, message } of this.presence.all())
      if (sees(scope, matter)) socket.emit('presence', message);
  }

  /** Words are heard in their order, so many in a while; a socket that says more is cut. */
  private bounded(socket: LiveSocket): (hear: () => Promise<void>) => void {
    let said = 0;
    let last: Promise<void> = Promise.resolve();
    return (hear) => {
      said += 1;
      setTimeout(() => (said -= 1), WINDOW_MS).unref();
      if (said > MOST_WORDS) return void socket.disconnect(true);
      last = last.then(hear).catch((error: unknown) => {
        if (!(error instanceof DomainError)) this.log.failure('presence not told', error);
      });
    };
  }

  private async come(socket: LiveSocket, at: unknown, is: Present['is']): Promise<void> {
    const caseId = caseIn(at);
    const { caller } = socket.data;
    if (caseId === null || !caller) return;
    // Whoever types says so often; who looks is looked up each time, for a case changes hands.
    const known = is === 'typing' && this.presence.isAt(socket.id, caseId);
    const seen = known ? this.presence.matterOf(caseId) : null;
    const matter = seen ?? (await this.matterOf(socket, caseId));
    // Gone while it was asked: nobody would ever say that it has left.
    if (!socket.connected) return;
    if (!seen) this.leave(socket);
    const { id, name, role } = caller;
    this.presence.sit(socket.id, { caseId, person: { id, name, role }, is }, matter);
    this.spread(caseId);
  }

  private async take(socket: LiveSocket, at: unknown): Promise<void> {
    await this.come(socket, at, 'typing');
    const caseId = caseIn(at);
    if (caseId === null || !this.presence.isAt(socket.id, caseId)) return;
    const sockets = this.presence.take(socket.id, caseId);
    const by = this.presence.at(caseId).people.find(({ id }) => id === socket.data.caller?.id);
    const over = by && sockets.length > 0 ? { caseId, by, sockets } : undefined;
    if (over) this.tellTaken(over);
    this.spread(caseId, over);
  }

  private leave(socket: LiveSocket): void {
    const caseId = this.presence.leave(socket.id);
    if (caseId !== null) this.spread(caseId);
  }

  /** Says it here and in the other processes. */
  private spread(caseId: string, over?: TakenOver): void {
    this.sharing.tell(caseId, over);
    this.say(caseId);
  }

  private tellTaken({ caseId, by, sockets }: TakenOver): void {
    for (const id of sockets) this.namespace?.sockets.get(id)?.emit('taken', { caseId, by });
  }

  private say(caseId: string): void {
    const matter = this.presence.matterOf(caseId);
    if (!matter) return;
    const { to, except } = staffRooms(matter);
    this.namespace?.local.to(to).except(except).emit('presence', this.presence.at(caseId));
  }

  /** @throws not_found for a case that the caller may not see */
  private async matterOf({ data }: LiveSocket, caseId: string): Promise<Matter> {
    const { caller } = data;
    if (!caller) throw new DomainError('not_found');
    const row = await this.door.read(actorOf(caller), (tx) => this.access.require(tx, caseId));
    const { lead, supporting, about, privacy } = row;
    return { agencies: [...(lead === null ? [] : [lead]), ...supporting], about, privacy };
  }
}

/** Clients may say anything. */
function caseIn(at: unknown): string | null {
  const { caseId } = (at ?? {}) as { caseId?: unknown };
  return isUUID(caseId) ? (caseId as string) : null;
}
