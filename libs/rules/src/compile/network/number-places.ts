import { placeOfNumber } from './places';

/** A column by the numbers it is compared with. */
interface Compared {
  readonly column: number;
  readonly slot: number;
  given: number[];
  /** Where its numbers lie in the one list of all: from one place to before another. */
  from: number;
  to: number;
}

/**
 * The places of columns' numbers among those that rules compare them with. The numbers of all columns lie in one list: what
 * every record goes through is read from one end to the other, and nothing else is looked up for it.
 */
export class NumberPlaces {
  private readonly known = new Map<number, Compared>();
  private readonly list: Compared[] = [];
  private ends = new Float64Array(0);
  /** Of each column four: which it is, its slot, and where its numbers begin and end. */
  private packed = new Int32Array(0);

  /** Takes in what a column is compared with; a column that is new gets a slot. */
  add(column: number, value: number, newSlot: () => number): void {
    let compared = this.known.get(column);
    if (!compared) {
      this.known.set(column, (compared = { column, slot: newSlot(), given: [], from: 0, to: 0 }));
      this.list.push(compared);
    }
    compared.given.push(value);
  }

  /** Called once, after the last was added. */
  lay(): void {
    const ends: Float64Array[] = [];
    let from = 0;
    for (const compared of this.list) {
      const own = Float64Array.from(new Set(compared.given)).sort();
      compared.given = [];
      compared.from = from;
      compared.to = from += own.length;
      ends.push(own);
    }
    this.ends = new Float64Array(from);
    for (const [i, own] of ends.entries()) this.ends.set(own, this.list[i]?.from);
    this.packed = Int32Array.from(this.list.flatMap(({ column, slot, from: begin, to }) => [column, slot, begin, to]));
  }

  slotOf(column: number): number {
    return this.known.get(column)?.slot as number;
  }

  placeOf(column: number, value: number): number {
    const { from, to } = this.known.get(column) as Compared;
    return placeOfNumber(this.ends, from, to, value);
  }

  /** The place above all numbers a column is compared with. */
  lastPlace(column: number): number {
    const { from, to } = this.known.get(column) as Compared;
    return 2 * (to - from);
  }

  /** Writes every column's place to its slot. */
  fill(numbers: Float64Array, slots: Int32Array): void {
    const { packed, ends } = this;
    for (let i = 0; i < packed.length; i += 4) {
      const value = numbers[packed[i] as number] as number;
      slots[packed[i + 1] as number] = placeOfNumber(ends, packed[i + 2] as number, packed[i + 3] as number, value);
    }
  }
}
