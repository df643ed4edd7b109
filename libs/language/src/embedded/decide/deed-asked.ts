import { has, isBound, isField, isStranger } from '../cursor';
import { says } from '../saying';
import type { Understanding } from '../understanding';
import type { Chunk } from '../../grounding/link-words';

/** What may stand before the verb of a request. */
const BEFORE = ['then', 'greeting', 'comma', 'filler', 'wish'] as const;

/** "Laat iedereen … zien": a verb that lets something be is half of one that asks to see it. */
const isAlone = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined &&
  isStranger(chunk) &&
  chunk.quote === undefined &&
  !chunk.guessed &&
  !chunk.typo &&
  !says(chunk, 'keeping');

const opensObject = (chunk: Chunk | undefined): boolean => has(chunk, 'det', 'allTags') && chunk?.quote === undefined;

/** "everyone in Porto", "all machines", "doctors rated under 3": which records it is for. */
const tellsWhom = (chunk: Chunk): boolean =>
  has(chunk, 'noun', 'ones', 'people') || chunk.values.length > 0 || isField(chunk);

/**
 * "lock all machines without …", "arrange a visit for …", "organiza una visita a …": a verb that nobody knows, with what it
 * is done to, where nothing else is ordered. Returned is the verb.
 */
export function deedAsked(chunks: readonly Chunk[], { cut, asks }: Understanding): Chunk | undefined {
  if (asks || cut.actions.length > 0) return undefined;
  const at = chunks.findIndex(chunk => !has(chunk, ...BEFORE));
  const verb = chunks[at];
  if (!verb) return undefined;
  const behind = chunks.slice(at + 1);
  if (!behind.some(tellsWhom) || behind.some(chunk => has(chunk, 'tagNoun'))) return undefined;
  if (isAlone(verb) && opensObject(chunks[at + 1]) && !isBound(chunks[at + 2])) return verb;
  const forWhom = has(chunks[at + 2], 'for') && has(chunks[at + 3], 'det', 'noun', 'ones', 'people');
  return (isAlone(verb) && isAlone(chunks[at + 1]) && forWhom) || raisesByShare(chunks, verb) ? verb : undefined;
}

/** "give everyone in Sales a 3 percent raise": a value is reckoned from the one there is. */
const raisesByShare = (chunks: readonly Chunk[], verb: Chunk): boolean =>
  says(verb, 'grants') &&
  chunks.some((chunk, at) => chunk.number?.unit?.base === '%' && has(chunks[at + 1], 'reckon', 'rose', 'fell'));
