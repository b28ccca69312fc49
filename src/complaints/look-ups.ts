import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { catchError, type Observable } from 'rxjs';
import { DomainError } from '../platform/errors/domain-error.js';
import { Limits } from '../platform/limits/limits.js';

const unknown: readonly string[] = ['not_found', 'partner.link_refused'];

/** Keeps tracking codes from being tried out: an address that named too many unknown ones is told nothing at all. */
@Injectable()
export class LookUps implements NestInterceptor {
  constructor(private readonly limits: Limits) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const { ip } = context.switchToHttp().getRequest<FastifyRequest>();
    await this.limits.peek('tracking_miss', ip);
    return next.handle().pipe(catchError((error: unknown) => this.missed(ip, error)));
  }

  private async missed(address: string, error: unknown): Promise<never> {
    if (error instanceof DomainError && unknown.includes(error.code))
      await this.limits.charge('tracking_miss', address);
    throw error;
  }
}
