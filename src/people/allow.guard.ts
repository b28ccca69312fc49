import {
  applyDecorators,
  Injectable,
  SetMetadata,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiSecurity } from '@nestjs/swagger';
import { DomainError } from '../platform/errors/domain-error.js';
import { ALLOWED } from '../platform/http/public.js';
import type { CalledRequest } from './caller.js';
import { may, type Permission } from './permissions.js';
import { SessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';

/** Who may call a route: a permission of the table, or `public`. A route without it is refused to all. */
export const Allow = (permission: Permission | 'public') =>
  applyDecorators(
    SetMetadata(ALLOWED, permission),
    ...(permission === 'public' ? [] : [ApiSecurity('session')]),
  );

@Injectable()
export class AllowGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const allowed = this.reflector.getAllAndOverride<Permission | 'public' | undefined>(ALLOWED, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (allowed === 'public') return true;
    const request = context.switchToHttp().getRequest<CalledRequest>();
    const caller = await this.sessions.callerOf(this.cookie.tokenOf(request));
    if (!caller) throw new DomainError('session.required');
    if (caller.secondFactor === 'required' && allowed !== 'own.session')
      throw new DomainError('session.second_factor_required');
    if (!allowed || !may(caller.role, allowed)) throw new DomainError('caller.forbidden');
    request.caller = caller;
    return true;
  }
}
