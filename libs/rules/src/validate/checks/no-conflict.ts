import type { Action } from '../../model/action';
import type { Problem } from '../../model/problem';
import { problem, type RuleUnderCheck } from '../check';

/** No action of a rule undoes or repeats another: a tag is added or removed once, a field gets one value. */
export function* noConflict({ actions }: RuleUnderCheck): Generator<Problem> {
  const tags = new Map<string, Action['type']>();
  const values = new Map<string, Action['type']>();
  for (const { action, at } of actions) {
    if (action.type === 'addTag' || action.type === 'removeTag') {
      const tag = action.value.trim();
      const earlier = tags.get(tag);
      if (earlier === action.type) yield problem('warning', 'repeated-action', at, `The tag "${tag}" is named twice.`);
      else if (earlier)
        yield problem('error', 'conflicting-actions', at, `The tag "${tag}" is both added and removed.`);
      tags.set(tag, action.type);
      continue;
    }
    const target = targetOf(action);
    if (target === undefined) continue;
    const gives = givesValue(action);
    const earlier = values.get(target);
    if (gives && earlier) yield problem('error', 'conflicting-actions', at, `"${target}" gets a value twice.`);
    if ((action.type === 'copyValue' || action.type === 'moveValue') && action.from === action.to) {
      const done = action.type === 'copyValue' ? 'copied' : 'moved';
      yield problem('warning', 'no-effect', at, `"${target}" is ${done} to itself.`);
    }
    if (gives) values.set(target, action.type);
  }
}

function targetOf(action: Action): string | undefined {
  if (action.type === 'copyValue' || action.type === 'moveValue') return action.to;
  return 'field' in action ? action.field : undefined;
}

/** These replace a value whole, so an earlier one would be lost; rewriting a text twice is a sequence, not a conflict. */
function givesValue(action: Action): boolean {
  return ['setValue', 'clearValue', 'copyValue', 'moveValue'].includes(action.type);
}
