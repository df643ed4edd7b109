import type { Columns } from '../network/columns';
import { predicatesOf, type Test } from '../network/predicate';
import { FAILS, HOLDS, ODD } from './leaf-of';
import { leafClosure } from './leaf-closure';
import { FAILED, HELD, type Judge, type Ways } from './ways';

/** Most looks that go on with one another: each stands on the stack until the last has answered. */
const LONGEST_THREAD = 64;

type Several = Extract<Test, { kind: 'all' | 'any' }>;

/** A test as a thread of looks. Backwards: where to go on is known before what goes there. No code is generated. */
export function testClosure(test: Test, columns: Columns, { yes, no }: Ways): Judge {
  switch (test.kind) {
    case 'constant':
      return test.value ? yes : no;
    case 'leaf':
      return leafClosure(test.predicate, columns, test.negated ? { yes: no, no: yes } : { yes, no });
    case 'all':
      if (isLong(test)) return inTurn(test, columns, { yes, no });
      return test.tests.reduceRight((next, part) => testClosure(part, columns, { yes: next, no }), yes);
    case 'any':
      if (isLong(test)) return inTurn(test, columns, { yes, no });
      return test.tests.reduceRight((next, part) => testClosure(part, columns, { yes, no: next }), no);
  }
}

function isLong(test: Several): boolean {
  return predicatesOf(test).length > LONGEST_THREAD;
}

/** The parts of a long test one after the other, each a thread that ends. */
function inTurn(test: Several, columns: Columns, { yes, no }: Ways): Judge {
  const parts = test.tests.map(part => testClosure(part, columns, { yes: HELD, no: FAILED }));
  const [goesOn, onwards, stop] = test.kind === 'all' ? [HOLDS, yes, no] : [FAILS, no, yes];
  return (record, run) => {
    for (const part of parts) {
      const verdict = part(record, run);
      if (verdict !== goesOn) return verdict === ODD ? ODD : stop(record, run);
    }
    return onwards(record, run);
  };
}
