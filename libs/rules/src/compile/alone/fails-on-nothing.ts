import type { Columns } from '../network/columns';
import type { Test } from '../network/predicate';
import { FAILS, HOLDS, leafOf } from './leaf-of';

// A record may inherit what a test reads, and inherited values count as missing. Of a test that fails with them and holds for
// nothing missing it need not be known whose they were.

/** Whether no part of a test holds of a missing value: values taken away can only make it fail. */
export function failsOnNothing(test: Test, columns: Columns): boolean {
  switch (test.kind) {
    case 'constant':
      return true;
    case 'leaf': {
      const { predicate, negated } = test;
      if (predicate.kind === 'opaque') return false;
      return leafOf(predicate, columns.isDated(predicate.column))(null) === (negated ? HOLDS : FAILS);
    }
    case 'all':
    case 'any':
      return test.tests.every(part => failsOnNothing(part, columns));
  }
}

/** The tests all of which have to hold. */
export function conjunctsOf(test: Test): readonly Test[] {
  return test.kind === 'all' ? test.tests : [test];
}
