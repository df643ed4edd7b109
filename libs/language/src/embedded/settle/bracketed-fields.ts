import { has } from '../cursor';
import type { Chunk } from '../../grounding/link-words';

/** So well the brackets must name the field. */
const NAMED = 0.6;
/** So sure is a value whose field is said beside it. */
const SURE = 0.9;

/** "in New York (state)": the field in brackets tells which of those that hold the value is meant. */
export function withBracketedFields(chunks: readonly Chunk[]): readonly Chunk[] {
  for (let at = 0; at < chunks.length - 3; at++) {
    const [value, open, named, close] = chunks.slice(at, at + 4);
    if (!value || !named || value.values.length < 2 || !has(open, 'open') || !has(close, 'close')) continue;
    const meant = value.values.filter(link =>
      named.fields.some(({ field, score }) => score >= NAMED && field === link.field),
    );
    if (meant.length !== 1 || named.values.length > 0) continue;
    const values = meant.map(link => ({ ...link, score: Math.max(link.score, SURE) }));
    return [...chunks.slice(0, at), { ...value, values }, ...chunks.slice(at + 4)];
  }
  return chunks;
}
