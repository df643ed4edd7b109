import { has, isBound, isField } from '../../cursor';
import type { Chunk } from '../../../grounding/link-words';

/** "erase the X tag" takes off one that is named, "clear the tags" all of them. */
export const isNamedTag = (chunks: readonly Chunk[], at: number): boolean => {
  const [first, second] = [chunks[at], chunks[at + 1]];
  if (has(first, 'tagNoun')) return !isBound(second) && !has(second, 'of', 'and', 'for', 'where', 'in', 'if', 'off');
  // "phone empty - tag X": a dash that stands apart parts the order from what is said before it.
  if (has(first, 'dash') && second?.glued !== true) return false;
  const held = first?.values.some(({ field }) => field.type === 'list') ?? false;
  return has(second, 'tagNoun') && !has(first, 'allTags', 'any', 'have') && (held || !(first && isField(first)));
};

/** "from their tags": behind the name of a tag it is said where it goes. */
export function behindTags(chunks: readonly Chunk[], at: number): number | undefined {
  if (!has(chunks[at], 'from', 'of')) return undefined;
  const noun = chunks.slice(at + 1, at + 3).find(chunk => !has(chunk, 'det', 'them') || has(chunk, 'tagNoun'));
  return noun && has(noun, 'tagNoun') && noun.quote === undefined ? chunks.indexOf(noun) + 1 : undefined;
}
