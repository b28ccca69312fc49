import {
  applyDecorators,
  Injectable,
  SetMetadata,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { ApiProblems } from '../http/api.js';
import { bearerOf } from '../http/bearer.js';
import type { LimitKind } from './limit-table.js';
import { Limits } from './limits.js';

const LIMITED = 'limited';

/** A route of which each address may make so many requests: one of the kinds by address. */
export const Limited = (kind: LimitKind) =>
  applyDecorators(SetMetadata(LIMITED, kind), ApiProblems(429));

@Injectable()
export class LimitGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly limits: Limits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const kind = this.reflector.get<LimitKind | undefined>(LIMITED, context.getHandler());
    if (kind === undefined || context.getType() !== 'http') return true;
    const { ip, headers } = context.switchToHttp().getRequest<FastifyRequest>();
    // Counted by its key, or refused: a system files for many from one address.
    if (bearerOf(headers.authorization) !== undefined) return true;
    await this.limits.hit(kind, ip);
    return true;
  }
}
