/** The candidate most like a word, case aside, where one is like enough to be what was meant. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const sought = word.slice(0, 100).toLowerCase();
  const farthest = Math.max(1, Math.floor(sought.length / 3));
  let best: string | undefined;
  let bestScore = Infinity;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - sought.length) > farthest) continue;
    const distance = editDistance(sought, candidate.toLowerCase());
    // Of equally near ones, that which starts alike: people rarely miss the first letter.
    const score = distance * 2 + (candidate.toLowerCase().startsWith(sought.charAt(0)) ? 0 : 1);
    if (distance <= farthest && score < bestScore) [best, bestScore] = [candidate, score];
  }
  return best;
}

/** "Did you mean …?", where something near exists. */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const near = nearest(word, candidates);
  return near === undefined ? undefined : `Did you mean "${near}"?`;
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let distance = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) distance = Math.min(distance, (before[j - 2] ?? 0) + 1);
      current.push(distance);
    }
    [before, previous] = [previous, current];
  }
  return previous[b.length] ?? 0;
}
