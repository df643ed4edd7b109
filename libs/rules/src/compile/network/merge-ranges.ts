import type { Predicate, Test } from './predicate';

type Order = Extract<Predicate, { kind: 'order' }>;
type OrderLeaf = Extract<Test, { kind: 'leaf' }> & { readonly predicate: Order };

/** Conjuncts in which a lower and an upper end of the same column, both numbers or both texts, are one range. */
export function mergeRanges(tests: readonly Test[]): readonly Test[] {
  if (!tests.some(test => isEnd(test, '>')) || !tests.some(test => isEnd(test, '<'))) return tests;
  const lows = tests.filter((test): test is OrderLeaf => isEnd(test, '>'));
  const taken = new Set<Test>();
  const ranges: Test[] = [];
  for (const low of lows) {
    const high = tests
      .filter((test): test is OrderLeaf => isEnd(test, '<'))
      .find(test => !taken.has(test) && fits(low, test));
    if (!high) continue;
    taken.add(low).add(high);
    ranges.push({ kind: 'leaf', negated: false, predicate: rangeOf(low.predicate, high.predicate) });
  }
  return taken.size === 0 ? tests : [...tests.filter(test => !taken.has(test)), ...ranges];
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
