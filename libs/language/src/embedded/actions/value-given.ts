import type { Field } from '@lib/rules';
import { targetAt } from './action-target';
import type { ActionContext, FoundAction } from './action-text';
import { endsOrder, leavesOrder } from './clause-end';
import { startsClause } from './clause-start';
import { readNewValue, setTo } from './new-value';
import { valueOf } from '../conditions/operands';
import { has, isBound } from '../cursor';
import { says } from '../saying';
import type { Chunk, Grounding } from '../../grounding/link-words';

/** "lower the discount to 0", "senke den Rabatt auf 5": brought up or down to a number, whatever it is now. */
export function parseBringingNumber(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  const verb = chunks[at];
  const moves = has(verb, 'reckon') || says(verb, 'goingUp', 'goingDown');
  if (!moves || verb?.quote !== undefined || verb?.values.length || !startsClause(chunks, at)) return undefined;
  // "put the price up to 5": its particle stands behind the field.
  const target = targetAt(chunks, has(chunks[at + 1], 'off') ? at + 2 : at + 1, grounding);
  if (target?.field.type !== 'number') return undefined;
  const joint = has(chunks[target.to], 'off') && !has(chunks[target.to], 'to') ? target.to + 1 : target.to;
  if (!has(chunks[joint], 'to', 'into') || chunks[joint + 1]?.number === undefined) return undefined;
  const read = readNewValue(context, joint + 1, target.field, grounding);
  const ends = read && (leavesOrder(chunks, read.to) || has(chunks[read.to], 'on', 'in', 'of'));
  return read && ends ? { actions: [setTo(target.field, read.value)], to: read.to } : undefined;
}

/** Whether a value stands here that this field can hold, and no name of anything else. */
const fits = (value: Chunk | undefined, field: Field): boolean =>
  value?.quote !== undefined ||
  (field.type === 'number' && value?.number !== undefined) ||
  (field.type === 'boolean' && has(value, 'trueWord', 'falseWord')) ||
  ((field.type === 'date' || field.type === 'datetime') && value?.date !== undefined) ||
  valueOf(value, field) !== undefined;

/** "blocked orders get discount 0", "… gets critical = true", "… should have a priority of high": a field and the value it comes to have. */
export function parseGettingValue(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  const verb = chunks[at];
  const gets = has(verb, 'gets') && has(verb, 'give') && verb?.quote === undefined;
  if (!context.conditionBefore || !gets || has(chunks[at - 1], 'where', 'not', 'if', 'det', 'does')) return undefined;
  if (chunks.some(chunk => has(chunk, 'ask') && !has(chunk, 'filler', 'if', 'where'))) return undefined;
  let name = at + 1;
  while (name < at + 4 && has(chunks[name], 'give', 'have', 'det', 'then', 'them') && !chunks[name]?.fields[0]) name++;
  const target = targetAt(chunks, name, grounding);
  if (!target || target.field.type === 'list' || isBound(chunks[target.to])) return undefined;
  let value = target.to;
  while (
    value < target.to + 2 &&
    has(chunks[value], 'eq', 'of', 'to', 'be', 'as') &&
    !fits(chunks[value], target.field)
  )
    value++;
  if (!fits(chunks[value], target.field)) return undefined;
  const read = readNewValue(context, value, target.field, grounding);
  return read && endsOrder(chunks, read.to) ? { actions: [setTo(target.field, read.value)], to: read.to } : undefined;
}

/** How far the new value may stand behind the one there is. */
const FAR = 8;

/** "change the currency from GBP to EUR", "status open to closed": the value there is, which says which records, and the new one. */
export function parseFromTo(
  context: ActionContext,
  field: Field,
  at: number,
  grounding: Grounding,
): FoundAction | undefined {
  const { chunks } = context;
  const led = has(chunks[at], 'from') && chunks[at]?.quote === undefined && !valueOf(chunks[at], field);
  const first = led ? at + 1 : at;
  if (!fits(chunks[first], field) || (!led && valueOf(chunks[first], field)?.via === 'part')) return undefined;
  for (let joint = first + 1; joint < first + FAR && chunks[joint] && !isBound(chunks[joint]); joint++) {
    if (!has(chunks[joint], 'to') || has(chunks[joint], 'and', 'or') || chunks[joint]?.quote !== undefined) continue;
    const read = readNewValue(context, joint + 1, field, grounding);
    return read && (leavesOrder(chunks, read.to) || has(chunks[read.to], 'on', 'in', 'of', 'besides'))
      ? { actions: [setTo(field, read.value)], to: read.to, inner: [first, joint] }
      : undefined;
  }
  return undefined;
}
