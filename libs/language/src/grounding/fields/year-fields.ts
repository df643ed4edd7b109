import type { Field } from '@lib/rules';
import { MOST_FIELDS } from './field-names';
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
    const { holdsYears, range } = columns.factsOf(field);
    if (holdsYears) return true;
    const [low, high] = range ?? [0, 0];
    return low >= FIRST && high <= LAST && wordsOf(`${field.label} ${field.name}`).some(saysYear);
  });
}
