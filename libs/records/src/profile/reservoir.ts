/** A bounded sample in which every record had the same chance; the same seed over the same records gives the same sample. */
export class Reservoir<T> {
  private readonly kept: T[] = [];
  private seen = 0;
  private state: number;

  constructor(
    private readonly size: number,
    seed: number,
  ) {
    this.state = seed >>> 0;
  }

  /** `copy` is asked for the record only where it is kept. */
  add(copy: () => T): void {
    this.seen += 1;
    if (this.kept.length < this.size) {
      this.kept.push(copy());
      return;
    }
    const place = Math.floor(this.random() * this.seen);
    if (place < this.size) this.kept[place] = copy();
  }

  get records(): readonly T[] {
    return this.kept;
  }

  /** mulberry32 */
  private random(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
}
