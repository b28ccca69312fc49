import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { deviceOf } from './device.js';

/** Where a request comes from. The address is only ever kept as an HMAC. */
export interface Peer {
  address: string;
  device: string | null;
}

export const PeerParam = createParamDecorator((_: unknown, context: ExecutionContext): Peer => {
  const { ip, headers } = context.switchToHttp().getRequest<FastifyRequest>();
  return { address: ip, device: deviceOf(headers['user-agent']) };
});
