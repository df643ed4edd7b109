import { has } from './cursor';
import { comparatorOf } from './conditions/operands';
import { says } from './saying';
import type { Understanding } from './understanding';
import type { Chunk } from '../grounding/link-words';

/** The word that asks for more than one record can tell: an average, the most of all, a double, a distance, a count of others, a day of the week. */
export function beyondRecord(
  chunks: readonly Chunk[],
  { question, meaning, unknown, strange }: Understanding,
): Chunk | undefined {
  // "the highest … where …": which records is still a filter.
  const weekly = [...strange, ...unknown].find(isWeekly);
  if (weekly) return weekly;
  if (question && meaning) return comparedWithOthers(chunks);
  return unknown.find(
    chunk => has(chunk, 'aggregate', 'duplicate', 'distance') || isHowOften(chunks, chunk) || isPerGroup(chunks, chunk),
  );
}

/** "on a Monday": on which day of the week a date lies is told by no test. */
const isWeekly = (chunk: Chunk): boolean => says(chunk, 'everyWeek') && !chunk.date && chunk.values.length === 0;

/** "more than the average of their department": to know it takes other records. */
const comparedWithOthers = (chunks: readonly Chunk[]): Chunk | undefined =>
  chunks.find(
    (chunk, at) =>
      has(chunk, 'aggregate') &&
      [chunks[at - 1], chunks[at - 2]].some(
        before => /^[<>]=?$/.test(comparatorOf(before) ?? '') && !has(before, 'noun'),
      ),
  );

/** "ordered more than three times": how often is a count of other records, where no field has it. */
function isHowOften(chunks: readonly Chunk[], chunk: Chunk): boolean {
  const next = chunks[chunks.indexOf(chunk) + 1];
  return (
    chunk.number !== undefined &&
    chunk.values.length === 0 &&
    (chunk.number.unit?.base === 'x' || has(next, 'times') || has(chunk, 'double', 'triple'))
  );
}

/** "the biggest order per country": the most of a group, which only all of its records can tell. */
function isPerGroup(chunks: readonly Chunk[], chunk: Chunk): boolean {
  if (!has(chunk, 'vague', 'vagueSmall')) return false;
  const per = chunks.findIndex(next => has(next, 'dividedBy') && !has(next, 'gt'));
  const group = has(chunks[per + 1], 'det') ? chunks[per + 2] : chunks[per + 1];
  return per > 0 && (group?.fields.some(({ field, score }) => field.type === 'text' && score >= 0.6) ?? false);
}
