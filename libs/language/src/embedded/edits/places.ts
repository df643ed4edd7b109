import { findField, type Field, type JsonLogic, type RecordType } from '@lib/rules';
import { operationOf } from '../meaning/logic-tree';

/** A place in a condition where something stands beside a field. */
export interface Place {
  readonly field: Field;
  readonly operator: string;
  /** The test itself: what is put in its place is put exactly there. */
  readonly test: JsonLogic;
  readonly value: JsonLogic;
  /** The field is looked at in lower case. */
  readonly lowered: boolean;
  /** What is compared with is the least or the most that the field may be. */
  readonly bound?: 'least' | 'most';
  /** The test with another value, and another operator. */
  readonly put: (value: JsonLogic, operator?: string) => JsonLogic;
}

const COMPARISONS: readonly string[] = [
  '==',
  '!=',
  '===',
  '!==',
  '<',
  '<=',
  '>',
  '>=',
  'in',
  'contains',
  'startsWith',
  'endsWith',
  'matches',
];

/** Everything a condition compares fields with, in its order. */
export function placesIn(condition: JsonLogic, recordType: RecordType): readonly Place[] {
  const operation = operationOf(condition);
  if (!operation) return [];
  const { operator, operands } = operation;
  if (!COMPARISONS.includes(operator)) return operands.flatMap(operand => placesIn(operand, recordType));
  const subject = operands.map(operand => subjectOf(operand, recordType)).find(found => found !== undefined);
  if (!subject) return operands.flatMap(operand => placesIn(operand, recordType));
  return operands.flatMap((value, at): readonly Place[] => {
    if (value === null || subjectOf(value, recordType) || !isLiteral(value)) return [];
    const put = (next: JsonLogic, other = operator): JsonLogic => ({
      [other]: operands.map((operand, i) => (i === at ? next : operand)),
    });
    const side = boundOf(operator, at < operands.findIndex(operand => subjectOf(operand, recordType) !== undefined));
    return [{ ...subject, operator, test: condition, value, put, ...(side && { bound: side }) }];
  });
}

/** `5 <= x` and `x >= 5` say the least that x may be, `x <= 5` the most. */
function boundOf(operator: string, isFirst: boolean): Place['bound'] {
  if (!/^[<>]/.test(operator)) return undefined;
  return operator.startsWith('>') === isFirst ? 'most' : 'least';
}

function subjectOf(operand: JsonLogic, recordType: RecordType): Pick<Place, 'field' | 'lowered'> | undefined {
  const operation = operationOf(operand);
  const [first] = operation?.operands ?? [];
  if (operation?.operator === 'var' && typeof first === 'string') {
    const field = findField(recordType, first);
    return field && { field, lowered: false };
  }
  if ((operation?.operator !== 'lower' && operation?.operator !== 'length') || first === undefined) return undefined;
  const inner = subjectOf(first, recordType);
  return inner && { ...inner, lowered: operation.operator === 'lower' };
}

const isLiteral = (value: JsonLogic): boolean => {
  const operation = operationOf(value);
  return operation === undefined || operation.operator === 'today';
};

/** A condition with one of its tests exchanged, told by identity. */
export function exchange(condition: JsonLogic, test: JsonLogic, next: JsonLogic): JsonLogic {
  if (condition === test) return next;
  const operation = operationOf(condition);
  if (!operation) return condition;
  const operands = operation.operands.map(operand => exchange(operand, test, next));
  return operands.every((operand, i) => operand === operation.operands[i])
    ? condition
    : { [operation.operator]: operands };
}

export const isTextPlace = ({ value }: Place): boolean => typeof value === 'string' || Array.isArray(value);

/** The texts a place holds. */
export const textsAt = ({ value }: Place): readonly JsonLogic[] =>
  Array.isArray(value) ? (value as readonly JsonLogic[]) : [value];

/** Texts as they are written beside a field that may be looked at in lower case. */
export const asWritten = ({ lowered }: Place, text: string): string => (lowered ? text.toLowerCase() : text);

/** A test for several texts in the place of one that looks for some. */
export function withTexts(place: Place, texts: readonly JsonLogic[]): JsonLogic {
  const [only = null] = texts;
  const isEquality = ['==', '!=', '===', '!==', 'in'].includes(place.operator);
  if (!isEquality || texts.length === 1)
    return place.put(only, place.operator === 'in' && Array.isArray(place.value) ? '==' : place.operator);
  if (place.operator === 'in' || place.operator === '==' || place.operator === '===') return place.put(texts, 'in');
  return { '!': [place.put(texts, 'in')] };
}
