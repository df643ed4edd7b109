import type { Sense } from '../grounding/senses';
import type { Chunk } from '../grounding/link-words';

function isAny(said: readonly Sense[] | undefined, senses: readonly Sense[]): boolean {
  if (said === undefined) return false;
  for (let i = 0; i < said.length; i++) if (senses.includes(said[i] as Sense)) return true;
  return false;
}

/** Whether a chunk as a whole says one of these; quotes say nothing. */
export const says = (chunk: Chunk | undefined, ...senses: readonly Sense[]): boolean =>
  isAny(chunk?.saying?.whole, senses);

/** Whether the words it begins with say one of these: "so that's", "turned". */
export const opensSaying = (chunk: Chunk | undefined, ...senses: readonly Sense[]): boolean =>
  isAny(chunk?.saying?.opening, senses);

/** Whether the words it ends with do: "its maximum", "was going with". */
export const closesSaying = (chunk: Chunk | undefined, ...senses: readonly Sense[]): boolean =>
  isAny(chunk?.saying?.closing, senses);

/** Whether any of its words does. */
export const mentions = (chunk: Chunk | undefined, ...senses: readonly Sense[]): boolean =>
  isAny(chunk?.saying?.words, senses) || says(chunk, ...senses);

/** Where the longest phrase ends that begins here and says this, whatever chunks it was cut into. */
export function saidTo(chunks: readonly Chunk[], at: number, sense: Sense): number | undefined {
  const saying = chunks[at]?.saying;
  if (!saying) return undefined;
  for (let i = saying.phrases.length - 1; i >= 0; i--) {
    const [said, end = 0] = saying.phrases[i] ?? [];
    if (said !== sense) continue;
    for (let to = at + 1; to < chunks.length && (chunks[to]?.end ?? Infinity) <= end; to++)
      if (chunks[to]?.end === end) return to + 1;
  }
  return saying.whole.includes(sense) ? at + 1 : undefined;
}
