import type { Clock } from '../../model/clock';
import type { DataRecord } from '../../model/record';
import type { Run } from '../../model/run';
import type { Columns } from '../network/columns';
import { guessedFrequency } from '../network/frequencies';
import { predicatesOf, type Test } from '../network/predicate';
import { FAILS, HOLDS, leafOf } from './leaf-of';
import { orderTests } from './order-tests';
import { RuleSource } from './rule-source';

/** Judges a record by one clock. */
type Judging<T> = (record: DataRecord, clock: Clock) => T;

/** What a condition's function gives, and whom it asks. */
export interface Answers<T> {
  readonly met: T;
  readonly unmet: T;
  /** The general closures: for records that are no plain objects, and values only they can judge. */
  readonly odd: Judging<T>;
  /** The run for logic that wants one. */
  readonly runOf: (clock: Clock) => Run;
}

/** A whole condition as one generated function: nothing is called per record but it, and nothing is made. */
export function conditionSource<T>(test: Test, columns: Columns, answers: Answers<T>): Judging<T> {
  const source = new RuleSource(columns);
  const odd = `return ${source.constant(answers.odd)}(d, c);`;
  const no = `return ${source.constant(answers.unmet)};`;
  const ways = { yes: `return ${source.constant(answers.met)};`, no, odd };
  const conjuncts = conjunctsOf(orderTests(test, guessedFrequency));
  // A test that a missing value fails as well fails whether or not what it read was the record's own: no need to look.
  const early = conjuncts.length > 1 && failsOnNothing(conjuncts[0] as Test, columns) ? 1 : 0;
  const first = source.write({ kind: 'all', tests: conjuncts.slice(0, early) }, { ...ways, yes: '' }, new Set());
  const rest = source.write({ kind: 'all', tests: conjuncts.slice(early) }, ways, first.ifTrue);
  const run = predicatesOf(test).some(({ kind }) => kind === 'opaque')
    ? `const r = ${source.constant(answers.runOf)}(c); `
    : '';
  const body = `${first.code}${source.unlessPlain(odd)}${run}${rest.code}`;
  return source.make('d, c', body);
}

function conjunctsOf(test: Test): readonly Test[] {
  return test.kind === 'all' ? test.tests : [test];
}

function failsOnNothing(test: Test, columns: Columns): boolean {
  if (test.kind !== 'leaf' || test.predicate.kind === 'opaque') return false;
  const verdict = leafOf(test.predicate, columns.isDated(test.predicate.column))(null);
  return verdict === (test.negated ? HOLDS : FAILS);
}
