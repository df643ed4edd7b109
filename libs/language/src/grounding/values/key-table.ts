/** Two independent 32-bit hashes: that two different keys of one table agree in both does not happen. */
function hashOf(text: string, seed: number, step: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), step);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const highOf = (key: string): number => hashOf(key, 0x811c9dc5, 0x01000193);
const lowOf = (key: string): number => hashOf(key, 0x9e3779b9, 0x5bd1e995);

/** Below this many entries a plain sort is faster than counting buckets. */
const FEW = 8192;
const BUCKETS = 0x10000;
/** Entries handled between two yields: a few milliseconds. */
const SLICE = 200_000;

/**
 * Keys → numbers in three flat arrays, 12 bytes an entry whatever the keys are: keys are kept as hashes alone.
 * Found by binary search; the numbers of one key come in the order they were added in.
 */
export class KeyTable {
  constructor(
    private readonly high: Uint32Array,
    private readonly low: Uint32Array,
    private readonly payload: Uint32Array,
  ) {}

  get bytes(): number {
    return this.high.byteLength + this.low.byteLength + this.payload.byteLength;
  }

  /** Visits the numbers of a key, from `atLeast` on where they were added in rising order, until `visit` says `false`. */
  each(key: string, visit: (payload: number) => boolean | void, atLeast = 0): void {
    const { high, low, payload } = this;
    if (high.length === 0) return;
    const wanted = highOf(key);
    let at = firstFrom(high, wanted, 0, high.length);
    if (high[at] !== wanted) return;
    const second = lowOf(key);
    if (atLeast > 0) at = firstFrom(payload, atLeast, at, firstFrom(high, wanted + 1, at, high.length));
    for (; high[at] === wanted; at++) if (low[at] === second && visit(payload[at] ?? 0) === false) return;
  }
}

/** The first place in [from, to) of a rising array that holds `value` or more. */
function firstFrom(rising: Uint32Array, value: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rising[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Collects the entries of a table. */
export class KeyTableBuilder {
  private high = new Uint32Array(64);
  private low = new Uint32Array(64);
  private payload = new Uint32Array(64);
  private size = 0;

  add(key: string, payload: number): void {
    if (this.size === this.high.length) this.grow();
    this.high[this.size] = highOf(key);
    this.low[this.size] = lowOf(key);
    this.payload[this.size++] = payload;
  }

  private grow(): void {
    const grown = (from: Uint32Array): Uint32Array<ArrayBuffer> => {
      const to = new Uint32Array(from.length * 2);
      to.set(from);
      return to;
    };
    this.high = grown(this.high);
    this.low = grown(this.low);
    this.payload = grown(this.payload);
  }

  /** The table, made a slice at a time. */
  *finish(): Generator<void, KeyTable> {
    let order = new Uint32Array(this.size);
    for (let i = 0; i < order.length; i++) order[i] = i;
    if (this.size < FEW) order.sort((a, b) => (this.high[a] ?? 0) - (this.high[b] ?? 0) || a - b);
    else for (const shift of [0, 16]) order = yield* this.sortedBy(shift, order);
    const high = yield* picked(this.high, order);
    const low = yield* picked(this.low, order);
    return new KeyTable(high, low, yield* picked(this.payload, order));
  }

  /** One stable pass of a radix sort. */
  private *sortedBy(shift: number, order: Uint32Array): Generator<void, Uint32Array<ArrayBuffer>> {
    const { high } = this;
    const starts = new Uint32Array(BUCKETS + 1);
    for (let i = 0; i < order.length; i++) {
      const bucket = ((high[order[i]!] ?? 0) >>> shift) & (BUCKETS - 1);
      starts[bucket + 1]! += 1;
      if (i % SLICE === SLICE - 1) yield;
    }
    for (let i = 1; i <= BUCKETS; i++) starts[i]! += starts[i - 1] ?? 0;
    const sorted = new Uint32Array(order.length);
    for (let i = 0; i < order.length; i++) {
      const entry = order[i]!;
      const bucket = ((high[entry] ?? 0) >>> shift) & (BUCKETS - 1);
      const to = starts[bucket]!;
      sorted[to] = entry;
      starts[bucket] = to + 1;
      if (i % SLICE === SLICE - 1) yield;
    }
    return sorted;
  }
}

/** The entries in another order. */
function* picked(from: Uint32Array, order: Uint32Array): Generator<void, Uint32Array> {
  const to = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i++) {
    to[i] = from[order[i]!] ?? 0;
    if (i % SLICE === SLICE - 1) yield;
  }
  return to;
}
