import { existsSync } from 'node:fs';
import { join } from 'node:path';

import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { HttpProblem } from './problem';
import { sendProblem } from './problem.filter';

const OWN = /^\/(api|health|metrics)(\/|$|\?)/;

/** Serves the built console. Addresses inside it all give the one page; unknown ones under `/api` stay problems. */
export async function serveConsole(fastify: FastifyInstance, directory: string): Promise<void> {
  const isBuilt = existsSync(join(directory, 'index.html'));
  if (isBuilt) {
    await fastify.register(fastifyStatic, {
      root: directory,
      wildcard: false,
      index: false,
      cacheControl: false,
      setHeaders: (reply, path) => {
        // Built files carry a hash in their name; the page that names them must always be asked for.
        reply.header(
          'cache-control',
          /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    });
  }
  fastify.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    const isAsset = /\.[a-z0-9]{2,5}(\?|$)/i.test(request.url);
    if (!isBuilt || isAsset || OWN.test(request.url)) {
      const detail =
        isBuilt || OWN.test(request.url)
          ? 'There is nothing at this address.'
          : 'The console has not been built (npm run build).';
      sendProblem(request, reply, new HttpProblem(404, 'not-found', detail));
      return reply;
    }
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}
