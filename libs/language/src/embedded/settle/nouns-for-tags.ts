import type { Field } from '@lib/rules';
import { has } from '../cursor';
import { wordsOf } from '../../grounding/words/fold';
import type { FieldLink } from '../../grounding/fields/field-index';
import type { Chunk, Grounding } from '../../grounding/link-words';
import { stem } from '../../grounding/words/stem';

/** A link of a word that stands in the name of a field. */
const NAMED = 0.6;

/**
 * "désactive le badge", "dipendenti con il badge attivo" of a "Badge active": a word for a tag that a yes/no field
 * is called by names the field, unless it is put on, taken off or goes before the name of a tag.
 */
export function withNounsForTags(chunks: readonly Chunk[], grounding: Grounding): readonly Chunk[] {
  if (!chunks.some(isNoun)) return chunks;
  return chunks.map((chunk, at) => {
    if (!isNoun(chunk) || namesTag(chunks, at)) return chunk;
    const key = chunk.key.split(' ').at(-1) ?? '';
    const fields = fieldsCalled(key, grounding);
    const roles = chunk.roles.filter(role => role !== 'tagNoun');
    return fields.length > 0 ? { ...chunk, key, roles, fields } : chunk;
  });
}

const isNoun = (chunk: Chunk): boolean => has(chunk, 'tagNoun') && !has(chunk, 'tag') && chunk.quote === undefined;

/** Behind a verb of tagging, or before what a tag is called. */
function namesTag(chunks: readonly Chunk[], at: number): boolean {
  const next = chunks[at + 1];
  const before = has(chunks[at - 1], 'det') ? chunks[at - 2] : chunks[at - 1];
  return has(before, 'add', 'remove', 'tag', 'give') || next?.quote !== undefined || /^\p{Lu}/u.test(next?.text ?? '');
}

/** The yes/no fields that have the noun in their name. */
function fieldsCalled(key: string, { fields }: Grounding): readonly FieldLink[] {
  const noun = stem(key);
  const called = ({ label, type }: Field): boolean =>
    type === 'boolean' && wordsOf(label).some(word => stem(word) === noun);
  return fields.lookup(noun).filter(({ field, score }) => score >= NAMED && called(field));
}
