export type Severity = 'error' | 'warning' | 'info';

/** Something wrong with a rule: the same object for the screen, the API's answer and a model's repair turn. */
export interface Problem {
  readonly severity: Severity;
  /** Stable, kebab-case: programs decide by it. */
  readonly code: string;
  /** JSON pointer into the draft (`/condition/and/0`). */
  readonly at: string;
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
}
