import { has, holdsData, isParticiple } from '../../cursor';
import type { Mention } from '../parse-state';
import type { Chunk } from '../../../grounding/link-words';

/**
 * "operator assigned", "opérateur affecté": that something was put into a field says that it is there. Where the words
 * for it end, if they do stand behind the field, or within what names it.
 */
export function putThere(chunks: readonly Chunk[], { at, to, links }: Mention, next: number): number | undefined {
  const [within, behind] = [chunks[to - 1], chunks[next]];
  if (to > at + 1 && within && has(within, 'filled') && isParticiple(within)) return next;
  const put = next === to && behind && isParticiple(behind) && has(behind, 'setTo', 'add') && !holdsData(behind);
  return put && links[0]?.field.type === 'text' ? next + 1 : undefined;
}
