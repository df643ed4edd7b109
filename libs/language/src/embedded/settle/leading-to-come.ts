import { mentions, saidTo } from '../saying';
import type { Chunk } from '../../grounding/link-words';

/** "is due to expire in May", "about to run out": what leads to a verb of what is to come says no more than the verb. */
export function withoutLeads(chunks: readonly Chunk[]): readonly Chunk[] {
  const idle = new Set<Chunk>();
  chunks.forEach((_, at) => {
    const to = saidTo(chunks, at, 'leadsToCome');
    const verb = to === undefined ? undefined : chunks[to];
    if (verb && mentions(verb, 'toCome') && verb.quote === undefined)
      for (const chunk of chunks.slice(at, to)) idle.add(chunk);
  });
  return idle.size === 0
    ? chunks
    : chunks.map(chunk => (idle.has(chunk) ? { ...chunk, roles: ['filler'], fields: [], values: [] } : chunk));
}
