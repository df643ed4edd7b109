import type { Field } from '@lib/rules';
import { liesAhead } from './date-tests';
import { dateFields, ownDate, type ParseState } from '../parse-state';
import { fieldSays } from '../../../grounding/fields/field-senses';
import { wordsOf } from '../../../grounding/words/fold';
import { namesRecords } from '../../../grounding/fields/own-words';

/** "samples older than 18 months", where only the age of donors is kept: how old samples are, the day they are from tells. */
export function isAgeOfOther(state: ParseState, at: number, age: Field | undefined): boolean {
  const { recordType } = state.grounding;
  const noun = state.chunks[at - 1];
  if (!age || !noun || !namesRecords(recordType, noun.key)) return false;
  const begun = dateFields(state).filter(field => !liesAhead(field) && !fieldSays(field, 'passed'));
  if (begun.length !== 1 && !ownDate(state)) return false;
  return wordsOf(age.label).filter(word => !namesRecords(recordType, word)).length > 1;
}
