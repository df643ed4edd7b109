import type { Run } from '../../model/run';
import type { Predicate, Test } from './predicate';
import { KIND, type SlotTable } from './slot-table';

/** Where a program ends: what it judged holds, or does not. */
export const HOLDS = -1;
export const FAILS = -2;

/** So many instructions have room at first; more is made as they come. */
const FIRST_ROOM = 64;

/**
 * Instructions in one array, 32 bytes each, so that what belongs together is read together. Each is one look: its word,
 * where to go on where it holds and where it does not, and the ends it looks between.
 */
export class Instructions {
  /** Eight per instruction, the first four of which are: word, yes, no, and one for whoever keeps the array. */
  whole: Int32Array;
  /** Four per instruction, the last two of which are the ends. */
  ends: Float64Array;

  constructor(public length = 0) {
    this.whole = new Int32Array(8 * Math.max(length, FIRST_ROOM));
    this.ends = new Float64Array(this.whole.buffer);
  }

  push(word: number, yes: number, no: number, low: number, high: number): number {
    const at = this.length;
    if (8 * at === this.whole.length) this.resize(2 * at);
    const { whole, ends } = this;
    whole[8 * at] = word;
    whole[8 * at + 1] = yes;
    whole[8 * at + 2] = no;
    ends[4 * at + 2] = low;
    ends[4 * at + 3] = high;
    this.length = at + 1;
    return at;
  }

  /** Moves an instruction to a place in another array. */
  moveTo({ whole }: Instructions, at: number, from: number): void {
    for (let i = 0; i < 8; i++) whole[8 * at + i] = this.whole[8 * from + i] as number;
    if (from === this.length - 1) this.length = from;
  }

  /** Keeps no more room than is taken. */
  trim(): void {
    this.resize(this.length);
  }

  private resize(room: number): void {
    const whole = new Int32Array(8 * room);
    whole.set(this.whole.subarray(0, 8 * Math.min(room, this.length)));
    this.whole = whole;
    this.ends = new Float64Array(whole.buffer);
  }
}

/**
 * What is left to check of rules whose anchor was found: each instruction is a look at one predicate, and where to go on
 * either way. `and`, `or` and `not` are nothing but those ways.
 */
export class ResidualPrograms {
  private readonly packed = new Instructions();

  /** `idOf` names predicates in the table; `frequency` says how often each holds, so that rare ones are asked first. */
  constructor(
    private readonly table: SlotTable,
    private readonly idOf: (predicate: Predicate) => number,
    private readonly frequency: (predicate: Predicate) => number,
  ) {}

  /** Adds the program of a test. Its first instruction is not kept here, but put into a place of another array. */
  add(test: Test, into: Instructions, at: number, extra: number): void {
    const { packed } = this;
    const first = this.emit(test, HOLDS, FAILS);
    // The first slot is always one: where nothing is left to look at, a look that always holds says how it ends.
    packed.moveTo(into, at, first < 0 ? packed.push(0, first, FAILS, 1, 1) : first);
    into.whole[8 * at + 3] = extra;
  }

  /** Called once, after the last test was added. */
  finish(): void {
    this.packed.trim();
  }

  /** Whether what is left from an instruction on holds. */
  holds(start: number, record: unknown, run: Run): boolean {
    const { packed, table } = this;
    const { whole, ends } = packed;
    const { slots } = table;
    let at = start;
    while (at >= 0) {
      const word = whole[8 * at] as number;
      const low = ends[4 * at + 2] as number;
      const high = ends[4 * at + 3] as number;
      let held: boolean;
      if ((word & KIND) === 0) {
        const value = slots[word >>> 3] as number;
        held = value >= low && value <= high;
      } else held = table.looked(word, low, high, record, run);
      at = whole[8 * at + (held === ((word & 1) === 0) ? 1 : 2)] as number;
    }
    return at === -1;
  }

  // Backwards: where to go on is known before the instruction that goes there.
  private emit(test: Test, yes: number, no: number): number {
    switch (test.kind) {
      case 'constant':
        return test.value ? yes : no;
      case 'leaf':
        return this.leaf(test.predicate, test.negated, yes, no);
      case 'all':
        return this.ordered(test.tests, 1).reduceRight((next, part) => this.emit(part, next, no), yes);
      case 'any':
        return this.ordered(test.tests, -1).reduceRight((next, part) => this.emit(part, yes, next), no);
    }
  }

  private leaf(predicate: Predicate, negated: boolean, yes: number, no: number): number {
    const { words, lows, highs } = this.table;
    const id = this.idOf(predicate);
    return this.packed.push(
      (words[id] as number) | (negated ? 1 : 0),
      yes,
      no,
      lows[id] as number,
      highs[id] as number,
    );
  }

  private ordered(tests: readonly Test[], direction: 1 | -1): readonly Test[] {
    if (tests.length < 2) return tests;
    const weightOf = (test: Test): number => this.effort(test) + direction * this.chance(test);
    // Most often there are two, or three.
    return [...tests].sort((a, b) => weightOf(a) - weightOf(b));
  }

  private effort(test: Test): number {
    if (test.kind === 'leaf') return test.predicate.kind === 'opaque' ? 10 : 0;
    return test.kind === 'constant' ? 0 : test.tests.reduce((sum, part) => sum + this.effort(part), 1);
  }

  private chance(test: Test): number {
    if (test.kind !== 'leaf') return 0.5;
    const chance = this.frequency(test.predicate);
    return test.negated ? 1 - chance : chance;
  }
}
