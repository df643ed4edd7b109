import { has, isBound } from './cursor';
import { says } from './saying';
import type { Chunk } from '../grounding/link-words';

/** How far before its "but" the "every" may stand. */
const NEAR = 6;

/** "every order but the returned ones": behind all of them, "but" takes some away. */
export function withAllBut(chunks: readonly Chunk[]): readonly Chunk[] {
  if (!chunks.some((_, at) => takesAway(chunks, at))) return chunks;
  return chunks.map((chunk, at) => (takesAway(chunks, at) ? { ...chunk, roles: ['except'] } : chunk));
}

function takesAway(chunks: readonly Chunk[], at: number): boolean {
  if (!says(chunks[at], 'allBut') || !has(chunks[at - 1], 'noun', 'ones') || !has(chunks[at + 1], 'det')) return false;
  for (let before = at - 1; before >= Math.max(0, at - NEAR) && !isBound(chunks[before]); before--)
    if (has(chunks[before], 'allTags')) return true;
  return false;
}
