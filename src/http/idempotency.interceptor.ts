import { createHash } from 'node:crypto';

import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, from, mergeMap, type Observable, of } from 'rxjs';

import { IdempotentAnswers } from './idempotent-answers';
import { ONE_TIME_ANSWER } from './one-time-answer.decorator';
import { HttpProblem } from './problem';

const UNSAFE = ['POST', 'PUT', 'PATCH', 'DELETE'];
const LONGEST_KEY = 200;

/** Answers a repeated unsafe call as the first time. Calls that failed are not kept: they changed nothing. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    @Inject(IdempotentAnswers) private readonly answers: IdempotentAnswers,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const key = request.headers['idempotency-key'];
    // Streams are not kept: their answers are too large, and applying changes nothing here.
    if (typeof key !== 'string' || !request.actor || !UNSAFE.includes(request.method) || isStream(request.body))
      return next.handle();
    if (key.length === 0 || key.length > LONGEST_KEY)
      throw new HttpProblem(400, 'bad-idempotency-key', `An Idempotency-Key has 1 to ${LONGEST_KEY} characters.`);

    const id = digest(request.actor.id, key);
    const claimed = await this.answers.claim(
      id,
      digest(request.method, request.url, JSON.stringify(request.body ?? null)),
    );
    if (!claimed.ok) throw refusal(claimed.error);
    if (claimed.value) {
      const { status, body } = claimed.value;
      if (body === undefined)
        throw new HttpProblem(
          409,
          'answer-not-kept',
          'This was done before; its answer held a secret and was not kept.',
        );
      void reply
        .status(status)
        .header('idempotent-replay', 'true')
        .header('content-type', 'application/json; charset=utf-8');
      return of(body === '' ? undefined : (JSON.parse(body) as unknown));
    }
    const isSecret = this.reflector.get<boolean | undefined>(ONE_TIME_ANSWER, context.getHandler()) === true;
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        const body = answer === undefined ? '' : JSON.stringify(answer);
        await this.answers.keep(id, { status: reply.statusCode, ...(!isSecret && { body }) });
        return answer;
      }),
      catchError((error: unknown) =>
        from(
          this.answers.release(id).then(
            () => Promise.reject(error as Error),
            () => Promise.reject(error as Error),
          ),
        ),
      ),
    );
  }
}

function refusal(kind: 'other-request' | 'running'): HttpProblem {
  return kind === 'running'
    ? new HttpProblem(
        409,
        'still-running',
        'The first call with this Idempotency-Key is still running.',
        {},
        { 'retry-after': '1' },
      )
    : new HttpProblem(422, 'idempotency-key-reused', 'This Idempotency-Key was used for another request.');
}

function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

function isStream(body: unknown): boolean {
  return body !== null && typeof body === 'object' && 'pipe' in body && typeof body.pipe === 'function';
}
