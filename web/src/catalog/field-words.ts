import type { Field } from '../api/contracts';
import { displayValue } from '../preview/display-value';
import { count, percent } from '../ui/count';

/** What a field's values look like, in a few words: the shortest true account of its profile. */
export function profileWords(field: Field): string {
  const profile = field.profile;
  if (!profile || profile.records === 0) return 'no records yet';
  if (profile.filled === 0) return 'always empty';
  const unit = field.unit ?? field.reading?.unit;
  if (profile.min !== undefined && profile.max !== undefined && field.type !== 'text') {
    const [min, max] = [bound(profile.min), bound(profile.max)];
    return min === max ? `${min}${unit ? ` ${unit}` : ''}` : `${min} … ${max}${unit ? ` ${unit}` : ''}`;
  }
  const repeated = profile.frequent.filter(entry => entry.count > 1 || profile.frequentIsComplete);
  if (repeated.length === 0 || profile.distinct === profile.filled)
    return `${count(profile.distinct)} different values`;
  const shown = repeated.slice(0, 3).map(entry => displayValue(entry.value) ?? 'empty');
  const rest = profile.distinct - shown.length;
  return rest > 0 ? `${shown.join(', ')} + ${count(rest)} more` : shown.join(', ');
}

const bound = (value: number | string): string => (typeof value === 'number' ? count(value) : value.slice(0, 10));

/** How much of a field is there: `97 %`. */
export function filledShare(field: Field): string {
  return field.profile ? percent(field.profile.filled, field.profile.records) : '–';
}

/** How raw values of a field are read, where that is more than its type says. */
export function readingWords(field: Field): string {
  const { decimalMark, dateFormat, unit, trueWords, falseWords, emptyWords, listSeparator } = field.reading ?? {};
  const parts = [
    dateFormat,
    decimalMark === ',' ? 'decimal comma' : undefined,
    unit ? `in ${unit}` : undefined,
    trueWords?.[0] && falseWords?.[0] ? `${trueWords[0]} / ${falseWords[0]}` : undefined,
    listSeparator ? `split at ${listSeparator === ' ' ? 'blanks' : `“${listSeparator}”`}` : undefined,
    emptyWords && emptyWords.length > 0 ? `empty: ${emptyWords.slice(0, 4).join(', ')}` : undefined,
  ];
  return parts.filter(part => part !== undefined).join(' · ');
}
