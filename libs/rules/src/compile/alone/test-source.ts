import { isTruthy } from '../../model/coercion';
import { ownValueAt } from '../evaluate';
import { type Columns, isPlainName, LONGEST_LIST, LONGEST_TEXT } from '../network/columns';
import { type Predicate, readsAsNumber, type Test } from '../network/predicate';
import { hasOneSpelling } from '../network/spelling';
import { isOdd, type Leaf, leafOf } from './leaf-of';
import type { Judge } from './test-closures';

/** Columns that have been loaded once a piece of source came out true, and once it came out false. */
interface Loaded {
  readonly ifTrue: ReadonlySet<number>;
  readonly ifFalse: ReadonlySet<number>;
}

interface Source extends Loaded {
  readonly code: string;
}

/**
 * A test as JavaScript, compiled by the machine itself: every field loaded once, the usual type compared in place. What the
 * rule says gets into the source only as JSON, and names only as JSON keys, so no rule can say anything but itself.
 */
export function testSource(test: Test, columns: Columns): Judge {
  const writer = new SourceWriter(columns);
  const { code } = writer.write(test, new Set());
  const variables = [...writer.variables].map(column => `v${column}`).join(', ');
  const source = `"use strict"; return (d, r) => { let t, s, odd = false${variables && `, ${variables}`}; const held = ${code}; return odd ? 2 : held ? 1 : 0; };`;
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the fastest tier; where it is forbidden closures run
  const make = new Function('k', source) as (constants: readonly unknown[]) => Judge;
  return make(writer.constants);
}

let allowed: boolean | undefined;

/** Whether code may be generated here. A content security policy may forbid it; asked once. */
export function mayGenerate(): boolean {
  if (allowed === undefined) {
    try {
      // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the question itself
      allowed = (new Function('return true') as () => unknown)() === true;
    } catch {
      allowed = false;
    }
  }
  return allowed;
}

class SourceWriter {
  readonly constants: unknown[] = [];
  readonly variables = new Set<number>();

  constructor(private readonly columns: Columns) {}

  write(test: Test, loaded: ReadonlySet<number>): Source {
    switch (test.kind) {
      case 'constant':
        return { code: String(test.value), ifTrue: loaded, ifFalse: loaded };
      case 'leaf': {
        const { code, now } = this.leaf(test.predicate, loaded);
        return { code: test.negated ? `!(${code})` : `(${code})`, ifTrue: now, ifFalse: now };
      }
      case 'all':
      case 'any':
        return this.several(test.kind, test.tests, loaded);
    }
  }

  private several(kind: 'all' | 'any', tests: readonly Test[], loaded: ReadonlySet<number>): Source {
    const [onwards, stops] = kind === 'all' ? (['ifTrue', 'ifFalse'] as const) : (['ifFalse', 'ifTrue'] as const);
    let going = loaded;
    let stopped: ReadonlySet<number> | undefined;
    const codes = tests.map(part => {
      const source = this.write(part, going);
      going = source[onwards];
      const seen = stopped;
      stopped = seen ? new Set([...source[stops]].filter(column => seen.has(column))) : source[stops];
      return source.code;
    });
    const code = `(${codes.join(kind === 'all' ? ' && ' : ' || ')})`;
    const ways = { [onwards]: going, [stops]: stopped ?? loaded } as unknown as Loaded;
    return { code, ...ways };
  }

  private leaf(predicate: Predicate, loaded: ReadonlySet<number>): { code: string; now: ReadonlySet<number> } {
    if (predicate.kind === 'opaque') {
      const odd = predicate.columns.map(column => `${this.constant(isOdd)}(${this.load(column)})`);
      const judged = `${this.constant(isTruthy)}(${this.constant(predicate.evaluate)}(d, r))`;
      const code = odd.length > 0 ? `(${odd.join(' || ')}) ? (odd = true, false) : ${judged}` : judged;
      return { code, now: loaded };
    }
    const { column } = predicate;
    const v = `v${column}`;
    const first = loaded.has(column) ? v : `(${v} = ${this.load(column)})`;
    this.variables.add(column);
    const dated = this.columns.isDated(column);
    const otherwise = this.otherwise(leafOf(predicate, dated), v);
    return { code: inPlace(predicate, first, v, otherwise, dated), now: new Set([...loaded, column]) };
  }

  /** Any value, judged out of line. */
  private otherwise(leaf: Leaf, v: string): string {
    return `((s = ${this.constant(leaf)}(${v})) === 1 || s === 2 && (odd = true, false))`;
  }

  private load(column: number): string {
    const segments = this.columns.pathOf(column).split('.');
    if (!segments.every(isPlainName)) return `${this.constant(ownValueAt)}(d, ${this.constant(segments)}, null)`;
    return segments.reduce((from, name, i) => {
      const key = `[${JSON.stringify(name)}]`;
      return i === 0 ? `d${key}` : `((t = ${from}) === null || t === undefined ? null : t${key})`;
    }, 'd');
  }

  private constant(value: unknown): string {
    const known = this.constants.indexOf(value);
    return `k[${known >= 0 ? known : this.constants.push(value) - 1}]`;
  }
}

/** The usual type of value compared in place, all else out of line. `first` loads the value into `v`. */
function inPlace(predicate: Predicate, first: string, v: string, otherwise: string, dated: boolean): string {
  const empty = `${v} === null || ${v} === undefined`;
  switch (predicate.kind) {
    case 'equal': {
      const literal = JSON.stringify(predicate.value);
      if (!hasOneSpelling(predicate.value)) return `${first} === ${literal} || ${otherwise}`;
      if (typeof predicate.value === 'string' && !readsAsNumber(predicate.value)) {
        return `${first} === ${literal} || typeof ${v} === "object" && ${v} !== null && (odd = true, false)`;
      }
      return `${first} === ${literal} || typeof ${v} !== ${JSON.stringify(typeof predicate.value)} && ${otherwise}`;
    }
    case 'same':
      if (!hasOneSpelling(predicate.value)) return `${first} === ${JSON.stringify(predicate.value)} || ${otherwise}`;
      return `${first} === ${JSON.stringify(predicate.value)}`;
    case 'null':
      return `${first} === null || ${v} === undefined`;
    case 'order': {
      const { sign, bound } = predicate;
      if (dated) return `(${first}, ${otherwise})`;
      return `typeof ${first} === "${typeof bound}" ? ${v} ${sign} ${JSON.stringify(bound)} : ${otherwise}`;
    }
    case 'within': {
      const { low, high } = predicate;
      if (dated) return `(${first}, ${otherwise})`;
      const above = `${v} ${low.open ? '>' : '>='} ${JSON.stringify(low.value)}`;
      const below = `${v} ${high.open ? '<' : '<='} ${JSON.stringify(high.value)}`;
      return `typeof ${first} === "${typeof low.value}" ? ${above} && ${below} : ${otherwise}`;
    }
    case 'one-of': {
      const scalars = predicate.values.filter(value => value !== null && typeof value !== 'object');
      if (
        scalars.length === 0 ||
        scalars.length !== predicate.values.length ||
        scalars.length > 8 ||
        !scalars.every(hasOneSpelling)
      ) {
        return `(${first}, ${otherwise})`;
      }
      const [head, ...rest] = scalars.map(value => JSON.stringify(value));
      return [`${first} === ${head}`, ...rest.map(value => `${v} === ${value}`)].join(' || ');
    }
    case 'holds': {
      const part = JSON.stringify(String(predicate.needle));
      if (!hasOneSpelling(predicate.needle)) return `(${first}, ${otherwise})`;
      // A part of one spelling can only go by composing, never come: only where it is found need more be looked at.
      const text = `${v}.includes(${part}) && ${otherwise}`;
      const list = `${v}.length <= ${LONGEST_LIST} ? ${v}.includes(${JSON.stringify(predicate.needle)}) : (odd = true, false)`;
      return `typeof ${first} === "string" ? ${v}.length <= ${LONGEST_TEXT} ? ${text} : (odd = true, false) : Array.isArray(${v}) && (${list})`;
    }
    case 'prefix':
      return `(${first}, ${otherwise})`;
    case 'true':
      return `typeof ${first} === "string" ? ${v} !== "" : ${otherwise}`;
    case 'mentions':
    case 'folded-one-of':
    case 'opaque':
      return `(${first}, ${empty}) ? false : ${otherwise}`;
  }
}
