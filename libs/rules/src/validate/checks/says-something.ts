import type { Condition } from '../../model/condition';
import type { Problem } from '../../model/problem';
import { problem, type RuleUnderCheck } from '../check';

/**
 * A condition reads at least one field; one that does not is the same for every record. `true` says so on purpose. A text, a
 * number or a list that stands for a condition is a slip of the pen: to JSON-Logic `[null]` is every record, `[]` none.
 */
export function* saysSomething({ condition, parts }: RuleUnderCheck): Generator<Problem> {
  if (condition.kind === 'literal' && condition.value === true) return;
  if (isPlainValue(condition)) {
    const hint = 'A rule for every record says true.';
    yield problem('error', 'not-a-condition', '/condition', 'A condition is an operation, such as {"==": …}.', hint);
    return;
  }
  for (const { node } of parts) {
    if (node.kind === 'field' || node.kind === 'logic') return;
  }
  yield problem(
    'warning',
    'constant-condition',
    '/condition',
    'The condition reads no field, so it is the same for every record.',
    'A rule for every record says true.',
  );
}

/** An object that is no operation has its own refusal. */
function isPlainValue(condition: Condition): boolean {
  if (condition.kind !== 'literal') return condition.kind === 'list';
  const { value } = condition;
  return Array.isArray(value) || value === null || typeof value === 'string' || typeof value === 'number';
}
