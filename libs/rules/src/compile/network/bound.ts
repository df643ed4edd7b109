import type { Condition, OperationNode } from '../../model/condition';
import { findOperator } from '../../model/operator-table';
import { SHORT_PART } from '../../model/includes-text';
import { compilePattern } from '../../model/pattern';
import { isOnlySpelling } from '../../model/same-text';
import { PERIODS, readDuration } from '../../model/today';
import { LONGEST_ELEMENT, LONGEST_LIST, LONGEST_TEXT } from './columns';

const SHORT = 32;
/** Instead of a length: the logic may fail, or nothing is known of it. */
const UNKNOWN = -1;
/** Looking through a list twice: for a text itself, and for another spelling of it. */
const LIST_STEPS = 2 * LONGEST_LIST * (1 + (LONGEST_ELEMENT >>> 6));

/**
 * The most that judging some logic can take of a budget, for logic that cannot fail on fields that hold texts up to the longest,
 * numbers, booleans or nothing. Logic with a bound may be judged in any order, or not at all.
 */
export class Bound {
  steps = 0;
  output = 0;

  /** Adds what some logic takes; false where it may fail, or nothing is known of it. */
  add(node: Condition): boolean {
    return this.lengthOf(node) !== UNKNOWN;
  }

  /** The same; gives the longest text the logic's value can be. */
  private lengthOf(node: Condition): number {
    switch (node.kind) {
      case 'literal':
        return isScalar(node.value) ? lengthOfValue(node.value) : UNKNOWN;
      case 'field':
        if (node.fallback === undefined) return LONGEST_TEXT;
        return isScalar(node.fallback) ? Math.max(LONGEST_TEXT, lengthOfValue(node.fallback)) : UNKNOWN;
      case 'operation':
        return this.lengthOfOperation(node);
      case 'list':
      case 'logic':
        return UNKNOWN;
    }
  }

  private lengthOfOperation(node: OperationNode): number {
    const { operator, operands } = node;
    const row = findOperator(operator);
    if (!row || operands.length < row.arity.min || operands.length > row.arity.max) return UNKNOWN;
    let longest = 0;
    let all = 0;
    let looking = 0;
    for (let i = 0; i < operands.length; i++) {
      const operand = operands[i] as Condition;
      const length =
        i === 1 && operator === 'in' && isListLiteral(operand) ? lengthOfList(operand) : this.lengthOf(operand);
      if (length === UNKNOWN) return UNKNOWN;
      longest = Math.max(longest, length);
      all += length + 1;
      looking += 2 * (1 + (length >>> 6));
    }
    switch (operator) {
      case 'and':
      case 'or':
        return longest;
      case 'in':
      case 'contains': {
        const part = partSought(node);
        // Longer parts are looked for in time linear in them and the text by their operator alone.
        if (part !== undefined && part.length > SHORT_PART) return UNKNOWN;
        this.steps += looking + all + LIST_STEPS + LONGEST_LIST * stepsToCompare(part ?? '');
        return SHORT;
      }
      case 'startsWith':
      case 'endsWith':
      case 'length':
        this.steps += looking;
        return SHORT;
      case 'lower':
        this.steps += looking;
        // Some capitals become up to three units in lower case.
        return all * 3;
      case 'matches': {
        const steps = stepsToMatch(node, longest);
        this.steps += steps;
        return steps === UNKNOWN ? UNKNOWN : SHORT;
      }
      case 'cat':
        this.output += all;
        return all;
      case 'substr':
        this.steps += looking;
        this.output += all;
        return longest;
      case 'today':
        return usableDay(operands) ? SHORT : UNKNOWN;
      default:
        this.steps += looking;
        return BOUNDED.has(operator) ? SHORT : UNKNOWN;
    }
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

function lengthOfValue(value: unknown): number {
  return typeof value === 'string' ? value.length : SHORT;
}

function isListLiteral(node: Condition): boolean {
  return node.kind === 'literal' && Array.isArray(node.value);
}

/** A text is compared with each element, and read once more with each that may be another spelling of it. */
function lengthOfList(node: Condition): number {
  const elements = node.kind === 'literal' ? (node.value as readonly unknown[]) : [];
  let length = elements.length;
  for (let i = 0; i < elements.length; i++) {
    const element = elements[i];
    if (typeof element === 'string') length += stepsToCompare(element);
  }
  return length;
}

function partSought({ operator, operands }: OperationNode): string | undefined {
  const part = operands[operator === 'in' ? 0 : 1];
  return part?.kind === 'literal' && typeof part.value === 'string' ? part.value : undefined;
}

function stepsToCompare(element: string): number {
  return isOnlySpelling(element) ? element.length >>> 6 : element.length + 1;
}

function stepsToMatch(node: OperationNode, length: number): number {
  const pattern = node.operands[1];
  if (pattern?.kind !== 'literal') return UNKNOWN;
  if (pattern.value === null) return 0;
  const compiled = typeof pattern.value === 'string' ? compilePattern(pattern.value) : undefined;
  return compiled?.ok ? compiled.value.stepsOn(length) : UNKNOWN;
}

function usableDay([offset, period]: readonly Condition[]): boolean {
  if (offset && (offset.kind !== 'literal' || typeof offset.value !== 'string')) return false;
  if (offset?.kind === 'literal' && offset.value !== '' && !readDuration(offset.value as string)) return false;
  if (!period) return true;
  return period.kind === 'literal' && (PERIODS as readonly unknown[]).includes(period.value);
}
