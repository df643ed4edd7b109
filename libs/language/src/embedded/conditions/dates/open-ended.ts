import { has } from '../../cursor';
import { type Parsed, type ParseState, testOn } from '../parse-state';
import { fieldSays } from '../../../grounding/fields/field-senses';
import { isDateField } from '../../../grounding/fields/date-field';

/** "on an open-ended contract", "con contrato indefinido", "les CDI": a day that lies ahead and never comes is empty. */
export function parseOpenEnded(state: ParseState, at: number, negated: boolean): Parsed | undefined {
  const { chunks } = state;
  const lacks = has(chunks[at], 'without');
  let next = at;
  while (next < at + 3 && has(chunks[next], 'have', 'without', 'be', 'det', 'in', 'of') && !chunks[next]?.opposite)
    next++;
  const chunk = chunks[next];
  if (!chunk?.opposite) return undefined;
  const days = chunk.fields.filter(({ field }) => isDateField(field) && !fieldSays(field, 'passed'));
  if (days.length === 0 || days.length < chunk.fields.length) return undefined;
  const test = testOn(state, days, at, next + 1, () => ({ is: lacks && !negated ? 'filled' : 'empty' }));
  return test && { meaning: test, to: next + 1 };
}
