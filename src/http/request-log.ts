import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

import type { Metrics } from '../health/metrics';

/** One line and one measurement per request, and its id in the answer. */
export function recordRequests(fastify: FastifyInstance, log: Logger, metrics: Metrics): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const ms = reply.elapsedTime;
    const route = routeOf(request);
    metrics.requests.observe({ method: request.method, route, status: String(reply.statusCode) }, ms / 1000);
    const level = reply.statusCode >= 500 ? 'error' : 'info';
    log[level](
      {
        requestId: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(ms * 10) / 10,
        actor: request.actor?.id,
      },
      'request',
    );
    done();
  });
  fastify.addHook('onRequestAbort', (request, done) => {
    log.info({ requestId: request.id, method: request.method, route: routeOf(request) }, 'client went away');
    done();
  });
}

/** The pattern, not the address: addresses carry names, and would make a metric per rule. */
function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'unknown';
}
