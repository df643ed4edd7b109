import type { Action } from '../model/action';
import type { ActionRow } from '../model/action-row';
import type { Condition } from '../model/condition';
import type { Problem, Severity } from '../model/problem';
import type { RecordType } from '../model/record-type';
import type { Visit } from '../json-logic/visit-condition';
import type { CompleteRule } from '../model/rule';

/** An action of the right shape, with the row of its type and where it stands. */
export interface PlacedAction {
  readonly action: Action;
  readonly row: ActionRow;
  readonly at: string;
}

/** What every check is given: a draft within bounds, its condition read, its well-formed actions placed. */
export interface RuleUnderCheck {
  readonly draft: CompleteRule;
  /** The actions of the right shape, each with its place. */
  readonly actions: readonly PlacedAction[];
  readonly condition: Condition;
  /** Every node of the condition with its place: walked through once, however many checks look at it. */
  readonly parts: readonly Visit[];
  readonly recordType: RecordType;
}

/** One law about rules: yields a problem for every place that breaks it. */
export type Check = (rule: RuleUnderCheck) => Iterable<Problem>;

export function problem(severity: Severity, code: string, at: string, message: string, hint?: string): Problem {
  return { severity, code, at, message, ...(hint === undefined ? {} : { hint }) };
}
