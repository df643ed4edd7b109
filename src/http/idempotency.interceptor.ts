import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fail, type Result } from '@lib/rules';
import { catchError, from, mergeMap, type Observable, of } from 'rxjs';

import { DigestedBody } from './digested-body';
import { IdempotentAnswers, type KeptAnswer } from './idempotent-answers';
import { ONE_TIME_ANSWER } from './one-time-answer.decorator';
import { HttpProblem } from './problem';
import { STREAMED_ONCE } from './streamed-once.decorator';

const UNSAFE = ['POST', 'PUT', 'PATCH', 'DELETE'];
const LONGEST_KEY = 200;

type Claim = Result<KeptAnswer | undefined, 'other-request' | 'running'>;

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
    if (typeof key !== 'string' || !request.actor || !UNSAFE.includes(request.method)) return next.handle();
    const { body: sent } = request;
    const streamed = sent instanceof Readable ? new DigestedBody(sent) : undefined;
    // Applying a stream changes nothing here, and its answer is too large to be kept.
    if (streamed && !this.says(STREAMED_ONCE, context)) return next.handle();
    if (key.length === 0 || key.length > LONGEST_KEY)
      throw new HttpProblem(400, 'bad-idempotency-key', `An Idempotency-Key has 1 to ${LONGEST_KEY} characters.`);

    const id = digest(request.actor.id, key);
    const asked = (body: string) => digest(request.method, request.url, body);
    const claimed = await (streamed
      ? this.claimStreamed(id, streamed, asked)
      : this.answers.claim(id, asked(JSON.stringify(sent ?? null))));
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
    const isSecret = this.says(ONE_TIME_ANSWER, context);
    if (streamed) request.body = streamed.stream;
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        const body = answer === undefined ? '' : JSON.stringify(answer);
        const given = { status: reply.statusCode, ...(!isSecret && { body }) };
        await this.answers.keep(id, given, streamed && asked(await streamed.digest()));
        return answer;
      }),
      catchError((error: unknown) => {
        streamed?.giveUp();
        return from(
          this.answers.release(id).then(
            () => Promise.reject(error as Error),
            () => Promise.reject(error as Error),
          ),
        );
      }),
    );
  }

  /** What a stream asks for is known at its end: until then its key stands for its address, afterwards for its digest too. */
  private async claimStreamed(id: string, body: DigestedBody, asked: (body: string) => string): Promise<Claim> {
    const first = await this.answers.claim(id, asked('a stream that is not read yet'));
    if (first.ok || first.error === 'running') return first;
    const claimed = await this.answers.claim(id, asked(await body.digest()));
    if (!claimed.ok || claimed.value) return claimed;
    // The answer was forgotten while the body was read, and the body is gone: let it be sent again.
    await this.answers.release(id);
    return fail('running');
  }

  private says(mark: symbol, context: ExecutionContext): boolean {
    return this.reflector.get<boolean | undefined>(mark, context.getHandler()) === true;
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
