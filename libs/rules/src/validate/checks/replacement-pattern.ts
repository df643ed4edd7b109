import { parameterOf } from '../../model/action-row';
import { compilePattern, missingGroup } from '../../model/pattern';
import type { Problem } from '../../model/problem';
import { problem, type RuleUnderCheck } from '../check';

/** An action's regular expression can be run in time linear in the text, and its replacement names groups it has. */
export function* replacementPattern({ actions }: RuleUnderCheck): Generator<Problem> {
  for (const { action, row, at } of actions) {
    for (const { name, kind } of row.parameters) {
      if (kind !== 'pattern') continue;
      const pattern = parameterOf(action, name);
      const compiled = compilePattern(pattern);
      if (!compiled.ok) {
        const message = `The regular expression cannot be used: ${compiled.error}.`;
        const hint = 'Look-around and back references are not part of RE2 syntax.';
        yield problem('error', 'bad-pattern', `${at}/${name}`, message, hint);
        continue;
      }
      const missing = missingGroup(pattern, parameterOf(action, 'replace'));
      if (missing === undefined) continue;
      const hint = 'Write $$ for a dollar sign.';
      yield problem('error', 'no-such-group', `${at}/replace`, `The pattern has no group $${missing}.`, hint);
    }
  }
}
