import type { Condition } from '../model/condition';
import type { JsonLogic, JsonValue } from '../model/json';
import { findOperator } from '../model/operator-table';
import type { Problem } from '../model/problem';
import { fail, ok, type Result } from '../model/result';
import { measureLogic } from './measure-logic';

/** JSON-Logic taken apart by the operator table. `writeCondition` of the result is what was read, to the last bracket. */
export function readCondition(logic: JsonLogic, at = '/condition'): Result<Condition, readonly Problem[]> {
  const problems = measureLogic(logic, at);
  return problems.length > 0 ? fail(problems) : ok(readNode(logic));
}

/** As `readCondition`, of logic that is known to be within bounds. */
export function readNode(logic: JsonLogic): Condition {
  if (isScalar(logic)) return { kind: 'literal', value: logic };
  if (Array.isArray(logic)) return readList(logic as readonly JsonLogic[]);
  const operation = operationOf(logic);
  if (!operation) return { kind: 'literal', value: logic };
  const { operator, operands, short } = operation;
  if (operator === 'var') return readField(operands, short) ?? { kind: 'logic', logic };
  if (!findOperator(operator)) return { kind: 'logic', logic };
  return { kind: 'operation', operator, operands: operands.map(readNode), short };
}

/** An operation as JSON-Logic sees one: an object with exactly one key. A lone operand may stand without brackets. */
export interface RawOperation {
  readonly operator: string;
  readonly operands: readonly JsonLogic[];
  readonly short: boolean;
}

export function operationOf(logic: JsonLogic): RawOperation | undefined {
  if (logic === null || typeof logic !== 'object' || Array.isArray(logic)) return undefined;
  const keys = Object.keys(logic);
  const operator = keys[0];
  if (operator === undefined || keys.length !== 1) return undefined;
  const given = (logic as { readonly [key: string]: JsonValue })[operator] as JsonLogic;
  return Array.isArray(given)
    ? { operator, operands: given as readonly JsonLogic[], short: false }
    : { operator, operands: [given], short: true };
}

// A list of plain values is one literal, so that long lists of values stay cheap.
function readList(items: readonly JsonLogic[]): Condition {
  if (items.every(isScalar)) return { kind: 'literal', value: items };
  const read = items.map(readNode);
  return read.every(item => item.kind === 'literal')
    ? { kind: 'literal', value: items }
    : { kind: 'list', items: read };
}

function isScalar(logic: JsonLogic): boolean {
  return logic === null || typeof logic !== 'object';
}

/** Only a written path with at most a plain fallback is a field; computed paths and `""` (the whole record) are logic. */
function readField(operands: readonly JsonLogic[], short: boolean): Condition | undefined {
  const path = operands[0];
  if (typeof path !== 'string' || path === '' || operands.length > 2) return undefined;
  if (operands.length === 1) return { kind: 'field', path, short };
  const fallback = operands[1] as JsonLogic;
  return readNode(fallback).kind === 'literal' ? { kind: 'field', path, short, fallback: fallback } : undefined;
}
