import type { Condition, OperationNode } from '../../model/condition';
import { operandTypeAt } from '../../model/operator-row';
import { findOperator } from '../../model/operator-table';
import { pointerTo } from '../../model/pointer';
import type { Problem } from '../../model/problem';
import { findField, type Field, type RecordType } from '../../model/record-type';
import type { JsonValue } from '../../model/json';
import { hasPostcodes } from '../../model/predicates/contact';
import { problem, type RuleUnderCheck } from '../check';
import { isDay, isMoment } from '../real-day';

/** Operands fit their operator, and values fit the fields they are compared with. */
export function* operandType({ parts, recordType }: RuleUnderCheck): Generator<Problem> {
  for (const { node, at, inElement } of parts) {
    if (node.kind !== 'operation') continue;
    yield* literalOperands(node, at);
    if (inElement) continue;
    yield* haystack(node, at, recordType);
    yield* comparedValues(node, at, recordType);
  }
}

function* literalOperands(node: OperationNode, at: string): Generator<Problem> {
  const row = findOperator(node.operator);
  if (!row) return;
  for (const [i, operand] of node.operands.entries()) {
    if (operand.kind !== 'literal' || operand.value === null) continue;
    const wanted = operandTypeAt(row, i);
    if (fitsOperand(operand.value, wanted)) continue;
    yield problem(
      'error',
      'operand-type',
      pointerTo(pointerTo(at, node.operator), i),
      `"${node.operator}" cannot take ${JSON.stringify(operand.value).slice(0, 60)} here.`,
    );
  }
}

function fitsOperand(value: JsonValue, wanted: string): boolean {
  switch (wanted) {
    case 'number':
      return (
        typeof value === 'number' || (typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value)))
      );
    case 'ordered':
      return typeof value === 'number' || typeof value === 'string';
    case 'text':
      return typeof value === 'string' || typeof value === 'number';
    case 'list-or-text':
      return Array.isArray(value) || typeof value === 'string';
    case 'postcode-country':
      return typeof value === 'string' && hasPostcodes(value);
    default:
      return true;
  }
}

/** `in` looks into a list or a text; in anything else nothing is ever found. */
function* haystack(node: OperationNode, at: string, recordType: RecordType): Generator<Problem> {
  const place = node.operands[1];
  if (node.operator !== 'in' || place?.kind !== 'field') return;
  const field = findField(recordType, place.path);
  if (!field || field.type === 'list' || field.type === 'text') return;
  yield problem(
    'error',
    'operand-type',
    `${at}/in/1`,
    `"${field.label}" holds a ${field.type}, so nothing can be in it.`,
  );
}

const MIRRORED: ReadonlySet<string> = new Set(['==', '!=', '===', '!==', '<', '<=', '>', '>=', 'in']);

function* comparedValues(node: OperationNode, at: string, recordType: RecordType): Generator<Problem> {
  if (!MIRRORED.has(node.operator)) return;
  const fields = node.operands.flatMap(operand =>
    operand.kind === 'field' ? (findField(recordType, operand.path) ?? []) : [],
  );
  const [field] = fields;
  if (!field || fields.length > 1 || field.type === 'list') return;
  for (const [i, operand] of node.operands.entries()) {
    for (const value of literalsOf(operand)) {
      const unfit = unfitFor(field, value, node.operator);
      if (!unfit) continue;
      yield problem(
        unfit.severity,
        'operand-type',
        pointerTo(pointerTo(at, node.operator), i),
        unfit.message,
        unfit.hint,
      );
      break;
    }
  }
}

function literalsOf(operand: Condition): readonly JsonValue[] {
  if (operand.kind !== 'literal') return [];
  return Array.isArray(operand.value) ? (operand.value as readonly JsonValue[]) : [operand.value];
}

/** As texts such dates still stand between others: running rules go on as they did. */
const NO_DAY = 'Nothing is equal to it, and before or after it is a matter of spelling. Write a date that exists.';

/** A year, a month, a day or a time that there is. */
function isInCalendar(text: string): boolean {
  if (text.length > 10) return isMoment(text);
  return isDay(`${text}-01-01`.slice(0, 10));
}

interface Unfit {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly hint?: string;
}

function unfitFor(field: Field, value: JsonValue, operator: string): Unfit | undefined {
  if (value === null) return undefined;
  const shown = JSON.stringify(value).slice(0, 60);
  const error = (hint: string): Unfit => ({
    severity: 'error',
    message: `"${field.label}" holds a ${field.type}; ${shown} is none.`,
    hint,
  });
  switch (field.type) {
    case 'number':
      if (typeof value === 'number') return undefined;
      if (typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value))) {
        return {
          severity: 'warning',
          message: `${shown} is a text; "${field.label}" holds numbers.`,
          hint: 'Write the number without quotes.',
        };
      }
      return error('Write a number.');
    case 'boolean':
      return typeof value === 'boolean' ? undefined : error('Write true or false.');
    case 'date':
    case 'datetime':
      if (typeof value !== 'string' || !/^\d{4}(-\d{2}(-\d{2}(T.*)?)?)?$/.test(value))
        return error('Write an ISO date such as 2024-05-01.');
      return isInCalendar(value)
        ? undefined
        : { severity: 'warning', message: `No calendar has ${shown}.`, hint: NO_DAY };
    default:
      if (typeof value === 'string') return undefined;
      if (typeof value === 'number' && !operator.includes('===')) {
        return {
          severity: 'warning',
          message: `"${field.label}" holds text; ${shown} is a number.`,
          hint: 'Write it in quotes to compare texts.',
        };
      }
      return error('Write a text.');
  }
}
