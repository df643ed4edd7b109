import type { Run } from '../../model/run';
import type { Predicate, Test } from './predicate';
import { KIND, type SlotTable } from './slot-table';

/** Where a program ends: what it judged holds, or does not. */
export const HOLDS = -1;
export const FAILS = -2;

/** One look: its word, where to go on where it holds and where it does not, and the ends it looks between. */
export interface Instruction {
  readonly word: number;
  readonly yes: number;
  readonly no: number;
  readonly low: number;
  readonly high: number;
}

/** The look that always holds: the first slot is always one. */
const HOLDS_ANYWAY: Instruction = { word: 0, yes: HOLDS, no: FAILS, low: 1, high: 1 };

/** Instructions in one array, 32 bytes each, so that what belongs together is read together. */
export class Instructions {
  /** Four per instruction: word, yes, no, and one for whoever keeps the array. */
  readonly whole: Int32Array;
  /** Four per instruction, the last two of which are the ends. */
  readonly ends: Float64Array;

  constructor(readonly length: number) {
    const buffer = new ArrayBuffer(32 * length);
    this.whole = new Int32Array(buffer);
    this.ends = new Float64Array(buffer);
  }

  set(at: number, { word, yes, no, low, high }: Instruction, extra: number): void {
    const { whole, ends } = this;
    whole[8 * at] = word;
    whole[8 * at + 1] = yes;
    whole[8 * at + 2] = no;
    whole[8 * at + 3] = extra;
    ends[4 * at + 2] = low;
    ends[4 * at + 3] = high;
  }
}

/**
 * What is left to check of rules whose anchor was found: each instruction is a look at one predicate, and where to go on
 * either way. `and`, `or` and `not` are nothing but those ways.
 */
export class ResidualPrograms {
  private readonly made: Instruction[] = [];
  private packed = new Instructions(0);

  /** `idOf` names predicates in the table; `frequency` says how often each holds, so that rare ones are asked first. */
  constructor(
    private readonly table: SlotTable,
    private readonly idOf: (predicate: Predicate) => number,
    private readonly frequency: (predicate: Predicate) => number,
  ) {}

  /** Adds the program of a test; gives its first instruction, which is not kept here. */
  add(test: Test): Instruction {
    const at = this.emit(test, HOLDS, FAILS);
    if (at === HOLDS) return HOLDS_ANYWAY;
    if (at === FAILS) return { ...HOLDS_ANYWAY, yes: FAILS };
    return this.made[at] as Instruction;
  }

  /** Called once, after the last test was added. */
  finish(): void {
    this.packed = new Instructions(this.made.length);
    this.made.forEach((instruction, at) => this.packed.set(at, instruction, 0));
    this.made.length = 0;
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
    const { table } = this;
    const id = this.idOf(predicate);
    const word = (table.words[id] as number) | (negated ? 1 : 0);
    const [low, high] = [table.lows[id] as number, table.highs[id] as number];
    return this.made.push({ word, yes, no, low, high }) - 1;
  }

  private ordered(tests: readonly Test[], direction: 1 | -1): readonly Test[] {
    if (tests.length < 2) return tests;
    const weighed = tests.map(test => ({ test, weight: this.effort(test) + direction * this.chance(test) }));
    return weighed.sort((a, b) => a.weight - b.weight).map(({ test }) => test);
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
