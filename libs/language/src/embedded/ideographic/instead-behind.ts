import { has, isBound } from '../cursor';
import { bare, isKana, mark, moved } from './pieces';
import type { Chunk } from '../../grounding/link-words';

/** "AではなくBにして", "Aの代わりにB": B instead of A. */
export function insteadBehind(chunks: readonly Chunk[]): readonly Chunk[] {
  const at = chunks.findIndex(chunk => chunk.quote === undefined && has(chunk, 'insteadOf') && isKana(chunk.text));
  const word = chunks[at];
  if (!word || at === 0) return chunks;
  let from = at;
  while (from > 0 && !isBound(chunks[from - 1])) from--;
  let to = at + 1;
  while (has(chunks[to], 'comma')) to++;
  const first = to;
  while (to < chunks.length && !has(chunks[to], 'make', 'setTo', 'then', 'stop', 'comma')) to++;
  const [old, made] = [chunks.slice(from, at), chunks.slice(first, to)];
  if (old.length === 0 || made.length === 0) return chunks;
  const end = has(chunks[to], 'make', 'setTo', 'then') ? to + 1 : to;
  const said = [mark(word, 'make', 'make'), ...made, bare(word, 'insteadOf'), ...old];
  return [...chunks.slice(0, from), ...moved(said), ...chunks.slice(end)];
}
