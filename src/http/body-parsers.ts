import type { Readable } from 'node:stream';

import { parseJson } from '@lib/records';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';

import { LIMITS } from '../config/limits';
import { HttpProblem } from './problem';

/** A body of these types is never read as a whole: the route gets the stream. */
const STREAMED = ['application/x-ndjson', 'application/ndjson', 'text/csv'];

interface StreamedRoute {
  readonly streamsJson?: boolean;
  readonly streamsText?: boolean;
}

/** On this route a JSON body too is handed on as the stream it is, unread. */
export const StreamsJson = () => RouteConfig({ streamsJson: true } satisfies StreamedRoute);

/** On this route plain text is handed on as a stream; elsewhere nothing is said in it. */
export const StreamsText = () => RouteConfig({ streamsText: true } satisfies StreamedRoute);

/**
 * Reads bodies. JSON is parsed as it stands, numbers that none can hold as texts, `__proto__` keys included: they become
 * own properties, which is all that rules and records ever look at, and nothing here copies properties from one object
 * to another by assignment.
 */
export function readBodies(fastify: FastifyInstance): void {
  // Fastify would hand plain text on as a string, however long it is.
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('onRequest', (request, _reply, done) => {
    const encoding = request.headers['content-encoding'];
    if (encoding === undefined || encoding === 'identity') return done();
    done(
      new HttpProblem(
        415,
        'unsupported-content-type',
        `Bodies compressed with ${encoding.slice(0, 20)} are not read. Send the body as it is, without Content-Encoding.`,
      ),
    );
  });
  for (const type of STREAMED) fastify.addContentTypeParser(type, (_request, payload, done) => done(null, payload));
  fastify.addContentTypeParser('text/plain', (request, payload, done) => {
    const { streamsText } = request.routeOptions.config as StreamedRoute;
    if (streamsText) return done(null, payload);
    done(new HttpProblem(415, 'unsupported-content-type', 'Plain text is not read here. Send application/json.'));
  });
  fastify.addContentTypeParser('application/json', (request: FastifyRequest, payload, done) => {
    const { streamsJson } = request.routeOptions.config as StreamedRoute;
    if (streamsJson) return done(null, payload);
    readJson(request, payload).then(
      body => done(null, body),
      (error: unknown) => done(error as Error),
    );
  });
}

async function readJson(request: FastifyRequest, payload: Readable): Promise<unknown> {
  const tooLarge = () =>
    new HttpProblem(413, 'too-large', `A JSON body has at most ${LIMITS.bodyBytes} bytes.`, {
      limit: LIMITS.bodyBytes,
    });
  if (Number(request.headers['content-length'] ?? 0) > LIMITS.bodyBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  // Given up, it is left open: the rest goes by unread, and who sends it comes to read the answer.
  for await (const chunk of payload.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length;
    if (size > LIMITS.bodyBytes) throw tooLarge();
    chunks.push(chunk as Buffer);
  }
  if (size === 0) return undefined;
  const text = decode(Buffer.concat(chunks));
  try {
    return parseJson(text);
  } catch (error) {
    throw new HttpProblem(400, 'bad-json', `The body is no JSON: ${(error as Error).message.replace(/, ?".*$/s, '')}.`);
  }
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new HttpProblem(400, 'bad-json', 'The body is not UTF-8.');
  }
}
