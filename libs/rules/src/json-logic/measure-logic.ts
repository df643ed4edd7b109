import { isWellFormed } from '../model/plain-text';
import { pointerTo } from '../model/pointer';
import type { Problem } from '../model/problem';

/** Deepest nesting of a condition or an action's value, counted in lists and objects. */
export const MAX_DEPTH = 200;
/** Most values a condition may consist of. */
export const MAX_NODES = 100_000;
/** Longest text in a condition. */
export const MAX_TEXT_LENGTH = 100_000;

const HALF_A_CHARACTER = 'A text holds half a character (a lone surrogate). Write it anew.';

interface Step {
  readonly value: unknown;
  readonly at: string;
  readonly depth: number;
}

/**
 * Whether a value is plain JSON within the bounds of a rule. Keeps its own stack: what it is asked about may be nested so
 * deeply that anything recursive would overflow, and only what passed here is ever walked recursively.
 */
export function measureLogic(root: unknown, at: string): readonly Problem[] {
  const open: Step[] = [{ value: root, at, depth: 0 }];
  let nodes = 0;
  for (let step = open.pop(); step; step = open.pop()) {
    if (++nodes > MAX_NODES)
      return [sizeProblem('too-large', at, `It has more than ${MAX_NODES.toLocaleString('en')} parts.`)];
    if (step.depth > MAX_DEPTH)
      return [sizeProblem('too-deep', at, `It is nested more than ${MAX_DEPTH} levels deep.`)];
    const wrong = unlikeJson(step.value);
    if (wrong) return [{ severity: 'error', code: 'not-json', at: step.at, message: wrong }];
    if (typeof step.value !== 'object' || step.value === null) continue;
    const broken = Object.keys(step.value).some(key => !isWellFormed(key));
    if (broken) return [{ severity: 'error', code: 'not-json', at: step.at, message: HALF_A_CHARACTER }];
    for (const [key, value] of Object.entries(step.value)) {
      open.push({ value, at: pointerTo(step.at, key), depth: step.depth + 1 });
    }
  }
  return [];
}

function unlikeJson(value: unknown): string | undefined {
  switch (typeof value) {
    case 'boolean':
      return undefined;
    case 'string':
      if (value.length > MAX_TEXT_LENGTH)
        return `A text is longer than ${MAX_TEXT_LENGTH.toLocaleString('en')} characters.`;
      return isWellFormed(value) ? undefined : HALF_A_CHARACTER;
    case 'number':
      return Number.isFinite(value) ? undefined : 'A number must be finite.';
    case 'object': {
      if (value === null || Array.isArray(value)) return undefined;
      const prototype: unknown = Object.getPrototypeOf(value);
      return prototype === null || Object.getPrototypeOf(prototype) === null
        ? undefined
        : 'Only plain JSON objects can be part of a rule.';
    }
    default:
      return `JSON has no value of type ${typeof value}.`;
  }
}

function sizeProblem(code: string, at: string, message: string): Problem {
  return { severity: 'error', code, at, message };
}
