import type { Field } from '@lib/rules';
import { MOST_FIELDS } from './field-names';
import { fieldSays, wordSays, writtenWords } from './field-senses';
import type { Grounding } from '../link-words';
import { wordsOf } from '../words/fold';

/** What is called a year holds years from these on; other numbers are years only by what they all hold. */
const FIRST = 1000;
const LAST = 2100;

/** The number fields that hold years; none where there are so many numbers that it could be any. */
export function yearFields({ columns, lexicons }: Grounding): readonly Field[] {
  if (columns.numbers.length > MOST_FIELDS) return [];
  const saysYear = (word: string): boolean =>
    lexicons.some(
      ({ roles, concepts }) =>
        roles.get(word)?.includes('year') === true || concepts.get(word)?.includes('year') === true,
    );
  return columns.numbers.filter(field => {
    const { holdsYears, holdsFractions, range } = columns.factsOf(field);
    // "Operating hours per year", "Visits this year": what is counted in a year is none.
    if (holdsFractions || unitOf(field) !== undefined || fieldSays(field, 'perYear', 'ofThisYear')) return false;
    const [low, high] = range ?? [0, 0];
    if (wordsOf(`${field.label} ${field.name}`).some(saysYear)) return holdsYears || (low >= FIRST && high <= LAST);
    // "Annual mileage"
    return holdsYears && !writtenWords(field.label).some(word => wordSays(word, 'ofYear'));
  });
}

const unitOf = ({ unit, reading }: Field): string | undefined => unit ?? reading.unit;
