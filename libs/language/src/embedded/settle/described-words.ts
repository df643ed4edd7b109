import type { Field } from '@lib/rules';
import { has, isField, isUnknown } from '../cursor';
import { wordsOf } from '../../grounding/words/fold';
import type { Chunk } from '../../grounding/link-words';
import { stem } from '../../grounding/words/stem';

/** So well a chunk must name the field that the word beside it is told of. */
const NAMED = 0.6;
/** Shorter words tell nothing. */
const SHORTEST = 3;

/**
 * "no safety guard fitted" of a "Guard installed", described as "Safety guard is fitted": a word nobody knows before the
 * name of a field, which tells of that field elsewhere, is a part of the name.
 */
export function withDescribedWords(chunks: readonly Chunk[]): readonly Chunk[] {
  if (!chunks.some((_, at) => isPartOfName(chunks, at))) return chunks;
  const made: Chunk[] = [];
  for (let at = chunks.length - 1; at >= 0; at--) {
    const chunk = chunks[at] as Chunk;
    const next = made[0];
    if (next && isPartOfName([chunk, next], 0))
      made[0] = { ...next, start: chunk.start, glued: chunk.glued, text: `${chunk.text} ${next.text}` };
    else made.unshift(chunk);
  }
  return made;
}

function isPartOfName(chunks: readonly Chunk[], at: number): boolean {
  const [chunk, next] = [chunks[at], chunks[at + 1]];
  if (!chunk || !next || !isPlainWord(chunk) || next.quote !== undefined || next.values.length > 0) return false;
  const [link] = next.fields;
  return link !== undefined && link.score >= NAMED && tellsOf(link.field, chunk.key);
}

const isPlainWord = (chunk: Chunk): boolean =>
  isUnknown(chunk) && !chunk.number && !chunk.date && !chunk.unheld && chunk.quote === undefined;

/** Words that change what they stand beside. */
const TURNING = ['not', 'no', 'never', 'without', 'except', 'neither', 'nor'] as const;
/** How far from its test a word tells of the field. */
const NEAR = 6;

/**
 * "not connected to the monitoring system", "above the maximum they're allowed": what a field is described by says
 * nothing new beside a test of that field.
 */
export function isDescribed(
  chunks: readonly Chunk[],
  chunk: Chunk,
  testedBy: (chunk: Chunk) => readonly Field[],
): boolean {
  const at = chunks.indexOf(chunk);
  const before = chunks[at - 1];
  // "over 200 hours since installation": from when on a sum is kept.
  const since = has(before, 'since') ? before : undefined;
  const plain =
    isPlainWord(chunk) ||
    isFieldAside(chunk, testedBy) ||
    ((since ?? has(chunk, 'does')) && chunk.values.length === 0 && !chunk.number && !chunk.date);
  if (at < 0 || !plain) return false;
  if (has(chunks[has(chunks[at - 1], 'det') ? at - 2 : at - 1], ...TURNING)) return false;
  return chunks
    .slice(Math.max(0, at - NEAR), at + NEAR + 1)
    .some(
      near =>
        near !== chunk &&
        testedBy(near).some(field => tellsOf(field, chunk.key) && (!since || tellsOf(field, since.key))),
    );
}

/** "NPI was deactivated" of a "Date the NPI was deactivated": another field of which nothing is said. */
const isFieldAside = (chunk: Chunk, testedBy: (chunk: Chunk) => readonly Field[]): boolean =>
  isField(chunk) &&
  chunk.values.length === 0 &&
  !chunk.number &&
  !chunk.date &&
  testedBy(chunk).length === 0 &&
  chunk.fields[0]?.field.type === 'text';

const described = new WeakMap<Field, ReadonlySet<string>>();

/** Whether the description of a field has the word, in whatever form. */
function tellsOf(field: Field, word: string): boolean {
  if (field.description === undefined || word.length < SHORTEST) return false;
  let words = described.get(field);
  if (!words) described.set(field, (words = new Set(wordsOf(field.description).map(stem))));
  return words.has(stem(word));
}
