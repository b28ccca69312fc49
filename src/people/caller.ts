import type { Actor } from '#lifecycle';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { SecondFactorState } from './second-factor-duty.js';

/** The signed-in member of staff; in another's place, with that person's role and agency. */
export interface Caller extends Extract<Actor, { kind: 'staff' }> {
  name: string;
  login: string;
  language: string;
  /** The session's id; its token is known to the browser alone. */
  session: string;
  secondFactor: SecondFactorState;
  /** Whether a second factor is set up, passed in this session or not. */
  enrolled: boolean;
  /** A system that came with a key: nobody has signed in, the id is the key's, the role is whose eyes it has. */
  byKey?: true;
}

export type CalledRequest = FastifyRequest & { caller?: Caller };

/** The event's actor: the caller without what only screens need. */
export const actorOf = ({ kind, id, role, agency, actingFor }: Caller): Actor => ({
  kind,
  id,
  role,
  agency,
  ...(actingFor !== undefined && { actingFor }),
});

export const CallerParam = createParamDecorator(
  (_: unknown, context: ExecutionContext) =>
    context.switchToHttp().getRequest<CalledRequest>().caller,
);
