import type { Condition } from '../model/condition';
import type { Problem, Severity } from '../model/problem';
import type { RecordType } from '../model/record-type';
import type { RuleDraft } from '../model/rule';

/** What every check is given: a draft of the right shape and within bounds, its condition read. */
export interface RuleUnderCheck {
  readonly draft: Required<RuleDraft>;
  readonly condition: Condition;
  readonly recordType: RecordType;
}

/** One law about rules: yields a problem for every place that breaks it. */
export type Check = (rule: RuleUnderCheck) => Iterable<Problem>;

export function problem(severity: Severity, code: string, at: string, message: string, hint?: string): Problem {
  return { severity, code, at, message, ...(hint === undefined ? {} : { hint }) };
}
