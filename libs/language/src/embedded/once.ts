import type { Chunk } from '../grounding/link-words';

/**
 * What is found of a stretch of words, found once however many readers ask: their array never changes, and what was
 * found goes with it.
 */
export function onceOf<V extends object>(find: (chunks: readonly Chunk[]) => V): (chunks: readonly Chunk[]) => V {
  const known = new WeakMap<readonly Chunk[], V>();
  return chunks => {
    let found = known.get(chunks);
    if (found === undefined) known.set(chunks, (found = find(chunks)));
    return found;
  };
}
