import { has, holdsData, isBound, isField, isParticiple } from '../cursor';
import type { Chunk } from '../../grounding/link-words';
import { onceOf } from '../../grounding/words/once';

/** Many readers ask of the same place. */
const starts = onceOf((_: readonly Chunk[]): (boolean | undefined)[] => []);

/** Whether an action verb can stand here: at the start of a clause, never behind an article. */
export const startsClause = (chunks: readonly Chunk[], at: number): boolean =>
  (starts(chunks)[at] ??= mayStart(chunks, at));

function mayStart(chunks: readonly Chunk[], at: number): boolean {
  // "needs-label": a part of a word is no verb.
  if (chunks[at]?.glued && has(chunks[at - 1], 'dash') && chunks[at - 1]?.glued) return false;
  // "API access add-on": nor is what goes on as one word.
  if (isWordHead(chunks, at) || isListedValue(chunks, at)) return false;
  // "do LinkedIn ou por indicação": what also leads to a place or a way goes on with an alternative.
  if (has(chunks[at - 1], 'or') && has(chunks[at], 'in', 'with', 'of')) return false;
  let before = at - 1;
  while (before >= 0 && has(chunks[before], 'then', 'also') && !isBound(chunks[before])) before--;
  const previous = chunks[before];
  // "aucun commercial affecté", "the operator assigned": what was done to what stands before it.
  if (previous && isParticiple(chunks[at] as Chunk) && holdsData(previous) && !has(previous, 'be', 'give'))
    return false;
  if (!previous || isBound(previous) || has(previous, 'and', 'dash', 'give', 'but', 'arrow', 'writer')) return true;
  if (isInfinitive(chunks, before) || endsRelative(chunks, before)) return true;
  // "skal | den | tagges": behind its helper the pronoun is who it is done to.
  if (has(previous, 'them') && has(chunks[before - 1], 'may') && !chunks[before - 1]?.values.length) return true;
  return (
    !has(previous, 'det', 'any', 'without', 'have', 'no', 'of', 'as', 'in', 'not', 'where', 'be', 'with') ||
    (has(previous, 'then', 'noun', 'empty') && !has(previous, 'det'))
  );
}

/** "be so kind as to flag …", "I ask you to tag …": not the "to" that a value is set to. */
const isInfinitive = (chunks: readonly Chunk[], to: number): boolean =>
  chunks[to]?.key === 'to' &&
  to > 0 &&
  !chunks
    .slice(Math.max(0, to - 3), to)
    .some(chunk => isField(chunk) || has(chunk, 'setTo', 'add') || chunk.values.length > 0);

/** "die niet verbonden zijn": what is so, or is not. */
const isYesNo = ({ fields: [best] }: Chunk): boolean => best?.field.type === 'boolean' && best.score >= 0.6;

/** "die niet in Rotterdam staan | taggen als X", "die in Berlin arbeiten | markieren als X": a verb behind what is told ends its clause. */
function endsRelative(chunks: readonly Chunk[], verb: number): boolean {
  // "die voor 2015 in dienst zijn gekomen | taggen": the helper stands before the participle.
  const helped = has(chunks[verb - 1], 'be') && !has(chunks[verb], 'be') && /^\p{Ll}/u.test(chunks[verb]?.text ?? '');
  if (!(helped || has(chunks[verb], 'be')) || chunks[verb]?.quote !== undefined) return false;
  const told = helped ? chunks[verb - 2] : chunks[verb - 1];
  if (
    !told ||
    isBound(told) ||
    !(told.values.length > 0 || told.number !== undefined || isParticiple(told) || isYesNo(told))
  )
    return false;
  for (let at = verb - 2; at >= 0 && !has(chunks[at], 'stop', 'colon', 'arrow'); at--)
    if (has(chunks[at], 'where')) return true;
  return false;
}

/** "neither Sensor nor Switch": what is listed beside another value of its field is one as well. */
export function isListedValue(chunks: readonly Chunk[], at: number): boolean {
  const [chunk, joint, other] = [chunks[at], chunks[at - 1], chunks[at - 2]];
  const listed = has(joint, 'or', 'nor') || (has(joint, 'and', 'comma') && /^\p{Lu}/u.test(chunk?.text ?? ''));
  if (!listed || chunk?.values.length === 0) return false;
  const stored = (one: Chunk | undefined): readonly string[] =>
    (one?.values ?? []).flatMap(({ field, via }) => (via === undefined ? [field.name] : []));
  const fields = stored(other);
  return stored(chunk).some(name => fields.includes(name));
}

const isWordHead = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at + 1], 'dash') &&
  chunks[at + 1]?.glued === true &&
  chunks[at + 2]?.glued === true &&
  !isBound(chunks[at + 2]);
