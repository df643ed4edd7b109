import { type Field, type RecordType } from '@lib/rules';
import { phraseKey, stemKey } from '../compiled-lexicon';
import { fold, wordsOf } from '../words/fold';
import { isGeneralWord, weighWords, type WordWeights } from './general-words';
import { joinWords } from '../words/join-words';
import { stem } from '../words/stem';
import { TypoIndex } from '../words/typo';

/** A field that some words may mean, 1 for its very name down to 0.3 for one general word of it. */
export interface FieldLink {
  readonly field: Field;
  readonly score: number;
  /** The words say the same as words of the name, and are none of them. */
  readonly akin?: true;
}

/** A look-up names so many fields: whoever means one of more says more of it. */
export const MOST_FIELDS = 32;

/** What fields are called, whatever language is spoken. Built once per record type. */
export interface FieldNames {
  /** Stemmed phrase → fields, best first. */
  readonly links: ReadonlyMap<string, readonly FieldLink[]>;
  /** The fields whose whole name is made of these words, in whatever order; little words do not count. */
  byWords(words: readonly string[]): readonly FieldLink[];
  /** What one field is called, for looking past `MOST_FIELDS`. */
  scoreOf(field: Field, key: string): number;
  /** First words of names → how many words are said from there on at most. */
  readonly openers: ReadonlyMap<string, number>;
  readonly typos: TypoIndex;
  readonly weights: WordWeights;
  readonly own: ReadonlySet<string>;
}

/** Names of more words are found as a whole only. */
const MOST_WORDS = 8;
/** Fields named between two yields. */
const SLICE = 100;

/** Words that names are told with besides their own. */
const LITTLE: ReadonlySet<string> = new Set(
  'of the a an for in on at to by their its his her our your my per s and'.split(' '),
);
/** What words of labels are written short as: "Order no", "Max. temperature". */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['no', 'number'],
  ['nr', 'number'],
  ['num', 'number'],
  ['#', 'number'],
  ['qty', 'quantity'],
  ['amt', 'amount'],
  ['pct', 'percent'],
  ['max', 'maximum'],
  ['min', 'minimum'],
  ['avg', 'average'],
  ['temp', 'temperature'],
  ['dept', 'department'],
  ['tel', 'telephone'],
  ['addr', 'address'],
  ['id', 'identifier'],
]);
/** A word of a name as it is compared. */
export const inFull = (word: string): string => stem(SHORT.get(word) ?? word);
const MOST_TOGETHER = 6;

function togetherKey(words: readonly string[]): string | undefined {
  const content = words.filter(word => !LITTLE.has(word)).map(inFull);
  // A letter alone stands where the name has it: "la mail e il fax" names no "E-mail".
  const alone = content.some(word => /^\p{L}$/u.test(word));
  return alone || content.length < 2 || content.length > MOST_TOGETHER ? undefined : [...content].sort().join(' ');
}

export const lastSegment = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/** What happened ("claimed", "ordering") is not what a record is ("claim", "order"), whatever stem they share. */
const isHappening = (word: string): boolean => /(ed|ing)$/.test(word);

/** Stems that some name of a field has from a verb only: they do not name the kind of record. */
function verbStemsOf(field: Field): ReadonlySet<string> {
  const words = [field.label, field.name, ...(field.synonyms ?? [])].flatMap(wordsOf);
  const nouns = new Set(words.filter(word => !isHappening(word)).map(stem));
  return new Set(words.filter(word => isHappening(word) && !nouns.has(stem(word))).map(stem));
}

/** "Weight (kg)" is called "weight". */
export const withoutUnit = (label: string): string => label.replace(/(?<=\S)\s*[([][^()[\]]*[)\]]\s*$/, '');

/** The stems of each name of a field, and how sure a name is. */
function namesOf(field: Field): readonly (readonly [readonly string[], number])[] {
  const stems = (name: string): readonly string[] =>
    stemKey(name)
      .split(' ')
      .filter(word => word !== '');
  return [
    [stems(field.label), 1],
    ...(withoutUnit(field.label) === field.label ? [] : [[stems(withoutUnit(field.label)), 0.99] as const]),
    [wordsOf(field.name).map(stem), 0.98],
    ...(field.name.includes('.') ? [[wordsOf(lastSegment(field.name)).map(stem), 0.95] as const] : []),
    ...(field.synonyms ?? []).map(synonym => [stems(synonym), 0.97] as const),
  ];
}

/** Everything one field may be called, with how much that says. */
function phrasesOf(
  field: Field,
  own: ReadonlySet<string>,
  { isGeneral, weightOf }: WordWeights,
  call: (key: string, score: number) => void,
): void {
  const verbs = verbStemsOf(field);
  for (const [words, best] of namesOf(field)) {
    if (words.length === 0) continue;
    call(words.reduce(joinWords), best);
    call(words.join(''), best);
    if (words.length > MOST_WORDS) continue;
    const all = weightOf(words);
    for (let from = 0; from < words.length; from++) {
      for (let to = from + 1; to <= words.length; to++) {
        if (to - from === words.length) continue;
        const part = words.slice(from, to);
        // The name of the kind of record points at none of its fields: "customers" is not the "Customer ID".
        if (part.every(word => own.has(word) && !verbs.has(word))) continue;
        const share = weightOf(part) / all;
        const general = part.every(isGeneral);
        call(part.reduce(joinWords), best * (general ? 0.3 + 0.1 * share : 0.62 + 0.3 * share));
      }
    }
    // "customer email" for "Email of customer": content words in another order are left to the concepts.
  }
  // "PI" for the "Principal investigator"
  const initials = wordsOf(field.label)
    .map(word => word[0] ?? '')
    .join('');
  if (/^\p{L}{2,4}$/u.test(initials)) call(initials, 0.8);
  call(phraseKey(field.label), 1);
  call(phraseKey(field.name), 1);
}

/** Reads what the fields of a record type are called. */
export function* buildFieldNames(recordType: RecordType): Generator<void, FieldNames> {
  const own = new Set([recordType.name, recordType.label ?? ''].flatMap(name => wordsOf(name).map(stem)));
  const carried: ReadonlySet<string>[] = [];
  for (const [i, field] of recordType.fields.entries()) {
    if (i % SLICE === SLICE - 1) yield;
    carried.push(new Set(namesOf(field).flatMap(([words]) => words)));
  }
  const weights = weighWords(carried);
  const links = new Map<string, FieldLink[]>();
  const openers = new Map<string, number>();
  const typos = new Set<string>();
  const together = new Map<string, readonly FieldLink[]>();
  for (const [i, field] of recordType.fields.entries()) {
    if (i % SLICE === SLICE - 1) yield;
    phrasesOf(field, own, weights, (key, score) => {
      if (key === '') return;
      const known = links.get(key);
      const last = known?.[known.length - 1];
      if (!known) links.set(key, [{ field, score }]);
      else if (last?.field !== field) known.push({ field, score });
      else if (last.score < score) known[known.length - 1] = { field, score };
      const words = key.split(' ');
      const first = words[0] ?? '';
      if (words.length > (openers.get(first) ?? 1)) openers.set(first, words.length);
    });
    for (const name of new Set(
      [field.label, field.name, lastSegment(field.name)].map(each => wordsOf(each).join(' ')),
    )) {
      const words = name.split(' ');
      const key = togetherKey(words);
      if (key === undefined) continue;
      const known = together.get(key) ?? [];
      if (!known.some(link => link.field === field)) together.set(key, [...known, { field, score: 0.96 }]);
      // Any of the words may be the first, and little ones stand between.
      for (const word of words) {
        const first = stem(word);
        if (words.length + 2 > (openers.get(first) ?? 1)) openers.set(first, words.length + 2);
      }
    }
    for (const word of [...wordsOf(field.label), ...wordsOf(field.name)]) if (!isGeneralWord(word)) typos.add(word);
    typos.add(fold(field.name));
  }
  let sorted = 0;
  for (const [key, known] of links) {
    if (++sorted % (50 * SLICE) === 0) yield;
    if (known.length < 2) continue;
    known.sort((a, b) => b.score - a.score);
    if (known.length > MOST_FIELDS) links.set(key, known.slice(0, MOST_FIELDS));
  }
  return {
    links,
    openers,
    weights,
    own,
    typos: new TypoIndex(typos),
    byWords: words => {
      const ends = [words[0], words[words.length - 1]];
      const key = words[0] === 'no' || ends.some(word => LITTLE.has(word ?? '')) ? undefined : togetherKey(words);
      return (key === undefined ? undefined : together.get(key)) ?? [];
    },
    scoreOf: (field, wanted) => {
      let score = 0;
      phrasesOf(field, own, weights, (key, said) => {
        if (key === wanted && said > score) score = said;
      });
      return score;
    },
  };
}
