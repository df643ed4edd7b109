import { wordsOf } from '../grounding/fold';
import { MOST_FIELDS } from './settled-fields';
import type { Grounding } from '../grounding/link-words';

/** Fields with more values hold names and texts, of whose words no kind is made. */
const FEW = 60;
/** So many letters two words of one root have in common, unless the stored one is that short. */
const SHARED = 5;
const LEAST = 4;
/** And so many letters one of them has behind. */
const MOST_BEHIND = 4;

const sharedStart = (one: string, other: string): number => {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
};

/** "bulkers" are likely Bulk carriers, "surgeons" those of Surgery: whether a word has the root of one that few values hold. */
export function isNearStored(key: string, { values, recordType }: Grounding): boolean {
  if (!/^\p{Script=Latin}{5,}$/u.test(key) || recordType.fields.length > MOST_FIELDS) return false;
  const isNear = (word: string): boolean => {
    const shared = sharedStart(word, key);
    return (
      shared >= Math.min(SHARED, Math.max(word.length, LEAST)) &&
      key.length - shared <= MOST_BEHIND &&
      word.length - shared <= MOST_BEHIND
    );
  };
  return recordType.fields.some(
    ({ name, type }) =>
      type === 'text' &&
      values.distinctIn(name) <= FEW &&
      values.valuesOf(name).some(text => wordsOf(text).some(isNear)),
  );
}
