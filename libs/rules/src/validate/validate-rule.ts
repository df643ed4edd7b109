import type { Problem } from '../model/problem';
import type { RecordType } from '../model/record-type';
import type { ValidRule } from '../model/rule';
import type { RuleUnderCheck } from './check';
import { CHECKS } from './checks';
import { readDraft } from './read-draft';

/** Problems told at most; a rule with more has a deeper fault. */
export const MAX_PROBLEMS = 100;

/** The verdict on a draft: a valid rule with what is doubtful about it, or everything that is wrong with it. */
export type Validation =
  | { readonly ok: true; readonly value: ValidRule; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly error: readonly Problem[] };

/** The one maker of valid rules. Takes what any stranger sends; a draft without actions is a filter and may pass. */
export function validateRule(draft: unknown, recordType: RecordType): Validation {
  const { problems: ofShape, rule } = readDraft(draft, recordType);
  const problems = [...ofShape, ...(rule ? problemsOf(rule) : [])].slice(0, MAX_PROBLEMS);
  if (!rule || problems.some(({ severity }) => severity === 'error')) return { ok: false, error: problems };
  return { ok: true, value: frozen(rule.draft) as ValidRule, problems };
}

function problemsOf(rule: RuleUnderCheck): readonly Problem[] {
  const problems: Problem[] = [];
  for (const check of CHECKS) {
    for (const problem of check(rule)) {
      problems.push(problem);
      if (problems.length >= MAX_PROBLEMS) return problems;
    }
  }
  return problems;
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
