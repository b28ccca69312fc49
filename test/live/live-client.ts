import { io, type Socket } from 'socket.io-client';
import type { LiveMessage } from '../../src/live/live-message.js';
import { sessionCookieName } from '../../src/people/session-cookie.js';
import { eventually } from '../platform/temporary.js';

interface Identity {
  token?: string;
  code?: string;
  origin?: string;
}

/** A screen: keeps what it is told and comes back with the last number that it has seen. */
export class LiveClient {
  readonly messages: LiveMessage<Record<string, unknown>>[] = [];
  readonly words: string[] = [];
  since: number | undefined;
  ended: string | undefined;
  private socket?: Socket;

  constructor(
    private readonly namespace: '/staff' | '/track' | '/',
    private readonly identity: Identity,
  ) {}

  get seqs(): number[] {
    return this.messages.map(({ seq }) => seq);
  }

  /** Resolves when admitted; rejects with the code of the refusal. */
  async connect(url: string, transports = ['websocket']): Promise<void> {
    const { token, code, origin } = this.identity;
    const extraHeaders = {
      ...(token && { cookie: `${sessionCookieName(url)}=${token}` }),
      ...(origin && { origin }),
    };
    const socket = io(`${url}${this.namespace}`, {
      auth: { code, since: this.since },
      extraHeaders,
      transports,
      forceNew: true,
      reconnection: false,
    });
    this.socket = socket;
    this.ended = undefined;
    socket.on('event', (message: LiveMessage<Record<string, unknown>>) => {
      this.messages.push(message);
      this.since = message.seq;
    });
    for (const word of ['ready', 'reset'])
      socket.on(word, ({ seq }: { seq: number }) => {
        this.words.push(word);
        this.since = seq;
      });
    socket.on('disconnect', (reason) => (this.ended = reason));
    await new Promise<void>((resolve, reject) => {
      socket.on('connect', resolve);
      socket.on('connect_error', reject);
    });
  }

  /** Connects and waits until everything before is told. */
  async watch(url: string, transports?: string[]): Promise<void> {
    const said = this.words.length;
    await this.connect(url, transports);
    await eventually(async () => this.words.length > said);
  }

  say(word: string): void {
    this.socket?.emit(word);
  }

  /** Stops taking what arrives off the wire, without closing. */
  stopReading(): void {
    this.wire?.pause();
  }

  /** Breaks off without a farewell; what arrives after this is not seen any more. */
  cut(): void {
    this.socket?.off();
    this.wire?.terminate();
    this.socket?.disconnect();
  }

  private get wire() {
    const transport = this.socket?.io.engine.transport as
      { ws?: { pause(): void; terminate(): void } } | undefined;
    return transport?.ws;
  }
}
