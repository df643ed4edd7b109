import { isTruthy } from '../../model/coercion';
import { Run } from '../../model/run';
import type { Clock } from '../../model/clock';
import { HOLDS, isOdd, type Leaf, leafOf, ODD } from '../../compile/alone/leaf-of';
import type { Columns } from '../../compile/network/columns';
import { type End, type OrderSign, type Predicate, readsAsNumber } from '../../compile/network/predicate';
import { Bits } from './bits';
import { dateKey } from './date-key';
import type { RecordColumns } from './record-columns';
import { CALLS_PER_STEP, type Steps } from '../../model/steps';
import type { ValueColumn } from './value-column';

/** Of the rows asked about: those where it holds, and those only a closure can judge. */
export interface Verdicts {
  readonly held: Bits;
  readonly odd: Bits;
}

/** What leaves are judged with. */
export interface Setting {
  readonly columns: Columns;
  readonly records: RecordColumns;
  readonly clock: Clock;
}

/** One predicate on the rows of `among`. */
export function* judgeLeaf(predicate: Predicate, among: Bits, setting: Setting): Steps<Verdicts> {
  const { columns, records } = setting;
  if (predicate.kind === 'opaque') return yield* judgeOpaque(predicate, among, setting);
  const column = yield* records.column(columns.pathOf(predicate.column));
  if (predicate.kind === 'null') return { held: column.nothing.copy().and(among), odd: new Bits(among.size) };
  const leaf = leafOf(predicate, columns.isDated(predicate.column));
  if (column.kept.as === 'codes') return byCode(column.kept, column, leaf, among);
  return (
    (yield* byNumber(predicate, column, leaf, among)) ??
    (yield* byDate(predicate, column, leaf, among)) ??
    (yield* byWord(predicate, column, leaf, among)) ??
    (yield* eachRow(leaf, row => column.valueAt(row), among))
  );
}

/** Each different value once, whatever the number of rows it stands in. */
function byCode(
  { codes, distinct }: Extract<ValueColumn['kept'], { as: 'codes' }>,
  column: ValueColumn,
  leaf: Leaf,
  among: Bits,
): Verdicts {
  const verdicts = Uint8Array.from(distinct, (value, code) => (code === 0 ? 0 : leaf(value)));
  const held = new Bits(among.size);
  const odd = new Bits(among.size);
  fillCoded(held, codes, verdicts, HOLDS);
  if (verdicts.includes(ODD)) fillCoded(odd, codes, verdicts, ODD);
  for (const row of column.rest) put(leaf(column.valueAt(row)), row, held, odd);
  return { held: held.and(among), odd: odd.and(among) };
}

/** Numbers compared with a number. */
function* byNumber(predicate: Predicate, column: ValueColumn, leaf: Leaf, among: Bits): Steps<Verdicts | undefined> {
  const { kept, nothing, rest } = column;
  if (kept.as !== 'numbers') return undefined;
  const [low, high] = rangeOf(predicate) ?? [];
  if (!low || !high || typeof low.value !== 'number' || typeof high.value !== 'number') return undefined;
  const held = new Bits(among.size);
  const odd = new Bits(among.size);
  fillRange(held, kept.numbers, low, high);
  yield;
  // Where there is no number, the column holds zero.
  if (leaf(null) === HOLDS) held.or(nothing);
  else held.without(nothing);
  for (const row of rest) {
    held.words[row >>> 5]! &= ~(1 << (row & 31));
    put(leaf(column.valueAt(row)), row, held, odd);
  }
  return { held: held.and(among), odd: odd.and(among) };
}

/** Dates as texts compared with a date, by the numbers that stand for them. */
function* byDate(predicate: Predicate, column: ValueColumn, leaf: Leaf, among: Bits): Steps<Verdicts | undefined> {
  if (column.kept.as !== 'values' || (predicate.kind !== 'order' && predicate.kind !== 'within')) return undefined;
  const [low, high] = (rangeOf(predicate) ?? []).map(end => ({ value: keyOf(end), open: true }));
  if (!low || !high || Number.isNaN(low.value) || Number.isNaN(high.value)) return undefined;
  const keys = yield* column.dateKeys();
  const held = new Bits(among.size);
  const unsaid = new Bits(among.size);
  fillRange(held, keys, low, high);
  // Where the numbers are the same, or there is none, the texts have to be looked at.
  unsaid.or(among).without(held);
  for (const outside of [
    { low: BELOW_ALL, high: { ...low, open: true } },
    { low: { ...high, open: true }, high: ABOVE_ALL },
  ]) {
    const rows = new Bits(among.size);
    fillRange(rows, keys, outside.low, outside.high);
    unsaid.without(rows);
  }
  if (leaf(null) === HOLDS) held.or(column.nothing);
  const likely = yield* eachRow(leaf, row => column.valueAt(row), unsaid.without(column.nothing));
  return { held: held.and(among).or(likely.held), odd: likely.odd };
}

/** What a text or a list contains, looked up. */
function* byWord(predicate: Predicate, column: ValueColumn, leaf: Leaf, among: Bits): Steps<Verdicts | undefined> {
  if (predicate.kind !== 'holds' && predicate.kind !== 'mentions') return undefined;
  const index = yield* column.wordIndex();
  if (!index) return undefined;
  const { needle } = predicate;
  const found =
    predicate.kind === 'mentions' ? yield* index.mentioning(predicate.needle) : yield* index.holding(needle);
  if (!found) return undefined;
  const likely = yield* eachRow(leaf, row => column.valueAt(row), found.likely.and(among).without(found.certain));
  return { held: found.certain.and(among).or(likely.held), odd: likely.odd };
}

function* judgeOpaque(
  { evaluate, columns: read }: Extract<Predicate, { kind: 'opaque' }>,
  among: Bits,
  { columns, records, clock }: Setting,
): Steps<Verdicts> {
  const run = new Run(clock, { steps: Infinity, output: Infinity });
  const looked: ValueColumn[] = [];
  for (const column of read) looked.push(yield* records.column(columns.pathOf(column)));
  const judge = (row: number): ReturnType<Leaf> => {
    if (looked.some(column => isOdd(column.valueAt(row)))) return ODD;
    return isTruthy(evaluate(records.records[row], run)) ? HOLDS : 0;
  };
  const [only] = looked;
  if (looked.length !== 1 || only?.kept.as !== 'codes') return yield* eachRow(judge, row => row, among);
  // All it reads is one value, so records of the same value come to the same.
  const { codes, distinct } = only.kept;
  const verdicts = new Uint8Array(distinct.length).fill(UNTRIED);
  const judgeOnce = (row: number): ReturnType<Leaf> => {
    const code = codes[row]!;
    if (code === 0) return judge(row);
    if (verdicts[code] === UNTRIED) verdicts[code] = judge(row);
    return verdicts[code] as ReturnType<Leaf>;
  };
  return yield* eachRow(judgeOnce, row => row, among);
}

const UNTRIED = 255;

/** Row by row, a call for each. */
function* eachRow<T>(judge: (value: T) => number, valueAt: (row: number) => T, among: Bits): Steps<Verdicts> {
  const held = new Bits(among.size);
  const odd = new Bits(among.size);
  for (let from = 0; from < among.size; from += CALLS_PER_STEP) {
    among.forEach(row => put(judge(valueAt(row)), row, held, odd), from, Math.min(among.size, from + CALLS_PER_STEP));
    yield;
  }
  return { held, odd };
}

function put(verdict: number, row: number, held: Bits, odd: Bits): void {
  if (verdict === HOLDS) held.set(row);
  else if (verdict === ODD) odd.set(row);
}

/** A predicate on numbers as a range, both ends given. */
function rangeOf(predicate: Predicate): readonly [End, End] | undefined {
  switch (predicate.kind) {
    case 'within':
      return [predicate.low, predicate.high];
    case 'order':
      return ends(predicate.sign, predicate.bound);
    case 'equal':
    case 'same': {
      const { value } = predicate;
      if (predicate.kind === 'same' ? typeof value !== 'number' : typeof value === 'string' && !readsAsNumber(value))
        return undefined;
      const end = { value: Number(value), open: false };
      return [end, end];
    }
    default:
      return undefined;
  }
}

function ends(sign: OrderSign, value: number | string): readonly [End, End] {
  const text = typeof value === 'string';
  const end = { value, open: sign === '<' || sign === '>' };
  return sign === '<' || sign === '<='
    ? [{ value: text ? LOWEST : -Infinity, open: false }, end]
    : [end, { value: text ? HIGHEST : Infinity, open: false }];
}

const BELOW_ALL: End = { value: -Infinity, open: false };
const ABOVE_ALL: End = { value: Infinity, open: false };

// Stand for no end at all where dates are compared.
const LOWEST = '\u0000';
const HIGHEST = '\uffff';

function keyOf({ value }: End): number {
  if (typeof value === 'number') return Number.NaN;
  return value === LOWEST ? -Infinity : value === HIGHEST ? Infinity : dateKey(value);
}

function fillRange({ words, size }: Bits, numbers: Float64Array, low: End, high: End): void {
  const from = low.open ? next(low.value as number, 1) : (low.value as number);
  const to = high.open ? next(high.value as number, -1) : (high.value as number);
  for (let i = 0, row = 0; i < words.length; i++) {
    let word = 0;
    const end = Math.min(32, size - row);
    for (let bit = 0; bit < end; bit++, row++) word |= +(numbers[row]! >= from && numbers[row]! <= to) << bit;
    words[i] = word;
  }
}

function fillCoded({ words, size }: Bits, codes: Uint16Array, verdicts: Uint8Array, wanted: number): void {
  const bits = verdicts.map(verdict => +(verdict === wanted));
  for (let i = 0, row = 0; i < words.length; i++) {
    let word = 0;
    const end = Math.min(32, size - row);
    for (let bit = 0; bit < end; bit++, row++) word |= bits[codes[row]!]! << bit;
    words[i] = word;
  }
}

const FLOAT = new Float64Array(1);
const UNITS = new BigInt64Array(FLOAT.buffer);

/** The number right above another, or right below it: no other lies between. */
function next(number: number, direction: 1 | -1): number {
  if (number === direction * Infinity) return Number.NaN;
  if (number === 0) return direction * Number.MIN_VALUE;
  FLOAT[0] = number;
  UNITS[0]! += BigInt(number > 0 ? direction : -direction);
  return FLOAT[0];
}
