import { closesSaying } from '../saying';
import type { Chunk } from '../../grounding/link-words';

/** So surely is a field named by all of its name. */
const WHOLE = 0.97;

/** "above the customer's average basket", of an order's "Average basket": whose it is goes without saying where the name of a field follows. */
export const withOwnersOfFields = (chunks: readonly Chunk[]): readonly Chunk[] =>
  chunks.map((chunk, at) => {
    const names = closesSaying(chunk, 'genitive') && (chunks[at + 1]?.fields[0]?.score ?? 0) >= WHOLE;
    const plain = chunk.values.length === 0 && !chunk.date && chunk.quote === undefined;
    return names && plain && closesSaying(chunks[at - 1], 'article')
      ? { ...chunk, roles: ['filler'], fields: [] }
      : chunk;
  });
