import type { JsonValue } from './json';

/** The name under which a running rule appears in outcomes. */
export interface RuleRef {
  readonly rule: string;
  readonly version: number;
  readonly name: string;
}

/** One change an action made; enough to undo this rule's effect alone. */
export type Change =
  | {
      readonly rule: string;
      readonly action: number;
      readonly path: string;
      readonly add: string;
      readonly replaced?: ReplacedBy;
    }
  | {
      readonly rule: string;
      readonly action: number;
      readonly path: string;
      readonly remove: string;
      readonly replaced?: ReplacedBy;
    }
  | {
      readonly rule: string;
      readonly action: number;
      readonly path: string;
      readonly from: JsonValue;
      readonly to: JsonValue;
      /** Where an earlier rule of the same run had written this path: that rule, and what it had written. */
      readonly replaced?: ReplacedBy;
    };

export interface ReplacedBy {
  readonly rule: string;
  readonly value: JsonValue;
}

/** What applying a rule set did to one record. */
export interface Outcome {
  readonly matched: readonly RuleRef[];
  readonly changes: readonly Change[];
  /** Reasons of `flag` actions are changes at path `flags`, added like tags. */
  readonly record: { readonly [field: string]: JsonValue };
  /** Set where the record could not be judged; then nothing is changed. */
  readonly error?: { readonly code: string; readonly message: string; readonly rule?: string; readonly at?: string };
}
