import { PERIODS, readDuration } from '../../model/today';
import type { Problem } from '../../model/problem';
import { problem, type RuleUnderCheck } from '../check';

/** `today` moves by a written duration of whole days and goes back to the start of a known period. */
export function* knownSpan({ parts }: RuleUnderCheck): Generator<Problem> {
  for (const { node, at } of parts) {
    if (node.kind !== 'operation' || node.operator !== 'today') continue;
    const [offset, period] = node.operands.map(operand => (operand.kind === 'literal' ? operand.value : undefined));
    if (
      node.operands.length > 0 &&
      offset !== '' &&
      offset !== null &&
      (typeof offset !== 'string' || !readDuration(offset))
    ) {
      yield problem(
        'error',
        'bad-duration',
        `${at}/today`,
        'The distance must be a duration of whole days, weeks, months or years.',
        'For example -P30D or P1Y.',
      );
    }
    if (node.operands.length > 1 && !PERIODS.some(known => known === period)) {
      yield problem('error', 'bad-period', `${at}/today`, `The period must be one of ${PERIODS.join(', ')}.`);
    }
  }
}
