import { has, isField } from '../cursor';
import { comparatorOf } from '../conditions/operands';
import { type Meaning, testsOf } from '../meaning/meaning';
import { mentions, says } from '../saying';
import { otherRecords } from './other-records';
import { worldTold } from './world-told';
import { shareOfRecords } from './shares-of-records';
import { toldOfOther } from './told-of-others';
import { changeTold } from '../told-changes';
import type { Understanding } from '../understanding';
import type { RecordType } from '@lib/rules';
import type { FieldLink } from '../../grounding/fields/field-index';
import type { Chunk, Grounding } from '../../grounding/link-words';
import { isDateField } from '../../grounding/fields/date-field';
import { namesRecords } from '../../grounding/fields/own-words';

/** The word that asks for more than one record can tell: an average, the most of all, a double, a distance, a count of others, a day of the week, what was before, a share of the records. */
export function beyondRecord(
  chunks: readonly Chunk[],
  understood: Understanding,
  grounding: Grounding,
): Chunk | undefined {
  const { recordType } = grounding;
  const { cut, question, meaning, unknown, strange, guessed } = understood;
  // "the highest … where …": which records is still a filter.
  const weekly = [...strange, ...unknown, ...guessed].find(isWeekly);
  if (weekly) return weekly;
  const told = changeTold(chunks) ?? shareOfRecords(chunks);
  if (told) return told;
  const lasting = chunks.find((_, at) => liesBetweenDays(chunks, at));
  const counted = chunks.find((_, at) => countsRecords(chunks, at, recordType));
  if (counted) return counted;
  if (lasting && daysOf(meaning).some(([from, to]) => from <= lasting.start && lasting.start < to)) return lasting;
  const other =
    toldOfOther(understood, meaning) ?? otherRecords(understood, recordType) ?? worldTold(understood, grounding);
  if (other) return other;
  if (question && meaning) return comparedWithOthers(chunks, unknown);
  const ranked = cut.conditions.find(said => said.some((_, at) => isMostOfGroup(said, at)))?.find(isDegree);
  if (ranked) return ranked;
  const most = meaning ? undefined : cut.conditions.flat().find(isRankedFirst);
  if (most) return most;
  return unknown.find(
    chunk => has(chunk, 'aggregate', 'duplicate', 'distance') || isHowOften(chunks, chunk) || isPerGroup(chunks, chunk),
  );
}

/** "borrowers with three or more items", of items: how many of the records belong to somebody no single one tells. */
function countsRecords(chunks: readonly Chunk[], at: number, recordType: RecordType): boolean {
  const amount = chunks[at];
  const many = has(amount, 'several') || (amount?.number !== undefined && !amount.number.unit && !amount.date);
  if (!many || amount?.quote !== undefined || amount?.glued) return false;
  const compared = comparatorOf(chunks[at - 1]) !== undefined || has(chunks[at - 1], 'have') || has(amount, 'several');
  let noun = at + 1;
  while (
    noun < at + NEAR &&
    (has(chunks[noun], 'orMore', 'orLess', 'expired') || (chunks[noun]?.values.length ?? 0) > 0)
  )
    noun++;
  const word = chunks[noun];
  const records = has(word, 'noun') && (word?.fields.length ?? 0) === 0 && namesRecords(recordType, word?.key ?? '');
  // "which orders have more than 10 orders": those who have them are others.
  const owner = chunks.slice(0, at).findLastIndex(chunk => has(chunk, 'have') && !has(chunk, 'be'));
  return compared && records && owner >= 0 && !chunks.slice(owner + 1, at).some(chunk => isField(chunk));
}

/** "put the tag Top on the ten largest orders": the most of all, where nothing else says which. */
const isRankedFirst = (chunk: Chunk): boolean =>
  has(chunk, 'aggregate', 'duplicate') && chunk.quote === undefined && chunk.values.length === 0 && !isField(chunk);

/** Where in the text days are told. */
const daysOf = (meaning: Meaning | undefined): readonly (readonly [number, number])[] =>
  meaning ? testsOf(meaning).flatMap(({ test, spans }) => (test.is === 'date' ? spans : [])) : [];

/** So far a verb of lasting stands from its time, and that from what it was for. */
const NEAR = 3;

/** "took more than five days to ship": how far two days of a record lie apart no test tells. */
function liesBetweenDays(chunks: readonly Chunk[], at: number): boolean {
  const chunk = chunks[at];
  if (!chunk?.duration || chunk.date) return false;
  const took = chunks.slice(Math.max(0, at - NEAR), at).some(before => mentions(before, 'tookTime'));
  return took && chunks.slice(at + 1, at + 1 + NEAR).some(({ fields }) => fields.some(isDay));
}

const isDay = ({ field, score }: FieldLink): boolean => isDateField(field) && score >= 0.6;

/** "on a Monday": on which day of the week a date lies is told by no test. */
const isWeekly = (chunk: Chunk): boolean => says(chunk, 'everyWeek') && !chunk.date && chunk.values.length === 0;

/** "more than the average of their department", "a rate above average": to know it takes other records. */
const comparedWithOthers = (chunks: readonly Chunk[], unknown: readonly Chunk[]): Chunk | undefined =>
  chunks.find(
    (chunk, at) =>
      has(chunk, 'aggregate') &&
      ((unknown.includes(chunk) && says(chunk, 'againstOthers')) ||
        [chunks[at - 1], chunks[at - 2]].some(
          before => /^[<>]=?$/.test(comparatorOf(before) ?? '') && !has(before, 'noun'),
        )),
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

const isDegree = (chunk: Chunk): boolean =>
  chunk.quote === undefined && (says(chunk, 'ranked') || has(chunk, 'older', 'newer')) && !has(chunk, 'gt', 'lt');

/** "the worst rated provider of each state", "la macchina più vecchia di ogni stabilimento": which of a group, only all of it tells. */
function isMostOfGroup(chunks: readonly Chunk[], at: number): boolean {
  const each = chunks[at + 1] && says(chunks[at], 'forEach', 'eachOf') && chunks[at]?.quote === undefined;
  const group = chunks[at + 1]?.fields.some(({ field, score }) => field.type === 'text' && score >= 0.75);
  return each === true && group === true && chunks.slice(0, at).some(isDegree);
}

/** "the biggest order per country": the most of a group, which only all of its records can tell. */
function isPerGroup(chunks: readonly Chunk[], chunk: Chunk): boolean {
  if (!has(chunk, 'vague', 'vagueSmall')) return false;
  const per = chunks.findIndex(next => has(next, 'dividedBy') && !has(next, 'gt'));
  const group = has(chunks[per + 1], 'det') ? chunks[per + 2] : chunks[per + 1];
  return per > 0 && (group?.fields.some(({ field, score }) => field.type === 'text' && score >= 0.6) ?? false);
}
