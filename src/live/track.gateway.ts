import { parseTrackingCode } from '#tracking-code';
import { WebSocketGateway, type OnGatewayConnection, type OnGatewayInit } from '@nestjs/websockets';
import { Door } from '../platform/database/door.js';
import { DomainError } from '../platform/errors/domain-error.js';
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
  constructor(
    private readonly door: Door,
    private readonly broadcast: Broadcast,
    private readonly resume: Resume,
    private readonly log: Log,
  ) {}

  afterInit(namespace: LiveNamespace): void {
    guard(namespace, this.log, (socket) => this.admit(socket));
    this.broadcast.carry(namespace, trackView, trackRooms);
  }

  handleConnection(socket: LiveSocket): Promise<void> {
    return this.resume.begin(socket, trackView);
  }

  private async admit({ handshake }: LiveSocket): Promise<LiveSocket['data']> {
    const { code } = handshake.auth as { code?: unknown };
    const known = typeof code === 'string' ? parseTrackingCode(code) : null;
    if (!known) throw new DomainError('not_found');
    const [complaint] = await this.door.read({ kind: 'filer', code: known }, (tx) =>
      tx.query<{ id: string }[]>('select id from complaint where code = $1', [known]),
    );
    if (!complaint) throw new DomainError('not_found');
    return { scope: { complaintId: complaint.id } };
  }
}
