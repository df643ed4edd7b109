import { has } from '../../cursor';
import type { Chunk } from '../../../grounding/link-words';

/** "outside Berlin", "outside the US": a place, and no bound of numbers. */
export function isOutsidePlace(chunks: readonly Chunk[], at: number): boolean {
  const place = has(chunks[at], 'outside') ? chunks[has(chunks[at + 1], 'det', 'of') ? at + 2 : at + 1] : undefined;
  return place !== undefined && place.values.length > 0 && !place.number;
}
