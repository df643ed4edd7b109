import type { Condition, OperationNode } from '../../model/condition';
import { findOperator } from '../../model/operator-table';
import { SHORT_PART } from '../../model/includes-text';
import { compilePattern } from '../../model/pattern';
import { isOnlySpelling } from '../../model/same-text';
import { PERIODS, readDuration } from '../../model/today';
import { LONGEST_ELEMENT, LONGEST_LIST, LONGEST_TEXT } from './columns';

/** The most that judging some logic can take of a budget, and the longest text its value can be. */
export interface Bound {
  readonly steps: number;
  readonly output: number;
  readonly length: number;
}

const SHORT = 32;
/** Of everything that is read of every rule, what costs nothing is made once. */
const OF_SHORT: Bound = { steps: 0, output: 0, length: SHORT };
const OF_FIELD: Bound = { steps: 0, output: 0, length: LONGEST_TEXT };
/** Looking through a list twice: for a text itself, and for another spelling of it. */
const LIST_STEPS = 2 * LONGEST_LIST * (1 + (LONGEST_ELEMENT >>> 6));

/**
 * An upper bound for logic that cannot fail on fields that hold texts up to the longest, numbers, booleans or nothing;
 * `undefined` where it may fail, or nothing is known. Logic with a bound may be judged in any order, or not at all.
 */
export function boundOf(node: Condition): Bound | undefined {
  switch (node.kind) {
    case 'literal':
      return boundOfValue(node.value);
    case 'field':
      if (node.fallback === undefined) return OF_FIELD;
      if (!isScalar(node.fallback)) return undefined;
      return { steps: 0, output: 0, length: Math.max(LONGEST_TEXT, lengthOf(node.fallback)) };
    case 'operation':
      return boundOfOperation(node);
    case 'list':
    case 'logic':
      return undefined;
  }
}

function boundOfValue(value: unknown): Bound | undefined {
  if (typeof value === 'string') return { steps: 0, output: 0, length: value.length };
  return isScalar(value) ? OF_SHORT : undefined;
}

function boundOfOperation(node: OperationNode): Bound | undefined {
  const row = findOperator(node.operator);
  if (!row || node.operands.length < row.arity.min || node.operands.length > row.arity.max) return undefined;
  let [steps, output, longest, all, looking] = [0, 0, 0, 0, 0];
  for (let i = 0; i < node.operands.length; i++) {
    const operand = node.operands[i] as Condition;
    const bound = node.operator === 'in' && i === 1 && isListLiteral(operand) ? listBound(operand) : boundOf(operand);
    if (!bound) return undefined;
    steps += bound.steps;
    output += bound.output;
    longest = Math.max(longest, bound.length);
    all += bound.length + 1;
    looking += 2 * (1 + (bound.length >>> 6));
  }
  switch (node.operator) {
    case 'and':
    case 'or':
      return { steps, output, length: longest };
    case 'in':
    case 'contains': {
      const part = partSought(node);
      // Longer parts are looked for in time linear in them and the text by their operator alone.
      if (part !== undefined && part.length > SHORT_PART) return undefined;
      const comparing = LONGEST_LIST * stepsToCompare(part ?? '');
      return { steps: steps + looking + all + LIST_STEPS + comparing, output, length: SHORT };
    }
    case 'startsWith':
    case 'endsWith':
    case 'length':
      return { steps: steps + looking, output, length: SHORT };
    case 'lower':
      // Some capitals become up to three units in lower case.
      return { steps: steps + looking, output, length: all * 3 };
    case 'matches':
      return matching(node, { steps, output, length: longest });
    case 'cat':
      return { steps, output: output + all, length: all };
    case 'substr':
      return { steps: steps + looking, output: output + all, length: longest };
    case 'today':
      return usableDay(node.operands) ? { steps, output, length: SHORT } : undefined;
    default:
      return BOUNDED.has(node.operator) ? { steps: steps + looking, output, length: SHORT } : undefined;
  }
}

/** Operators whose value is a number or a truth, and that look at their operands once. What is not named here may do anything. */
const BOUNDED: ReadonlySet<string> = new Set([
  '!',
  '!!',
  '==',
  '!=',
  '===',
  '!==',
  '<',
  '<=',
  '>',
  '>=',
  '+',
  '-',
  '*',
  '/',
  '%',
  'min',
  'max',
]);

function isScalar(value: unknown): boolean {
  return value === null || typeof value !== 'object';
}

function lengthOf(value: unknown): number {
  return typeof value === 'string' ? value.length : SHORT;
}

function isListLiteral(node: Condition): boolean {
  return node.kind === 'literal' && Array.isArray(node.value);
}

/** A text is compared with each element, and read once more with each that may be another spelling of it. */
function listBound(node: Condition): Bound {
  const elements = node.kind === 'literal' ? (node.value as readonly unknown[]) : [];
  let length = elements.length;
  for (const element of elements) if (typeof element === 'string') length += stepsToCompare(element);
  return { steps: 0, output: 0, length };
}

function partSought({ operator, operands }: OperationNode): string | undefined {
  const part = operands[operator === 'in' ? 0 : 1];
  return part?.kind === 'literal' && typeof part.value === 'string' ? part.value : undefined;
}

function stepsToCompare(element: string): number {
  return isOnlySpelling(element) ? element.length >>> 6 : element.length + 1;
}

function matching(node: OperationNode, text: Bound): Bound | undefined {
  const pattern = node.operands[1];
  if (pattern?.kind !== 'literal') return undefined;
  if (pattern.value === null) return { ...text, length: SHORT };
  const compiled = typeof pattern.value === 'string' ? compilePattern(pattern.value) : undefined;
  if (!compiled?.ok) return undefined;
  return { ...text, steps: text.steps + compiled.value.stepsOn(text.length), length: SHORT };
}

function usableDay([offset, period]: readonly Condition[]): boolean {
  if (offset && (offset.kind !== 'literal' || typeof offset.value !== 'string')) return false;
  if (offset?.kind === 'literal' && offset.value !== '' && !readDuration(offset.value as string)) return false;
  if (!period) return true;
  return period.kind === 'literal' && (PERIODS as readonly unknown[]).includes(period.value);
}
