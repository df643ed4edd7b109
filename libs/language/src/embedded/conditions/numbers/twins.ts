import type { Field } from '@lib/rules';
import { fieldSays } from '../../../grounding/fields/field-senses';
import { wordsOf } from '../../../grounding/words/fold';
import type { Chunk } from '../../../grounding/link-words';

/** "salary" of a current salary and an expected one: amounts of one name but for the word before it, which was not said. */
export function areTwins(one: Field, other: Field, said: readonly Chunk[]): boolean {
  if (one.type !== 'number' || other.type !== 'number') return false;
  if (fieldSays(one, 'earlier') || fieldSays(other, 'earlier')) return false;
  const [[first, ...thing], [second, ...same]] = [wordsOf(one.label), wordsOf(other.label)];
  return (
    first !== second &&
    thing.length > 0 &&
    thing.join(' ') === same.join(' ') &&
    said.some(({ key, fields }) => fields.length > 0 && wordsOf(key).every(word => thing.includes(word)))
  );
}
