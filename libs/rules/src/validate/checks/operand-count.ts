import { findOperator } from '../../model/operator-table';
import { findStandardRow } from '../../model/standard-operator';
import type { Condition } from '../../model/condition';
import type { Problem } from '../../model/problem';
import { operationOf } from '../../json-logic/read-condition';
import { problem, type RuleUnderCheck } from '../check';

/** Every operator has as many operands as it takes. */
export function* operandCount({ parts }: RuleUnderCheck): Generator<Problem> {
  for (const { node, at } of parts) {
    const found = countOf(node);
    if (!found) continue;
    const { name, min, max, count } = found;
    if (count >= min && count <= max) continue;
    const wanted = min === max ? `${min}` : max === Number.MAX_SAFE_INTEGER ? `at least ${min}` : `${min} to ${max}`;
    yield problem(
      'error',
      'wrong-arity',
      at,
      `"${name}" takes ${wanted} operand${wanted === '1' ? '' : 's'}, not ${count}.`,
    );
  }
}

function countOf(node: Condition): { name: string; min: number; max: number; count: number } | undefined {
  if (node.kind === 'operation') {
    const row = findOperator(node.operator);
    return row && { name: row.logic, ...row.arity, count: node.operands.length };
  }
  if (node.kind !== 'logic') return undefined;
  const operation = operationOf(node.logic);
  const row = operation && findStandardRow(operation.operator);
  return row && { ...row, count: operation.operands.length };
}
