import { isTruthy } from '../../model/coercion';
import { ownValueAt } from '../evaluate';
import type { Columns } from '../network/columns';
import { isPlainName } from '../network/field-reader';
import { type Predicate, type Test } from '../network/predicate';
import { isOdd } from './leaf-of';
import { branch, leafSource, type Ways } from './leaf-source';

/** Variables that hold a value for sure once a piece of source came out true, and once it came out false. */
interface Loaded {
  readonly ifTrue: ReadonlySet<string>;
  readonly ifFalse: ReadonlySet<string>;
}

interface Source extends Loaded {
  readonly code: string;
}

/** What every plain object inherits, it inherits: where nothing was added to that, asking costs nothing. */
const NOTHING: object = Object.freeze({});

/**
 * Writes tests as JavaScript statements on the record `d` (and the run `r`): every field loaded once, no way taken twice.
 * What rules say gets into the source only as JSON, and names only as JSON keys, so no rule can say anything but itself.
 */
export class RuleSource {
  readonly constants: unknown[] = [];
  readonly variables = new Set<string>(['i', 's']);
  /** Every name that is read of something. */
  readonly names = new Set<string>();
  private labels = 0;

  constructor(private readonly columns: Columns) {}

  /** The test's statements. One of the two ways may be empty: there the code goes on behind them. */
  write(test: Test, ways: Ways, loaded: ReadonlySet<string>): Source {
    switch (test.kind) {
      case 'constant':
        return { code: test.value ? ways.yes : ways.no, ifTrue: loaded, ifFalse: loaded };
      case 'leaf': {
        const turned = test.negated ? { ...ways, yes: ways.no, no: ways.yes } : ways;
        const { code, now } = this.leaf(test.predicate, turned, loaded);
        return { code, ifTrue: now, ifFalse: now };
      }
      case 'all':
        return this.several(test.tests, ways, loaded, ['ifTrue', 'ifFalse']);
      case 'any':
        return this.several(test.tests, ways, loaded, ['ifFalse', 'ifTrue']);
    }
  }

  constant(value: unknown): string {
    const known = this.constants.indexOf(value);
    return `k${known >= 0 ? known : this.constants.push(value) - 1}`;
  }

  /** An expression: whether the record, and objects in it, can have inherited no name that was read up to now. */
  isPlain(): string {
    const inherited = [...this.names].map(name => `${this.constant(NOTHING)}[${JSON.stringify(name)}] !== undefined`);
    const prototype = `${this.constant(Object.getPrototypeOf)}(d)`;
    const own = `(p = ${prototype}) === ${this.constant(Object.prototype)} || p === null`;
    this.variables.add('p');
    return inherited.length === 0 ? `(${own})` : `(!(${inherited.join(' || ')}) && (${own}))`;
  }

  /** A function made of the source: `parameters` are what it takes, `body` its statements. */
  make<T>(parameters: string, body: string): T {
    const constants = this.constants.map((_, i) => `k${i}`).join(', ');
    const variables = [...this.variables].join(', ');
    const source = `"use strict"; const [${constants}] = k; return (${parameters}) => { let ${variables}; ${body} };`;
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the fastest tier; where it is forbidden closures run
    return (new Function('k', source) as (constants: readonly unknown[]) => T)(this.constants);
  }

  private several(
    tests: readonly Test[],
    ways: Ways,
    loaded: ReadonlySet<string>,
    [onwards, stops]: readonly ['ifTrue', 'ifFalse'] | readonly ['ifFalse', 'ifTrue'],
  ): Source {
    const [on, stop] = onwards === 'ifTrue' ? (['yes', 'no'] as const) : (['no', 'yes'] as const);
    // Where stopping means going on behind it all, it is a jump over what is left.
    const label = ways[stop] === '' && tests.length > 1 ? `l${this.labels++}` : undefined;
    const stopping = label ? `break ${label};` : ways[stop];
    let going = loaded;
    let stopped: ReadonlySet<string> | undefined;
    let code = '';
    for (const [i, part] of tests.entries()) {
      const last = i === tests.length - 1;
      const source = this.write(
        part,
        { ...ways, [on]: last ? ways[on] : '', [stop]: last ? ways[stop] : stopping },
        going,
      );
      going = source[onwards];
      const seen = stopped;
      stopped = seen ? new Set([...source[stops]].filter(name => seen.has(name))) : source[stops];
      code += `${source.code} `;
    }
    if (tests.length === 0) code = ways[on];
    if (label) code = `${label}: { ${code} }`;
    return { code, [onwards]: going, [stops]: stopped ?? loaded } as unknown as Source;
  }

  private leaf(
    predicate: Predicate,
    ways: Ways,
    loaded: ReadonlySet<string>,
  ): { code: string; now: ReadonlySet<string> } {
    if (predicate.kind === 'opaque') return this.opaque(predicate, ways, loaded);
    const { column } = predicate;
    const now = new Set(loaded);
    const load = this.load(column, now);
    const context = {
      dated: this.columns.isDated(column),
      constant: (value: unknown) => this.constant(value),
    };
    return { code: `${load}${leafSource(predicate, this.variableOfColumn(column), ways, context)}`, now };
  }

  private opaque(
    { columns, evaluate }: Extract<Predicate, { kind: 'opaque' }>,
    { yes, no, odd }: Ways,
    loaded: ReadonlySet<string>,
  ): { code: string; now: ReadonlySet<string> } {
    const now = new Set(loaded);
    let code = '';
    for (const column of columns) {
      code += this.load(column, now);
      code += `if (${this.constant(isOdd)}(${this.variableOfColumn(column)})) { ${odd} } `;
    }
    const held = `${this.constant(isTruthy)}(${this.constant(evaluate)}(d, r))`;
    return { code: code + branch(held, yes, no), now };
  }

  /** Statements that load a column; none where it is there already. */
  private load(column: number, loaded: Set<string>): string {
    return this.loadPath(this.columns.pathOf(column), loaded)[0];
  }

  private variableOfColumn(column: number): string {
    return this.variableOf(this.columns.pathOf(column));
  }

  private loadPath(path: string, loaded: Set<string>): readonly [string, string] {
    const segments = path.split('.');
    const v = this.variableOf(path);
    if (loaded.has(v)) return ['', v];
    loaded.add(v);
    if (!segments.every(isPlainName)) {
      return [`${v} = ${this.constant(ownValueAt)}(d, ${JSON.stringify(segments)}, null); `, v];
    }
    const name = segments.at(-1) ?? '';
    this.names.add(name);
    const key = `[${JSON.stringify(name)}]`;
    if (segments.length === 1) return [`${v} = d${key}; `, v];
    const [code, outer] = this.loadPath(segments.slice(0, -1).join('.'), loaded);
    return [`${code}${v} = ${outer} === null || ${outer} === undefined ? null : ${outer}${key}; `, v];
  }

  private readonly paths: string[] = [];

  private variableOf(path: string): string {
    const known = this.paths.indexOf(path);
    const v = `v${known >= 0 ? known : this.paths.push(path) - 1}`;
    this.variables.add(v);
    return v;
  }
}
