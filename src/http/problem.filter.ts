import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

import { DatabaseFailure, readDriverError } from '../database/database-failure';
import { wrongMethod } from './allowed-methods';
import { passOverBody } from './pass-over-body';
import { HttpProblem, problemDocument } from './problem';

/** The code of an address at which there is nothing; what is not there under an address that is has codes of its own. */
const NOTHING_HERE = 'not-found';

const CODES: Readonly<Record<number, string>> = {
  400: 'bad-request',
  401: 'signed-out',
  403: 'forbidden',
  404: NOTHING_HERE,
  405: 'method-not-allowed',
  408: 'too-slow',
  413: 'too-large',
  415: 'unsupported-content-type',
  429: 'too-many-calls',
  431: 'headers-too-large',
};

/** Turns whatever was thrown into a problem document. What nobody expected is logged and answered without details. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = toProblem(error);
    if (problem.status >= 500 && !(error instanceof HttpProblem)) {
      this.log.error({ requestId: request.id, error: describe(error) }, 'request failed');
    }
    sendProblem(request, reply, problem);
  }
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, found: HttpProblem): void {
  const problem = (found.code === NOTHING_HERE && wrongMethod(request)) || found;
  if (reply.sent || reply.raw.headersSent) {
    // Half an answer is out: ending the connection is the only way left to say that it is not whole.
    reply.raw.destroy();
    return;
  }
  void reply
    .status(problem.status)
    .headers(problem.headers)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemDocument(problem, `urn:rulewright:request:${request.id}`)));
  passOverBody(request.raw);
}

export function toProblem(thrown: unknown): HttpProblem {
  if (thrown instanceof HttpProblem) return thrown;
  const error = readDriverError(thrown);
  if (error instanceof DatabaseFailure) {
    return error.kind === 'full'
      ? new HttpProblem(503, 'storage-unavailable', `${error.message} Nothing was stored.`)
      : new HttpProblem(503, 'busy', `${error.message} Nothing was stored; try again.`, {}, { 'retry-after': '2' });
  }
  if (error instanceof HttpException) {
    const status = error.getStatus();
    if (status === 415) return unsupportedType();
    return new HttpProblem(
      status,
      CODES[status] ?? 'refused',
      status === 404 ? 'There is nothing at this address.' : error.message,
    );
  }
  if (codeOf(error) === 'FST_ERR_BAD_URL')
    return new HttpProblem(400, 'bad-address', 'The address is not properly percent-encoded UTF-8.');
  const status = statusOf(error);
  if (status !== undefined && status >= 400 && status < 500) {
    return new HttpProblem(status, CODES[status] ?? 'bad-request', (error as Error).message);
  }
  return new HttpProblem(500, 'internal', 'Something broke on our side. The request id tells the log where.');
}

function unsupportedType(): HttpProblem {
  return new HttpProblem(
    415,
    'unsupported-content-type',
    'Send application/json; records may also come as text/csv or application/x-ndjson. Name it in Content-Type.',
  );
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** Fastify's own refusals (body too large, unknown content type, broken JSON) carry their status. */
function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('statusCode' in error)) return undefined;
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}

/** A driver's message may quote what was sent: of a failed query only its code is logged. */
function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const isQuery = error.name === 'QueryFailedError';
  const code = (error as { code?: unknown }).code;
  return {
    type: error.name,
    message: isQuery ? 'a query failed' : error.message,
    ...(typeof code === 'string' && { code }),
    stack: error.stack
      ?.split('\n')
      .slice(isQuery ? 1 : 0, 12)
      .join('\n'),
  };
}
