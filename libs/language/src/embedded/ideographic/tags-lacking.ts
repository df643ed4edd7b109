import { has, isField } from '../cursor';
import { bare, isKana, isName, isParticle, isTagNoun, mark, moved } from './pieces';
import type { Chunk } from '../../grounding/link-words';

/** What names nothing: the sentence begins, or a word of the grammar stands there. */
const isGrammar = (chunk: Chunk | undefined): boolean =>
  chunk === undefined || (chunk.roles.length > 0 && !isField(chunk) && !isName(chunk));

/** Where the words end that say it is not there: "持たない", "付けられ" + "ていない". */
function lackingTo(chunks: readonly Chunk[], at: number): number | undefined {
  const chunk = chunks[at];
  if (!chunk || chunk.quote !== undefined || !isKana(chunk.text) || isTagNoun(chunk)) return undefined;
  if (has(chunk, 'empty', 'without')) return at + 1;
  const next = chunks[at + 1];
  return has(chunk, 'have', 'add', 'contains') && has(next, 'not') && !isName(next) ? at + 2 : undefined;
}

const lacking = (word: Chunk, name: Chunk, noun: Chunk): readonly Chunk[] =>
  moved([bare(word, 'without'), name, bare(noun, 'tagNoun')]);

/** Before the denial: "「VIP」タグを持たない", "タグに「VIP」がない", and "タグがない" of no tag at all. */
function deniedBehind(ordered: Chunk[], at: number): void {
  const end = lackingTo(ordered, at);
  const word = ordered[at];
  if (end === undefined || !word) return;
  const last = isParticle(ordered[at - 1], /^[をがはも]$/) ? at - 2 : at - 1;
  const led = isParticle(ordered[last - 1], /^[にはの]$/) ? last - 2 : last - 1;
  const [one, other] = [ordered[last], ordered[led]];
  if (isTagNoun(one) && isGrammar(other)) {
    const and = isName(ordered[end]) ? [mark(word, 'and', 'and')] : [];
    ordered.splice(last, end - last, ...moved([bare(word, 'without'), one, ...and]));
    return;
  }
  const [name, noun] = isTagNoun(one) ? [other, one] : [one, other];
  if (name && isTagNoun(noun) && isName(name) && !isTagNoun(name))
    ordered.splice(led, end - led, ...lacking(word, name, noun));
}

/** Behind the denial: "标签里没有“VIP”", "还没打“VIP”标签". */
function deniedBefore(ordered: Chunk[], at: number): void {
  const word = ordered[at];
  if (!word || word.quote !== undefined || isKana(word.text) || !has(word, 'without')) return;
  const verb = has(ordered[at + 1], 'add', 'have') && !isName(ordered[at + 1]) ? 1 : 0;
  const [name, noun] = [ordered[at + 1 + verb], ordered[at + 2 + verb]];
  if (!name || !isName(name) || isTagNoun(name)) return;
  const inner = has(ordered[at - 1], 'in', 'lastBehind') && !isName(ordered[at - 1]) ? 1 : 0;
  const before = ordered[at - 1 - inner];
  if (isTagNoun(noun)) ordered.splice(at, 3 + verb, ...lacking(word, name, noun));
  // "标记没有经理的员工": what tags is no noun, unless something is said to be in it.
  else if (isTagNoun(before) && (inner > 0 || !has(before, 'tag')))
    ordered.splice(at - 1 - inner, 3 + inner + verb, ...lacking(word, name, before));
}

/** Who lacks a tag, in one order: the denial, the name of the tag, the noun. */
export function tagsLacking(chunks: readonly Chunk[]): readonly Chunk[] {
  if (!chunks.some(isTagNoun)) return chunks;
  const ordered = [...chunks];
  for (let at = 0; at < ordered.length; at++) {
    deniedBehind(ordered, at);
    deniedBefore(ordered, at);
  }
  return ordered;
}
