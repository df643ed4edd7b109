import { fittingFields } from '../conditions/numbers/fitting-fields';
import { isBound } from '../cursor';
import type { Chunk, Grounding } from '../../grounding/link-words';
import type { NumberLiteral } from '../../grounding/words/numbers';

/** Words between a field and the amount said of it. */
const NEAR = 3;
/** Links so far below the best are not what makes a word ambiguous. */
const CLOSE = 0.1;

/**
 * Where a word may be several number fields, the amount beside it tells which: "30.000 horas de operação" are no percent of
 * uptime, "runtime over 200 hours" is not kept in degrees.
 */
export function withFieldsByAmounts(chunks: readonly Chunk[], grounding: Grounding): readonly Chunk[] {
  return chunks.map((chunk, at) => {
    const best = chunk.fields[0];
    const rivals = chunk.fields.filter(
      ({ field, score }) => field.type === 'number' && score >= (best?.score ?? 0) - CLOSE,
    );
    if (best?.field.type !== 'number' || rivals.length < 2) return chunk;
    const number = amountBeside(chunks, at);
    if (!number) return chunk;
    const kept = fittingFields(rivals, number, grounding);
    return kept.length === rivals.length
      ? chunk
      : { ...chunk, fields: chunk.fields.filter(link => !rivals.includes(link) || kept.includes(link)) };
  });
}

/** The nearest amount behind or before a field, with no other field and no end of a phrase between. */
function amountBeside(chunks: readonly Chunk[], at: number): NumberLiteral | undefined {
  if (chunks[at]?.number) return chunks[at].number;
  for (const step of [1, -1]) {
    for (let next = at + step; Math.abs(next - at) <= NEAR; next += step) {
      const chunk = chunks[next];
      if (!chunk || isBound(chunk)) break;
      if (chunk.number) return chunk.number;
      if (chunk.fields.length > 0 || chunk.values.length > 0) break;
    }
  }
  return undefined;
}
