import type { ByLanguage } from './language';
import type { Run } from './run';

/** What an operand may be. `any` takes what comes; a list operand is a list field or a written list. */
export type OperandType =
  | 'any'
  | 'condition'
  | 'number'
  | 'text'
  | 'list'
  | 'list-or-text'
  | 'ordered'
  | 'pattern'
  | 'duration'
  | 'period'
  | 'list-reference'
  | 'postcode-country';

export type OperatorFamily =
  'connective' | 'equality' | 'order' | 'membership' | 'text' | 'arithmetic' | 'date' | 'predicate';

/**
 * What an empty operand does: `never-true` no empty value makes the operator true · `as-zero` null counts as 0, so a
 * guard is needed · `as-value` null is a value like any other · `stays-empty` the result is empty too.
 */
export type NullBehaviour = 'never-true' | 'as-zero' | 'as-value' | 'stays-empty';

/** One operator, whole: every stage reads what it needs from this row, and nothing about an operator stands elsewhere. */
export interface OperatorRow {
  /** Its name in JSON-Logic. */
  readonly logic: string;
  readonly family: OperatorFamily;
  /** True for operators that standard JSON-Logic engines learn through `registerOperators`. */
  readonly added: boolean;
  /** True for predicates that only people write: translators never do. */
  readonly byHand?: true;
  /** How a predicate and its opposite are said after the value it is asked of. */
  readonly says?: ByLanguage<{ readonly plain: string; readonly negated: string }>;
  /** The first word explains, all of them translate. */
  readonly words: ByLanguage<readonly string[]>;
  readonly arity: { readonly min: number; readonly max: number };
  /** Types of the operands in order; the last one holds for all further ones. */
  readonly operands: readonly OperandType[];
  readonly result: 'boolean' | 'number' | 'text' | 'date' | 'any';
  readonly onNull: NullBehaviour;
  /** The operator on evaluated operands, exactly as json-logic-js (and, for ours, its registered twin) computes it. */
  evaluate(run: Run, ...operands: readonly unknown[]): unknown;
}

/** The type the operand at this place must have. */
export function operandTypeAt(row: OperatorRow, index: number): OperandType {
  return row.operands[Math.min(index, row.operands.length - 1)] ?? 'any';
}
