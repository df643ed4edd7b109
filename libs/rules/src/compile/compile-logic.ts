import { isTruthy } from '../model/coercion';
import type { Condition, OperationNode } from '../model/condition';
import type { JsonLogic } from '../model/json';
import { findOperator } from '../model/operator-table';
import { pointerTo } from '../model/pointer';
import { operationOf, readNode } from '../json-logic/read-condition';
import { type Evaluate, ownValue, ownValueAt } from './evaluate';
import { findStandardOperator } from './standard-operators';

/** Logic within bounds as a closure with json-logic-js's meaning. `at` is where it stands in its rule. */
export function compileLogic(logic: JsonLogic, at: string): Evaluate {
  return compileNode(readNode(logic), at);
}

/** A read condition as a closure. */
export function compileNode(node: Condition, at: string): Evaluate {
  switch (node.kind) {
    case 'literal': {
      const { value } = node;
      return () => value;
    }
    case 'field':
      return compileField(node.path, node.fallback ?? null);
    case 'list': {
      const items = node.items.map((item, i) => compileNode(item, pointerTo(at, i)));
      return (data, run) => items.map(item => item(data, run));
    }
    case 'operation':
      return compileOperation(node, at);
    case 'logic':
      return compileStandard(node.logic, at);
  }
}

function compileField(path: string, fallback: unknown): Evaluate {
  const segments = path.split('.');
  const [only] = segments;
  if (segments.length > 1 || only === undefined) return data => ownValueAt(data, segments, fallback);
  return data => {
    const value = ownValue(data, only);
    return value === undefined ? fallback : value;
  };
}

function compileOperation(node: OperationNode, at: string): Evaluate {
  const place = pointerTo(at, node.operator);
  const operands = node.operands.map((operand, i) => compileNode(operand, node.short ? place : pointerTo(place, i)));
  if (node.operator === 'and') return firstOrLast(operands, false);
  if (node.operator === 'or') return firstOrLast(operands, true);
  const row = findOperator(node.operator);
  if (!row)
    throw new Error(`The table has no operator "${node.operator}", so no condition can have been read with it.`);
  const [a, b] = operands;
  // Only these can stop a run by themselves and must be able to say where.
  const traced = row.family === 'text' || row.family === 'date' || row.family === 'membership';
  if (operands.length === 2 && a && b && !traced) return (data, run) => row.evaluate(run, a(data, run), b(data, run));
  return (data, run) => {
    const values = operands.map(operand => operand(data, run));
    run.at = at;
    return row.evaluate(run, ...values);
  };
}

/** Stops at the first operand whose truth is `wanted`, else the last one's value: `or` wants true, `and` false. */
function firstOrLast(operands: readonly Evaluate[], wanted: boolean): Evaluate {
  return (data, run) => {
    let value: unknown;
    for (const operand of operands) {
      value = operand(data, run);
      if (isTruthy(value) === wanted) return value;
    }
    return value;
  };
}

/** The generic path: whatever standard JSON-Logic has beyond the table. */
function compileStandard(logic: JsonLogic, at: string): Evaluate {
  const operation = operationOf(logic);
  if (!operation) throw new Error('A logic node holds exactly one operation.');
  const place = pointerTo(at, operation.operator);
  const operands = operation.operands.map((operand, i) =>
    compileLogic(operand, operation.short ? place : pointerTo(place, i)),
  );
  const make = findStandardOperator(operation.operator);
  if (make) return make(operands, at, operationsIn(operation.operands));
  return (_data, run) => {
    run.at = at;
    return run.stop('unknown-operator', `There is no operator "${operation.operator}".`);
  };
}

function operationsIn(logic: JsonLogic): number {
  if (logic === null || typeof logic !== 'object') return 0;
  return Object.values(logic).reduce<number>((count, part) => count + operationsIn(part as JsonLogic), 1);
}
