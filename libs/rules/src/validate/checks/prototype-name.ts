import { parameterOf } from '../../model/action-row';
import type { Problem } from '../../model/problem';
import { operationOf } from '../../json-logic/read-condition';
import { problem, type RuleUnderCheck } from '../check';

const RESERVED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** No path and no operator uses the names JavaScript keeps its own machinery under. */
export function* prototypeName({ actions, parts }: RuleUnderCheck): Generator<Problem> {
  for (const { node, at } of parts) {
    const names =
      node.kind === 'field' ? node.path : node.kind === 'logic' ? (operationOf(node.logic)?.operator ?? '') : '';
    yield* reserved(names, at);
  }
  for (const { action, row, at } of actions) {
    for (const { name, kind } of row.parameters) {
      if (kind === 'target' || kind === 'source' || kind === 'moved')
        yield* reserved(parameterOf(action, name), `${at}/${name}`);
    }
  }
}

function* reserved(path: string, at: string): Generator<Problem> {
  const found = path.split('.').find(segment => RESERVED.has(segment));
  if (found) yield problem('error', 'reserved-name', at, `"${found}" cannot be the name of a field or operator.`);
}
