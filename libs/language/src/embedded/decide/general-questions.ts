import { comparatorOf } from '../conditions/operands';
import { has, isField, isFiller, isStranger } from '../cursor';
import { saidTo, says } from '../saying';
import { type Meaning, testsOf } from '../meaning/meaning';
import type { Chunk } from '../../grounding/link-words';

/** So far behind a greeting or the like the question may open. */
const NEAR = 3;
/** So well a field is named that the question is about it. */
const LINKED = 0.6;

/**
 * "who invented the laser?", "what is a lathe?", "how do I repair a press?": a question about the world, though it names
 * what some record holds. One that goes on about the records, or compares with an amount or a day, is none.
 */
export function asksInGeneral(chunks: readonly Chunk[], meaning: Meaning | undefined): boolean {
  let at = 0;
  while (at < NEAR && has(chunks[at], 'then', 'greeting', 'comma', 'stop') && !has(chunks[at], 'ask')) at++;
  if (asksForSum(chunks, at) || asksWhether(chunks, at)) return true;
  if (saidTo(chunks, at, 'generalQuestion') === undefined) return false;
  const tells = chunks.some(
    chunk =>
      (has(chunk, 'noun', 'tagNoun', 'ones', 'where') && !isGrammar(chunk)) ||
      chunk.number !== undefined ||
      chunk.date !== undefined ||
      chunk.duration !== undefined ||
      comparatorOf(chunk) !== undefined,
  );
  if (tells || meaning === undefined) return !tells;
  // "where is the country Sweden?", "where is the e-mail empty?": said of a field that is named.
  const named = chunks.some(chunk => isField(chunk) && chunk.values.length === 0 && !has(chunk, 'does'));
  return !named && testsOf(meaning).every(({ test }) => test.is === 'oneOf' || test.is === 'has');
}

/** "is chocolate bad for dogs", "did Austria win yesterday": whether something is so that no record has. */
function asksWhether(chunks: readonly Chunk[], at: number): boolean {
  const [subject, told] = [chunks[at + 1], chunks[at + 2]];
  if (!says(chunks[at], 'opensWhether') || !subject || !told) return false;
  const unheard = isStranger(subject) || says(subject, 'itWord') || (subject.values.length > 0 && isStranger(told));
  return (
    unheard && !chunks.slice(at + 1).some(chunk => has(chunk, 'noun', 'ones', 'tagNoun', 'where') || isNamed(chunk))
  );
}

/** "does it have a carrier?": the name of a field, said as such. */
const isNamed = (chunk: Chunk): boolean => (chunk.fields[0]?.score ?? 0) >= NAMED && !has(chunk, 'does');

const NAMED = 0.9;

/** What leads to a place or a thing opens clauses elsewhere. */
const isGrammar = (chunk: Chunk): boolean => isFiller(chunk) && has(chunk, 'in', 'of', 'with', 'filler', 'if');

/** "how much is 20 dollars in euro", "what is 15 % of 3000": a sum, where nothing that records hold is named. */
function asksForSum(chunks: readonly Chunk[], at: number): boolean {
  const number = saidTo(chunks, at, 'sumAsked');
  return (
    number !== undefined &&
    chunks[number]?.number !== undefined &&
    chunks
      .slice(number)
      .every(
        chunk =>
          (chunk.fields[0]?.score ?? 0) < LINKED &&
          chunk.values.length === 0 &&
          !has(chunk, 'noun', 'tagNoun', 'orMore', 'orLess') &&
          comparatorOf(chunk) === undefined,
      )
  );
}
