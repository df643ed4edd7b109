import type { JsonLogic, JsonValue } from '../model/json';
import type { Field, FieldType } from '../model/record-type';

// How translators and the tree write tests. Written once, so that "empty", "not" and guards mean the same from every hand.

export const ORDERING_OPERATORS = ['<', '<=', '>', '>='] as const;
export type OrderingOperator = (typeof ORDERING_OPERATORS)[number];
export type EqualityOperator = '==' | '!=';

/** One test of one field in written form; what `writeTest` takes. */
export type FieldTest =
  | { readonly operator: 'isEmpty' | 'isFilled'; readonly field: string }
  | { readonly operator: EqualityOperator | OrderingOperator; readonly field: string; readonly value: JsonLogic }
  | { readonly operator: 'between'; readonly field: string; readonly from: JsonLogic; readonly to: JsonLogic }
  | { readonly operator: 'in'; readonly field: string; readonly values: readonly JsonValue[] }
  | {
      readonly operator: 'contains' | 'startsWith' | 'endsWith' | 'matches';
      readonly field: string;
      readonly value: string;
    }
  | { readonly operator: 'hasElement'; readonly field: string; readonly value: string };

/** A field's value. */
export function variable(path: string): JsonLogic {
  return { var: path };
}

/** All of them; one alone stands for itself. */
export function all(conditions: readonly JsonLogic[]): JsonLogic {
  return conditions.length === 1 ? (conditions[0] as JsonLogic) : { and: conditions };
}

/** Any of them; one alone stands for itself. */
export function any(conditions: readonly JsonLogic[]): JsonLogic {
  return conditions.length === 1 ? (conditions[0] as JsonLogic) : { or: conditions };
}

/** The opposite. It wraps the guarded form, so records whose field is empty are included. */
export function not(condition: JsonLogic): JsonLogic {
  return { '!': [condition] };
}

/** The field has no value: null, missing, and for text, dates and lists the blank one too. */
export function isEmpty(field: Pick<Field, 'name' | 'type'>): JsonLogic {
  return hasZero(field.type) ? { '==': [variable(field.name), null] } : { '!': [variable(field.name)] };
}

/** The negation of `isEmpty`. */
export function isFilled(field: Pick<Field, 'name' | 'type'>): JsonLogic {
  return hasZero(field.type) ? { '!=': [variable(field.name), null] } : { '!!': [variable(field.name)] };
}

/** Today in the clock's zone, moved by an ISO duration, taken back to the start of a week, month, quarter or year. */
export function today(offset?: string, period?: string): JsonLogic {
  if (period) return { today: [offset ?? '', period] };
  return { today: offset ? [offset] : [] };
}

/** The text is the same but for its case and the value's. */
export function equalsInAnyCase(path: string, value: string): JsonLogic {
  return { '==': [{ lower: [variable(path)] }, value.toLowerCase()] };
}

/**
 * A comparison that no empty value makes true: every field it reads is guarded, unless it compares one field with a
 * date or text, which null never is below or above.
 */
export function compare(left: JsonLogic, operator: OrderingOperator | EqualityOperator, right: JsonLogic): JsonLogic {
  return guarded({ [operator]: [left, right] }, operator, [left, right]);
}

/** Low and high end included; guarded like `compare`. */
export function between(path: string, from: JsonLogic, to: JsonLogic): JsonLogic {
  return guarded({ '<=': [from, variable(path), to] }, '<=', [from, variable(path), to]);
}

/** The written form of a field test: the one every translator and the tree use. */
export function writeTest(field: Pick<Field, 'name' | 'type'>, test: FieldTest): JsonLogic {
  switch (test.operator) {
    case 'isEmpty':
      return isEmpty(field);
    case 'isFilled':
      return isFilled(field);
    case 'between':
      return between(field.name, test.from, test.to);
    case 'in':
      return { in: [variable(field.name), test.values] };
    case 'hasElement':
      return { in: [test.value, variable(field.name)] };
    case 'contains':
    case 'startsWith':
    case 'endsWith':
    case 'matches':
      return { [test.operator]: [variable(field.name), test.value] };
    default:
      return compare(variable(field.name), test.operator, test.value);
  }
}

/** The fields a piece of written logic reads, each once, in reading order. */
export function pathsIn(logic: JsonLogic): readonly string[] {
  if (Array.isArray(logic)) return unique((logic as readonly JsonLogic[]).flatMap(pathsIn));
  const [operator, operands] = operationOf(logic);
  if (operator === undefined) return [];
  if (operator !== 'var') return pathsIn(operands);
  return typeof operands[0] === 'string' ? [operands[0]] : [];
}

function guarded(comparison: JsonLogic, operator: string, sides: readonly JsonLogic[]): JsonLogic {
  const paths = unique(sides.flatMap(pathsIn));
  if (paths.length === 0 || !needsGuard(operator, sides)) return comparison;
  return { and: [...paths.map((path): JsonLogic => ({ '!=': [variable(path), null] })), comparison] };
}

function needsGuard(operator: string, sides: readonly JsonLogic[]): boolean {
  const operators = sides.map(side => operationOf(side)[0]);
  const arithmetic = operators.some(
    name => name !== undefined && ['+', '-', '*', '/', '%', 'min', 'max'].includes(name),
  );
  if (operator === '==' || operator === '!=') return arithmetic;
  const plain = operators.filter(name => name === 'var').length === 1;
  const others = sides.filter((_, i) => operators[i] !== 'var');
  return !(plain && others.every(isDateOrWord));
}

/** Null is 0 in a comparison, and 0 is neither below nor above a text that is no number. */
function isDateOrWord(side: JsonLogic): boolean {
  if (typeof side === 'string') return Number.isNaN(Number(side));
  return operationOf(side)[0] === 'today';
}

function hasZero(type: FieldType): boolean {
  return type === 'number' || type === 'boolean';
}

function operationOf(logic: JsonLogic): readonly [string | undefined, readonly JsonLogic[]] {
  if (logic === null || typeof logic !== 'object' || Array.isArray(logic)) return [undefined, []];
  const entries = Object.entries(logic as { readonly [key: string]: JsonLogic });
  const [operator, operands] = entries[0] ?? [];
  if (entries.length !== 1 || operator === undefined || operands === undefined) return [undefined, []];
  return [operator, Array.isArray(operands) ? (operands as readonly JsonLogic[]) : [operands]];
}

function unique(paths: readonly string[]): readonly string[] {
  return [...new Set(paths)];
}
