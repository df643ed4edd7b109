import { type Columns, isPlain } from '../network/columns';
import { guessedFrequency } from '../network/frequencies';
import type { Test } from '../network/predicate';
import { conjunctsOf, failsOnNothing } from './fails-on-nothing';
import { FAILS, HOLDS, ODD, type Verdict } from './leaf-of';
import { FAILED, type Judge } from './ways';
import { orderTests } from './order-tests';
import { testClosure } from './test-closure';

/** A whole condition as closures. Whether what was read was the record's own is asked only where the answer could hang on it. */
export function conditionClosure(test: Test, columns: Columns): Judge {
  const conjuncts = conjunctsOf(orderTests(test, guessedFrequency));
  const parts = (fails: boolean): Test => ({
    kind: 'all',
    tests: conjuncts.filter(part => failsOnNothing(part, columns) === fails),
  });
  const rest = testClosure(parts(false), columns, { yes: ifPlain(HOLDS), no: ifPlain(FAILS) });
  return testClosure(parts(true), columns, { yes: rest, no: FAILED });
}

function ifPlain(verdict: Verdict): Judge {
  return record => (isPlain(record) ? verdict : ODD);
}
