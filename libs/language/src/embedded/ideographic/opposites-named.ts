import { isField } from '../cursor';
import { isName, isParticle } from './pieces';
import type { Chunk } from '../../grounding/link-words';

/** The yes/no field that a word names best. */
const stateOf = (chunk: Chunk | undefined): string | undefined => {
  const field = chunk?.quote === undefined && isField(chunk) ? chunk?.fields[0]?.field : undefined;
  return field?.type === 'boolean' && !isName(chunk) ? field.name : undefined;
};

/** "ネットワークに未接続": a noun that names the same yes/no field says nothing beside the word that says its opposite. */
export function oppositesNamed(chunks: readonly Chunk[]): readonly Chunk[] {
  const said = new Set<number>();
  chunks.forEach((chunk, at) => {
    if (chunk.opposite !== true) return;
    const particle = isParticle(chunks[at - 1]) ? 1 : 0;
    const noun = at - 1 - particle;
    if (chunks[noun]?.opposite === true || stateOf(chunks[noun]) === undefined) return;
    if (stateOf(chunks[noun]) !== stateOf(chunk)) return;
    said.add(noun);
    if (particle > 0) said.add(at - 1);
  });
  return said.size === 0 ? chunks : chunks.filter((_, at) => !said.has(at));
}
