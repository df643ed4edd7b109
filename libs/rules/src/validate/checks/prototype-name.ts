import { findAction } from '../../model/action-table';
import type { Problem } from '../../model/problem';
import { operationOf } from '../../json-logic/read-condition';
import { visitCondition } from '../../json-logic/visit-condition';
import { problem, type RuleUnderCheck } from '../check';

const RESERVED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** No path and no operator uses the names JavaScript keeps its own machinery under. */
export function* prototypeName({ draft, condition }: RuleUnderCheck): Generator<Problem> {
  for (const { node, at } of visitCondition(condition, '/condition')) {
    const names =
      node.kind === 'field' ? node.path : node.kind === 'logic' ? (operationOf(node.logic)?.operator ?? '') : '';
    yield* reserved(names, at);
  }
  for (const [i, action] of draft.actions.entries()) {
    for (const { name, kind } of findAction(action.type)?.parameters ?? []) {
      if (kind !== 'target' && kind !== 'source') continue;
      yield* reserved(String((action as unknown as { [name: string]: unknown })[name]), `/actions/${i}/${name}`);
    }
  }
}

function* reserved(path: string, at: string): Generator<Problem> {
  const found = path.split('.').find(segment => RESERVED.has(segment));
  if (found) yield problem('error', 'reserved-name', at, `"${found}" cannot be the name of a field or operator.`);
}
