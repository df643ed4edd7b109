import { ACTING_VERBS, has, isBound, isField } from '../cursor';
import { isKana } from './pieces';
import { quoted } from './texts-quoted';
import type { Chunk } from '../../grounding/link-words';

/** A name has hardly more words. */
const LONGEST = 4;

const isTagging = (chunk: Chunk | undefined): boolean =>
  has(chunk, 'tag') && chunk?.quote === undefined && !isKana(chunk?.text ?? '');

/** What no name holds, but a clause does. */
const isOfClause = (chunk: Chunk): boolean =>
  chunk.quote !== undefined || has(chunk, 'noun', 'of', 'tagNoun', 'tag', 'add', 'remove', 'setTo', 'det', 'them');

/** Whether a clause does something of its own: to other records ("把IT的人标记为B"), or to a field ("状态设为Left"). */
function acts(clause: readonly Chunk[]): boolean {
  const verb = clause.findIndex(chunk => chunk.quote === undefined && has(chunk, ...ACTING_VERBS));
  const before = clause.slice(0, Math.max(verb, 0));
  return before.some(chunk => isOfClause(chunk) || (isField(chunk) && !has(clause[verb], 'tag')));
}

/**
 * "把HR的人标记为A，把IT的人标记为B", "标记为休假，状态设为Left": where the next clause does something of its own, the tag of this
 * one is what stands up to the comma, and the clause behind it is no second tag.
 */
export function clausesTagged(chunks: readonly Chunk[], text: string): readonly Chunk[] {
  if (!chunks.some(isTagging) || !chunks.some(chunk => has(chunk, 'comma'))) return chunks;
  const made = [...chunks];
  for (let at = 0; at < made.length; at++) {
    if (!isTagging(made[at])) continue;
    const end = made.findIndex((chunk, i) => i > at && isBound(chunk));
    const words = made.slice(at + 1, end);
    if (end < 0 || words.length === 0 || words.length > LONGEST || words.some(isOfClause)) continue;
    const stop = made.findIndex((chunk, i) => i > end && isBound(chunk));
    const name = acts(made.slice(end + 1, stop < 0 ? undefined : stop)) ? quoted(words, text) : undefined;
    if (name) made.splice(at + 1, words.length, name);
  }
  return made;
}
