import type { Field } from '@lib/rules';
import { has, isBound } from '../../cursor';
import { closesSaying, mentions, opensSaying, says } from '../../saying';
import type { Chunk } from '../../../grounding/link-words';
import { fieldSays } from '../../../grounding/fields/field-senses';
import type { Sense } from '../../../grounding/senses';
import type { ValueLink } from '../../../grounding/values/value-index';

/** What may be said of a place besides that something is there: "born in", "licensed in", "mailed to", "billed in". */
const KINDS: readonly Sense[] = ['origin', 'licensed', 'mailed', 'billed'];
const FAR = 3;

/** The word beside a place that says what kind of place it is, as the name of this field does: "born | in Rome" of a birthplace. */
export function kindSaidAt(chunks: readonly Chunk[], at: number, to: number, field: Field): number | undefined {
  const kinds = KINDS.filter(kind => fieldSays(field, kind));
  if (kinds.length === 0) return undefined;
  for (let i = at - 1; i >= Math.max(0, at - FAR); i--) {
    const chunk = chunks[i];
    if (mentions(chunk, ...kinds)) return i;
    if (!chunk || isBound(chunk) || has(chunk, 'noun', 'where', 'and', 'or')) break;
  }
  // "die in Rom geboren sind", "in Rom geborene Leute"
  const after = chunks[to + 1];
  const closes = after === undefined || isBound(after) || has(after, 'be', 'noun', 'people');
  return closes && mentions(chunks[to], ...kinds) ? to : undefined;
}

/**
 * Of several fields that hold a value, those that are meant where none of them is named: "orders to Spain" go there, whoever
 * pays them, and "providers in Texas" are there, wherever their licence is from and whatever address takes their letters,
 * unless a word beside the place says that very thing. "people from Rome" may as well be those who were born there.
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
  const named = links.filter(({ field }) => kindSaidAt(chunks, at, to, field) !== undefined);
  if (named.length > 0) return named;
  const from = isOrigin(chunks, at, to);
  const own = links.filter(({ field }) => !fieldSays(field, 'elsewhere') || (from && fieldSays(field, 'origin')));
  return own.length > 0 ? own : links;
}

/** "from Rome", "originally from Rome": where somebody comes from. */
export const isOrigin = (chunks: readonly Chunk[], at: number, to: number): boolean =>
  closesSaying(chunks[at - 1], 'comesFrom') || opensSaying(chunks[to], 'comesFrom');

const leads = (chunk: Chunk | undefined, sense: 'headedTo' | 'toPlace'): boolean =>
  says(chunk, sense) || opensSaying(chunk, sense) || closesSaying(chunk, sense);

/** "orders to Spain", "pedidos enviados para Espanha"; the one in "marque VIP para Espanha" tells only who is meant. */
function isSentTo(chunks: readonly Chunk[], at: number): boolean {
  if (!leads(chunks[at], 'toPlace')) return false;
  const before = chunks[at - 1];
  const sent = mentions(chunks[at], 'sentOff') || mentions(before, 'sentOff');
  return sent || has(before, 'noun', 'ones', 'allTags') || closesSaying(before, 'theOnes');
}
