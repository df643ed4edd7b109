import { has, isField } from '../cursor';
import type { Chunk } from '../../grounding/link-words';

/** Longer words are no codes. */
const LONGEST = 3;

/**
 * "CA, OR or WA", "state is IN": a code in capitals that is a word as well is the code where its field is named before it
 * or where it stands in a list with others of its field.
 */
export function withCodedWords(chunks: readonly Chunk[]): readonly Chunk[] {
  return chunks.map((chunk, at) => (isCode(chunks, at) ? { ...chunk, roles: [] } : chunk));
}

function isCode(chunks: readonly Chunk[], at: number): boolean {
  const { text = '', roles = [], values = [], quote } = chunks[at] ?? {};
  if (quote !== undefined || roles.length === 0 || !/^\p{Lu}{2,}$/u.test(text) || text.length > LONGEST) return false;
  const fields = values.filter(({ via }) => via === undefined).map(({ field }) => field);
  const holds = (chunk: Chunk | undefined): boolean =>
    chunk?.values.some(({ field }) => fields.includes(field)) === true && !/^\p{Ll}/u.test(chunk.text);
  const names = (chunk: Chunk | undefined): boolean =>
    chunk?.fields.some(({ field, score }) => score >= 0.8 && fields.includes(field)) === true;
  const [before, behind] = [chunks[at - 1], chunks[at + 1]];
  // "license state OR city missing": what joins two names is no code.
  if (isField(behind)) return false;
  const named = names(before) || (has(before, 'be', 'eq') && names(chunks[at - 2]));
  const listed =
    (has(before, 'comma', 'or', 'and', 'slash') && holds(chunks[at - 2])) ||
    (has(behind, 'comma', 'or', 'and', 'slash') && holds(chunks[at + 2]) && !holds(before));
  return named || listed;
}
