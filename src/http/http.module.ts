import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import type { Logger } from 'pino';

import { LOG } from '../runtime/log';
import { DtoPipe } from './dto.pipe';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { IdempotentAnswers } from './idempotent-answers';
import { ProblemFilter } from './problem.filter';
import { TypeormIdempotentAnswers } from './typeorm-idempotent-answers';

@Global()
@Module({
  providers: [
    { provide: IdempotentAnswers, useClass: TypeormIdempotentAnswers },
    { provide: APP_PIPE, useClass: DtoPipe },
    { provide: APP_FILTER, inject: [LOG], useFactory: (log: Logger) => new ProblemFilter(log) },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
  ],
  exports: [IdempotentAnswers],
})
export class HttpModule {}
