import type { JsonValue } from '../model/json';
import type { Field } from '../model/record-type';
import type { Lexicon } from './lexicon';
import { token, type Token } from './token';

/** Dates and moments as reading writes them. */
export const ISO_DAY = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?$/;

/** A single capitalised word: it needs no quotes, unless a language has other uses for it. */
export const BARE_WORD = /^\p{Lu}[\p{L}\p{M}]+$/u;

/** A value as a person would write it next to a field; with the field's unit where it is a number. */
export function sayValue(lexicon: Lexicon, value: JsonValue, at: string, field?: Field): readonly Token[] {
  if (value === null) return [token('value', lexicon.null, at)];
  if (typeof value === 'boolean') return [token('value', value ? lexicon.true : lexicon.false, at)];
  if (typeof value === 'number') return sayNumber(lexicon, value, at, field);
  if (typeof value === 'string') return [token('value', textWords(lexicon, value, field), at)];
  return [token('value', JSON.stringify(value), at)];
}

function sayNumber(lexicon: Lexicon, value: number, at: string, field: Field | undefined): readonly Token[] {
  // 2,024 would be no year.
  const words = field && /year|jahr|année|año|anno|ano|jaar/i.test(field.label) ? String(value) : lexicon.number(value);
  const spoken = token('value', words, at);
  return field?.unit ? [spoken, token('text', ' '), token('unit', field.unit, at)] : [spoken];
}

/** Single words and dates stand bare, everything else in quotes: a comma or an "and" in a value must not split it. */
function textWords(lexicon: Lexicon, text: string, field: Field | undefined): string {
  const isDate = field?.type === 'date' || field?.type === 'datetime';
  if (isDate && ISO_DAY.test(text)) return text;
  const isWord = BARE_WORD.test(text) && !lexicon.reserved.has(text.toLowerCase());
  return isWord ? text : lexicon.quote(text);
}
