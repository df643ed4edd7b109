import { has, isBound } from '../cursor';
import { isKana, isTagNoun, mark } from './pieces';
import { quoted } from './texts-quoted';
import type { Chunk } from '../../grounding/link-words';

/** Where a clause ends with the tag and nothing more: at the end, or before the next order or exception ("…タグ、重要度はCに設定"). */
function tagEnd(chunks: readonly Chunk[]): number {
  const last = chunks.findLastIndex(chunk => !isBound(chunk));
  if (isTagNoun(chunks[last])) return last;
  return chunks.findIndex(
    (chunk, at) =>
      isTagNoun(chunk) &&
      isKana(chunk.text) &&
      chunks[at - 1]?.quote !== undefined &&
      has(chunks[at + 1], 'comma', 'stop') &&
      chunks[at + 2]?.quote === undefined,
  );
}

/** "…に 更新対象 タグ": the tag and nothing more, at the end. */
export function tagAtEnd(chunks: readonly Chunk[], text: string): readonly Chunk[] {
  const at = tagEnd(chunks);
  const noun = chunks[at];
  // "…は過労タグ", "…たら「大型」タグ", "…はすべて「予備」タグ": behind what says which records.
  const to = chunks.findLastIndex(
    (chunk, i) =>
      i < at &&
      chunk.quote === undefined &&
      (/^\p{Script=Hiragana}*[にへは]$/u.test(chunk.key) || (has(chunk, 'if', 'det', 'allTags') && isKana(chunk.text))),
  );
  const words = chunks.slice(to + 1, at);
  if (!isTagNoun(noun) || to < 0 || words.length === 0 || words.some(chunk => has(chunk, 'add', 'remove', 'tag')))
    return chunks;
  const [only] = words;
  const name = words.length === 1 && only?.quote !== undefined ? only : quoted(words, text);
  return name ? [...chunks.slice(0, to + 1), name, noun, mark(noun, 'add', 'add'), ...chunks.slice(at + 1)] : chunks;
}
