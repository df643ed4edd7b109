import { has } from '../cursor';
import type { Chunk } from '../../grounding/link-words';

const JOINTS = ['and', 'or', 'comma', 'slash', 'nor', 'pipe', 'amp'] as const;

/** Goes over a connective to the next element of a list. */
export function nextElement(chunks: readonly Chunk[], at: number): number | undefined {
  if (!has(chunks[at], ...JOINTS)) return undefined;
  let next = at + 1;
  while (
    next < at + 5 &&
    (has(chunks[next], 'and', 'or', 'nor') ||
      (has(chunks[next], 'det', 'in', 'filler', 'either', 'of') && (chunks[next]?.values.length ?? 0) === 0))
  )
    next++;
  return chunks[next] ? next : undefined;
}
