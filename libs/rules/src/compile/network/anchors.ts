import type { Predicate, Test } from './predicate';

/** One way a condition can come true: the predicate that is looked up, and all that is to be checked once it was found. */
export interface Arm {
  readonly anchor: Predicate;
  readonly rest: readonly Test[];
}

/** Arms of which at least one is met by every record that meets the condition, and how many records they call for. */
export interface Anchoring {
  readonly cost: number;
  readonly arms: readonly Arm[];
}

/**
 * The cheapest anchoring: of an `and` the most selective conjunct, of an `or` one for each arm; `undefined` where some way
 * to come true has nothing that could be looked up.
 */
export function anchoringOf(test: Test, frequency: (predicate: Predicate) => number): Anchoring | undefined {
  switch (test.kind) {
    case 'constant':
      return test.value ? undefined : { cost: 0, arms: [] };
    case 'leaf':
      if (test.negated || !isAnchor(test.predicate)) return undefined;
      return { cost: frequency(test.predicate), arms: [{ anchor: test.predicate, rest: [] }] };
    case 'any': {
      const parts = test.tests.map(part => anchoringOf(part, frequency));
      if (!parts.every(part => part !== undefined)) return undefined;
      return { cost: parts.reduce((sum, { cost }) => sum + cost, 0), arms: parts.flatMap(({ arms }) => arms) };
    }
    case 'all': {
      let best: (Anchoring & { readonly of: Test }) | undefined;
      for (const part of test.tests) {
        const found = anchoringOf(part, frequency);
        if (found && (!best || found.cost < best.cost)) best = { ...found, of: part };
      }
      if (!best) return undefined;
      const others = test.tests.filter(part => part !== best.of);
      return {
        cost: best.cost,
        arms: best.arms.map(({ anchor, rest }) => ({ anchor, rest: rest.length > 0 ? [...rest, ...others] : others })),
      };
    }
  }
}

/** Anything but truth, which tells too little apart, and logic that only a closure can judge. */
export function isAnchor({ kind }: Predicate): boolean {
  return kind !== 'true' && kind !== 'opaque';
}
