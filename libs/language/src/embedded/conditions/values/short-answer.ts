import type { Chunk } from '../../../grounding/link-words';

/** "certified=n", "leased: 1": behind a mark a letter or digit answers yes or no. */
export function shortAnswer(chunk: Chunk | undefined): boolean | undefined {
  if (!chunk || chunk.quote !== undefined) return undefined;
  if (/^([yjos]|1)$/.test(chunk.key)) return true;
  return /^[n0]$/.test(chunk.key) ? false : undefined;
}
