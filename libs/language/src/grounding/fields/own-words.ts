import type { RecordType } from '@lib/rules';
import { wordsOf } from '../words/fold';
import { Remembered } from '../words/remembered';
import { stem } from '../words/stem';
import { TypoIndex } from '../words/typo';

const wordsOfFields = new WeakMap<RecordType, ReadonlySet<string>>();

/** The longer words that fields are called by, in whatever language. */
export function fieldWords(recordType: RecordType): ReadonlySet<string> {
  const known = wordsOfFields.get(recordType);
  if (known) return known;
  const words = recordType.fields.flatMap(field => [...wordsOf(field.name), ...wordsOf(field.label)]);
  const made = new Set(words.filter(word => word.length > 3));
  wordsOfFields.set(recordType, made);
  return made;
}

interface OwnWords {
  readonly stems: ReadonlySet<string>;
  /** What the records are called in several words, and its first letters: "purchase order" and "po". */
  readonly whole?: string;
  readonly initials?: string;
  readonly typos: TypoIndex;
  /** Whether words asked about before are a name of the records. */
  readonly named: Remembered<boolean>;
}

const kept = new WeakMap<RecordType, OwnWords>();

/** What the records' own key is called after: specimens with a "Sample ID" first are samples as well. */
function namedByKey({ fields: [first] }: RecordType): string {
  const words = first ? wordsOf(first.label) : [];
  const [name = '', key = ''] = words;
  return words.length === 2 && first?.type === 'text' && key === 'id' ? name : '';
}

function ownWordsOf(recordType: RecordType): OwnWords {
  const known = kept.get(recordType);
  if (known) return known;
  const words = [recordType.name, recordType.label ?? '', namedByKey(recordType)]
    .flatMap(wordsOf)
    .filter(word => word.length > 2);
  const own = wordsOf(recordType.name);
  const made = {
    ...(own.length > 1 && {
      whole: own.map(stem).join(' '),
      initials: own.map(word => word.charAt(0)).join(''),
    }),
    stems: new Set(words.map(stem)),
    named: new Remembered<boolean>(),
    typos: new TypoIndex(words.flatMap(word => [word, `${word}s`])),
  };
  kept.set(recordType, made);
  return made;
}

const labelled = new WeakMap<RecordType, ReadonlyMap<string, readonly (readonly string[])[]>>();

/** The words of every label, that of the first field aside, that holds a word of this stem. */
export function labelsWith(recordType: RecordType, stemmed: string): readonly (readonly string[])[] {
  let byStem = labelled.get(recordType);
  if (!byStem) {
    const found = new Map<string, (readonly string[])[]>();
    for (const { label } of recordType.fields.slice(1)) {
      const words = wordsOf(label);
      for (const own of new Set(words.map(stem))) found.set(own, [...(found.get(own) ?? []), words]);
    }
    labelled.set(recordType, (byStem = found));
  }
  return byStem.get(stemmed) ?? [];
}

/** Whether a word is the name of this kind of record: "subscriptions" and "subs" where the records are subscriptions. */
export function namesRecords(recordType: RecordType, key: string): boolean {
  const own = ownWordsOf(recordType);
  return own.named.of(key, () => isNameOf(recordType, own, key));
}

function isNameOf(recordType: RecordType, { stems, whole, initials }: OwnWords, key: string): boolean {
  // Further words and marks are no part of a name of one word ("order as", "machines (").
  if (key.includes(' ')) return whole !== undefined && key.split(' ').map(stem).join(' ') === whole;
  if (initials !== undefined && (key === initials || key === `${initials}s`)) return true;
  const stemmed = stem(key);
  if (!/^[\p{L}\p{N}'_-]+$/u.test(key)) return stems.has(stemmed);
  // A participle ("ordered") is what happened to the record, unless records are called just so ("booking").
  if (/(ed|ing)$/.test(key) && !wordsOf(recordType.name).includes(key)) return false;
  if (stems.has(stemmed)) return true;
  if (key.length > 6 && namesRecordsMisspelt(recordType, key)) return true;
  return (
    /^\p{L}{3,}s$/u.test(key) && [...stems].some(own => own.length > key.length + 2 && own.startsWith(key.slice(0, -1)))
  );
}

/** The words of the records' names that a longer word is a slip of, or is itself. */
export const nearRecordNames = (recordType: RecordType, key: string): readonly string[] =>
  key.length > 4 ? ownWordsOf(recordType).typos.oneSlipFrom(key) : [];

/** The same, misspelt: "employes". */
export function namesRecordsMisspelt(recordType: RecordType, key: string): boolean {
  return key.length > 4 && ownWordsOf(recordType).typos.nearest(key).words.length > 0;
}
