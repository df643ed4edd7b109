import { isTruthy } from '../../model/coercion';
import type { Run } from '../../model/run';
import { ownValueAt } from '../evaluate';
import type { Columns } from '../network/columns';
import { isPlainName } from '../network/columns';
import type { Predicate, Test } from '../network/predicate';
import { FAILS, HOLDS, isOdd, type Leaf, leafOf, ODD, type Verdict } from './leaf-of';

/** A rule judged by itself: total, it takes nothing of the run's budget that could matter. */
export type Judge = (record: object, run: Run) => Verdict;

/** A test as closures made for its very shape: one per predicate, its path taken apart ahead of time. */
export function testClosures(test: Test, columns: Columns): Judge {
  switch (test.kind) {
    case 'constant': {
      const value = test.value ? HOLDS : FAILS;
      return () => value;
    }
    case 'leaf': {
      const judge = leafClosure(test.predicate, columns);
      return test.negated ? negated(judge) : judge;
    }
    case 'all':
      return test.tests.map(part => testClosures(part, columns)).reduceRight((rest, first) => both(first, rest));
    case 'any':
      return test.tests.map(part => testClosures(part, columns)).reduceRight((rest, first) => either(first, rest));
  }
}

function both(first: Judge, second: Judge): Judge {
  return (record, run) => {
    const verdict = first(record, run);
    return verdict === HOLDS ? second(record, run) : verdict;
  };
}

function either(first: Judge, second: Judge): Judge {
  return (record, run) => {
    const verdict = first(record, run);
    return verdict === FAILS ? second(record, run) : verdict;
  };
}

function negated(judge: Judge): Judge {
  return (record, run) => {
    const verdict = judge(record, run);
    return verdict === ODD ? ODD : verdict === HOLDS ? FAILS : HOLDS;
  };
}

function leafClosure(predicate: Predicate, columns: Columns): Judge {
  if (predicate.kind === 'opaque') {
    const { evaluate } = predicate;
    const paths = predicate.columns.map(column => columns.pathOf(column).split('.'));
    return (record, run) => {
      for (const path of paths) if (isOdd(ownValueAt(record, path, null))) return ODD;
      return isTruthy(evaluate(record, run)) ? HOLDS : FAILS;
    };
  }
  const path = columns.pathOf(predicate.column);
  return loading(path.split('.'), leafOf(predicate, columns.isDated(predicate.column)));
}

interface Named {
  readonly [name: string]: unknown;
}

/** A leaf on the value at a path. Names that nothing inherits are simply read. */
function loading(segments: readonly string[], leaf: Leaf): Judge {
  const [a = '', b = '', c = ''] = segments;
  if (segments.length > 3 || !segments.every(isPlainName)) {
    return record => leaf(ownValueAt(record, segments, null));
  }
  if (segments.length === 1) return record => leaf((record as Named)[a]);
  const inner = (record: object): unknown => {
    const value = (record as Named)[a] as Named | null | undefined;
    return value === null || value === undefined ? null : value[b];
  };
  if (segments.length === 2) return record => leaf(inner(record));
  return record => {
    const value = inner(record) as Named | null | undefined;
    return leaf(value === null || value === undefined ? null : value[c]);
  };
}
