import type { Predicate, Test } from '../../compile/network/predicate';
import { Bits } from './bits';
import { judgeLeaf, type Setting, type Verdicts } from './judge-leaf';
import type { Steps } from '../../model/steps';

/** A test on the rows of `among`: what is cheap is judged first, and what is dear only where that left it open. */
export function* judgeTest(test: Test, among: Bits, setting: Setting): Steps<Verdicts> {
  switch (test.kind) {
    case 'constant':
      return { held: test.value ? among.copy() : new Bits(among.size), odd: new Bits(among.size) };
    case 'leaf': {
      const { held, odd } = yield* judgeLeaf(test.predicate, among, setting);
      return test.negated ? { held: among.copy().without(held).without(odd), odd } : { held, odd };
    }
    case 'all':
    case 'any':
      return yield* judgeSeveral(test.kind, test.tests, among, setting);
  }
}

function* judgeSeveral(kind: 'all' | 'any', tests: readonly Test[], among: Bits, setting: Setting): Steps<Verdicts> {
  const held = new Bits(among.size);
  const odd = new Bits(among.size);
  let open = among.copy();
  for (const test of [...tests].sort((a, b) => costOf(a) - costOf(b))) {
    if (open.isEmpty()) break;
    const verdicts = yield* judgeTest(test, open, setting);
    odd.or(verdicts.odd);
    if (kind === 'all') open = verdicts.held;
    else {
      held.or(verdicts.held);
      open.without(verdicts.held).without(verdicts.odd);
    }
  }
  return kind === 'all' ? { held: open, odd } : { held, odd };
}

const BY_COST: readonly Predicate['kind'][] = [
  'null',
  'equal',
  'same',
  'one-of',
  'true',
  'order',
  'within',
  'folded-one-of',
  'prefix',
  'holds',
  'mentions',
  'opaque',
];

function costOf(test: Test): number {
  if (test.kind === 'constant') return -1;
  if (test.kind === 'leaf') return BY_COST.indexOf(test.predicate.kind);
  return Math.max(...test.tests.map(costOf));
}
