/** Passes that take longer than this are not preceded by one that is not timed. */
const LONG_MS = 400;

/**
 * Runs contenders in random order, several rounds over, and gives each one's median nanoseconds per record. A short pass is
 * timed the second time it runs: what others left in caches and memory is not what is measured.
 */
export async function interleaved(contenders, { rounds = 5, warm = 1 } = {}) {
  const times = new Map(contenders.map(({ name }) => [name, []]));
  const last = new Map();
  for (let round = -warm; round < rounds; round++) {
    for (const { name, run, records } of shuffled(contenders)) {
      if ((last.get(name) ?? 0) < LONG_MS) await run();
      const start = performance.now();
      await run();
      const took = performance.now() - start;
      last.set(name, took);
      if (round >= 0) times.get(name).push((took * 1e6) / records);
    }
  }
  return new Map([...times].map(([name, values]) => [name, median(values)]));
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function shuffled(list) {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.trunc(Math.random() * (i + 1));
    [copy[i], copy[j]] = [copy[j], copy[i]];
  }
  return copy;
}
