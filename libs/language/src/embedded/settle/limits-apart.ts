import { has } from '../cursor';
import type { Chunk } from '../../grounding/link-words';

/** The last word of a comparison that what is compared would follow: "mehr | als". */
const LAST_WORD = /\s+(\S+)$/u;

/**
 * "10 oder mehr | als Störanfällig", "90 of hoger | als Top": behind a number and its "or" nothing is compared again; what
 * is read as "more than" ends there, and its last word leads to a name.
 */
export function withLimitsApart(chunks: readonly Chunk[]): readonly Chunk[] {
  if (!chunks.some((_, at) => isLimit(chunks, at))) return chunks;
  return chunks.flatMap((chunk, at) => {
    if (isLimit(chunks, at + 1)) return [];
    return isLimit(chunks, at) ? apart(chunks[at - 1] ?? chunk, chunk) : [chunk];
  });
}

/** A comparison behind "or" and a number, its unit between, with no number to come. */
function isLimit(chunks: readonly Chunk[], at: number): boolean {
  const [more, or, behind] = [chunks[at], chunks[at - 1], chunks[at + 1]];
  if (!has(more, 'gt', 'lt') || more?.quote !== undefined || !has(or, 'or') || !LAST_WORD.test(more?.text ?? ''))
    return false;
  if (!isNamed(behind)) return false;
  return isAmount(chunks[at - 2]) || isAmount(chunks[at - 3]);
}

const isAmount = (chunk: Chunk | undefined): boolean => chunk?.number !== undefined || chunk?.duration !== undefined;

/** What may be the name behind: neither a number nor a day. */
const isNamed = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined && chunk.date === undefined && !isAmount(chunk) && /^[\p{L}"'«„“‘]/u.test(chunk.text);

function apart(or: Chunk, more: Chunk): readonly Chunk[] {
  const last = LAST_WORD.exec(more.text)?.[1] ?? '';
  const start = more.end - last.length;
  const text = more.text.slice(0, -last.length).trim();
  const limit: Chunk = {
    ...or,
    end: more.start + text.length,
    text: `${or.text} ${text}`,
    key: `${or.key} ${more.key.replace(LAST_WORD, '')}`,
    roles: [has(more, 'gt') ? 'orMore' : 'orLess'],
  };
  const lead: Chunk = { ...more, start, text: last, key: last, roles: ['as'], glued: false };
  return [limit, lead];
}
