import { isTruthy } from '../../model/coercion';
import { ownValueAt } from '../evaluate';
import type { Columns } from '../network/columns';
import { isPlainName } from '../network/field-reader';
import { type Predicate, readsAsNumber } from '../network/predicate';
import { hasOneSpelling } from '../network/spelling';
import { highestOf, lowestOf } from './closed-ends';
import { FAILS, HOLDS, isOdd, type Leaf, leafOf, ODD } from './leaf-of';
import { type Judge, UNSURE, type Ways } from './ways';

type Closed = Exclude<Predicate, { kind: 'opaque' }>;
type Opaque = Extract<Predicate, { kind: 'opaque' }>;

interface Named {
  readonly [name: string]: unknown;
}

/**
 * A predicate on its field as a closure that goes on with one of two others, so that what it gives is what the whole comes
 * to: nothing stands between one look at the record and the next. `leafOf` is the meaning; nothing here may answer otherwise.
 */
export function leafClosure(predicate: Predicate, columns: Columns, ways: Ways): Judge {
  if (predicate.kind === 'opaque') return goingOn(opaque(predicate, columns), ways);
  const path = columns.pathOf(predicate.column).split('.');
  const leaf = leafOf(predicate, columns.isDated(predicate.column));
  if (path.length <= 3 && path.every(isPlainName)) return lookAt(path, predicate, leaf, ways);
  return goingOn(record => leaf(ownValueAt(record, path, null)), ways);
}

function goingOn(judge: Judge, { yes, no }: Ways): Judge {
  const next = [no, yes, UNSURE] as const;
  return (record, run) => next[judge(record, run)](record, run);
}

/** From what the record has under a path's first name to what the path means; nothing to do where that is all of it. */
function below([, second, third]: readonly string[]): ((value: unknown) => unknown) | undefined {
  if (second === undefined) return undefined;
  if (third === undefined) return value => valueIn(value, second);
  return value => valueIn(valueIn(value, second), third);
}

function valueIn(holder: unknown, name: string): unknown {
  return holder === null || holder === undefined ? null : (holder as Named)[name];
}

/**
 * A look at a path along which nothing is inherited. The usual type is compared in place, where that is all there is to
 * comparing values of the type; whatever else comes, the leaf tells.
 */
function lookAt(path: readonly string[], predicate: Closed, leaf: Leaf, { yes, no }: Ways): Judge {
  const [name = ''] = path;
  const inner = below(path);
  const next = [no, yes, UNSURE] as const;
  const text = textOf(predicate);
  if (text !== undefined) {
    return (record, run) => {
      let value = (record as Named)[name];
      if (inner !== undefined) value = inner(value);
      if (value === text) return yes(record, run);
      return typeof value === 'string' ? no(record, run) : next[leaf(value)](record, run);
    };
  }
  const values = valuesOf(predicate);
  if (values) {
    return (record, run) => {
      let value = (record as Named)[name];
      if (inner !== undefined) value = inner(value);
      return values.has(value === undefined ? null : value) ? yes(record, run) : no(record, run);
    };
  }
  if (predicate.kind === 'null') {
    return (record, run) => {
      let value = (record as Named)[name];
      if (inner !== undefined) value = inner(value);
      return value === null || value === undefined ? yes(record, run) : no(record, run);
    };
  }
  const range = rangeOf(predicate);
  if (range) {
    const [low, high] = range;
    return (record, run) => {
      let value = (record as Named)[name];
      if (inner !== undefined) value = inner(value);
      if (typeof value !== 'number') return next[leaf(value)](record, run);
      return value >= low && value <= high ? yes(record, run) : no(record, run);
    };
  }
  return (record, run) => {
    let value = (record as Named)[name];
    if (inner !== undefined) value = inner(value);
    return next[leaf(value)](record, run);
  };
}

/** The one text that is equal. */
function textOf(predicate: Closed): string | undefined {
  if (predicate.kind !== 'equal' || typeof predicate.value !== 'string') return undefined;
  return readsAsNumber(predicate.value) || !hasOneSpelling(predicate.value) ? undefined : interned(predicate.value);
}

/** The values one of which has to be there. */
function valuesOf(predicate: Closed): ReadonlySet<unknown> | undefined {
  return predicate.kind === 'one-of' && predicate.values.every(hasOneSpelling)
    ? new Set(predicate.values.map(value => (typeof value === 'string' ? interned(value) : value)))
    : undefined;
}

/** The text as engines keep names and the short texts of parsed records: two such are compared by where they lie. */
function interned(text: string): string {
  return Object.keys({ [text]: true })[0] ?? text;
}

/** The lowest and the highest number that will do. */
function rangeOf(predicate: Closed): readonly [number, number] | undefined {
  if (predicate.kind === 'within') {
    const { low, high } = predicate;
    return typeof low.value === 'number' ? [lowestOf(low), highestOf(high)] : undefined;
  }
  if (predicate.kind !== 'order' || typeof predicate.bound !== 'number') return undefined;
  const { sign, bound } = predicate;
  const end = { value: bound, open: sign.length === 1 };
  return sign.startsWith('>') ? [lowestOf(end), Infinity] : [-Infinity, highestOf(end)];
}

function opaque({ columns: read, evaluate }: Opaque, columns: Columns): Judge {
  const paths = read.map(column => columns.pathOf(column).split('.'));
  return (record, run) => {
    for (const path of paths) if (isOdd(ownValueAt(record, path, null))) return ODD;
    return isTruthy(evaluate(record, run)) ? HOLDS : FAILS;
  };
}
