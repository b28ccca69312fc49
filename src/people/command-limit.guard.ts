import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Limits } from '../platform/limits/limits.js';
import type { CalledRequest } from './caller.js';
import { reading } from './origin.guard.js';

/** Counts the writes of those who are signed in: of an agency together, of the center by person. */
@Injectable()
export class CommandLimitGuard implements CanActivate {
  constructor(private readonly limits: Limits) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const { method, caller } = context.switchToHttp().getRequest<CalledRequest>();
    // What comes with a key has been counted as such.
    if (caller && !caller.byKey && !reading.has(method))
      await this.limits.hit('command', caller.agency ?? caller.id);
    return true;
  }
}
