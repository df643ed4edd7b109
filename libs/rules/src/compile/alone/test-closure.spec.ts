import { Run } from '../../model/run';
import { Columns } from '../network/columns';
import type { Test } from '../network/predicate';
import { FAILS, HOLDS } from './leaf-of';
import { testClosure } from './test-closure';
import { FAILED, HELD } from './ways';

const run = new Run({ now: '2026-01-15T12:00:00.000Z', timeZone: 'UTC' });
const columns = new Columns();
const column = columns.column('a', 'scalar');

function is(value: string, negated = false): Test {
  return { kind: 'leaf', predicate: { kind: 'equal', column, value, seenBy: undefined }, negated };
}

// Closures that go on with one another stand on the stack until the last has answered.
describe('a test of more parts than the stack is deep', () => {
  const values = Array.from({ length: 15_000 }, (_, i) => `x${i}`);
  const one: Test = { kind: 'any', tests: values.map(value => is(value)) };
  const none: Test = { kind: 'all', tests: values.map(value => is(value, true)) };

  it.each([
    ['any of them', one, [FAILS, HOLDS]],
    ['none of them', none, [HOLDS, FAILS]],
    ['any of them, within more', { kind: 'all', tests: [is('y', true), one] } satisfies Test, [FAILS, HOLDS]],
    ['none of them, or else', { kind: 'any', tests: [none, is('x14999')] } satisfies Test, [HOLDS, HOLDS]],
  ])('%s', (_name, test, expected) => {
    const judge = testClosure(test, columns, { yes: HELD, no: FAILED });
    expect(['z', 'x14999'].map(a => judge({ a }, run))).toEqual(expected);
  });
});
