import { type Columns } from '../network/columns';
import { guessedFrequency } from '../network/frequencies';
import type { Test } from '../network/predicate';
import type { Judge } from './ways';
import { orderTests } from './order-tests';
import { RuleSource } from './rule-source';

/** A test as JavaScript, compiled by the machine itself. */
export function testSource(test: Test, columns: Columns): Judge {
  const source = new RuleSource(columns);
  const ways = { yes: 'return 1;', no: 'return 0;', odd: 'return 2;' };
  const { code } = source.write(orderTests(test, guessedFrequency), ways, new Set());
  return source.make('d, r', code);
}
