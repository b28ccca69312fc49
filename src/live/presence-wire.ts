import { Inject, Injectable } from '@nestjs/common';
import { createClient } from '@redis/client';
import { Subject } from 'rxjs';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.token.js';
import { derive } from '../platform/config/secret-key.js';
import { SECRET_KEY } from '../platform/config/secret-key.token.js';
import { Log } from '../platform/logging/log.js';
import { seal, unseal } from '../platform/sealing/box.js';

const CONNECT_MS = 3_000;
// Nothing heard for so long, not even what was said here: the connection is dead, whatever it says itself.
const SILENCE_MS = 6_500;

const clientOf = (url: string) =>
  createClient({
    url,
    disableOfflineQueue: true,
    maintNotifications: 'disabled',
    socket: { connectTimeout: CONNECT_MS, reconnectStrategy: false },
  });

const STARTING = 'not connected yet';

type Client = ReturnType<typeof clientOf>;

/**
 * One channel of Redis between the processes of an installation, known by their secret key; what goes over it is
 * sealed with it. Nothing is kept there. Whoever says nothing for a while hears of it by `trouble`.
 */
@Injectable()
export class PresenceWire {
  readonly texts = new Subject<string>();
  /** Fires when the channel has just become usable. */
  readonly opened = new Subject<void>();
  private readonly key: Buffer;
  private readonly channel: string;
  private client: Client | null = null;
  private closed = false;
  private heardAt = performance.now();
  private why: string | null = STARTING;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(SECRET_KEY) secretKey: Buffer,
    private readonly log: Log,
  ) {
    this.key = derive(secretKey, 'presence');
    const name = derive(secretKey, 'presence channel').toString('hex').slice(0, 16);
    // Programs whose notices differ do not hear one another.
    this.channel = `dau-moi:presence:1:${config.databaseSchema}:${name}`;
  }

  get isGiven(): boolean {
    return this.config.redisUrl !== undefined;
  }

  /** Why the others are not heard, in few words. */
  get trouble(): string | null {
    return this.why;
  }

  send(text: string): void {
    const { client } = this;
    if (!client?.isReady) return;
    client.publish(this.channel, seal(this.key, text, this.channel)).catch(() => undefined);
  }

  /** Opens the channel unless it is open and heard; asked often. */
  keep(): void {
    const isSilent = performance.now() - this.heardAt > SILENCE_MS;
    if (this.closed || (this.client && !isSilent)) return;
    if (this.client) this.lose('silent');
    this.heardAt = performance.now();
    const client = clientOf(this.config.redisUrl ?? '');
    this.client = client;
    const lost = (error: unknown) => {
      if (this.client === client) this.lose(codeOf(error));
    };
    client.on('error', lost);
    this.open(client).catch(lost);
  }

  close(): void {
    this.closed = true;
    this.client?.destroy();
  }

  private async open(client: Client): Promise<void> {
    await client.connect();
    await client.subscribe(this.channel, (sealed) => this.take(sealed));
    this.opened.next();
  }

  private take(sealed: string): void {
    this.heardAt = performance.now();
    if (this.why !== null) this.log.fact('presence is shared');
    this.why = null;
    try {
      this.texts.next(unseal(this.key, sealed, this.channel));
    } catch (error) {
      this.log.failure('notice of presence not understood', error);
    }
  }

  private lose(why: string): void {
    this.client?.destroy();
    this.client = null;
    if (this.why === null || this.why === STARTING)
      this.log.trouble('presence is not shared', { why });
    this.why = why;
  }
}

const codeOf = (error: unknown) =>
  (error as { code?: string }).code ?? (error as Error).name.toLowerCase();
