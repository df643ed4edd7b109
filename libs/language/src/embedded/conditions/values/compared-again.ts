import { endsClause, has } from '../../cursor';
import { readFieldOperand } from '../numbers/field-operand';
import { comparatorOf } from '../operands';
import { type Parsed, type ParseState, tested } from '../parse-state';

/** "license state is filled but not the same as the practice state": the field last spoken of is compared with another. */
export function parseComparedAgain(state: ParseState, at: number): Parsed | undefined {
  const { chunks, lastField } = state;
  const operator = lastField && comparatorOf(chunks[at]);
  if (!lastField || operator === undefined || !has(chunks[at - 1], 'and', 'or', 'but', 'comma')) return undefined;
  const behind = chunks[at + 1];
  if (behind?.number ?? behind?.date ?? behind?.quote) return undefined;
  const other = readFieldOperand(state, at + 1, lastField);
  if (!other || other.field === lastField || other.field.type !== lastField.type) return undefined;
  if (!endsClause(chunks[other.to])) return undefined;
  const factor = other.factor === undefined ? {} : { factor: other.factor };
  return tested(state, lastField, { is: 'field', operator, other: other.field, ...factor }, at, other.to);
}
