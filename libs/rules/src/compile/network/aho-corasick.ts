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
  private readonly items: (readonly number[])[] = [[]];
  private readonly classes: Map<number, number> = new Map();
  private readonly narrow = new Uint16Array(0x250);
  private readonly table: Int32Array | undefined;
  private readonly width: number;

  constructor(patterns: ReadonlyMap<string, readonly number[]>) {
    for (const [pattern, items] of patterns) this.insert(pattern, items);
    this.width = this.classes.size + 1;
    const size = this.children.length * this.width;
    this.table = size <= LARGEST_TABLE ? new Int32Array(size) : undefined;
    this.link();
    // What the table holds already needs no second copy.
    if (this.table) this.children = [];
  }

  /** Writes the items of every pattern in the text to `into`, each once, from `at` on; gives the place after the last. */
  find(text: string, seen: Int32Array, epoch: number, into: Int32Array, at: number): number {
    const { ending, items, fail, table, width } = this;
    let next = at;
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      state = table ? (table[state * width + this.classOf(unit)] as number) : this.step(state, unit);
      for (let end = ending[state] as number; end !== 0; end = ending[fail[end] as number] as number) {
        for (const item of items[end] as readonly number[]) {
          if (seen[item] === epoch) continue;
          seen[item] = epoch;
          into[next++] = item;
        }
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
        this.items.push([]);
        this.children[state]?.set(unit, child);
      }
      state = child;
    }
    this.items[state] = [...(this.items[state] ?? []), ...items];
  }

  /** Fail links, breadth first; with a table, every transition is written out. */
  private link(): void {
    const queue: number[] = [0];
    for (let i = 0; i < queue.length; i++) {
      const state = queue[i] as number;
      const back = this.fail[state] as number;
      this.ending[state] = this.items[state]?.length ? state : state === 0 ? 0 : (this.ending[back] as number);
      const row = state * this.width;
      if (this.table && state !== 0) this.table.copyWithin(row, back * this.width, (back + 1) * this.width);
      for (const [unit, child] of this.children[state] as Map<number, number>) {
        this.fail[child] = state === 0 ? 0 : this.step(back, unit);
        if (this.table) this.table[row + this.classOf(unit)] = child;
        queue.push(child);
      }
    }
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
