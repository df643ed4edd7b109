import { targetAt } from './action-target';
import type { ActionContext, FoundAction } from '../action-text';
import { endsOrder } from '../clause-end';
import { readNewValue, setTo } from './new-value';
import { fits } from './value-given';
import { valueOf } from '../../conditions/operands';
import { has, isBound } from '../../cursor';
import { says } from '../../saying';
import type { Chunk, Grounding } from '../../../grounding/link-words';

/** So many words tell where a field is to go: "should then go down". */
const LONGEST = 4;

/** "… should go down | to Low", "… drops | to Low": what a field does on its way to its value. */
const goes = (chunk: Chunk | undefined): boolean =>
  chunk?.quote === undefined &&
  (has(chunk, 'give', 'may', 'be', 'does', 'fell', 'rose', 'off') || says(chunk, 'landsOn', 'verbForm'));

/** "to", "goes to", and behind "then" the mark that compares elsewhere; "up to" only of what moves: else it is a bound. */
function leadsToValue(chunks: readonly Chunk[], at: number, opener: Chunk | undefined, moves: boolean): boolean {
  const chunk = chunks[at];
  if (!chunk || chunk.quote !== undefined) return false;
  if (says(chunk, 'goesAlong') || (moves && says(chunk, 'upTo'))) return true;
  if (says(chunk, 'upTo')) return false;
  if (has(chunk, 'to')) return !has(chunk, 'and', 'from');
  return has(chunk, 'eq') && says(opener, 'thenWord');
}

/** Where what a field is to be stands, behind the words that lead to it. */
function valueBehind(chunks: readonly Chunk[], from: number, opener: Chunk | undefined): number | undefined {
  let joint = from;
  while (
    joint < from + LONGEST &&
    !leadsToValue(chunks, joint, opener, joint > from) &&
    (has(chunks[joint], 'then') || goes(chunks[joint]))
  )
    joint++;
  return leadsToValue(chunks, joint, opener, joint > from) ? joint + 1 : undefined;
}

/** "shipping cost to 0 for orders over 500": at the very beginning, with the records it is for. */
function parseForRecords(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  const target = at === 0 ? targetAt(chunks, at, grounding) : undefined;
  if (!target || target.field.type === 'list' || !has(chunks[target.to], 'to')) return undefined;
  if (!fits(chunks[target.to + 1], target.field)) return undefined;
  const read = readNewValue(context, target.to + 1, target.field, grounding);
  const whom = read && chunks[read.to];
  return read && has(whom, 'for') && !has(whom, 'to', 'eq')
    ? { actions: [setTo(target.field, read.value)], to: read.to }
    : undefined;
}

/**
 * "… over their limit? Status to maintenance", "…: add X and bonus to 0", "…, and their priority should go down to low",
 * "then priority = high": what a field is to be, without a verb of setting.
 */
export function parseSettingBare(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  const opener = chunks[at - 1];
  const led = context.listed === at || has(opener, 'stop', 'colon', 'arrow') || (has(opener, 'then') && at > 1);
  if (!context.conditionBefore || !led) return parseForRecords(context, at, grounding);
  const target = targetAt(chunks, at, grounding);
  if (!target || target.field.type === 'list') return undefined;
  // "priorità su Low": what leads elsewhere leads to a value that the field holds.
  const own = has(chunks[target.to], 'into') && valueOf(chunks[target.to + 1], target.field) !== undefined;
  const value = own ? target.to + 1 : valueBehind(chunks, target.to, opener);
  if (value === undefined || isBound(chunks[value])) return undefined;
  const read = readNewValue(context, value, target.field, grounding);
  return read && endsOrder(chunks, read.to) ? { actions: [setTo(target.field, read.value)], to: read.to } : undefined;
}
