import { WebSocketGateway, type OnGatewayConnection, type OnGatewayInit } from '@nestjs/websockets';
import { Access } from '../complaints/access.js';
import { may } from '#permissions';
import { Allow } from '../platform/http/allow.js';
import { SessionCookie } from '../people/session-cookie.js';
import { Sessions } from '../people/sessions.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Log } from '../platform/logging/log.js';
import { guard } from './admission.js';
import { Broadcast } from './broadcast.js';
import type { LiveNamespace, LiveSocket } from './live-message.js';
import { PresenceDesk, presenceWords } from './presence-desk.js';
import { standingOf } from '../people/living-sessions.js';
import { Resume } from './resume.js';
import { staffRooms } from './scope.js';
import { SessionWatch } from './session-watch.js';
import { staffView } from './staff-view.js';

/** The log for signed-in staff: the whole city's, or that of their agency and beneath it. */
@Allow('live.watch')
@WebSocketGateway({ namespace: '/staff' })
export class StaffGateway implements OnGatewayInit<LiveNamespace>, OnGatewayConnection<LiveSocket> {
  constructor(
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
    private readonly access: Access,
    private readonly broadcast: Broadcast,
    private readonly resume: Resume,
    private readonly watch: SessionWatch,
    private readonly presence: PresenceDesk,
    private readonly log: Log,
  ) {}

  afterInit(namespace: LiveNamespace): void {
    guard(namespace, this.log, (socket) => this.admit(socket), presenceWords);
    this.broadcast.carry(namespace, staffView, staffRooms);
    this.presence.serve(namespace);
    this.watch.watch(namespace);
  }

  async handleConnection(socket: LiveSocket): Promise<void> {
    this.presence.welcome(socket);
    await this.resume.begin(socket, staffView);
    this.presence.tell(socket);
  }

  private async admit({ handshake }: LiveSocket): Promise<LiveSocket['data']> {
    const token = this.cookie.tokenIn(handshake.headers.cookie);
    const caller = await this.sessions.callerOf(token);
    if (!caller) throw new DomainError('session.required');
    if (caller.secondFactor === 'required') throw new DomainError('session.second_factor_required');
    if (!may(caller.role, 'live.watch')) throw new DomainError('caller.forbidden');
    const agencies = this.access.agenciesOf(caller);
    const observer = caller.role === 'observer';
    const scope = { agencies, line: this.access.lineOf(caller), observer };
    return { scope, token, standing: standingOf(caller), caller };
  }
}
