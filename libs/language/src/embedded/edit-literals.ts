import type { Action, JsonLogic, RuleDraft } from '@lib/rules';
import { has, isBound, isFiller } from './cursor';
import { conjunctsOf, fieldsIn, operationOf, rewrite } from './logic-tree';
import { type Comparator, comparatorOf, inUnitOf } from './operands';
import type { Understanding } from './understand';
import type { Chunk, Grounding } from '../grounding/link-words';
import type { TranslationRequest } from '../translator';

/** A rule after an edit; `condition` is missing where the edit would leave none. */
export interface Edited {
  readonly condition: JsonLogic | undefined;
  readonly actions: readonly Action[];
  /** The chunks the edit was read from. */
  readonly used: readonly Chunk[];
}

export interface Edit {
  readonly request: TranslationRequest;
  readonly grounding: Grounding;
  readonly chunks: readonly Chunk[];
  readonly previous: RuleDraft;
  readonly understood: () => Understanding;
}

/** What can stand on either side of "instead of" or of "replace … with …". */
export type Operand =
  | { readonly kind: 'connective'; readonly value: 'and' | 'or' }
  | { readonly kind: 'operator'; readonly value: Comparator }
  | { readonly kind: 'value'; readonly value: string; readonly field?: string }
  | { readonly kind: 'number'; readonly chunk: Chunk };

export function operandIn(chunks: readonly Chunk[]): Operand | undefined {
  const plain = chunks.filter(chunk => !isBound(chunk));
  const only = plain.length === 1 ? plain[0] : undefined;
  if (only && has(only, 'or') && !has(only, 'orMore')) return { kind: 'connective', value: 'or' };
  if (only && has(only, 'and')) return { kind: 'connective', value: 'and' };
  for (const chunk of plain) {
    if (chunk.quote !== undefined) return { kind: 'value', value: chunk.quote };
    const link = chunk.values[0];
    if (link && !has(chunk, 'be', 'det', 'in', 'of'))
      return { kind: 'value', value: link.stored[0] ?? chunk.text, field: link.field.name };
    if (chunk.number) return { kind: 'number', chunk };
  }
  for (const chunk of plain) {
    const operator = comparatorOf(chunk);
    if (operator) return { kind: 'operator', value: operator };
  }
  const word = plain.find(chunk => !isFiller(chunk));
  return word ? { kind: 'value', value: word.text } : undefined;
}

export const sameText = (a: JsonLogic, b: string): boolean =>
  typeof a === 'string' && a.toLowerCase() === b.toLowerCase();

export function replaceValue(edit: Edit, from: Operand, to: Operand): Edited | undefined {
  const { previous, chunks } = edit;
  const done = (condition: JsonLogic, actions = previous.actions): Edited => ({ condition, actions, used: chunks });
  if (from.kind === 'connective' && to.kind === 'connective') {
    const operation = operationOf(previous.condition);
    const items = conjunctsOf(previous.condition);
    if (to.value === 'or' && items.length > 1) return done({ or: [...items] });
    return to.value === 'and' && operation?.operator === 'or' ? done({ and: [...operation.operands] }) : undefined;
  }
  if (from.kind === 'operator' && to.kind === 'operator') {
    let changed = false;
    const condition = rewrite(previous.condition, node => {
      const operation = operationOf(node);
      if (operation?.operator !== from.value || operation.operands[1] === null) return node;
      changed = true;
      return { [to.value]: operation.operands };
    });
    return changed ? done(condition) : undefined;
  }
  if (from.kind === 'value' && to.kind === 'value') {
    let changed = false;
    const swap = (value: JsonLogic): JsonLogic => {
      if (!sameText(value, from.value)) return value;
      changed = true;
      return to.value;
    };
    const condition = rewrite(previous.condition, node => (typeof node === 'string' ? swap(node) : node));
    if (changed) return done(condition);
    const actions = previous.actions.map(action =>
      'value' in action && typeof action.value === 'string'
        ? { ...action, value: swap(action.value) as string }
        : action,
    );
    return changed ? done(previous.condition, actions) : undefined;
  }
  return to.kind === 'number'
    ? replaceNumber(edit, to.chunk, from.kind === 'number' ? from.chunk.number?.value : undefined, undefined)
    : undefined;
}

/** Puts a number in the place of the one the rule has; which one must be plain. */
export function replaceNumber(
  edit: Edit,
  chunk: Chunk,
  old: number | undefined,
  operator: Comparator | undefined,
): Edited | undefined {
  const { previous, grounding, chunks } = edit;
  const number = chunk.number;
  if (!number) return undefined;
  const named = chunks
    .flatMap(part => part.fields.filter(link => link.score >= 0.6))
    .find(link => fieldsIn(previous.condition).has(link.field.name));
  const places: string[] = [];
  const change = (apply: boolean): JsonLogic =>
    rewrite(previous.condition, node => {
      const operation = operationOf(node);
      const [left, right] = operation?.operands ?? [];
      const field = operationOf(left)?.operator === 'var' ? operationOf(left)?.operands[0] : undefined;
      if (!operation || operation.operands.length !== 2 || typeof right !== 'number' || typeof field !== 'string')
        return node;
      if ((old !== undefined && right !== old) || (named && named.field.name !== field)) return node;
      if (!apply) places.push(field);
      const type = grounding.recordType.fields.find(candidate => candidate.name === field);
      return apply && left !== undefined && type
        ? { [operator ?? operation.operator]: [left, inUnitOf(type, number, grounding)] }
        : node;
    });
  change(false);
  return places.length === 1 ? { condition: change(true), actions: previous.actions, used: chunks } : undefined;
}
