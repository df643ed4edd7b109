import { isTruthy, primitiveOf, textOf } from '../model/coercion';
import type { Run } from '../model/run';
import { isStandardOperator, type StandardOperatorName } from '../model/standard-operator';
import { type Evaluate, ownValueAt } from './evaluate';

// The operators of standard JSON-Logic that have no row in the table, each with json-logic-js's meaning, oddities
// included. They get their operands unevaluated, because iterators and `if` choose what to evaluate and on what.

/** `cost` is the number of parts of the logic an iterator repeats: what one element takes of the budget. */
type Standard = (operands: readonly Evaluate[], at: string, cost: number) => Evaluate;

const nothing: Evaluate = () => undefined;

/** The maker of a standard operator's closure, where the name is one. */
export function findStandardOperator(name: string): Standard | undefined {
  return isStandardOperator(name) ? MAKERS[name] : undefined;
}

const MAKERS: { readonly [name in StandardOperatorName]: Standard } = {
  var: operands => lookUp(operands),
  if: choose,
  '?:': choose,
  log: operands => operands[0] ?? nothing,
  merge: merge,
  missing: operands => (data, run) => missingOf(evaluated(operands, data, run), data, run),
  missing_some: missingSome,
  map: (...args) => over(args, [], (list, body) => list.map(body)),
  filter: (...args) => over(args, [], (list, body) => list.filter(item => isTruthy(body(item)))),
  all: (...args) => over(args, false, (list, body) => list.length > 0 && list.every(item => isTruthy(body(item)))),
  some: (...args) => over(args, false, (list, body) => list.some(item => isTruthy(body(item)))),
  none: (...args) => over(args, true, (list, body) => !list.some(item => isTruthy(body(item)))),
  reduce: reduce,
};

function evaluated(operands: readonly Evaluate[], data: unknown, run: Run): readonly unknown[] {
  return operands.map(operand => operand(data, run));
}

function lookUp(operands: readonly Evaluate[]): Evaluate {
  return (data, run) => {
    const [path, fallback] = evaluated(operands, data, run);
    return valueOf(path, fallback, data, run);
  };
}

function valueOf(path: unknown, fallback: unknown, data: unknown, run: Run): unknown {
  if (path === undefined || path === null || path === '') return data;
  const text = textOf(path, run);
  // Taking a path apart costs more than looking at it.
  run.step(text.length >>> 3);
  return ownValueAt(data, text.split('.'), fallback === undefined ? null : fallback);
}

function choose(operands: readonly Evaluate[]): Evaluate {
  return (data, run) => {
    let i = 0;
    for (; i < operands.length - 1; i += 2) {
      if (isTruthy((operands[i] as Evaluate)(data, run))) return (operands[i + 1] as Evaluate)(data, run);
    }
    return i < operands.length ? (operands[i] as Evaluate)(data, run) : null;
  };
}

function merge(operands: readonly Evaluate[], at: string): Evaluate {
  return (data, run) => {
    const values = evaluated(operands, data, run);
    run.at = at;
    run.make(values.reduce<number>((size, value) => size + (Array.isArray(value) ? value.length : 1), 0));
    return values.flat();
  };
}

function missingOf(operands: readonly unknown[], data: unknown, run: Run): readonly unknown[] {
  const names = Array.isArray(operands[0]) ? (operands[0] as readonly unknown[]) : operands;
  run.step(1 + names.length);
  return names.filter(name => {
    // A name may come with a fallback, as `var` takes one. It is data here, never logic.
    const [path, fallback] = Array.isArray(name) ? (name as readonly unknown[]) : [name];
    const value = valueOf(path, fallback, data, run);
    return value === null || value === '';
  });
}

function missingSome(operands: readonly Evaluate[], at: string): Evaluate {
  return (data, run) => {
    const [needed, names] = evaluated(operands, data, run);
    run.at = at;
    if (names === null || names === undefined) return run.stop('bad-operand', 'missing_some needs a list of names.');
    const missing = missingOf(Array.isArray(names) ? (names as readonly unknown[]) : [names], data, run);
    const offered = Array.isArray(names) || typeof names === 'string' ? names.length : Number.NaN;
    return offered - missing.length >= (primitiveOf(needed, run) as number) ? [] : missing;
  };
}

/** An iterator: each element is all its body can see. What is no list counts as an empty one. */
function over(
  [operands, at, cost]: Parameters<Standard>,
  otherwise: unknown,
  iterate: (list: readonly unknown[], body: (item: unknown) => unknown) => unknown,
): Evaluate {
  const [source = nothing, body = nothing] = operands;
  return (data, run) => {
    const list = source(data, run);
    if (!Array.isArray(list)) return otherwise;
    return iterate(list, item => {
      run.at = at;
      run.step(cost);
      run.make(1);
      return body(item, run);
    });
  };
}

function reduce(operands: readonly Evaluate[], at: string, cost: number): Evaluate {
  const [source = nothing, body = nothing, initial] = operands;
  return (data, run) => {
    const list = source(data, run);
    const first = initial ? initial(data, run) : null;
    if (!Array.isArray(list)) return first;
    return (list as readonly unknown[]).reduce((accumulator: unknown, current: unknown) => {
      run.at = at;
      run.step(cost);
      return body({ current, accumulator }, run);
    }, first);
  };
}
