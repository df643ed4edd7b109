import { has } from '../cursor';
import { closesSaying, mentions, opensSaying, says } from '../saying';
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
  const opener = has(chunks[at - 1], 'det') && !leads(chunks[at - 1], 'toPlace') ? at - 2 : at - 1;
  const heads = leads(chunks[opener], 'headedTo') || opensSaying(chunks[to], 'headedTo') || isSentTo(chunks, opener);
  const there = heads ? links.filter(({ field }) => fieldSays(field, 'destination')) : [];
  if (there.length > 0) return there;
  const own = links.filter(({ field }) => !fieldSays(field, 'elsewhere'));
  return own.length > 0 ? own : links;
}

const leads = (chunk: Chunk | undefined, sense: 'headedTo' | 'toPlace'): boolean =>
  says(chunk, sense) || opensSaying(chunk, sense) || closesSaying(chunk, sense);

/** "orders to Spain", "pedidos enviados para Espanha"; the one in "marque VIP para Espanha" tells only who is meant. */
function isSentTo(chunks: readonly Chunk[], at: number): boolean {
  if (!leads(chunks[at], 'toPlace')) return false;
  const before = chunks[at - 1];
  const sent = mentions(chunks[at], 'sentOff') || mentions(before, 'sentOff');
  return sent || has(before, 'noun', 'ones', 'allTags') || closesSaying(before, 'theOnes');
}
