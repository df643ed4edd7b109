import { endsClause, has, isBound } from '../../cursor';
import { endsOrder } from '../clause-end';
import type { Chunk } from '../../../grounding/link-words';

const POSSESSING = ['without', 'no', 'have', 'remove', 'except', 'neither', 'nor'] as const;

/** So far back the words stand that lead a list of tags. */
const FAR = 8;

const isTag = (chunk: Chunk | undefined): boolean =>
  chunk?.values.some(({ field, via }) => field.type === 'list' && via === undefined) ?? false;

/** "both the vip and the audit tag", "neither the vip tag nor the audit tag": tags that records have, named one by one before the noun. */
function isListed(chunks: readonly Chunk[], noun: number): boolean {
  let joined = false;
  for (let at = noun - 1; at >= 0 && at > noun - FAR; at--) {
    const chunk = chunks[at];
    if (joined && has(chunk, ...POSSESSING)) return true;
    const joins = has(chunk, 'and', 'or', 'comma', 'added');
    joined ||= joins && (isTag(chunks[at - 1]) || has(chunks[at - 1], 'tagNoun'));
    const goesOn = joins || isTag(chunk) || at === noun - 1 || has(chunk, 'det', 'tagNoun', 'both', 'either');
    if (!goesOn || has(chunk, 'stop', 'colon')) return false;
  }
  return false;
}

/** "without the VIP tag", "have a Gold label": the noun, not the verb. */
export function isPossessed(chunks: readonly Chunk[], at: number): boolean {
  const named = chunks[at - 1];
  // "set remote to no and tag gone", "rating unknown - tag Unrated": what joins names no tag.
  const joined = has(named, 'and', 'but') || (has(named, 'dash') && chunks[at]?.glued === false);
  if (!has(chunks[at], 'tagNoun') || !named || isBound(named) || joined) return false;
  // "gold tag present", "no-show label missing": said of the tag, and nothing to be done.
  const ends = endsClause(chunks[at + 2]);
  if (has(chunks[at + 1], 'filled', 'empty') && ends) return true;
  // "die niet de tag critical hebben": had, where the verb comes last.
  for (let verb = at + 2; verb < at + 5 && chunks[verb] && !isBound(chunks[verb]); verb++)
    if (has(chunks[verb], 'have') && has(chunks[verb], 'be') && endsOrder(chunks, verb + 1)) return true;
  // "both a Siemens badge and more than 50 hours": what is called by another field's value is no tag.
  const other = named.values.some(({ field, via }) => field.type === 'text' && via === undefined) && !isTag(named);
  if (other && has(chunks[at - 2], 'det') && has(chunks[at + 1], 'and', 'or', 'with')) return true;
  // "at least two tags", "two or more tags": counted, not given.
  const plural = /s$/.test(chunks[at]?.key ?? '');
  if ((named.number !== undefined && (plural || named.number.value === 1)) || has(named, 'several')) return true;
  if (plural && has(named, 'orMore', 'orLess')) return true;
  const before = has(chunks[at - 2], 'det') && !has(chunks[at - 2], 'have', 'without', 'no') ? at - 3 : at - 2;
  const opener = chunks[before];
  // "haven't received the VIP tag yet"
  if (has(opener, 'does') && has(chunks[before - 1], 'have', 'not', 'never', 'notYet')) return true;
  const had = has(opener, ...POSSESSING) || isListed(chunks, at);
  return had && !has(named, 'empty', 'filled') && named.number === undefined;
}
