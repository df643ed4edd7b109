import type { JsonValue } from '../../model/json';
import type { Problem } from '../../model/problem';
import { pointerTo } from '../../model/pointer';
import { problem, type RuleUnderCheck } from '../check';

/** Objects are operations, each with exactly one operator: `{}` and objects of several keys would silently be data. */
export function* singleKey({ parts }: RuleUnderCheck): Generator<Problem> {
  for (const { node, at } of parts) {
    if (node.kind !== 'literal') continue;
    const found = firstObject(node.value, at);
    if (!found) continue;
    const message =
      found.keys.length === 0
        ? 'An empty object is no condition.'
        : `An operation has one operator, not ${found.keys.length}: ${found.keys.slice(0, 5).join(', ').slice(0, 200)}.`;
    yield problem(
      'error',
      'not-an-operation',
      found.at,
      message,
      found.keys.length === 0 ? undefined : 'Join them with "and".',
    );
  }
}

function firstObject(value: JsonValue, at: string): { keys: readonly string[]; at: string } | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  if (!Array.isArray(value)) return { keys: Object.keys(value), at };
  for (const [i, item] of (value as readonly JsonValue[]).entries()) {
    const found = firstObject(item, pointerTo(at, i));
    if (found) return found;
  }
  return undefined;
}
