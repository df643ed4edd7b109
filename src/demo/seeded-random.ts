/** A source of chance that gives the same sequence for the same seed, on every machine. */
export interface SeededRandom {
  /** In [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  pick<T>(from: readonly T[]): T;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** Follows weights: `[['a', 3], ['b', 1]]` gives `a` three times of four. */
  weighted<T>(from: readonly (readonly [T, number])[]): T;
  /** Up to `most` different elements, in the order they stand. */
  some<T>(from: readonly T[], most: number): T[];
  digits(count: number): string;
  /** An ISO date between two ISO dates, both included. */
  date(from: string, to: string): string;
}

const DAY = 86_400_000;

/** Mulberry32: 32 bits of state, good enough to make data look real. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const chance = (probability: number): boolean => next() < probability;
  return {
    next,
    between,
    chance,
    pick: from => {
      const picked = from[between(0, from.length - 1)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
    weighted: from => {
      let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of from) {
        left -= weight;
        if (left < 0) return value;
      }
      const last = from[from.length - 1];
      if (!last) throw new Error('nothing to choose from');
      return last[0];
    },
    some: (from, most) => {
      const wanted = between(0, most);
      const chosen = new Set<number>();
      for (let i = 0; i < wanted; i++) chosen.add(between(0, from.length - 1));
      return from.filter((_, index) => chosen.has(index));
    },
    digits: count => Array.from({ length: count }, () => String(between(0, 9))).join(''),
    date: (from, to) => {
      const first = Date.parse(from);
      const days = Math.round((Date.parse(to) - first) / DAY);
      return new Date(first + between(0, days) * DAY).toISOString().slice(0, 10);
    },
  };
}
