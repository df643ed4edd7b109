import { has, isValueOf } from '../../cursor';
import { type Mention } from '../parse-state';
import { deniesValue } from '../copula';
import type { Chunk } from '../../../grounding/link-words';

/** "speak no English", "speak neither Spanish nor Mandarin": behind its field a value of it is denied, or each of a list. */
export function deniesOwnValue(chunks: readonly Chunk[], { links }: Mention, at: number): boolean {
  if (!deniesValue(chunks, at) && !has(chunks[at], 'neither')) return false;
  return isValueOf(chunks[at + 1], links);
}
