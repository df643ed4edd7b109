import type { Predicate, Test } from './predicate';

/**
 * One way a condition can come true: the predicate that is looked up, and all that is to be checked once it was found. A
 * record that meets the condition meets at least one of its arms.
 */
export interface Arm {
  readonly anchor: Predicate;
  readonly rest: readonly Test[];
}

/**
 * The cheapest anchoring: of an `and` the most selective conjunct, of an `or` one for each arm; `undefined` where some way
 * to come true has nothing that could be looked up.
 */
export function anchoringOf(test: Test, frequency: (predicate: Predicate) => number): readonly Arm[] | undefined {
  switch (test.kind) {
    case 'constant':
      return test.value ? undefined : [];
    case 'leaf':
      return test.negated || !isAnchor(test.predicate) ? undefined : [{ anchor: test.predicate, rest: [] }];
    case 'any': {
      const arms: Arm[] = [];
      for (const part of test.tests) {
        const found = anchoringOf(part, frequency);
        if (!found) return undefined;
        arms.push(...found);
      }
      return arms;
    }
    case 'all': {
      const best = cheapest(test.tests, frequency);
      if (!best) return undefined;
      const others = test.tests.filter(part => part !== best);
      if (best.kind === 'leaf') return [{ anchor: best.predicate, rest: others }];
      return anchoringOf(best, frequency)?.map(({ anchor, rest }) => ({ anchor, rest: [...rest, ...others] }));
    }
  }
}

/** How many records an anchoring calls for, as a share of all; infinite where there is none. */
function costOf(test: Test, frequency: (predicate: Predicate) => number): number {
  switch (test.kind) {
    case 'constant':
      return test.value ? Infinity : 0;
    case 'leaf':
      return test.negated || !isAnchor(test.predicate) ? Infinity : frequency(test.predicate);
    case 'any': {
      let sum = 0;
      for (let i = 0; i < test.tests.length; i++) sum += costOf(test.tests[i] as Test, frequency);
      return sum;
    }
    case 'all': {
      let least = Infinity;
      for (let i = 0; i < test.tests.length; i++) least = Math.min(least, costOf(test.tests[i] as Test, frequency));
      return least;
    }
  }
}

/** The conjunct whose anchoring calls for the fewest records; none where none of them has one. */
function cheapest(tests: readonly Test[], frequency: (predicate: Predicate) => number): Test | undefined {
  let least = Infinity;
  let best: Test | undefined;
  for (let i = 0; i < tests.length; i++) {
    const part = tests[i] as Test;
    const cost = costOf(part, frequency);
    if (cost >= least) continue;
    least = cost;
    best = part;
  }
  return best;
}

/** Anything but truth, which tells too little apart, and logic that only a closure can judge. */
export function isAnchor({ kind }: Predicate): boolean {
  return kind !== 'true' && kind !== 'opaque';
}
