import type { JsonValue } from '../model/json';
import type { Field } from '../model/record-type';
import { fieldWordsOf } from './field-words';
import type { Saying } from './saying';
import { token, type Token } from './token';

/** Dates and moments as reading writes them. */
export const ISO_DAY = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?$/;

const YEARS = /year|jahr|année|año|anno|ano|jaar|\bår|年/i;

/** A single capitalised word of a script that has capitals. */
const CAPITALISED = /^\p{Lu}[\p{LC}\p{M}]+$/u;

/** Whether a text needs no quotes: a single capitalised word, unless the language or a field has other uses for it. */
export function isBareWord({ lexicon, recordType }: Saying, text: string): boolean {
  return (
    CAPITALISED.test(text) &&
    !lexicon.reserved.has(text.toLowerCase()) &&
    !fieldWordsOf(recordType, lexicon).paths.has(text)
  );
}

/** A value as a person would write it next to a field; with the field's unit where it is a number. */
export function sayValue(saying: Saying, value: JsonValue, at: string, field?: Field): readonly Token[] {
  const { lexicon } = saying;
  if (value === null) return [token('value', lexicon.null, at)];
  if (typeof value === 'boolean') return [token('value', value ? lexicon.true : lexicon.false, at)];
  if (typeof value === 'number') return sayNumber(saying, value, at, field);
  if (typeof value === 'string') return [token('value', textWords(saying, value, field), at)];
  return [token('value', JSON.stringify(value), at)];
}

function sayNumber({ lexicon }: Saying, value: number, at: string, field: Field | undefined): readonly Token[] {
  // 2,024 would be no year.
  const isYear = Number.isInteger(value) && field && YEARS.test(field.label);
  const words = isYear ? String(value) : lexicon.number(value);
  const spoken = token('value', words, at);
  return field?.unit ? [spoken, token('text', ' '), token('unit', field.unit, at)] : [spoken];
}

/** Single words and dates stand bare, everything else in quotes: a comma or an "and" in a value must not split it. */
function textWords(saying: Saying, text: string, field: Field | undefined): string {
  const isDate = field?.type === 'date' || field?.type === 'datetime';
  return (isDate && ISO_DAY.test(text)) || isBareWord(saying, text) ? text : saying.lexicon.quote(text);
}
