import type { ActionContext, FoundAction } from '../action-text';
import { has, isBound, isField } from '../../cursor';
import { opensSaying, says } from '../../saying';
import { isCapital, isCompound } from './tag-ends';
import type { Chunk } from '../../../grounding/link-words';

/** A name is hardly longer. */
const LONGEST = 3;

/** What only points at a name given before: "tag it so", "tag them as such", "tag those accordingly", "tag it". */
function pointsAtName(chunks: readonly Chunk[], at: number): number | undefined {
  let next = at;
  if (has(chunks[next], 'as') && says(chunks[next + 1], 'suchName')) next += 2;
  else if (says(chunks[next], 'likewise')) next++;
  while (has(chunks[next], 'then', 'filler', 'signOff') && next < at + 3 && !isBound(chunks[next])) next++;
  return !chunks[next] || has(chunks[next], 'stop') ? next : undefined;
}

const saysOfRecords = (chunk: Chunk): boolean =>
  chunk.number !== undefined || chunk.date !== undefined || chunk.values.length > 0 || isField(chunk);

/** Where the words open that call records by a name: "is a …", "are our …", "we call it …", "counts as …", "qualify as …". */
function callingAt(chunks: readonly Chunk[], at: number): number | undefined {
  const chunk = chunks[at];
  if (says(chunk, 'calling')) {
    const subject = says(chunks[at - 1], 'sayers') || has(chunks[at - 1], 'writer');
    return subject ? at - 1 : at;
  }
  // "salary over 90k? That's top-band, tag it."
  if (says(chunk, 'pointing') && isBound(chunks[at - 1])) return at;
  if (says(chunk, 'countsAs') && has(chunks[at + 1], 'as')) return at;
  return has(chunk, 'be') && opensSaying(chunk, 'isA') ? at : undefined;
}

/** "any deal above 10k is a whale, tag it so", "we call it slow-payer, tag those": the name stands before the order. */
export function parseNamedBefore(context: ActionContext, at: number, behind: number): FoundAction | undefined {
  const { chunks, text } = context;
  const points = behind > at + 1 || says(chunks[behind], 'likewise');
  const to = points ? pointsAtName(chunks, behind) : undefined;
  if (to === undefined || !context.conditionBefore) return undefined;
  let end = at;
  while (end > 0 && (has(chunks[end - 1], 'comma', 'dash', 'stop', 'then', 'and') || isBound(chunks[end - 1]))) end--;
  for (let from = end - 1; from > 0 && from >= end - 2 * LONGEST - 3; from--) {
    if (isBound(chunks[from]) && !chunks[from]?.glued) return undefined;
    const calling = callingAt(chunks, from);
    if (calling === undefined) continue;
    let first = from + 1;
    while (
      first < end &&
      (has(chunks[first], 'det', 'them', 'as', 'of', 'writer') || says(chunks[first], 'sayers')) &&
      !chunks[first + 1]?.glued
    )
      first++;
    const words = chunks.slice(first, end);
    const named =
      isCompound(chunks, first, end) ||
      (words.length <= LONGEST && (words.every(isCapital) || !words.some(saysOfRecords)));
    if (words.length === 0 || !named) return undefined;
    const value =
      words.length === 1 && words[0]?.quote !== undefined
        ? words[0].quote
        : text.slice(words[0]?.start, words.at(-1)?.end);
    return { actions: [{ type: 'addTag', value }], to, from: calling };
  }
  return undefined;
}
