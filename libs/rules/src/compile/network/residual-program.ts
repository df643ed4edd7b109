import type { Run } from '../../model/run';
import { CIRCLE, outside } from './circle';
import type { Predicate, Test } from './predicate';
import { IN_SLOT, KIND, NEGATED, type SlotTable, WORD_SHIFT } from './slot-table';
import { LOOK, NEXT, type Triggers } from './triggers';

/** Where a program ends: what it judged holds, or does not. */
export const HOLDS = -1;
export const FAILS = -2;

/** Numbers an instruction takes: a word, low and span, and where to go on where that holds and where it does not. */
const INSTRUCTION = 5;
/** So many instructions have room at first; more is made as they come. */
const FIRST_ROOM = 64;

type Leaf = Extract<Test, { kind: 'leaf' }>;

/**
 * What is left to check of rules whose anchor was found: two looks lie in the rule's trigger, and what has no room there is a
 * program that is gone on with. Each instruction is a look at one predicate, and where to go on either way; `and`, `or` and
 * `not` are nothing but those ways.
 */
export class ResidualPrograms {
  private packed = new Int32Array(INSTRUCTION * FIRST_ROOM);
  private length = 0;
  private low = 0;
  private span = 0;

  /**
   * `frequency` says how often a predicate holds, so that rare ones are asked first; `isLeft` which stamped ones are not stamped,
   * but looked for when they are asked for.
   */
  constructor(
    private readonly table: SlotTable,
    private readonly frequency: (predicate: Predicate) => number,
    private readonly isLeft: (predicate: Predicate) => boolean,
  ) {}

  /** Lays what all has to hold into the trigger that begins there. */
  lay(tests: readonly Test[], { packed }: Triggers, start: number): void {
    const parts = this.ordered(tests, 1);
    let at = start;
    const rest: Test[] = [];
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i] as Test;
      if (at < start + NEXT && part.kind === 'leaf' && (this.look(part) & KIND) === IN_SLOT) {
        packed[at] = this.table.word >>> WORD_SHIFT;
        packed[at + 1] = this.low;
        packed[at + 2] = this.span;
        at += LOOK;
      } else rest.push(part);
    }
    packed[start + NEXT] = rest.reduceRight((next, part) => this.emit(part, next, FAILS), HOLDS);
  }

  /** Whether what is left from an instruction on holds. */
  holds(start: number, record: unknown, run: Run): boolean {
    const { packed, table } = this;
    const { slots } = table;
    const [circle, kind, shift] = [CIRCLE, KIND, WORD_SHIFT];
    let at = start;
    while (at >= 0) {
      const word = packed[at] as number;
      const low = packed[at + 1] as number;
      const span = packed[at + 2] as number;
      const held =
        (word & kind) === 0
          ? (((slots[word >>> shift] as number) - low) & circle) <= span
          : table.looked(word, low, span, record, run);
      at = packed[at + (held ? 3 : 4)] as number;
    }
    return at === HOLDS;
  }

  // Backwards: where to go on is known before the instruction that goes there.
  private emit(test: Test, yes: number, no: number): number {
    switch (test.kind) {
      case 'constant':
        return test.value ? yes : no;
      case 'leaf':
        return this.push(test, yes, no);
      case 'all':
        return this.ordered(test.tests, 1).reduceRight((next, part) => this.emit(part, next, no), yes);
      case 'any':
        return this.ordered(test.tests, -1).reduceRight((next, part) => this.emit(part, yes, next), no);
    }
  }

  private push(leaf: Leaf, yes: number, no: number): number {
    const at = this.length;
    this.length += INSTRUCTION;
    if (this.length > this.packed.length) {
      const wider = new Int32Array(2 * this.packed.length);
      wider.set(this.packed);
      this.packed = wider;
    }
    this.packed[at] = this.look(leaf);
    this.packed[at + 1] = this.low;
    this.packed[at + 2] = this.span;
    this.packed[at + 3] = yes;
    this.packed[at + 4] = no;
    return at;
  }

  /** How a leaf is looked at: gives the word, and leaves from where and how far in `low` and `span`. */
  private look({ predicate, negated }: Leaf): number {
    const { table } = this;
    const word = this.isLeft(predicate) ? table.own(predicate) : table.look(predicate);
    const isRange = (word & KIND) === IN_SLOT;
    const { low, span } = negated && isRange ? outside(table) : table;
    this.low = low;
    this.span = span;
    return negated && !isRange ? word | NEGATED : word;
  }

  private ordered(tests: readonly Test[], direction: 1 | -1): readonly Test[] {
    if (tests.length < 2) return tests;
    const weightOf = (test: Test): number => this.effort(test) + direction * this.chance(test);
    // Most often there are two, or three.
    return [...tests].sort((a, b) => weightOf(a) - weightOf(b));
  }

  private effort(test: Test): number {
    if (test.kind === 'leaf') return test.predicate.kind === 'opaque' ? 10 : Number(this.isLeft(test.predicate));
    return test.kind === 'constant' ? 0 : test.tests.reduce((sum, part) => sum + this.effort(part), 1);
  }

  private chance(test: Test): number {
    if (test.kind !== 'leaf') return 0.5;
    const chance = this.frequency(test.predicate);
    return test.negated ? 1 - chance : chance;
  }
}
