import { has } from '../cursor';
import type { Role } from '../../grounding/lexicon';
import type { Chunk, Grounding } from '../../grounding/link-words';

const COMPARING: readonly Role[] = ['gt', 'lt', 'gte', 'lte'];

/** "tuition left over 500": before an amount the last word of what says that something is left compares. */
export function withLeftBeforeAmount(chunks: readonly Chunk[], grounding: Grounding): readonly Chunk[] {
  return chunks.flatMap((chunk, at) =>
    has(chunk, 'leftOver') && chunk.quote === undefined && chunks[at + 1]?.number ? parted(chunk, grounding) : [chunk],
  );
}

function parted(chunk: Chunk, { lexicons }: Grounding): readonly Chunk[] {
  const words = /^(.*\S)(\s+)(\S+)$/.exec(chunk.text);
  const [, first = '', space = '', last = ''] = words ?? [];
  const rolesOf = (text: string): readonly Role[] => lexicons[0]?.roles.get(text.toLowerCase()) ?? [];
  const left = rolesOf(first);
  const compares = rolesOf(last);
  if (!left.includes('leftOver') || !compares.some(role => COMPARING.includes(role))) return [chunk];
  const cut = chunk.start + first.length;
  return [
    { ...chunk, text: first, key: first.toLowerCase(), roles: left, end: cut },
    {
      ...chunk,
      text: last,
      key: last.toLowerCase(),
      roles: compares,
      start: cut + space.length,
      fields: [],
      values: [],
    },
  ];
}
