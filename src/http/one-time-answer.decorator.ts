import { SetMetadata } from '@nestjs/common';

export const ONE_TIME_ANSWER = Symbol('one-time answer');

/** The answer carries a secret: it is not kept for a repeated `Idempotency-Key`, which then only says that it was done. */
export const OneTimeAnswer = () => SetMetadata(ONE_TIME_ANSWER, true);
