import { ACTING_VERBS, has, isBound } from '../cursor';
import { isKana } from './pieces';
import { quoted } from './texts-quoted';
import type { Chunk } from '../../grounding/link-words';

/** A name has hardly more words. */
const LONGEST = 8;

/**
 * "没有公司车的员工：标签 无车", "温度が80度を超えるポンプ：タグ 過熱": behind a mark and the noun, all that is left is what the tag
 * is called, whatever else its words could mean.
 */
export function nameBehindNoun(chunks: readonly Chunk[], text: string): readonly Chunk[] {
  const noun = chunks.findLastIndex(chunk => has(chunk, 'tagNoun') && chunk.quote === undefined);
  const led = has(chunks[noun - 1], 'colon', 'arrow', 'comma');
  if (noun < 1 || !led) return chunks;
  // "タグ：過熱"
  const from = has(chunks[noun + 1], 'colon') ? noun + 2 : noun + 1;
  const mark = chunks.findIndex((chunk, at) => at > from && isBound(chunk));
  const end = mark < 0 ? chunks.length : mark;
  // "タグ 旧式、状態をStoppedにする": behind the comma stands the next order, or more tags.
  if (has(chunks[end], 'comma') && !chunks.slice(end).some(chunk => has(chunk, ...ACTING_VERBS))) return chunks;
  // "タグ 旧式 を付けて"
  const given = isKana(chunks[end - 1]?.text ?? '') && has(chunks[end - 1], 'add', 'tag');
  const words = chunks.slice(from, given ? end - 1 : end);
  const [first] = words;
  if (!first || words.length > LONGEST || words.some(chunk => chunk.quote !== undefined || isBound(chunk)))
    return chunks;
  if (words.some(chunk => isKana(chunk.text) && has(chunk, ...ACTING_VERBS))) return chunks;
  // "：标签清空": joined to the noun, a verb says what is done with it.
  const apart = from > noun + 1 || /\s/u.test(text.slice(chunks[noun]?.end, first.start));
  if (!apart && words.some(chunk => has(chunk, ...ACTING_VERBS, 'of', 'be', 'have', 'without'))) return chunks;
  const name = quoted(words, text);
  return name ? [...chunks.slice(0, noun + 1), name, ...chunks.slice(end)] : chunks;
}
