import type { Field } from '@lib/rules';
import { fieldSays, wordSays, writtenWords } from './field-senses';

const known = new WeakMap<Field, boolean>();

/** Whether the smaller number of a field is the better one: a rank, or what is described so ("1 (very good) to 5 (failing)"). */
export function isBestFirst(field: Field): boolean {
  let first = known.get(field);
  if (first === undefined) known.set(field, (first = fieldSays(field, 'rankWord') || isDescribedSo(field)));
  return first;
}

/** What is said behind each number of a description, up to the next: the lowest is good, or the highest is bad. */
function isDescribedSo({ description }: Field): boolean {
  if (description === undefined) return false;
  const said = [...description.matchAll(/(\d+(?:[.,]\d+)?)(\D*)/gu)]
    .map(([, number = '', words = '']) => ({ number: Number(number.replace(',', '.')), words: writtenWords(words) }))
    .sort((a, b) => a.number - b.number);
  const [lowest, highest] = [said[0], said.at(-1)];
  if (!lowest || !highest || lowest === highest) return false;
  return lowest.words.some(word => wordSays(word, 'goodWord')) || highest.words.some(word => wordSays(word, 'badWord'));
}
