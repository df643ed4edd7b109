import { partsClause } from '../remarks/clauses';
import { has } from '../cursor';
import { quotedName } from '../made-words';
import type { Chunk, Grounding } from '../../grounding/link-words';

/** A name has hardly more words. */
const LONGEST = 6;

const isCapital = (chunk: Chunk | undefined): boolean =>
  chunk?.quote === undefined && (/^[\p{Lu}\p{N}]/u.test(chunk?.text ?? '') || (chunk?.glued ?? false));

/** "the tag", "a tag", "tags": the noun, and not the verb that is written like it. */
const isNoun = (chunks: readonly Chunk[], at: number): boolean => {
  const chunk = chunks[at];
  if (!has(chunk, 'tagNoun') || chunk?.quote !== undefined || chunk?.glued) return false;
  return (
    !has(chunk, 'tag') ||
    has(chunks[at - 1], 'det', 'added', 'add', 'remove', 'no', 'without', 'have') ||
    chunks[at - 1]?.number !== undefined
  );
};

/** Behind words that all begin with a capital or a figure. */
function nameEnd(chunks: readonly Chunk[], at: number): number {
  let to = at;
  const opener = /^\p{N}/u.test(chunks[at]?.text ?? '') ? chunks[at + 1] : chunks[at];
  if (opener?.glued || !/^\p{Lu}/u.test(opener?.text ?? '')) return at;
  while (to < at + LONGEST && isCapital(chunks[to]) && !partsClause(chunks, to)) to++;
  return to;
}

/**
 * "the tag Late Payer", "the tags Late Payer and Ask Manager": behind the noun, words that all begin with a capital are one
 * name, whatever each of them means elsewhere. Where every noun has a capital, a name shows by none.
 */
export function withNamesOfTags(chunks: readonly Chunk[], grounding: Grounding): readonly Chunk[] {
  if (grounding.lexicons[0]?.capitalNouns !== false || !chunks.some(chunk => has(chunk, 'tagNoun'))) return chunks;
  const joined: Chunk[] = [];
  for (let at = 0; at < chunks.length; at++) {
    joined.push(chunks[at] as Chunk);
    if (!isNoun(chunks, at)) continue;
    // "two tags, namely X and Y", "tags: X"
    let next = at + 1;
    if (has(chunks[next], 'comma') && has(chunks[next + 1], 'filler') && isCapital(chunks[next + 2])) next += 2;
    for (let name = next; ;) {
      const to = nameEnd(chunks, name);
      if (to < name + 1) break;
      joined.push(to > name + 1 ? quotedName(chunks.slice(name, to)) : (chunks[name] as Chunk));
      at = to - 1;
      const joint = chunks[to];
      const goesOn = has(joint, 'and') && /^\p{Ll}/u.test(joint?.text ?? '') && nameEnd(chunks, to + 1) > to + 1;
      if (!goesOn || !joint) break;
      joined.push(joint);
      name = to + 1;
    }
  }
  return joined;
}
