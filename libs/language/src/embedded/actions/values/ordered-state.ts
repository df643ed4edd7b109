import { targetAt } from './action-target';
import type { FoundAction, ReadAction } from '../action-text';
import { endsOrder } from '../clause-end';
import { behindLastVerbs } from '../last-verbs';
import { readNewValue, setTo } from './new-value';
import { isOrdering } from './setting-records';
import { fits } from './value-given';
import { has, isSmall } from '../../cursor';
import { says } from '../../saying';
import type { Chunk } from '../../../grounding/link-words';

/** So many words lead from a field to its value: "være sat til". */
const BETWEEN = 3;

/** "ist der Status auf X | zu setzen": what is to be done, without a verb that orders it. */
const isToBeDone = (chunks: readonly Chunk[], from: number, to: number): boolean =>
  chunks.slice(from, to).some(chunk => says(chunk, 'infinitiveMark')) && has(chunks[to - 1], 'setTo');

/**
 * "soll der Status On leave sein", "moet de status op X worden gezet", "skal status være X", "ist der Status auf X zu setzen":
 * the verb that orders first, then the field, what it is to be, and the verbs that close the clause.
 */
export const parseOrderedState: ReadAction = (context, at, grounding): FoundAction | undefined => {
  const { chunks } = context;
  const opener = chunks[at];
  const plain = has(opener, 'be') && isSmall(opener) && !isOrdering(opener);
  if (!context.conditionBefore || !(isOrdering(opener) || plain) || has(chunks[at - 1], 'where', 'if', 'not'))
    return undefined;
  const target = targetAt(chunks, at + 1, grounding);
  if (!target || target.field.type === 'list') return undefined;
  let value = target.to;
  while (
    value < target.to + BETWEEN &&
    isSmall(chunks[value]) &&
    has(chunks[value], 'be', 'give', 'setTo', 'to', 'into', 'as', 'then') &&
    !fits(chunks[value], target.field)
  )
    value++;
  if (!fits(chunks[value], target.field)) return undefined;
  const read = readNewValue(context, value, target.field, grounding);
  const to = read && behindLastVerbs(chunks, read.to);
  if (!read || to === undefined || !endsOrder(chunks, to)) return undefined;
  // "wird der Status X": a verb of being alone tells what is so.
  if (plain && !isToBeDone(chunks, read.to, to)) return undefined;
  return { actions: [setTo(target.field, read.value)], to };
};
