import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { isOpen, may, type Permission } from '#permissions';
import { DomainError } from '../platform/errors/domain-error.js';
import { bearerOf } from '../platform/http/bearer.js';
import { ALLOWED } from '../platform/http/allow.js';
import type { CalledRequest } from './caller.js';
import { ACTING_FOR, Acting } from './duty/acting.js';
import { HeldKeys } from './keys/held-keys.js';
import { SessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';

/** Holds every route to the permission table; one that declares nothing is refused to all. */
@Injectable()
export class AllowGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly acting: Acting,
    private readonly cookie: SessionCookie,
    private readonly keys: HeldKeys,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const needed = this.reflector.getAllAndOverride<Permission | undefined>(ALLOWED, [
      context.getHandler(),
      context.getClass(),
    ]);
    const request = context.switchToHttp().getRequest<CalledRequest>();
    const key = bearerOf(request.headers.authorization);
    // Held to its scopes at open doors too; a cookie that comes along counts for nothing.
    if (key !== undefined) {
      request.caller = await this.keys.callerOf(key, request.ip, needed);
      return true;
    }
    if (needed && isOpen(needed)) return true;
    const own = await this.sessions.callerOf(this.cookie.tokenOf(request));
    if (!own) throw new DomainError('session.required');
    const ofOwnAccount = needed === 'own.account';
    if (own.secondFactor === 'required' && !ofOwnAccount)
      throw new DomainError('session.second_factor_required');
    // The session is the person's own, in whoever's place they act.
    const inPlaceOf = ofOwnAccount ? undefined : request.headers[ACTING_FOR];
    const caller = await this.acting.inPlaceOf(own, inPlaceOf);
    if (!needed || !may(caller.role, needed)) throw new DomainError('caller.forbidden');
    request.caller = caller;
    return true;
  }
}
