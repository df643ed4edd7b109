import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

import { AppModule } from './app.module';
import type { Env } from './config/env';
import { LIMITS } from './config/limits';
import { Metrics } from './health/metrics';
import { noteMethods } from './http/allowed-methods';
import { readBodies } from './http/body-parsers';
import { serveConsole } from './http/console';
import { guardDemoHost } from './http/demo-host';
import { describeApi } from './http/open-api';
import { sendProblem, toProblem } from './http/problem.filter';
import { recordRequests } from './http/request-log';
import { NestLog } from './runtime/log';
import type { WallClock } from './runtime/wall-clock';

const LONGEST_FAREWELL_MS = 10_000;

export interface AppParts {
  readonly env: Env;
  readonly clock: WallClock;
  readonly log: Logger;
}

/** The whole service, ready to listen: the same for `main.ts` and for tests. */
export async function createApp({ env, clock, log }: AppParts): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    // One proxy stands before the service: of what it was told about the caller, only that one's word counts.
    trustProxy: env.tls.kind === 'proxy' ? 1 : false,
    ...(env.tls.kind === 'files' && { https: { cert: readFileSync(env.tls.cert), key: readFileSync(env.tls.key) } }),
    bodyLimit: LIMITS.importBytes,
    genReqId: requestId,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 300 },
    exposeHeadRoutes: false,
    // Refused before there is a route, and so before Nest's filter.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(request, reply, toProblem(error)),
  } as ConstructorParameters<typeof FastifyAdapter>[0]);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with({ env, clock, log }), adapter, {
    bodyParser: false,
    logger: new NestLog(log),
    abortOnError: false,
  });
  const fastify = adapter.getInstance<FastifyInstance>();
  noteMethods(fastify);
  guardDemoHost(fastify, env);
  recordRequests(fastify, log, app.get(Metrics));
  readBodies(fastify);
  endInTime(fastify);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // The console's component library sets styles from code.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: env.tls.kind === 'none' ? false : { maxAge: 15_552_000 },
  });
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', 'metrics'] });
  describeApi(app);
  await serveConsole(fastify, env.webDirectory);
  app.enableShutdownHooks();
  return app;
}

/** Who is being answered when the service stops is answered to the end, but not for ever. */
function endInTime(fastify: FastifyInstance): void {
  let isStopping = false;
  fastify.addHook('preClose', done => {
    isStopping = true;
    setTimeout(() => fastify.server.closeAllConnections(), LONGEST_FAREWELL_MS).unref();
    done();
  });
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (isStopping) reply.header('connection', 'close');
    done(null, payload);
  });
}

/** The caller's own id where it is harmless to log, else a new one. */
function requestId(request: Pick<FastifyRequest, 'headers'>): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:-]{1,64}$/.test(given) ? given : randomUUID();
}
