import type { Field } from '@lib/rules';
import { has } from '../cursor';
import { phraseKey } from '../../grounding/compiled-lexicon';
import type { Role } from '../../grounding/lexicon';
import type { Chunk, Grounding } from '../../grounding/link-words';

/** So surely the whole quote is the name of a field. */
const NAMED = 0.9;

/** What leads from a field to what it is set to. */
const LEADING: readonly Role[] = ['to', 'into', 'as'];
/** What is said of a field: how it compares, what it contains, that there is nothing in it. */
const SAYING: readonly Role[] = [
  ...(['be', 'eq', 'neq', 'gt', 'gte', 'lt', 'lte', 'between', 'empty', 'filled', 'contains', 'startsWith'] as const),
  ...(['endsWith', 'before', 'after'] as const),
];
/** Behind these a quote is a name to be given or a text to be found. */
const NAMING: readonly Role[] = ['tag', 'tagNoun', 'as', 'contains', 'startsWith', 'endsWith', 'word', 'eq', 'named'];
const ANSWERS: readonly Role[] = ['trueWord', 'falseWord', 'no', 'not', 'empty'];

/**
 * "set "Network status" to Pending", "« Accepting new patients » à non", "if "Status" is …": a quote that is the name of a
 * field, and is set to something or has something said of it, is that field and no text.
 */
export function withFieldsQuoted(chunks: readonly Chunk[], grounding: Grounding): readonly Chunk[] {
  if (!chunks.some(chunk => chunk.quote !== undefined)) return chunks;
  return chunks.map((chunk, at) => {
    if (chunk.quote === undefined || chunk.values.length > 0 || has(chunks[at - 1], ...NAMING)) return chunk;
    const links = grounding.fields.lookup(phraseKey(chunk.quote)).filter(({ score }) => score >= NAMED);
    const [link] = links;
    if (!link || !(isSetTo(chunks, at + 1, link.field) || has(chunks[at + 1], ...SAYING))) return chunk;
    const { quote: _, ...named } = chunk;
    return { ...named, fields: links };
  });
}

/** "to no", "auf Pending": something that the field may hold. */
function isSetTo(chunks: readonly Chunk[], at: number, field: Field): boolean {
  if (!has(chunks[at], ...LEADING) || chunks[at]?.values.length !== 0) return false;
  const value = chunks[at + 1];
  return (
    value !== undefined &&
    (has(value, ...ANSWERS) ||
      value.quote !== undefined ||
      value.number !== undefined ||
      value.date !== undefined ||
      value.values.some(link => link.field === field))
  );
}
