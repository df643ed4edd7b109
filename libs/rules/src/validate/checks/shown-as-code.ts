import type { Problem } from '../../model/problem';
import { isStandardOperator } from '../../model/standard-operator';
import { operationOf } from '../../json-logic/read-condition';
import { problem, type RuleUnderCheck } from '../check';

/** JSON-Logic outside the table runs, but can only be shown as code: reviewers are told. */
export function* shownAsCode({ parts }: RuleUnderCheck): Generator<Problem> {
  for (const { node, at, inElement } of parts) {
    const name = node.kind === 'logic' && !inElement ? operationOf(node.logic)?.operator : undefined;
    if (name === undefined || !isStandardOperator(name)) continue;
    yield problem('info', 'shown-as-code', at, `"${name}" cannot be said in words; it is shown as code.`);
  }
}
