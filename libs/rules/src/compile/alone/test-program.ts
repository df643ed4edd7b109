import { isTruthy } from '../../model/coercion';
import type { Run } from '../../model/run';
import { ownValueAt } from '../evaluate';
import { type Columns, isPlainName } from '../network/columns';
import { guessedFrequency } from '../network/frequencies';
import { highestOf, lowestOf } from '../network/places';
import { type Predicate, readsAsNumber, type Test } from '../network/predicate';
import { hasOneSpelling } from '../network/spelling';
import { FAILS, HOLDS, isOdd, leafOf, ODD, type Verdict } from './leaf-of';
import { orderTests } from './order-tests';

/** A rule judged by itself: total, it takes nothing of the run's budget that could matter. */
export type Judge = (record: object, run: Run) => Verdict;

/** How a look compares the usual type in place. Whatever else comes, its leaf tells. */
type Way = 'leaf' | 'text' | 'among' | 'range' | 'nothing';

interface Look {
  readonly way: Way;
  /** Names along the path, where nothing inherits them; else the path as a whole. */
  readonly name: string;
  readonly second: string | undefined;
  readonly third: string | undefined;
  readonly path: readonly string[] | undefined;
  readonly text: string;
  readonly among: ReadonlySet<unknown>;
  readonly low: number;
  readonly high: number;
  readonly leaf: (value: unknown, record: object, run: Run) => Verdict;
}

interface Instruction extends Look {
  /** Where to go on where it holds and where it does not. */
  readonly yes: number;
  readonly no: number;
}

const NONE: ReadonlySet<unknown> = new Set();
const MET = -1;
const UNMET = -2;

/** A test as a program of looks at one field each, run by one loop: no code is generated, and little is called. */
export function testProgram(test: Test, columns: Columns): Judge {
  const program: Instruction[] = [];
  // Backwards: where to go on is known before the instruction that goes there.
  const emit = (part: Test, yes: number, no: number): number => {
    switch (part.kind) {
      case 'constant':
        return part.value ? yes : no;
      case 'all':
        return part.tests.reduceRight((next, each) => emit(each, next, no), yes);
      case 'any':
        return part.tests.reduceRight((next, each) => emit(each, yes, next), no);
      case 'leaf': {
        const ways = part.negated ? { yes: no, no: yes } : { yes, no };
        return program.push({ ...lookOf(part.predicate, columns), ...ways }) - 1;
      }
    }
  };
  const start = emit(orderTests(test, guessedFrequency), MET, UNMET);
  return (record, run) => {
    let at = start;
    while (at >= 0) {
      const look = program[at] as Instruction;
      const verdict = judge(look, valueFor(look, record), record, run);
      if (verdict === ODD) return ODD;
      at = verdict === HOLDS ? look.yes : look.no;
    }
    return at === MET ? HOLDS : FAILS;
  };
}

function judge(look: Look, value: unknown, record: object, run: Run): Verdict {
  switch (look.way) {
    case 'text':
      if (typeof value === 'string') return value === look.text ? HOLDS : FAILS;
      break;
    case 'among':
      return look.among.has(value === undefined ? null : value) ? HOLDS : FAILS;
    case 'range':
      if (typeof value === 'number') return value >= look.low && value <= look.high ? HOLDS : FAILS;
      break;
    case 'nothing':
      return value === null || value === undefined ? HOLDS : FAILS;
    case 'leaf':
  }
  return look.leaf(value, record, run);
}

interface Named {
  readonly [name: string]: unknown;
}

function valueFor({ name, second, third, path }: Look, record: object): unknown {
  if (path !== undefined) return ownValueAt(record, path, null);
  const first = (record as Named)[name] as Named | null | undefined;
  if (second === undefined) return first;
  const inner = first === null || first === undefined ? null : (first[second] as Named | null | undefined);
  return third === undefined || inner === null || inner === undefined ? inner : inner[third];
}

function lookOf(predicate: Predicate, columns: Columns): Look {
  const segments = columns.pathOf(predicate.column).split('.');
  const [name = '', second, third] = segments;
  const path = segments.length <= 3 && segments.every(isPlainName) ? undefined : segments;
  const place = { name, second, third, path };
  const nowhere = { text: '', among: NONE, low: 0.5, high: 0.5 };
  if (predicate.kind === 'opaque') return { way: 'leaf', ...place, ...nowhere, leaf: opaque(predicate, columns) };
  const closed = leafOf(predicate, columns.isDated(predicate.column));
  const leaf: Look['leaf'] = value => closed(value);
  return { way: 'leaf', ...place, ...nowhere, ...inPlace(predicate), leaf };
}

/** What may be compared in place, and with what: only where that is all there is to comparing values of the type. */
function inPlace(predicate: Predicate): Partial<Look> {
  switch (predicate.kind) {
    case 'equal': {
      const { value } = predicate;
      if (typeof value !== 'string' || readsAsNumber(value) || !hasOneSpelling(value)) return {};
      return { way: 'text', text: value };
    }
    case 'null':
      return { way: 'nothing' };
    case 'one-of':
      return predicate.values.every(hasOneSpelling) ? { way: 'among', among: new Set(predicate.values) } : {};
    case 'order': {
      const { sign, bound } = predicate;
      if (typeof bound !== 'number') return {};
      const end = { value: bound, open: sign.length === 1 };
      if (sign.startsWith('>')) return { way: 'range', low: lowestOf(end), high: Infinity };
      return { way: 'range', low: -Infinity, high: highestOf(end) };
    }
    case 'within': {
      const { low, high } = predicate;
      return typeof low.value === 'number' ? { way: 'range', low: lowestOf(low), high: highestOf(high) } : {};
    }
    default:
      return {};
  }
}

function opaque({ columns: read, evaluate }: Extract<Predicate, { kind: 'opaque' }>, columns: Columns): Look['leaf'] {
  const paths = read.map(column => columns.pathOf(column).split('.'));
  return (_value, record, run) => {
    for (const path of paths) if (isOdd(ownValueAt(record, path, null))) return ODD;
    return isTruthy(evaluate(record, run)) ? HOLDS : FAILS;
  };
}
