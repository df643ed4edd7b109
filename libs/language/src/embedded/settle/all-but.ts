import { has, isBound, isField } from '../cursor';
import { says } from '../saying';
import type { Chunk } from '../../grounding/link-words';

/** How far before its "but" the "every" may stand. */
const NEAR = 6;

/** "every order but the returned ones", "everyone in sales but interns", "cualquier marca menos KUKA": behind all, "but" takes some. */
export function withAllBut(chunks: readonly Chunk[]): readonly Chunk[] {
  if (!chunks.some((_, at) => takesAway(chunks, at))) return chunks;
  return chunks.map((chunk, at) => (takesAway(chunks, at) ? { ...chunk, roles: ['except'] } : chunk));
}

/** "everywhere but Lyon", "in all cities but Madrid" */
export function takesAway(chunks: readonly Chunk[], at: number): boolean {
  if (!says(chunks[at], 'allBut') || !opensRecords(chunks, at + 1)) return false;
  const [before] = chunks.slice(Math.max(at - 1, 0), at);
  if (says(before, 'everywhere')) return true;
  if (!has(before, 'noun', 'ones') && !isField(before) && (before?.values.length ?? 0) === 0) return false;
  for (let next = at - 1; next >= Math.max(0, at - NEAR) && !isBound(chunks[next]); next--)
    if (has(chunks[next], 'allTags', 'any', 'together') || says(chunks[next], 'forEach')) return true;
  return false;
}

/** "the returned ones", "those in Rome", "Germany", "in Lyon": records, or a value that tells of them, and no clause of its own. */
function opensRecords(chunks: readonly Chunk[], at: number): boolean {
  const next = has(chunks[at], 'det', 'in') ? at + 1 : at;
  if (!has(chunks[at], 'det', 'ones') && (chunks[next]?.values.length ?? 0) === 0) return false;
  return !has(chunks[next + 1], 'be') && !has(chunks[next + 2], 'be');
}
