import { parseTrackingCode } from '#tracking-code';
import { Inject } from '@nestjs/common';
import { WebSocketGateway, type OnGatewayConnection, type OnGatewayInit } from '@nestjs/websockets';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.token.js';
import { Door } from '../platform/database/door.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { clientAddress, trustIn, type Trust } from '../platform/http/client-address.js';
import { Limits } from '../platform/limits/limits.js';
import { Log } from '../platform/logging/log.js';
import { Allow } from '../platform/http/allow.js';
import { guard } from './admission.js';
import { Broadcast } from './broadcast.js';
import type { LiveNamespace, LiveSocket } from './live-message.js';
import { Resume } from './resume.js';
import { trackRooms } from './scope.js';
import { trackView } from './track-view.js';

/** One complaint for the holder of its tracking code: what the filer may see of its events. */
@Allow('complaint.follow')
@WebSocketGateway({ namespace: '/track' })
export class TrackGateway implements OnGatewayInit<LiveNamespace>, OnGatewayConnection<LiveSocket> {
  private readonly trusted: Trust;

  constructor(
    private readonly door: Door,
    private readonly broadcast: Broadcast,
    private readonly resume: Resume,
    private readonly limits: Limits,
    private readonly log: Log,
    @Inject(CONFIG) config: Config,
  ) {
    this.trusted = trustIn(config.trustedProxies);
  }

  afterInit(namespace: LiveNamespace): void {
    guard(namespace, this.log, (socket) => this.admit(socket));
    this.broadcast.carry(namespace, trackView, trackRooms);
  }

  handleConnection(socket: LiveSocket): Promise<void> {
    return this.resume.begin(socket, trackView);
  }

  /** Unknown codes are counted as those asked for over HTTP are, and together with them. */
  private async admit({ handshake }: LiveSocket): Promise<LiveSocket['data']> {
    const forwarded = handshake.headers['x-forwarded-for'];
    const address = clientAddress(handshake.address, forwarded, this.trusted);
    await this.limits.peek('tracking_miss', address);
    const complaintId = await this.find(handshake.auth['code']);
    if (complaintId !== null) return { scope: { complaintId } };
    await this.limits.charge('tracking_miss', address);
    throw new DomainError('not_found');
  }

  private async find(code: unknown): Promise<string | null> {
    const known = typeof code === 'string' ? parseTrackingCode(code) : null;
    if (!known) return null;
    const [complaint] = await this.door.read({ kind: 'filer', code: known }, (tx) =>
      tx.query<{ id: string }[]>('select id from complaint where code = $1', [known]),
    );
    return complaint?.id ?? null;
  }
}
