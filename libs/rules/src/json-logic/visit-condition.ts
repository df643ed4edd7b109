import type { Condition } from '../model/condition';
import type { JsonLogic } from '../model/json';
import { pointerTo } from '../model/pointer';
import { operationOf, readNode } from './read-condition';

export interface Visit {
  readonly node: Condition;
  readonly at: string;
  /** Whether the node sees an element of a list instead of the record: true inside `map`, `filter`, `reduce` and the like. */
  readonly inElement: boolean;
}

/** Operators whose second operand is evaluated on each element of their first. */
export const ITERATORS: ReadonlySet<string> = new Set(['map', 'filter', 'reduce', 'all', 'some', 'none']);

/** Every node of a condition in reading order, the inside of logic nodes included. */
export function* visitCondition(node: Condition, at: string, inElement = false): Generator<Visit> {
  yield { node, at, inElement };
  switch (node.kind) {
    case 'literal':
    case 'field':
      return;
    case 'list':
      for (const [i, item] of node.items.entries()) yield* visitCondition(item, pointerTo(at, i), inElement);
      return;
    case 'operation': {
      const place = pointerTo(at, node.operator);
      for (const [i, operand] of node.operands.entries()) {
        yield* visitCondition(operand, node.short ? place : pointerTo(place, i), inElement);
      }
      return;
    }
    case 'logic':
      yield* visitLogic(node.logic, at, inElement);
  }
}

function* visitLogic(logic: JsonLogic, at: string, inElement: boolean): Generator<Visit> {
  const operation = operationOf(logic);
  if (!operation) return;
  const place = pointerTo(at, operation.operator);
  for (const [i, operand] of operation.operands.entries()) {
    const inside = inElement || (i === 1 && ITERATORS.has(operation.operator));
    yield* visitCondition(readNode(operand), operation.short ? place : pointerTo(place, i), inside);
  }
}
