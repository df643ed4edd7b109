import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import type { Actor } from './actor';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard; absent on public routes for who is not signed in. */
    actor?: Actor;
    /** SHA-256 of the session token the actor came with. */
    sessionHash?: string;
  }
}

/** Who asks. Only for routes that are not public. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!actor) throw new Error('This route is public: nobody need be signed in.');
  return actor;
});
