import { has, isBound } from '../cursor';
import { closesSaying, mentions, opensSaying } from '../saying';
import type { Chunk, Grounding } from '../../grounding/link-words';
import type { Sense } from '../../grounding/senses';

/** What was done by what: the concept of the field that holds the means, and what says the deed. */
const DEEDS: readonly (readonly [means: string, deed: Sense])[] = [
  ['carrier', 'sentOff'],
  ['paymethod', 'paidWord'],
];

/** So far behind the deed its day may stand. */
const NEAR = 4;

/**
 * "met DPD of UPS verstuurd", "spediti da DHL", "mit PayPal bezahlt": a deed beside what it is done by says that it is done
 * so, and no state that records are in. Where its day is told, the deed still names that day.
 */
export function withMeansOfDeeds(chunks: readonly Chunk[], grounding: Grounding): readonly Chunk[] {
  return chunks.map((chunk, at) => {
    if (chunk.quote !== undefined || chunk.values.length === 0) return chunk;
    if (!chunk.values.every(({ via }) => via === 'word')) return chunk;
    const done = DEEDS.some(([means, deed]) => mentions(chunk, deed) && isDoneByMeans(chunks, at, means, grounding));
    if (!done) return chunk;
    return hasDay(chunks, at) ? { ...chunk, values: [] } : { ...chunk, roles: ['filler'], values: [], fields: [] };
  });
}

/** Whether what something was done by stands right behind or before the deed; `concept` is that of the field that holds it. */
export const isDoneByMeans = (chunks: readonly Chunk[], at: number, concept: string, grounding: Grounding): boolean =>
  isMeans(chunks, behind(chunks, at), concept, grounding) || isDoneBy(chunks, at, concept, grounding);

const isMeans = (chunks: readonly Chunk[], at: number | undefined, concept: string, { fields }: Grounding): boolean =>
  at !== undefined &&
  chunks[at]?.values.some(
    ({ field, via }) =>
      (via !== 'word' || opensSaying(chunks[at], 'byMeans')) &&
      fields.ofConcept(concept).some(link => link.field === field),
  ) === true;

const leadsToMeans = (chunk: Chunk | undefined): boolean =>
  closesSaying(chunk, 'byMeans') && chunk?.quote === undefined;

/** "spediti | da DHL": where what it is done by stands behind the deed. */
function behind(chunks: readonly Chunk[], at: number): number | undefined {
  // "paid by" may be one piece, and so may "by invoice".
  if (leadsToMeans(chunks[at]) && / /.test(chunks[at]?.key ?? '')) return at + 1;
  if (opensSaying(chunks[at + 1], 'byMeans') && (chunks[at + 1]?.values.length ?? 0) > 0) return at + 1;
  if (!leadsToMeans(chunks[at + 1])) return undefined;
  return has(chunks[at + 2], 'det') && chunks[at + 2]?.values.length === 0 ? at + 3 : at + 2;
}

/** "met DPD, GLS of UPS | verstuurd": the means may be several, and what leads to them stands before. */
function isDoneBy(chunks: readonly Chunk[], at: number, concept: string, grounding: Grounding): boolean {
  let last = at - 1;
  while (last > at - 3 && has(chunks[last], 'be') && chunks[last]?.values.length === 0) last--;
  while (isMeans(chunks, last, concept, grounding)) {
    const before = chunks[last - 1];
    if (leadsToMeans(before) || opensSaying(chunks[last], 'byMeans')) return true;
    if (has(before, 'det') && leadsToMeans(chunks[last - 2])) return true;
    if (!has(before, 'or', 'and', 'comma')) return false;
    last -= 2;
  }
  return false;
}

const hasDay = (chunks: readonly Chunk[], at: number): boolean => {
  for (let next = at + 1; next <= at + NEAR && !isBound(chunks[next]); next++)
    if (chunks[next]?.date ?? chunks[next]?.duration) return true;
  return chunks
    .slice(Math.max(0, at - NEAR), at)
    .some(chunk => chunk.date !== undefined || chunk.duration !== undefined);
};
