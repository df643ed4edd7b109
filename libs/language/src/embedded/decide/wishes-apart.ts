import { has } from '../cursor';
import { saidOf, sentenceEnd } from './sentences';
import type { Chunk } from '../../grounding/link-words';

/**
 * "German customers should be active and French customers inactive": what some records are to be, and others beside them.
 * Read as a condition it would ask for those that are so already.
 */
export function wishesApart(chunks: readonly Chunk[], text: string): readonly string[] {
  const wish = chunks.findIndex(
    (chunk, at) => has(chunk, 'give') && chunk.quote === undefined && !has(chunks[at - 1], 'where', 'ask'),
  );
  if (wish < 1) return [];
  const end = sentenceEnd(chunks, wish);
  const joint = chunks.findIndex((chunk, at) => at > wish && at < end && has(chunk, 'and', 'comma', 'but'));
  if (joint < 0 || !chunks.slice(joint, end).some(chunk => has(chunk, 'noun', 'ones'))) return [];
  const wanted = chunks.slice(wish + 1, joint).flatMap(({ values }) => values);
  const last = chunks[end - 1];
  const another = last?.values.some(({ field, stored }) =>
    wanted.some(one => one.field === field && one.stored[0] !== stored[0]),
  );
  return another ? [saidOf(chunks, joint + 1, end, text)] : [];
}
