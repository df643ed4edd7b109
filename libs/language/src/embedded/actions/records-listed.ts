import type { ActionContext } from './action-text';
import { has, isBound } from '../cursor';
import { wordEnd } from './tags/tag-ends';
import type { Chunk } from '../../grounding/link-words';

/** Who or what is meant by a word: a value that records hold elsewhere than among their tags, or a noun for them. */
const standsForRecords = (chunk: Chunk, tags: string): boolean =>
  has(chunk, 'noun', 'people') || chunk.values.some(({ field }) => field.name !== tags);

const joins = (chunk: Chunk | undefined): boolean => has(chunk, 'and', 'or', 'comma', 'amp');

/** "E1004, E1019 and E1032": nothing but values that some field holds, to the end. */
export function listsHeld(chunks: readonly Chunk[], from: number, tags: string): boolean {
  const [first] = chunks.slice(from);
  const held = first?.values.filter(({ field, via }) => field.name !== tags && via === undefined) ?? [];
  return held.some(({ field }) =>
    chunks
      .slice(from)
      .every(chunk => joins(chunk) || has(chunk, 'stop') || chunk.values.some(value => value.field === field)),
  );
}

/** "flag cardiologists and pediatricians who …": a list that a clause tells more of is of records, and no list of tags. */
export function listsRecords({ chunks, tags }: ActionContext, from: number): boolean {
  let known = false;
  for (let at = from; ;) {
    const chunk = chunks[at];
    if (!chunk || chunk.quote !== undefined || isBound(chunk) || wordEnd(chunks, at) > at + 1) return false;
    known ||= standsForRecords(chunk, tags);
    let next = at + 1;
    if (has(chunks[next], 'where') && !has(chunks[next], 'if', 'in', 'noun')) return known && at > from;
    while (joins(chunks[next]) && next < at + 3) next++;
    if (next === at + 1) return false;
    at = next;
  }
}
