import { has, isBound, isField } from '../cursor';
import { comparatorOf } from './operands';
import { says } from '../saying';
import type { Chunk } from '../../grounding/link-words';
import type { ValueLink } from '../../grounding/values/value-index';

const CLOSED = [
  'and',
  'or',
  'not',
  'gt',
  'lt',
  'gte',
  'lte',
  'comma',
  'if',
  'as',
  'unless',
  'except',
  'either',
] as const;
const LOOSE = [
  'be',
  'det',
  'in',
  'of',
  'for',
  'where',
  'to',
  'no',
  'without',
  'have',
  'filler',
  'ask',
  'dash',
  'tag',
  'noun',
  'any',
  'then',
] as const;

/** "running firmware 1.0.2", "running for over 10k hours": a verb that leads to what is said of a field. */
export function isLeading(chunks: readonly Chunk[], at: number): boolean {
  const [chunk, next] = [chunks[at], chunks[at + 1]];
  if (!has(chunk, 'in') || !says(chunk, 'gerund') || chunk?.quote !== undefined) return false;
  return (
    (isField(next) && !has(next, 'noun') && (next?.values.length ?? 0) === 0) ||
    (has(next, 'for') && !isBound(chunks[at + 2])) ||
    // "running hotter than 85 degrees", "running above 85 °C"
    next?.dimensioned !== undefined ||
    (comparatorOf(next) !== undefined && chunks[at + 2]?.number?.unit !== undefined)
  );
}

/** Whether a word that some record holds is meant as a word of the grammar here. */
export function isGrammar(chunk: Chunk, link: ValueLink): boolean {
  if (chunk.quote !== undefined || chunk.roles.length === 0) return false;
  const capital = /\p{Lu}/u.test(chunk.text);
  if (has(chunk, ...CLOSED)) return !(capital && link.via === undefined && chunk.text === link.stored[0]);
  if (!has(chunk, ...LOOSE)) return false;
  if (capital && link.via !== 'part') return false;
  // "les stagiaires": a noun for some of them, of which the records hold the very word in English.
  if (link.via === 'word' && chunk.key.length > 4 && chunk.roles.every(role => role === 'noun')) return false;
  if (link.via === 'stem' && chunk.roles.every(role => role === 'noun') && says(chunk, 'several'))
    return !isKindOf(chunk, link);
  return (
    chunk.key.length < 5 || (link.via !== undefined && link.via !== 'stem') || has(chunk, 'have', 'where', 'be', 'det')
  );
}

/** "vans" where records hold Van; "deliveries" are no more than records, though some of them are Delivered. */
const isKindOf = ({ key }: Chunk, { stored: [text = ''] }: ValueLink): boolean =>
  key.length > 3 && !(/ed$/.test(text) && !/ed$/.test(key));
