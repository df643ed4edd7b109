import type { FieldLink } from '../../../grounding/fields/field-index';
import type { Chunk } from '../../../grounding/link-words';
import { isDateField } from '../../../grounding/fields/date-field';

/** What names no more than a part of a field. */
const PARTLY = 0.8;

/** "out of network": the very value, whose words only touch on the name of its field. */
export const isVeryValue = ({ values }: Chunk, { links: [named] }: { readonly links: readonly FieldLink[] }): boolean =>
  named !== undefined &&
  named.score < 0.9 &&
  values.some(link => link.via === undefined && link.score >= 1 && link.field === named.field);

/** "terminated contracts", where records hold the state "Terminated": what they are, rather than the day it happened. */
export const isState = (link: Chunk['values'][number], { key }: Chunk, links: readonly FieldLink[]): boolean =>
  link.stored[0]?.toLowerCase() === key &&
  links[0] !== undefined &&
  isDateField(links[0].field) &&
  links[0].score < 0.97;

/** "assets in use where …" beside a "Disk usage": words that are a value as they stand, and of a name but a part. */
export const isHeldWhole = (link: Chunk['values'][number], { key, fields }: Chunk): boolean =>
  /\s/.test(key) && link.stored[0]?.toLowerCase() === key && (fields[0]?.score ?? 0) < PARTLY;

/**
 * "active employees" of an "Employee status" that holds "Active", beside a yes/no field "Badge active": the word is all of
 * a stored value, and of the name but what is said of something that nobody spoke of.
 */
export const isValueOfOther = ({ values }: Chunk, [named]: readonly FieldLink[]): boolean =>
  named !== undefined &&
  named.field.type === 'boolean' &&
  values.some(
    ({ field, via, score }) =>
      field !== named.field &&
      field.type === 'text' &&
      score >= SURELY &&
      via !== 'part' &&
      via !== 'typo' &&
      named.score < (via === undefined ? MOSTLY : PARTLY),
  );

/** A name of which the words say nearly all: "approved" may be akin to the whole of "Board certified". */
const MOSTLY = 0.9;

/** What surely is a value: written as it stands, or by the word for it. */
const SURELY = 0.85;
