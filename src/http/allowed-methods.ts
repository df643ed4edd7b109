import type { FastifyInstance, FastifyRequest } from 'fastify';

import { HttpProblem } from './problem';

declare module 'fastify' {
  interface FastifyInstance {
    /** The methods that an address may be called with; none where there is nothing at it. */
    methodsAt(path: string): readonly string[];
  }
}

/** The console's page stands at every address nothing else stands at. */
const EVERYWHERE = '/*';

/** Notes the methods of all routes that are added from now on. */
export function noteMethods(fastify: FastifyInstance): void {
  const routes: { readonly address: RegExp; readonly methods: readonly string[] }[] = [];
  fastify.addHook('onRoute', ({ url, method }) => {
    if (url !== EVERYWHERE) routes.push({ address: addressOf(url), methods: [method].flat() });
  });
  fastify.decorate('methodsAt', path => {
    const found = routes.filter(({ address }) => address.test(path)).flatMap(({ methods }) => methods);
    return [...new Set(found)].sort();
  });
}

/** What to say instead of "nothing here" where there is something for other methods. */
export function wrongMethod({ server, url, method }: FastifyRequest): HttpProblem | undefined {
  const allowed = server.methodsAt(url.split('?', 1)[0] ?? '');
  if (allowed.length === 0 || allowed.includes(method)) return undefined;
  const detail = `${method} is not for this address; ${allowed.join(', ')} ${allowed.length === 1 ? 'is' : 'are'}.`;
  return new HttpProblem(405, 'method-not-allowed', detail, { allow: allowed }, { allow: allowed.join(', ') });
}

function addressOf(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/:[A-Za-z]+/g, '[^/]+')
    .replace(/\*/g, '.*');
  return new RegExp(`^${source}/?$`);
}
