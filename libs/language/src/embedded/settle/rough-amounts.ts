import { has, isFiller } from '../cursor';
import { saidTo, says } from '../saying';
import type { Chunk } from '../../grounding/link-words';

/** So far before a number the words begin that make it no exact one. */
const REACH = 5;

export const isRough = (chunk: Chunk): boolean =>
  says(chunk, 'roughly', 'orSo') ||
  (chunk.saying?.phrases.some(([sense]) => sense === 'roughly' || sense === 'orSo') ?? false);

/** "approx. 50", "in the region of 50", "autour de 50": what only makes a number less exact says nothing else of the records. */
export function withRoughAmounts(chunks: readonly Chunk[]): readonly Chunk[] {
  if (!chunks.some(isRough)) return chunks;
  const silent = new Set<number>();
  chunks.forEach((chunk, at) => {
    const from = chunk.number === undefined || chunk.quote !== undefined ? undefined : roughFrom(chunks, at);
    const said = from === undefined ? [] : chunks.slice(from, at);
    if (from !== undefined && !said.every(word => isFiller(word)) && !said.some(leadsElsewhere))
      said.forEach((_, i) => silent.add(from + i));
  });
  return silent.size === 0
    ? chunks
    : chunks.map((chunk, at) => (silent.has(at) ? { ...chunk, roles: ['filler'], fields: [], values: [] } : chunk));
}

/** Words that do more in their place than to make a number less exact: "by about 5", "to around 5". */
const leadsElsewhere = (chunk: Chunk): boolean =>
  !isFiller(chunk) && chunk.roles.length > 0 && !has(chunk, 'distance', 'stop', 'vague', 'vagueSmall');

/** Where the words before a number begin that make it less exact: "about the 500", "ca. 30". */
export function roughFrom(chunks: readonly Chunk[], at: number): number | undefined {
  for (let from = Math.max(0, at - REACH); from < at; from++) {
    const to = saidTo(chunks, from, 'roughly');
    if (to === undefined || to > at || chunks.slice(from, to).some((word, i) => isStored(word, from + i))) continue;
    if (chunks.slice(to, at).every(chunk => has(chunk, 'det', 'stop', 'be'))) return from;
  }
  return undefined;
}

/** "criticality C 10 to 20 errors": what records hold, or what is written large, makes no number less exact. */
const isStored = ({ values, text }: Chunk, at: number): boolean =>
  values.length > 0 || (at > 0 && /^\p{Lu}/u.test(text));

/** "50 or so", "50 people or so": the noun that is counted may stand between. */
export const isFollowedRoughly = (chunks: readonly Chunk[], at: number): boolean =>
  saidTo(chunks, at + 1, 'orSo') !== undefined ||
  (saidTo(chunks, at + 2, 'orSo') !== undefined && isCountedNoun(chunks[at + 1]));

const isCountedNoun = (chunk: Chunk | undefined): boolean => isFiller(chunk) || (chunk?.fields.length ?? 0) > 0;
