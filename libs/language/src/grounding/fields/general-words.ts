import { stem } from '../words/stem';

/** Words that many fields carry and that alone point at none. */
const GENERAL: ReadonlySet<string> = new Set([
  'date',
  'dat',
  'nam',
  'tim',
  'number',
  'no',
  'id',
  'cod',
  'code',
  'name',
  'value',
  'valu',
  'type',
  'typ',
  'amount',
  'rat',
  'rate',
  'total',
  'count',
  'number',
  'address',
  'last',
  'first',
  'current',
  'text',
  'at',
  'on',
  'of',
  'the',
  'is',
  'has',
  'and',
  'in',
  'per',
  'to',
  'time',
  'end',
  'start',
  'level',
  'new',
  'day',
  'year',
  'annual',
  'work',
]);

/** A word that more fields carry says as little as those above. */
const COMMON = 30;

/** How much words say of which field is meant. */
export interface WordWeights {
  readonly isGeneral: (stemmed: string) => boolean;
  /** How much of a name these words of it say: general ones weigh little. */
  readonly weightOf: (stems: readonly string[]) => number;
}

/** Weighs words by how rare they are among the names of fields, each given as its distinct stems. */
export function weighWords(names: Iterable<ReadonlySet<string>>): WordWeights {
  const carried = new Map<string, number>();
  for (const name of names) for (const word of name) carried.set(word, (carried.get(word) ?? 0) + 1);
  const isGeneral = (word: string): boolean => GENERAL.has(word) || (carried.get(word) ?? 0) > COMMON;
  return {
    isGeneral,
    weightOf: stems => stems.reduce((sum, word) => sum + (isGeneral(word) ? 0.25 : 1), 0),
  };
}

/** Whether a word as it is written is general in any record type. */
export const isGeneralWord = (word: string): boolean => GENERAL.has(stem(word));
