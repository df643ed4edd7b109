import { SetMetadata } from '@nestjs/common';

export const STREAMED_ONCE = Symbol('streamed once');

/** A streamed body counts for `Idempotency-Key` here: by its digest, taken while it is read. Elsewhere streams change nothing. */
export const StreamedOnce = () => SetMetadata(STREAMED_ONCE, true);
