import { has, isBound } from '../cursor';
import { isKana } from './pieces';
import { quoted } from './texts-quoted';
import type { Chunk } from '../../grounding/link-words';

/** "加标签 缺电话": words at the end that would deny something are what the tag is called. */
export function denialsCalled(chunks: readonly Chunk[], text: string): readonly Chunk[] {
  const verb = chunks.findLastIndex(chunk => has(chunk, 'tag') && chunk.quote === undefined && !isKana(chunk.text));
  const words = chunks.slice(verb + 1);
  const denies = words.length > 1 && words.length < 5 && has(words[0], 'without', 'empty', 'not');
  const plain = words.every(chunk => chunk.quote === undefined && !isBound(chunk) && !has(chunk, 'of', 'then', 'det'));
  const name = verb > 0 && denies && plain ? quoted(words, text) : undefined;
  return name ? [...chunks.slice(0, verb + 1), name] : chunks;
}
