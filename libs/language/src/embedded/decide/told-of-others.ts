import { has, isBound, isSmall } from '../cursor';
import { opensSaying } from '../saying';
import { type Meaning, testsOf, type TestMeaning } from '../meaning/meaning';
import type { Understanding } from '../understanding';
import { fieldSays } from '../../grounding/fields/field-senses';
import type { Chunk } from '../../grounding/link-words';

/** So surely a word names the field that holds somebody. */
const NAMED = 0.85;

const holdsSomebody = (chunk: Chunk): boolean =>
  chunk.quote === undefined &&
  chunk.fields.some(({ field, score }) => field.type === 'text' && score >= NAMED && fieldSays(field, 'somebodyElse'));

const isTested = ({ start }: Chunk, tests: readonly TestMeaning[]): boolean =>
  tests.some(({ spans }) => spans.some(([from, to]) => from <= start && start < to));

/**
 * "whose manager is on leave", "with a technician who lives in Graz": what is told of somebody whose name is all that the
 * record holds, where a field of the record itself would be tested. Returned is who is spoken of.
 */
export function toldOfOther({ cut }: Understanding, meaning: Meaning | undefined): Chunk | undefined {
  const tests = meaning ? testsOf(meaning) : [];
  for (const chunks of cut.conditions) {
    const found = chunks.find((chunk, at) => {
      if (!holdsSomebody(chunk)) return false;
      const whose = isWhose(chunks, at);
      if (whose && isAway(chunks, at + 1)) return true;
      // "managers" are employees; "whose manager" is the one in the field, though others are called so.
      if (chunk.values.length > 0 && !whose) return false;
      const related = has(chunks[at + 1], 'where') && !has(chunks[at + 1], 'have', 'in');
      const tested = isTested(chunk, whose ? tests.filter(test => !isOfRecord(test)) : tests);
      if (!related && (tested || !(whose || opensClause(chunks, at)))) return false;
      const behind = chunks.slice(at + 1, clauseEnd(chunks, at));
      return behind.some(next => tests.some(test => isOfRecord(test) && isTested(next, [test])));
    });
    if (found) return found;
  }
  return undefined;
}

const isOfRecord = ({ field }: TestMeaning): boolean => !fieldSays(field, 'somebodyElse');

/** "whose operator | is on vacation": where somebody is, in small letters, and no name. */
const isAway = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at], 'be') &&
  has(chunks[at + 1], 'on', 'in') &&
  chunks[at + 1]?.quote === undefined &&
  isSmall(chunks[at + 2]);

/** "whose manager", "dont le responsable" */
function isWhose(chunks: readonly Chunk[], at: number): boolean {
  const before = has(chunks[at - 1], 'det') && !has(chunks[at - 1], 'where') ? at - 2 : at - 1;
  // "hvis" opens conditions as well.
  return opensSaying(chunks[before], 'whoseWord') && !(has(chunks[before], 'if') && !has(chunks[before - 1], 'noun'));
}

/** "whose manager", "if the manager", and what a sentence begins with. */
function opensClause(chunks: readonly Chunk[], at: number): boolean {
  const before = has(chunks[at - 1], 'det') && !has(chunks[at - 1], 'where') ? at - 2 : at - 1;
  return before < 0 || isBound(chunks[before]) || has(chunks[before], 'where', 'if', 'and');
}

function clauseEnd(chunks: readonly Chunk[], at: number): number {
  let end = at + 1;
  while (end < chunks.length && !isBound(chunks[end])) end++;
  return end;
}
