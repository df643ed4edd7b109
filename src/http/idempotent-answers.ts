import type { Result } from '@lib/rules';

export interface KeptAnswer {
  readonly status: number;
  /** JSON, or undefined where the answer carried a secret and was not kept. */
  readonly body?: string;
}

/** What was answered to unsafe calls, so that a call repeated with the same `Idempotency-Key` does nothing twice. */
export abstract class IdempotentAnswers {
  /**
   * Claims a key for a request. `ok` with nothing: go on. `ok` with an answer: it was done before.
   * `other-request`: the key belongs to another one. `running`: the first call has not ended.
   */
  abstract claim(id: string, request: string): Promise<Result<KeptAnswer | undefined, 'other-request' | 'running'>>;
  /** `request`: what was asked for, where that was known only at the end. */
  abstract keep(id: string, answer: KeptAnswer, request?: string): Promise<void>;
  /** Gives the key back, after a call that failed and changed nothing. */
  abstract release(id: string): Promise<void>;
  /** Forgets answers older than a day, and calls that a killed process left running. */
  abstract sweep(): Promise<void>;
}
