import { Bits } from './bits';
import { ROWS_PER_STEP, type Steps } from '../../model/steps';

/** Which rows hold a term: the rows of every term, one term after the other. */
export class TermIndex<T> {
  private readonly ids = new Map<T, number>();
  readonly terms: T[] = [];
  /** Pairs of row and term as they came; gone once the index is laid out. */
  private rows = new Int32Array(1 << 12);
  private termsOfRows = new Int32Array(1 << 12);
  private used = 0;
  private starts: Int32Array | undefined;

  /** Rows have to come in order. The same term twice in a row does no harm. */
  add(row: number, term: T): void {
    let id = this.ids.get(term);
    if (id === undefined) {
      id = this.terms.push(term) - 1;
      this.ids.set(term, id);
    }
    if (this.used === this.rows.length) {
      this.rows = grown(this.rows);
      this.termsOfRows = grown(this.termsOfRows);
    }
    this.rows[this.used] = row;
    this.termsOfRows[this.used++] = id;
  }

  /** Puts the rows of each term together: nothing can be added any more. */
  *layOut(): Steps<void> {
    const { used, rows, termsOfRows } = this;
    const starts = new Int32Array(this.terms.length + 1);
    for (let i = 0; i < used; i++) starts[termsOfRows[i]! + 1]!++;
    for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
    const next = starts.slice(0, -1);
    const sorted = new Int32Array(used);
    for (let from = 0; from < used; from += ROWS_PER_STEP * 4) {
      yield;
      const to = Math.min(used, from + ROWS_PER_STEP * 4);
      for (let i = from; i < to; i++) sorted[next[termsOfRows[i]!]!++] = rows[i]!;
    }
    this.rows = sorted;
    this.termsOfRows = new Int32Array(0);
    this.starts = starts;
  }

  /** How many rows the terms stand in, rows with several of them counted as often. */
  weightOf(ids: readonly number[]): number {
    return ids.reduce((sum, id) => sum + this.starts![id + 1]! - this.starts![id]!, 0);
  }

  /** Adds the rows that hold any of some terms. */
  *collect(ids: readonly number[], into: Bits): Steps<void> {
    const { rows, starts } = this;
    const { words } = into;
    let visited = 0;
    for (const id of ids) {
      const to = starts![id + 1]!;
      for (let i = starts![id]!; i < to; i++) words[rows[i]! >>> 5]! |= 1 << (rows[i]! & 31);
      visited += 16 + to - starts![id]!;
      if (visited < ROWS_PER_STEP * 4) continue;
      visited = 0;
      yield;
    }
  }

  idOf(term: T): number | undefined {
    return this.ids.get(term);
  }
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
