import { wordsOf } from '../../grounding/words/fold';
import { MOST_FIELDS } from './settled-fields';
import type { Grounding } from '../../grounding/link-words';

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

const kept = new WeakMap<Grounding['values'], ReadonlyMap<string, readonly string[]>>();

/** The words of what fields with few values hold, by their first letters: made once per record type and sample. */
function storedWords({ values, recordType }: Grounding): ReadonlyMap<string, readonly string[]> {
  const known = kept.get(values);
  if (known) return known;
  const held = recordType.fields
    .filter(({ name, type }) => type === 'text' && values.distinctIn(name) <= FEW)
    .flatMap(({ name }) => values.valuesOf(name).flatMap(wordsOf));
  const byStart = new Map<string, string[]>();
  for (const word of new Set(held)) {
    const others = byStart.get(start(word));
    if (others) others.push(word);
    else byStart.set(start(word), [word]);
  }
  kept.set(values, byStart);
  return byStart;
}

const start = (word: string): string => word.slice(0, LEAST);

/** "bulkers" are likely Bulk carriers, "surgeons" those of Surgery: whether a word has the root of one that few values hold. */
export function isNearStored(key: string, grounding: Grounding): boolean {
  if (!/^\p{Script=Latin}{5,}$/u.test(key) || grounding.recordType.fields.length > MOST_FIELDS) return false;
  const words = storedWords(grounding).get(start(key)) ?? [];
  return words.some(word => {
    const shared = sharedStart(word, key);
    return (
      shared >= Math.min(SHARED, Math.max(word.length, LEAST)) &&
      key.length - shared <= MOST_BEHIND &&
      word.length - shared <= MOST_BEHIND
    );
  });
}
