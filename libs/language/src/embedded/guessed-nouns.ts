import { has } from './cursor';
import type { Chunk, Grounding } from '../grounding/link-words';

/** "som är avställda" is no slip of "anställda": what is said of records with a verb of being is never the noun for them. */
export function withoutGuessedNouns(chunks: readonly Chunk[], { lexicons }: Grounding): readonly Chunk[] {
  const roles = lexicons[0]?.roles;
  const isBeing = (chunk: Chunk | undefined): boolean =>
    has(chunk, 'be') || (roles?.get(chunk?.key.split(' ').at(-1) ?? '')?.includes('be') ?? false);
  return chunks.map((chunk, at) =>
    chunk.typo &&
    has(chunk, 'noun', 'people') &&
    chunk.fields.length + chunk.values.length === 0 &&
    isBeing(chunks[at - 1])
      ? { ...chunk, roles: [] }
      : chunk,
  );
}
