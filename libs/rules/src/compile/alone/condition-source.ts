import type { Clock } from '../../model/clock';
import type { DataRecord } from '../../model/record';
import type { Run } from '../../model/run';
import type { Columns } from '../network/columns';
import { guessedFrequency } from '../network/frequencies';
import { predicatesOf, type Test } from '../network/predicate';
import { conjunctsOf, failsOnNothing } from './fails-on-nothing';
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

/**
 * A whole condition as one generated function: nothing is called per record but it, and nothing is made. Whether what was read
 * was the record's own is asked only where the answer could hang on it.
 */
export function conditionSource<T>(test: Test, columns: Columns, answers: Answers<T>): Judging<T> {
  const source = new RuleSource(columns);
  const [met, unmet] = [source.constant(answers.met), source.constant(answers.unmet)];
  const odd = `return ${source.constant(answers.odd)}(d, c);`;
  let loaded: ReadonlySet<string> = new Set();
  let body = '';
  for (const conjunct of conjunctsOf(orderTests(test, guessedFrequency))) {
    // What fails for a value that was inherited, and would fail for none, fails.
    const no = failsOnNothing(conjunct, columns) ? `return ${unmet};` : 'break conjuncts;';
    const { code, ifTrue } = source.write(conjunct, { yes: '', no, odd }, loaded);
    body += code;
    loaded = ifTrue;
  }
  const run = predicatesOf(test).some(({ kind }) => kind === 'opaque')
    ? `const r = ${source.constant(answers.runOf)}(c); `
    : '';
  const judged = `let m = ${unmet}; conjuncts: { ${body} m = ${met}; }`;
  return source.make('d, c', `${run}${judged} if (${source.isPlain()}) { return m; } ${odd}`);
}
