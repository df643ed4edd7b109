import { compilePattern } from '../../model/pattern';
import type { Problem } from '../../model/problem';
import { problem, type RuleUnderCheck } from '../check';

/** Every regular expression is written out and can be run in time linear in the text. */
export function* usablePattern({ parts }: RuleUnderCheck): Generator<Problem> {
  for (const { node, at } of parts) {
    if (node.kind !== 'operation' || node.operator !== 'matches') continue;
    const pattern = node.operands[1];
    if (!pattern) continue;
    if (pattern.kind !== 'literal' || typeof pattern.value !== 'string') {
      yield problem('error', 'bad-pattern', `${at}/matches/1`, 'A regular expression must be written out as a text.');
      continue;
    }
    const compiled = compilePattern(pattern.value);
    if (compiled.ok) continue;
    const hint = 'Look-around and back references are not part of RE2 syntax.';
    yield problem(
      'error',
      'bad-pattern',
      `${at}/matches/1`,
      `The regular expression cannot be used: ${compiled.error}.`,
      hint,
    );
  }
}
