import { parameterOf } from '../../model/action-row';
import { dateFormatFault } from '../../model/date-format';
import type { Problem } from '../../model/problem';
import { problem, type RuleUnderCheck } from '../check';

/** A format dates are read by says year, month and day. */
export function* readableFormat({ actions }: RuleUnderCheck): Generator<Problem> {
  for (const { action, row, at } of actions) {
    for (const { name, kind } of row.parameters) {
      const fault = kind === 'date-format' ? dateFormatFault(parameterOf(action, name)) : undefined;
      if (fault === undefined) continue;
      const message = `The date format cannot be used: ${fault}.`;
      yield problem(
        'error',
        'bad-date-format',
        `${at}/${name}`,
        message,
        'For example DD.MM.YYYY or MM/DD/YYYY HH:mm.',
      );
    }
  }
}
