import type { Predicate, Test } from '../network/predicate';

/** How often a predicate holds, between 0 and 1. */
export type ShareOf = (predicate: Predicate) => number;

/** A test with what it comes to on average: how much work it is, and how often it holds. */
interface Weighed {
  readonly test: Test;
  readonly work: number;
  readonly share: number;
}

/** The same test, its parts in the order that decides it soonest: cheap ones that often settle the matter come first. */
export function orderTests(test: Test, shareOf: ShareOf): Test {
  return weigh(test, shareOf).test;
}

function weigh(test: Test, shareOf: ShareOf): Weighed {
  switch (test.kind) {
    case 'constant':
      return { test, work: 0, share: test.value ? 1 : 0 };
    case 'leaf': {
      const share = Math.min(1, Math.max(0, shareOf(test.predicate)));
      return { test, work: WORK[test.predicate.kind], share: test.negated ? 1 - share : share };
    }
    case 'all':
    case 'any': {
      const settles = ({ share }: Weighed): number => (test.kind === 'all' ? 1 - share : share);
      const rank = (part: Weighed): number => part.work / (settles(part) + 1e-6);
      const parts = test.tests.map(part => weigh(part, shareOf)).sort((a, b) => rank(a) - rank(b));
      let [work, open] = [0, 1];
      for (const part of parts) {
        work += open * part.work;
        open *= 1 - settles(part);
      }
      return {
        test: { ...test, tests: parts.map(part => part.test) },
        work,
        share: test.kind === 'all' ? open : 1 - open,
      };
    }
  }
}

/** What judging a predicate takes, loading its value included: measured once, in comparisons of a loaded value. */
const WORK: { readonly [kind in Predicate['kind']]: number } = {
  equal: 4,
  same: 4,
  null: 4,
  true: 4,
  order: 8,
  within: 8,
  'one-of': 6,
  prefix: 12,
  holds: 20,
  'folded-one-of': 40,
  mentions: 60,
  opaque: 60,
};
