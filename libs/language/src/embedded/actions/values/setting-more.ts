import { type Target, targetAt } from './action-target';
import type { ActionContext, FoundAction } from '../action-text';
import { has, isBound } from '../../cursor';
import { says } from '../../saying';
import { readNewValue, setTo } from './new-value';
import { valueOf } from '../../conditions/operands';
import type { Chunk, Grounding } from '../../../grounding/link-words';

/** "set A to x and B to y": the verb is said once. */
export function parseSettingMore(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  if (context.setting !== true) return undefined;
  const listed = context.listed === at;
  if (!listed && !has(chunks[at - 1], 'and')) return undefined;
  const target = targetAt(chunks, at, grounding);
  if (!target || !has(chunks[target.to], 'to', 'eq', 'into', 'as') || says(chunks[target.to], 'besideTo'))
    return undefined;
  const read = readNewValue(context, target.to + 1, target.field, grounding);
  if (read && !listed && !isLedAlike(chunks, at, target, read.to)) return undefined;
  return read && { actions: [setTo(target.field, read.value)], to: read.to };
}

/** "set A to x for customers in France and B to y": behind the records, what led to the first value leads to one that the field holds. */
function isLedAlike(chunks: readonly Chunk[], at: number, { field, to }: Target, end: number): boolean {
  const lead = chunks[to];
  return (
    has(lead, 'to') &&
    chunks.slice(0, at).some(chunk => chunk.key === lead?.key) &&
    (valueOf(chunks[to + 1], field) !== undefined || isPlainValue(chunks[to + 1])) &&
    (isBound(chunks[end]) || has(chunks[end], 'and'))
  );
}

/** A text in quotes, an amount, a day, or yes and no: a value of whatever field. */
export const isPlainValue = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined &&
  (chunk.quote !== undefined ||
    chunk.number !== undefined ||
    chunk.date !== undefined ||
    has(chunk, 'trueWord', 'falseWord'));
