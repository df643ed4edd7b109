import type { FastifyInstance } from 'fastify';

import { type Env, isLoopback } from '../config/env';
import { HttpProblem } from './problem';
import { sendProblem } from './problem.filter';

/**
 * In demo mode anybody may continue as an admin, so only this machine is answered, and only under a loopback name:
 * a page elsewhere could point its own name at this address.
 */
export function guardDemoHost(fastify: FastifyInstance, env: Env): void {
  if (env.mode !== 'demo') return;
  fastify.addHook('onRequest', (request, reply, done) => {
    if (isLoopback(request.hostname) && isLoopback(request.ip.replace(/^::ffff:/, ''))) return done();
    sendProblem(
      request,
      reply,
      new HttpProblem(
        403,
        'host-not-allowed',
        'In demo mode this service answers on this machine under localhost or 127.0.0.1 only.',
      ),
    );
  });
}
