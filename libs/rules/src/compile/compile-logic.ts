import { isTruthy } from '../model/coercion';
import type { Condition, OperationNode } from '../model/condition';
import type { JsonLogic } from '../model/json';
import { operandTypeAt } from '../model/operator-row';
import { findOperator } from '../model/operator-table';
import { pointerTo } from '../model/pointer';
import type { RecordType } from '../model/record-type';
import { operationOf, readNode } from '../json-logic/read-condition';
import { ITERATORS } from '../json-logic/visit-condition';
import { type Evaluate, ownValue, ownValueAt } from './evaluate';
import { findStandardOperator } from './standard-operators';

/**
 * What logic stands among: which paths hold dates (in them a text that is no date is below and above nothing), and the
 * lists it may refer to.
 */
export interface Dates {
  has(path: string): boolean;
  readonly lists?: RecordType['lists'];
}

const NO_DATES: Dates = new Set();

const dateFields = new WeakMap<RecordType['fields'], ReadonlySet<string>>();

/** The date fields of a record type, and its lists, as the compiler wants them. */
export function datesOf({ fields, lists }: RecordType): Dates {
  const known = dateFields.get(fields);
  const paths =
    known ?? new Set(fields.filter(({ type }) => type === 'date' || type === 'datetime').map(({ name }) => name));
  if (!known) dateFields.set(fields, paths);
  return { has: path => paths.has(path), ...(lists && { lists }) };
}

/** Logic within bounds as a closure with json-logic-js's meaning. `at` is where it stands in its rule. */
export function compileLogic(logic: JsonLogic, at: string, dates: Dates = NO_DATES): Evaluate {
  return compileNode(readNode(logic), at, dates);
}

/** A read condition as a closure. */
export function compileNode(node: Condition, at: string, dates: Dates = NO_DATES): Evaluate {
  switch (node.kind) {
    case 'literal': {
      const { value } = node;
      return () => value;
    }
    case 'field':
      return compileField(node.path, node.fallback ?? null);
    case 'list': {
      const items = node.items.map((item, i) => compileNode(item, pointerTo(at, i), dates));
      return (data, run) => items.map(item => item(data, run));
    }
    case 'operation':
      return compileOperation(node, at, dates);
    case 'logic':
      return compileStandard(node.logic, at, dates);
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

function compileOperation(node: OperationNode, at: string, dates: Dates): Evaluate {
  const place = pointerTo(at, node.operator);
  const compiled = node.operands.map((operand, i) =>
    compileNode(operand, node.short ? place : pointerTo(place, i), dates),
  );
  if (node.operator === 'and') return firstOrLast(compiled, false);
  if (node.operator === 'or') return firstOrLast(compiled, true);
  const row = findOperator(node.operator);
  if (!row) throw new Error(`No condition can have been read with "${node.operator}": the table has no such row.`);
  const operands = compiled.map((value, i) => {
    if (row.family === 'order') return readableDate(value, node.operands[i], dates);
    return operandTypeAt(row, i) === 'list-reference' ? listReferredTo(value, node.operands[i], dates) : value;
  });
  const [a, b] = operands;
  if (operands.length === 2 && a && b) {
    return (data, run) => {
      const left = a(data, run);
      const right = b(data, run);
      run.at = at;
      return row.evaluate(run, left, right);
    };
  }
  return (data, run) => {
    const values = operands.map(operand => operand(data, run));
    run.at = at;
    return row.evaluate(run, ...values);
  };
}

/** A date field's value for an ordering: a text that is no ISO date becomes NaN, which no comparison is true of. */
function readableDate(evaluate: Evaluate, node: Condition | undefined, dates: Dates): Evaluate {
  if (node?.kind !== 'field' || !dates.has(node.path)) return evaluate;
  return (data, run) => {
    const value = evaluate(data, run);
    return typeof value === 'string' && !/^\d{4}-\d{2}/.test(value) ? Number.NaN : value;
  };
}

/** The list a reference names; where there is none the reference itself, which the operator then complains about. */
function listReferredTo(evaluate: Evaluate, node: Condition | undefined, { lists }: Dates): Evaluate {
  const list = node?.kind === 'literal' && typeof node.value === 'string' ? lists?.get(node.value) : undefined;
  return list ? () => list : evaluate;
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
function compileStandard(logic: JsonLogic, at: string, dates: Dates): Evaluate {
  const operation = operationOf(logic);
  if (!operation) throw new Error('A logic node holds exactly one operation.');
  const place = pointerTo(at, operation.operator);
  const operands = operation.operands.map((operand, i) => {
    // The second operand of an iterator sees elements, whose keys are no fields of the record.
    const seen = i === 1 && ITERATORS.has(operation.operator) ? elementOf(dates) : dates;
    return compileLogic(operand, operation.short ? place : pointerTo(place, i), seen);
  });
  const make = findStandardOperator(operation.operator);
  if (make) return make(operands, at, partsOf({ kind: 'logic', logic }));
  return (_data, run) => {
    run.at = at;
    return run.stop('unknown-operator', `There is no operator "${operation.operator}".`);
  };
}

function elementOf({ lists }: Dates): Dates {
  return lists ? { has: () => false, lists } : NO_DATES;
}

/** How many closures some logic becomes: what repeating it costs. */
function partsOf(node: Condition): number {
  return insideOf(node).reduce((count, part) => count + partsOf(part), 1);
}

function insideOf(node: Condition): readonly Condition[] {
  if (node.kind === 'list') return node.items;
  if (node.kind === 'operation') return node.operands;
  return node.kind === 'logic' ? (operationOf(node.logic)?.operands ?? []).map(readNode) : [];
}
