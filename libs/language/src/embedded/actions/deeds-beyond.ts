import { has, isBound, isField, isUnknown } from '../cursor';
import { says } from '../saying';
import type { Chunk, Grounding } from '../../grounding/link-words';
import { namesRecords } from '../../grounding/fields/own-words';

/** Words between a verb and whom or what it is done to. */
const NEAR = 3;

const isSmallWord = (chunk: Chunk | undefined): boolean =>
  chunk?.quote === undefined && has(chunk, 'det', 'allTags', 'them') && !isField(chunk);

/** Behind the articles that follow a verb. */
function objectBehind(chunks: readonly Chunk[], at: number): number {
  let next = at + 1;
  while (next < at + NEAR && isSmallWord(chunks[next]) && !has(chunks[next], 'noun')) next++;
  return next;
}

/** What says of a field how it is, so that the word before names it: "text the customer wrote contains x". */
const tells = (chunk: Chunk | undefined): boolean =>
  has(chunk, 'be', 'contains', 'startsWith', 'endsWith', 'eq', 'empty', 'matches');

/** "text the customer when …", "ring our borrowers": somebody is written to or called, which no action does. */
function reaches(chunks: readonly Chunk[], at: number): boolean {
  if (!says(chunks[at], 'reachesOut') || chunks[at]?.quote !== undefined || chunks[at]?.values.length) return false;
  const whom = objectBehind(chunks, at);
  const chunk = chunks[whom];
  const somebody =
    has(chunk, 'noun', 'people') || chunk?.fields.some(({ field, score }) => field.type === 'text' && score >= 0.6);
  const led = whom > at + 1 || has(chunk, 'people');
  return led && somebody === true && !tells(chunks[whom + 1]) && !isBound(chunk);
}

/** "order spare parts for …", "order a replacement for …": where records are no orders, the word is what somebody is to do. */
function buys(chunks: readonly Chunk[], at: number, { recordType }: Grounding): boolean {
  const verb = chunks[at];
  if (!has(verb, 'unsupported') || !has(verb, 'noun') || isField(verb) || namesRecords(recordType, verb?.key ?? ''))
    return false;
  const next = chunks[at + 1];
  if (!next || isBound(next) || next.quote !== undefined || next.glued) return false;
  return (
    isUnknown(next) || isSmallWord(next) || has(next, 'vague', 'vagueSmall', 'leftOver') || next.number !== undefined
  );
}

/** "turn off machines above 80 degrees": the records themselves, and no field of theirs. */
function switches(chunks: readonly Chunk[], at: number): boolean {
  const particle = chunks[at + 1];
  if (!has(chunks[at], 'setTo') || chunks[at]?.quote !== undefined || !says(particle, 'switchedOff', 'switchedOn'))
    return false;
  const what = objectBehind(chunks, at + 1);
  const noun = (chunks[what]?.values.length ?? 0) > 0 ? what + 1 : what;
  return has(chunks[noun], 'noun') && !isField(chunks[noun]) && !has(chunks[noun], 'tagNoun');
}

/** Deeds that no rule does, of which the verb alone tells nothing: what stands behind it shows what it is. */
export const asksForDeed = (chunks: readonly Chunk[], at: number, grounding: Grounding): boolean =>
  reaches(chunks, at) || buys(chunks, at, grounding) || switches(chunks, at);
