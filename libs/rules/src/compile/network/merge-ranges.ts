import type { Predicate, Test } from './predicate';

type Order = Extract<Predicate, { kind: 'order' }>;
type OrderLeaf = Extract<Test, { kind: 'leaf' }> & { readonly predicate: Order };

/** Conjuncts in which a lower and an upper end of the same column, both numbers or both texts, are one range. */
export function mergeRanges(tests: readonly Test[]): readonly Test[] {
  let merged: Test[] | undefined;
  if (tests.length < 2) return tests;
  for (let i = 0; i < tests.length; i++) {
    const low = tests[i] as Test;
    if (!isEnd(low, true)) continue;
    const rest: readonly Test[] = merged ?? tests;
    for (let k = 0; k < rest.length; k++) {
      const high = rest[k] as Test;
      if (!isEnd(high, false) || !fits(low, high)) continue;
      merged = rest.filter(test => test !== low && test !== high);
      merged.push({ kind: 'leaf', negated: false, predicate: rangeOf(low.predicate, high.predicate) });
      break;
    }
  }
  return merged ?? tests;
}

function isEnd(test: Test, isLow: boolean): test is OrderLeaf {
  if (test.kind !== 'leaf' || test.negated || test.predicate.kind !== 'order') return false;
  const { sign } = test.predicate;
  return (sign === '>' || sign === '>=') === isLow;
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
    seenBy: undefined,
  };
}
