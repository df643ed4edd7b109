import { has } from '../cursor';
import type { Chunk, Grounding } from '../../grounding/link-words';
import type { Role } from '../../grounding/lexicon';

/**
 * "registered on | or | after 1 July", where a field is called "Registered on": its last word belongs to what follows as
 * well, so that the day itself is meant with the others.
 */
export function withInclusiveDays(chunks: readonly Chunk[], { lexicons }: Grounding): readonly Chunk[] {
  const played = lexicons[0]?.roles;
  if (!played) return chunks;
  const settled: Chunk[] = [];
  for (let at = 0; at < chunks.length; at++) {
    const chunk = chunks[at] as Chunk;
    const last = alternativeTo(chunks, at);
    const roles = last === undefined ? undefined : inclusive(chunks.slice(at - 1, last + 1), played);
    if (last === undefined || roles === undefined) settled.push(chunk);
    else {
      settled.push({ ...(chunks[last] as Chunk), start: chunk.start, roles });
      at = last;
    }
  }
  return settled;
}

/** Where "or after", "or before" ends that begins here, between a field and a day. */
function alternativeTo(chunks: readonly Chunk[], at: number): number | undefined {
  if ((chunks[at - 1]?.fields.length ?? 0) === 0) return undefined;
  const last = has(chunks[at], 'or') ? at + 1 : at;
  const leads = last > at ? has(chunks[last], 'before', 'after') : has(chunks[at], 'orMore', 'orLess');
  return leads && chunks[last + 1]?.date !== undefined ? last : undefined;
}

/** What the last word of the field says together with the words behind it. */
function inclusive(
  [field, ...words]: readonly Chunk[],
  played: ReadonlyMap<string, readonly Role[]>,
): readonly Role[] | undefined {
  const [first, ...others] = field?.key.split(' ').reverse() ?? [];
  return others.length === 0 ? undefined : played.get([first, ...words.map(({ key }) => key)].join(' '));
}
