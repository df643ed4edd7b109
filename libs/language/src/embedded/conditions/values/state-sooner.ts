import type { Field } from '@lib/rules';
import { isState } from './values-rather';
import { isDateField } from '../../../grounding/fields/date-field';
import { has } from '../../cursor';
import type { FieldLink } from '../../../grounding/fields/field-index';
import { wordsOf } from '../../../grounding/words/fold';
import type { Chunk } from '../../../grounding/link-words';

/** So well a field is named that a word for one of its neighbours' values is no better reading. */
const CALLED = 0.8;

/** "ubetalte hvor fristen …", "impagados, …", "offene Bestellungen": a state that a clause goes on behind, and no name of the day nor what follows of it. */
export const isSooner = (next: Chunk | undefined, { fields: [named], values, opposite }: Chunk): boolean =>
  (opposite === true && values.some(({ via, score }) => via === 'word' && score >= 0.85)) ||
  (has(next, 'where', 'comma', 'if') &&
    (named?.score ?? 1) < CALLED &&
    values.some(({ field, score, via }) => via === 'word' && score > (named?.score ?? 1) && field !== named?.field));

/** "deliverd": misspelt, a word is what it is nearest to. */
export const isNearerValue = ({ typo, values }: Chunk, named: FieldLink | undefined): boolean =>
  typo === true && values.some(({ score }) => score > (named?.score ?? 0));

/**
 * "not yet delivered" beside a "Delivery date" where records hold the state "Delivered": the day may be a planned one, so the
 * state tells. A "Ship date" or "Shipped on" is called by the deed itself, and tells whether it was done.
 */
export const isHeldAsState = ({ values }: Chunk, day: Field): boolean =>
  values.some(
    ({ field, stored, via }) =>
      field.type === 'text' &&
      via !== 'part' &&
      via !== 'typo' &&
      !wordsOf(day.label).some(word => word.length > 3 && wordsOf(stored[0] ?? '').some(held => held.startsWith(word))),
  );

/** "who have left" beside a "Leaving date", where records hold the state "Left": the day may be known long before. */
export const stateReached = (
  chunk: Chunk | undefined,
  [named]: readonly FieldLink[],
): Chunk['values'][number] | undefined =>
  chunk && (!named || (isDateField(named.field) && isHeldAsState(chunk, named.field)))
    ? chunk.values.find(
        link =>
          link.via === undefined &&
          (named ? isState(link, chunk, [named]) : link.stored[0]?.toLowerCase() === chunk.key),
      )
    : undefined;
