import type { Problem } from '../../model/problem';
import { visitCondition } from '../../json-logic/visit-condition';
import { problem, type RuleUnderCheck } from '../check';

/** A condition reads at least one field; one that does not is the same for every record. `true` says so on purpose. */
export function* saysSomething({ condition }: RuleUnderCheck): Generator<Problem> {
  if (condition.kind === 'literal' && condition.value === true) return;
  for (const { node } of visitCondition(condition, '/condition')) {
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
