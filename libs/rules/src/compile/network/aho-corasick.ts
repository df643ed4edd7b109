import type { Steps } from '../../model/steps';

/** Patterns read, or states linked, in one step of making it. */
const PER_STEP = 512;
/** Transitions kept as a table; beyond that (large alphabets, very many patterns) they are looked up along fail links. */
const LARGEST_TABLE = 4_000_000;

/**
 * Which of many texts stand in another one, in one pass over its UTF-16 units whatever the number of texts sought. As
 * with `includes`, units are compared as they are: who ignores capitals gives both in lower case.
 */
export class AhoCorasick {
  private children: Map<number, number>[] = [new Map<number, number>()];
  private readonly fail: number[] = [0];
  /** The nearest state on the fail chain, itself included, that ends a pattern; 0 is none. */
  private readonly ending: number[] = [0];
  private patterns: (readonly number[])[] = [[]];
  // What a state that ends a pattern has: its items, all in one list, and the next such state on its fail chain.
  private starts = new Int32Array(0);
  private items = new Int32Array(0);
  private behind = new Int32Array(0);
  private readonly classes: Map<number, number> = new Map();
  private readonly narrow = new Uint16Array(0x250);
  /** Of each state and class of units: where the next state's row begins; its complement where patterns end there. */
  private table: Int32Array | undefined;
  private width = 0;

  private constructor() {}

  static *inSteps(patterns: ReadonlyMap<string, readonly number[]>): Steps<AhoCorasick> {
    const made = new AhoCorasick();
    let read = 0;
    for (const [pattern, items] of patterns) {
      if (++read % PER_STEP === 0) yield;
      made.insert(pattern, items);
    }
    made.width = made.classes.size + 1;
    const size = made.children.length * made.width;
    if (size <= LARGEST_TABLE) made.table = new Int32Array(size);
    yield* made.link();
    made.list();
    // What the table holds already needs no second copy.
    if (made.table) made.children = [];
    return made;
  }

  /** Writes the items of every pattern in the text to `into`, each once, from `at` on; gives the place after the last. */
  find(text: string, seen: Int32Array, into: Int32Array, at: number): number {
    const { table, narrow, width } = this;
    let next = at;
    if (!table) return this.findByLinks(text, seen, into, at);
    let row = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      row = table[row + (unit < 0x250 ? (narrow[unit] as number) : (this.classes.get(unit) ?? 0))] as number;
      if (row >= 0) continue;
      row = ~row;
      next = this.found((row / width) | 0, seen, into, next);
    }
    return next;
  }

  private findByLinks(text: string, seen: Int32Array, into: Int32Array, at: number): number {
    let next = at;
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      state = this.step(state, text.charCodeAt(i));
      if (this.ending[state] !== 0) next = this.found(state, seen, into, next);
    }
    return next;
  }

  private found(state: number, seen: Int32Array, into: Int32Array, at: number): number {
    const { behind, starts, items } = this;
    let next = at;
    for (let end = this.ending[state] as number; end !== 0; end = behind[end] as number) {
      const last = starts[end + 1] as number;
      for (let i = starts[end] as number; i < last; i++) {
        const item = items[i] as number;
        if (seen[item] === 1) continue;
        seen[item] = 1;
        into[next++] = item;
      }
    }
    return next;
  }

  private insert(pattern: string, items: readonly number[]): void {
    let state = 0;
    for (let i = 0; i < pattern.length; i++) {
      const unit = pattern.charCodeAt(i);
      if (!this.classes.has(unit)) {
        this.classes.set(unit, this.classes.size + 1);
        if (unit < this.narrow.length) this.narrow[unit] = this.classes.size;
      }
      let child = this.children[state]?.get(unit);
      if (child === undefined) {
        child = this.children.length;
        this.children.push(new Map());
        this.fail.push(0);
        this.ending.push(0);
        this.patterns.push([]);
        this.children[state]?.set(unit, child);
      }
      state = child;
    }
    this.patterns[state] = [...(this.patterns[state] ?? []), ...items];
  }

  /** Fail links, breadth first; with a table, every transition is written out. */
  private *link(): Steps<void> {
    const queue: number[] = [0];
    for (let i = 0; i < queue.length; i++) {
      if (i % PER_STEP === 0) yield;
      this.linkFrom(queue[i] as number, queue);
    }
  }

  private linkFrom(state: number, queue: number[]): void {
    const back = this.fail[state] as number;
    const row = state * this.width;
    if (this.table && state !== 0) this.table.copyWithin(row, back * this.width, (back + 1) * this.width);
    for (const [unit, child] of this.children[state] as Map<number, number>) {
      const behind = state === 0 ? 0 : this.step(back, unit);
      this.fail[child] = behind;
      this.ending[child] = this.patterns[child]?.length ? child : (this.ending[behind] as number);
      if (this.table) {
        const to = child * this.width;
        this.table[row + this.classOf(unit)] = this.ending[child] === 0 ? to : ~to;
      }
      queue.push(child);
    }
  }

  /** Lays what states that end a pattern have as it is read. */
  private list(): void {
    const { patterns, ending, fail } = this;
    this.items = Int32Array.from(patterns.flat());
    this.starts = new Int32Array(patterns.length + 1);
    this.behind = new Int32Array(patterns.length);
    for (let state = 0; state < patterns.length; state++) {
      this.starts[state + 1] = (this.starts[state] as number) + (patterns[state] as readonly number[]).length;
      this.behind[state] = ending[fail[state] as number] as number;
    }
    this.patterns = [];
  }

  private step(from: number, unit: number): number {
    for (let state = from; ; state = this.fail[state] as number) {
      const child = this.children[state]?.get(unit);
      if (child !== undefined) return child;
      if (state === 0) return 0;
    }
  }

  private classOf(unit: number): number {
    return unit < this.narrow.length ? (this.narrow[unit] as number) : (this.classes.get(unit) ?? 0);
  }
}
