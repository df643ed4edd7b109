import { has, isBound, isField } from '../cursor';
import { says } from '../saying';
import { bare, isForeign, isKana, isName, isTagNoun, mark } from './pieces';
import type { Chunk } from '../../grounding/link-words';

/** A name that no record holds: what a tag may be called. */
const isCalled = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined && chunk.values.length === 0 && (chunk.quote !== undefined || isForeign(chunk));

const isLittle = (chunk: Chunk | undefined): boolean =>
  has(chunk, 'then', 'filler', 'both', 'give') && !isField(chunk) && !isName(chunk);

/** "…的员工标为“资深”": what may write a field or put a tag on puts one on, where no field stands before it. */
function marksRecords(chunks: readonly Chunk[], at: number): boolean {
  const verb = chunks[at];
  if (verb?.quote !== undefined || !has(verb, 'tag') || !has(verb, 'setTo') || isKana(verb?.text ?? '')) return false;
  let before = at - 1;
  while (before >= 0 && isLittle(chunks[before])) before--;
  const object = chunks[before];
  return isCalled(chunks[at + 1]) && !(isField(object) && !has(object, 'noun') && !isName(object));
}

/** "…的员工标签设为“检查”", "…，标签写“急”": behind the records, the noun, a verb, and what the tag is called. */
function writesTag(chunks: readonly Chunk[], at: number): boolean {
  const [noun, verb, name] = [chunks[at - 1], chunks[at], chunks[at + 1]];
  if (!verb || verb.quote !== undefined || !isTagNoun(noun) || name?.quote === undefined) return false;
  // A change of a rule says so of the tag that it has.
  if (has(verb, 'make', 'change', 'instead') || !says(verb, 'writesName')) return false;
  let before = at - 2;
  while (before >= 0 && has(chunks[before], 'for', 'then', 'filler') && !isField(chunks[before])) before--;
  return before >= 0 && (isBound(chunks[before]) || has(chunks[before], 'noun', 'if', 'of'));
}

/** How many tags there are says nothing more beside their names: "“甲”和“乙”两个标签", "一个“急”的标签". */
const isCount = (chunks: readonly Chunk[], at: number): boolean => {
  const chunk = chunks[at];
  if (chunk?.number?.unit?.base !== 'pcs' || chunk.quote !== undefined || chunk.date) return false;
  const [before, next] = [chunks[at - 1], chunks[at + 1]];
  const named = (one: Chunk | undefined): boolean => one?.quote !== undefined;
  return (
    (isTagNoun(next) && (named(before) || named(chunks[at + 3]) || named(chunks[at + 2]))) ||
    (named(next) && has(before, 'add', 'tag') && isTagNoun(chunks[at + 2]))
  );
};

/** Orders that put a tag on without saying so, in the words of those that do. */
export function markedAs(chunks: readonly Chunk[]): readonly Chunk[] {
  return chunks.flatMap((chunk, at) => {
    if (isCount(chunks, at)) return [];
    if (isTagNoun(chunk) && writesTag(chunks, at + 1))
      return isBound(chunks[at - 1]) ? [] : [mark(chunk, 'comma', ',')];
    return marksRecords(chunks, at) || writesTag(chunks, at) ? [bare(chunk, 'tag')] : [chunk];
  });
}
