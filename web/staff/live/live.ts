import { io, type Socket } from 'socket.io-client';
import { keepSteady } from '../../live/steady-line.ts';
import { meAgain } from '../api/me.ts';
import { queries } from '../api/queries.ts';
import { PresenceBook } from './presence-book.ts';

/** One event of one case, as the socket tells it. */
export interface LiveEvent {
  seq: number;
  complaintId: string;
  type: string;
  at: string;
  summary: Record<string, unknown> & { number: number };
}

export interface LiveState {
  /** `live`: nothing is missing. `cut`: since `at` nothing has been heard. */
  is: 'connecting' | 'live' | 'cut';
  at: number;
}

type Hearer = (event: LiveEvent) => void;

/** The key of everything that is read of one case; an event of it makes that stale. */
export const caseKey = (id: string) => ['case', id] as const;

/** The city's log as it happens. After a cut it goes on where it was; where it cannot, all is read anew. */
export class Live {
  private readonly socket: Socket;
  private readonly hearers = new Set<Hearer>();
  private readonly watchers = new Set<(state: LiveState) => void>();
  private since: number | undefined;
  /** Who is at which case, and what is said of where this person is. */
  readonly presence: PresenceBook;
  state: LiveState = { is: 'connecting', at: Date.now() };

  constructor() {
    this.socket = io('/staff', {
      transports: ['websocket'],
      auth: (tell) => tell(this.since === undefined ? {} : { since: this.since }),
    });
    this.presence = new PresenceBook(this.socket);
    this.socket.on('event', (event: LiveEvent) => {
      this.since = event.seq;
      void queries.invalidateQueries({ queryKey: caseKey(event.complaintId) });
      for (const hear of this.hearers) hear(event);
    });
    this.socket.on('ready', ({ seq }: { seq: number }) => {
      this.since = seq;
      this.become('live');
    });
    this.socket.on('reset', ({ seq }: { seq: number }) => {
      this.since = seq;
      void queries.invalidateQueries();
      this.become('live');
    });
    this.socket.on('disconnect', () => this.become('cut'));
    this.socket.on('connect_error', () => this.become('cut'));
    keepSteady(this.socket, () => void meAgain());
  }

  /** The connection itself, for those who say something over it too. */
  get line(): Socket {
    return this.socket;
  }

  /** @returns how to stop hearing */
  hear(hearer: Hearer): () => void {
    this.hearers.add(hearer);
    return () => this.hearers.delete(hearer);
  }

  watch(watcher: (state: LiveState) => void): () => void {
    this.watchers.add(watcher);
    watcher(this.state);
    return () => this.watchers.delete(watcher);
  }

  close(): void {
    this.socket.close();
  }

  private become(is: LiveState['is']): void {
    if (this.state.is === is) return;
    this.state = { is, at: Date.now() };
    for (const watcher of this.watchers) watcher(this.state);
  }
}
