import { has } from '../cursor';
import { closesSaying, opensSaying, says } from '../saying';
import type { Chunk } from '../../grounding/link-words';
import { fieldSays } from '../../grounding/field-senses';
import type { ValueLink } from '../../grounding/value-index';

/**
 * Of several fields that hold a value, those that are meant where none of them is named: "orders to Spain" go there, whoever
 * pays them, and "providers in Texas" are there, wherever their licence is from and whatever address takes their letters.
 */
export function placesMeant(
  chunks: readonly Chunk[],
  at: number,
  to: number,
  links: readonly ValueLink[],
): readonly ValueLink[] {
  if (links.length < 2) return links;
  const before = chunks[has(chunks[at - 1], 'det') ? at - 2 : at - 1];
  const heads =
    says(before, 'headedTo') ||
    opensSaying(before, 'headedTo') ||
    closesSaying(before, 'headedTo') ||
    opensSaying(chunks[to], 'headedTo');
  const there = heads ? links.filter(({ field }) => fieldSays(field, 'destination')) : [];
  if (there.length > 0) return there;
  const own = links.filter(({ field }) => !fieldSays(field, 'elsewhere'));
  return own.length > 0 ? own : links;
}
