import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { isOpen, may, type Permission } from '#permissions';
import { DomainError } from '../platform/errors/domain-error.js';
import { ALLOWED } from '../platform/http/allow.js';
import type { CalledRequest } from './caller.js';
import { Sessions, sessionCookie } from './sessions.js';

/** Holds every route to the permission table; one that declares nothing is refused to all. */
@Injectable()
export class AllowGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const needed = this.reflector.getAllAndOverride<Permission | undefined>(ALLOWED, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (needed && isOpen(needed)) return true;
    const request = context.switchToHttp().getRequest<CalledRequest>();
    const caller = await this.sessions.callerOf(request.cookies[sessionCookie]);
    if (!caller) throw new DomainError('session.required');
    if (!needed || !may(caller.role, needed)) throw new DomainError('caller.forbidden');
    request.caller = caller;
    return true;
  }
}
