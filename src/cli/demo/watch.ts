import { io, type Socket } from 'socket.io-client';
import type { LiveMessage } from '../../live/live-message.js';
import type { StaffSummary } from '../../live/staff-view.js';
import { StartError } from '../../platform/config/start-error.js';
import { Unexpected } from './client.js';

export type Heard = LiveMessage<StaffSummary>;

interface Waiting {
  id: string;
  number: number;
  done(): void;
}

const PATIENCE_MS = 20_000;

/** The staff's socket, and what it has said of each complaint, in the order of its saying. */
export class Watch {
  private readonly heard = new Map<string, Heard[]>();
  private readonly waiting = new Set<Waiting>();
  count = 0;

  private constructor(private readonly socket: Socket) {
    socket.on('event', (message: Heard) => this.hear(message));
  }

  /** Resolves when the socket tells what happens from now on. */
  static async open(url: string, cookie: string): Promise<Watch> {
    const socket = io(`${url}/staff`, {
      transports: ['websocket'],
      extraHeaders: { cookie },
      reconnection: false,
    });
    const watch = new Watch(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('ready', () => resolve());
      socket.once('connect_error', ({ message }) =>
        reject(
          new StartError(`Không mở được socket: ${message}`, `No socket was opened: ${message}`),
        ),
      );
    });
    return watch;
  }

  of(id: string): readonly Heard[] {
    return this.heard.get(id) ?? [];
  }

  /** Resolves when everything up to event `number` of a complaint has been told. */
  async until(id: string, number: number): Promise<void> {
    if (this.reached(id, number)) return;
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Unexpected(`the socket has not told event ${number} of ${id}`)),
        PATIENCE_MS,
      );
      const waiting: Waiting = {
        id,
        number,
        done: () => {
          clearTimeout(late);
          this.waiting.delete(waiting);
          resolve();
        },
      };
      this.waiting.add(waiting);
    });
  }

  close(): void {
    this.socket.disconnect();
  }

  private reached(id: string, number: number): boolean {
    return (this.of(id).at(-1)?.summary.number ?? 0) >= number;
  }

  private hear(message: Heard): void {
    const { complaintId } = message;
    this.heard.set(complaintId, [...this.of(complaintId), message]);
    this.count += 1;
    for (const one of this.waiting)
      if (one.id === complaintId && this.reached(one.id, one.number)) one.done();
  }
}
