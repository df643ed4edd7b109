import type { Clock } from './clock';

/** What one evaluation may use up before it ends in an error for its record. */
export interface Budget {
  /** Operations repeated by iterators, and text looked at, in units of 64 characters. */
  readonly steps: number;
  /** Characters and list elements made. */
  readonly output: number;
}

export const DEFAULT_BUDGET: Budget = { steps: 1_000_000, output: 1_000_000 };

/** How much of a text is looked at in one step. */
export const TEXT_PER_STEP = 64;

/** How deep lists inside lists may be when they are turned into text. */
export const MAX_TEXT_DEPTH = 200;

export type EvaluationErrorCode =
  | 'too-many-steps'
  | 'too-much-output'
  | 'too-deep'
  | 'unknown-operator'
  | 'bad-pattern'
  | 'bad-duration'
  | 'bad-operand'
  | 'not-writable'
  | 'no-such-list';

/** Why one record could not be judged or changed; other records are not concerned. */
export interface EvaluationError {
  readonly code: EvaluationErrorCode;
  readonly message: string;
  /** JSON pointer into the rule. */
  readonly at?: string;
}

/** Unwinds one evaluation; caught where a record's turn began, never seen by callers. */
export class EvaluationBreak extends Error {
  override readonly name = 'EvaluationBreak';
  constructor(
    readonly code: EvaluationErrorCode,
    message: string,
    readonly at?: string,
  ) {
    super(message);
  }
}

/** One evaluation under way: its clock, what is left of its budget, and where in the rule it stands. */
export class Run {
  steps: number;
  output: number;
  at = '';

  constructor(
    readonly clock: Clock,
    budget: Budget = DEFAULT_BUDGET,
  ) {
    this.steps = budget.steps;
    this.output = budget.output;
  }

  step(count = 1): void {
    this.steps -= count;
    if (this.steps < 0) this.stop('too-many-steps', 'The rule takes too many steps on this record.');
  }

  /** Charges looking at a text of this length; short ones are part of the operation that looks. */
  look(length: number): void {
    if (length >= TEXT_PER_STEP) this.step(Math.floor(length / TEXT_PER_STEP));
  }

  make(size: number): void {
    this.output -= size;
    if (this.output < 0) this.stop('too-much-output', 'The rule makes too much output on this record.');
  }

  stop(code: EvaluationErrorCode, message: string): never {
    throw new EvaluationBreak(code, message, this.at || undefined);
  }
}
