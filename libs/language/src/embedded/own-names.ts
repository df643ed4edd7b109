import { has } from './cursor';
import type { CompiledLexicon } from '../grounding/compiled-lexicon';
import type { Chunk, Grounding } from '../grounding/link-words';
import { stem } from '../grounding/stem';

const saysName = (key: string, own: CompiledLexicon | undefined): boolean =>
  [key, stem(key)].some(said => own?.concepts.get(said)?.includes('name'));

/** A noun that is all of a field's name. */
const WHOLE = 0.8;

/** "customers whose name starts with Casa" where records keep their customer and no name: by name is how that field is kept. */
export function withOwnNames(chunks: readonly Chunk[], { lexicons: [own] }: Grounding): readonly Chunk[] {
  return chunks.map((chunk, at) => {
    if (chunk.quote !== undefined || chunk.fields.length + chunk.values.length > 0) return chunk;
    if (!saysName(chunk.key, own) || !has(chunks[at - 1], 'where')) return chunk;
    const noun = chunks[at - 2];
    const kept = noun?.fields.filter(({ field, score }) => field.type === 'text' && score >= WHOLE) ?? [];
    return kept.length === 1 && has(noun, 'noun') ? { ...chunk, roles: [], fields: kept } : chunk;
  });
}
