import type { Predicate, Test } from './predicate';

type Order = Extract<Predicate, { kind: 'order' }>;
type OrderLeaf = Extract<Test, { kind: 'leaf' }> & { readonly predicate: Order };

/** Conjuncts in which a lower and an upper end of the same column, both numbers or both texts, are one range. */
export function mergeRanges(tests: readonly Test[]): readonly Test[] {
  if (!hasEnd(tests, '>') || !hasEnd(tests, '<')) return tests;
  const rest = [...tests];
  const ranges: Test[] = [];
  for (const low of tests) {
    if (!isEnd(low, '>')) continue;
    const at = rest.findIndex(test => isEnd(test, '<') && fits(low, test));
    if (at < 0) continue;
    const [high] = rest.splice(at, 1) as [OrderLeaf];
    rest.splice(rest.indexOf(low), 1);
    ranges.push({ kind: 'leaf', negated: false, predicate: rangeOf(low.predicate, high.predicate) });
  }
  return ranges.length === 0 ? tests : [...rest, ...ranges];
}

function hasEnd(tests: readonly Test[], side: '<' | '>'): boolean {
  for (let i = 0; i < tests.length; i++) if (isEnd(tests[i] as Test, side)) return true;
  return false;
}

function isEnd(test: Test, side: '<' | '>'): test is OrderLeaf {
  return test.kind === 'leaf' && !test.negated && test.predicate.kind === 'order' && test.predicate.sign[0] === side;
}

function fits(low: OrderLeaf, high: OrderLeaf): boolean {
  const [a, b] = [low.predicate, high.predicate];
  return a.column === b.column && typeof a.bound === typeof b.bound;
}

function rangeOf(low: Order, high: Order): Predicate {
  return {
    kind: 'within',
    column: low.column,
    low: { value: low.bound, open: low.sign === '>' },
    high: { value: high.bound, open: high.sign === '<' },
    known: { by: undefined, id: 0 },
  };
}
