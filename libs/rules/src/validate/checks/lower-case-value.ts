import type { Problem } from '../../model/problem';
import { problem, type RuleUnderCheck } from '../check';

/** A text in lower case is never equal to one with capitals, so such a comparison is a slip. */
export function* lowerCaseValue({ parts }: RuleUnderCheck): Generator<Problem> {
  for (const { node, at } of parts) {
    if (node.kind !== 'operation' || (node.operator !== '==' && node.operator !== 'in')) continue;
    if (!node.operands.some(operand => operand.kind === 'operation' && operand.operator === 'lower')) continue;
    const values = node.operands.flatMap(operand => (operand.kind === 'literal' ? [operand.value].flat() : []));
    const capital = values.find(value => typeof value === 'string' && value !== value.toLowerCase());
    if (typeof capital !== 'string') continue;
    const message = `Nothing in lower case is ever "${capital.slice(0, 60)}".`;
    yield problem('warning', 'never-lower-case', at, message, `Write "${capital.slice(0, 60).toLowerCase()}".`);
  }
}
