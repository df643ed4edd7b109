import { has, isBound } from '../cursor';
import { bare, isName } from './pieces';
import type { Chunk } from '../../grounding/link-words';

/** "80度を超えているかオフラインの設備": what asks at the end of a sentence leads, within it, to the other of two. */
export function alternativesJoined(chunks: readonly Chunk[]): readonly Chunk[] {
  return chunks.map((chunk, at) => {
    const next = chunks[at + 1];
    const within = at > 0 && next !== undefined && !isBound(next) && !isBound(chunks[at - 1]);
    const leads = next !== undefined && !has(next, 'be', 'filler', 'noun', 'ask', 'then', 'stop', 'wish', 'tag', 'add');
    return within && leads && /\p{Script=Hiragana}か$/u.test(chunk.key) && has(chunk, 'ask') && !isName(chunk)
      ? bare(chunk, 'or')
      : chunk;
  });
}
