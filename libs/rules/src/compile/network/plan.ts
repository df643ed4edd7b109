import type { Condition } from '../../model/condition';
import type { Budget } from '../../model/run';
import { readNode } from '../../json-logic/read-condition';
import type { ValidRule } from '../../model/rule';
import { Bound } from './bound';
import { all, readTest, type Reader } from './read-test';
import type { Test } from './predicate';

/** How the network sees one rule. Made once per rule, and kept through every rule set the rule is in. */
export interface Plan {
  /** The whole condition, or as much of its beginning as can be judged ahead of the rest. */
  readonly test: Test;
  /** False where more is to be judged once the test holds: logic that may fail, or repeats. */
  readonly complete: boolean;
}

/** The plan of a rule. */
export function planOf(rule: ValidRule, reader: Reader, budget: Budget): Plan {
  return planOfCondition(readNode(rule.condition), reader, budget);
}

/**
 * The plan of a condition. Logic that may end in an error keeps its place: only what stands before it in the `and` is judged
 * ahead, because a condition that stops there never meets the error.
 */
export function planOfCondition(condition: Condition, reader: Reader, budget: Budget): Plan {
  const conjuncts = conjunctsOf(condition);
  const bound = new Bound();
  const judged: Test[] = [];
  for (let i = 0; i < conjuncts.length; i++) {
    const conjunct = conjuncts[i] as Condition;
    if (!bound.add(conjunct) || bound.steps > budget.steps || bound.output > budget.output) break;
    judged.push(readTest(conjunct, reader));
  }
  // Plans are kept: a copy of a list has no room that nothing will ever fill.
  const test = judged.length === 1 ? (judged[0] as Test) : all(judged.slice());
  return { test, complete: judged.length === conjuncts.length };
}

/** Columns a test reads. */
export function columnsOf(test: Test, into = new Set<number>()): ReadonlySet<number> {
  if (test.kind === 'leaf') {
    const { predicate } = test;
    if (predicate.kind !== 'opaque') into.add(predicate.column);
    else for (const column of predicate.columns) into.add(column);
  } else if (test.kind !== 'constant') for (const part of test.tests) columnsOf(part, into);
  return into;
}

function conjunctsOf(node: Condition, into: Condition[] = []): readonly Condition[] {
  if (node.kind !== 'operation' || node.operator !== 'and' || node.operands.length === 0) into.push(node);
  else for (let i = 0; i < node.operands.length; i++) conjunctsOf(node.operands[i] as Condition, into);
  return into;
}
