import { findOperator, OPERATORS } from '../../model/operator-table';
import { isStandardOperator, STANDARD_OPERATORS } from '../../model/standard-operator';
import type { Problem } from '../../model/problem';
import { operationOf } from '../../json-logic/read-condition';
import { problem, type RuleUnderCheck } from '../check';
import { didYouMean } from '../nearest';

/** Every operator is one of the table or of standard JSON-Logic; no branch is excused for never being reached. */
export function* knownOperator({ parts }: RuleUnderCheck): Generator<Problem> {
  for (const { node, at } of parts) {
    if (node.kind !== 'logic') continue;
    const name = operationOf(node.logic)?.operator ?? '';
    if (findOperator(name) || isStandardOperator(name)) continue;
    const known = [...OPERATORS.map(row => row.logic), ...STANDARD_OPERATORS.map(({ name: standard }) => standard)];
    yield problem(
      'error',
      'unknown-operator',
      at,
      `There is no operator "${name.slice(0, 100)}".`,
      didYouMean(name, known),
    );
  }
}
