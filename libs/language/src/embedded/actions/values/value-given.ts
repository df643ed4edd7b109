import type { Field } from '@lib/rules';
import { targetAt } from './action-target';
import type { ActionContext, FoundAction } from '../action-text';
import { endsOrder, leavesOrder } from '../clause-end';
import { movesLevel } from './field-set';
import { startsClause } from '../clause-start';
import { readNewValue, setTo } from './new-value';
import { valueOf } from '../../conditions/operands';
import { has, isBound, isStranger } from '../../cursor';
import { saidTo, says } from '../../saying';
import type { Chunk, Grounding } from '../../../grounding/link-words';
import { isDateField } from '../../../grounding/fields/date-field';

/** How far the value may stand behind whose field it is. */
const APART = 10;

/** "lower the discount to 0", "senke den Rabatt auf 5", "raise the priority to High": brought up or down to what it is to be, whatever it is now. */
function parseBringingLevel(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  const verb = chunks[at];
  if (!movesLevel(verb) || verb?.values.length || !startsClause(chunks, at)) return undefined;
  // "put the price up to 5": its particle stands behind the field.
  const target = targetAt(chunks, has(chunks[at + 1], 'off') ? at + 2 : at + 1, grounding);
  if (!target || (target.field.type !== 'number' && target.field.type !== 'text')) return undefined;
  const joint = has(chunks[target.to], 'off') && !has(chunks[target.to], 'to') ? target.to + 1 : target.to;
  const holds = (value: Chunk | undefined): boolean =>
    target.field.type === 'number' ? value?.number !== undefined : fits(value, target.field);
  if (leadsToLevel(chunks[joint]) && holds(chunks[joint + 1])) {
    const read = readNewValue(context, joint + 1, target.field, grounding);
    const ends = read && (leavesOrder(chunks, read.to) || has(chunks[read.to], 'on', 'in', 'of'));
    return read && ends ? { actions: [setTo(target.field, read.value)], to: read.to } : undefined;
  }
  // "raise the priority of returned orders to High": whose it is stands before the value.
  if (target.field.type !== 'text' || !has(chunks[joint], 'of', 'for', 'on')) return undefined;
  for (let to = joint + 2; to < joint + APART && chunks[to] && !isBound(chunks[to]); to++) {
    if (!leadsToLevel(chunks[to]) || !fits(chunks[to + 1], target.field)) continue;
    const read = readNewValue(context, to + 1, target.field, grounding);
    return read && leavesOrder(chunks, read.to)
      ? { actions: [setTo(target.field, read.value)], to: read.to, inner: [joint, to] }
      : undefined;
  }
  return undefined;
}

/** "up to" bounds a number elsewhere. */
const leadsToLevel = (chunk: Chunk | undefined): boolean =>
  has(chunk, 'to', 'into') || (has(chunk, 'lte') && says(chunk, 'upTo'));

/** Whether a value stands here that this field can hold, and no name of anything else. */
export const fits = (value: Chunk | undefined, field: Field): boolean =>
  value?.quote !== undefined ||
  (field.type === 'number' && value?.number !== undefined) ||
  (field.type === 'boolean' && has(value, 'trueWord', 'falseWord')) ||
  (isDateField(field) && value?.date !== undefined) ||
  valueOf(value, field) !== undefined;

/** "blocked orders get discount 0", "… gets critical = true", "… should have a priority of high": a field and the value it comes to have. */
function parseGettingValue(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  const verb = chunks[at];
  const gets = has(verb, 'gets') && has(verb, 'give') && verb?.quote === undefined;
  // "remove the tag gold and add status closed"
  const adds = has(verb, 'add') && verb?.quote === undefined && context.listed === at;
  if (!context.conditionBefore || !(gets || adds) || has(chunks[at - 1], 'where', 'not', 'if', 'det', 'does'))
    return undefined;
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

/** "funder: change DFG to Deutsche Forschungsgemeinschaft": the field is the heading, and behind it what it is and is to be. */
function parseHeadedFromTo(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  if (!has(chunks[at], 'setTo', 'replace') || chunks[at]?.quote !== undefined || !has(chunks[at - 1], 'colon'))
    return undefined;
  const head = targetAt(chunks, 0, grounding);
  if (head?.to !== at - 1 || head.field.type === 'list') return undefined;
  const found = parseFromTo(context, head.field, at + 1, grounding);
  return found && { ...found, from: 0 };
}

/** "…, stop accepting new patients", "enable telehealth for …": what is to be so no more, or from now on, is a yes/no field. */
function parseStopping(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  const stop = saidTo(chunks, at, 'stopping');
  const verb = stop ?? saidTo(chunks, at, 'starting');
  if (verb === undefined || chunks[at]?.quote !== undefined || !opensOrder(context, at)) return undefined;
  const target = targetAt(chunks, behindDeed(chunks, verb), grounding);
  if (target?.field.type !== 'boolean' || (chunks[target.to - 1]?.fields[0]?.score ?? 0) < NAMED) return undefined;
  const opposite = chunks[target.to - 1]?.opposite === true;
  return leavesOrder(chunks, target.to)
    ? { actions: [setTo(target.field, (stop !== undefined) === opposite)], to: target.to }
    : undefined;
}

/** Where a clause begins; "…: que dejen de aceptar …": behind a mark the word that leads clauses on opens a wish. */
function opensOrder({ chunks, conditionBefore }: ActionContext, at: number): boolean {
  const before = chunks[at - 1];
  if (has(before, 'where')) return conditionBefore && at > 1 && isBound(chunks[at - 2]);
  return startsClause(chunks, at) && (at === 0 || isBound(before) || has(before, 'and', 'then', 'give'));
}

/** "dejar de | aceptar | pacientes nuevos": behind the verb a word that only says what is done with what the field is called by. */
const behindDeed = (chunks: readonly Chunk[], at: number): number =>
  chunks[at] &&
  isStranger(chunks[at]) &&
  (chunks[at + 1]?.fields.length ?? 0) + (chunks[at + 2]?.fields.length ?? 0) > 0
    ? at + 1
    : at;

/** "replace the carrier with GLS", "remplacer le transporteur par GLS": whatever a field holds is to be another of its values. */
function parseReplacingWhole(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  if (!has(chunks[at], 'replace') || chunks[at]?.quote !== undefined || !startsClause(chunks, at)) return undefined;
  const target = targetAt(chunks, at + 1, grounding);
  if (!target || target.field.type === 'list' || !has(chunks[target.to], 'with', 'into', 'to')) return undefined;
  const known = fits(chunks[target.to + 1], target.field);
  const read = known ? readNewValue(context, target.to + 1, target.field, grounding) : undefined;
  return read && leavesOrder(chunks, read.to) ? { actions: [setTo(target.field, read.value)], to: read.to } : undefined;
}

/** A score that names a field where nothing else can be meant. */
const NAMED = 0.65;

/** Orders that give a field a value without saying "set". */
export function parseValueGiven(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  return (
    parseHeadedFromTo(context, at, grounding) ??
    parseBringingLevel(context, at, grounding) ??
    parseStopping(context, at, grounding) ??
    parseReplacingWhole(context, at, grounding) ??
    parseGettingValue(context, at, grounding)
  );
}
