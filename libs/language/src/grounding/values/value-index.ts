import { type DataRecord, type Field, type RecordType, tagsFieldOf } from '@lib/rules';
import { type CompiledLexicon, phraseKey } from '../compiled-lexicon';
import { countryNames, regionsIn } from '../fields/country-fields';
import { fold } from '../words/fold';
import { foreignValues } from './foreign-values';
import { firstRun, looseKey, mayBeLoose } from './loose-key';
import { type KeyTable, KeyTableBuilder } from './key-table';
import { remembering } from '../words/remembered';
import { stem, stemmed } from '../words/stem';
import { fieldOf, type StoredTexts, storedTextsOf } from './stored-texts';
import { isPlainWord, isPlural, isWord } from './value-words';
import { type HeldWords, VocabularyBuilder } from './vocabulary';

/** A stored value that some words may mean. */
export interface ValueLink {
  readonly field: Field;
  /** The stored spellings, most frequent first: more than one where they differ only in case or outer blanks. */
  readonly stored: readonly string[];
  readonly score: number;
  /** How the words came to mean the value, where they are not its spelling. */
  readonly via?: 'stem' | 'typo' | 'country' | 'demonym' | 'word' | 'part' | 'kind';
}

/** A text and how often it is stored. */
export interface CountedText {
  readonly text: string;
  readonly count: number;
}

/**
 * Every distinct value the profile and the sample show, by folded words. Built once per record type and sample; what a
 * look-up takes does not grow with the number of values.
 */
export interface ValueIndex {
  lookup(key: string): readonly ValueLink[];
  /** The same in these fields alone: a look-up names no more than `MOST_OWNERS` of the fields that hold a value. */
  lookupIn(key: string, fields: Iterable<Field>): readonly ValueLink[];
  /** What a lexicon says in English: values that are written so, else those of another language that say it. */
  lookupSaid(english: string): readonly ValueLink[];
  /** By the stems of the words, the marks between them not counted. */
  lookupStems(written: string): readonly ValueLink[];
  /** Values of the same letters and digits, whatever marks and blanks stand between them. */
  lookupLoose(key: string): readonly ValueLink[];
  /** Whether a value with digits or marks begins with these letters or digits. */
  opensLoose(run: string): boolean;
  lookupPart(word: string): readonly ValueLink[];
  /** All values of one field that end in this noun: "tankers" where some are Oil tankers and some Chemical tankers. */
  lookupKind(word: string): readonly ValueLink[];
  lookupTypo(words: readonly string[]): readonly ValueLink[];
  readonly words: HeldWords;
  /** Fields that hold countries, and how each country is spelt there. */
  readonly countryFields: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
  /** How many words the longest value has that begins with this word, or with another form of it. */
  longestFrom(word: string): number;
  /** The distinct texts of a field, most frequent first. */
  valuesOf(field: string): readonly string[];
  distinctIn(field: string): number;
  /** Whether the texts of a field list several each, of which its values are the pieces. */
  holdsSeveral(field: string): boolean;
  /** How often a text is stored in a field, so far as is known. */
  countOf(field: string, text: string): number;
  /** The text field whose values hold this word, where there is exactly one. */
  ownerOfWord(word: string): Field | undefined;
  /** Texts of a field that a word is misspelt from, or that are misspelt from it, most frequent first. */
  nearIn(field: string, text: string): readonly CountedText[];
  readonly texts: StoredTexts;
  readonly bytes: number;
}

/** Fields with at most this many distinct values name kinds of things; parts of those are recognised too. */
const FEW = 60;
/** Fields with more hold no words people misspell but names and texts. */
const MANY = 2000;
const MOST_WORDS = 12;
/** So many fields a look-up names, and so many spellings of each. */
export const MOST_OWNERS = 32;
const MOST_SPELLINGS = 40;
/** Values indexed between two yields. */
const SLICE = 1000;
/** Beyond so many different beginnings no more values are found whatever their marks. */
const MOST_OPENERS = 200_000;

export function* buildValueIndex(
  recordType: RecordType,
  sample: readonly DataRecord[],
  lexicons: readonly CompiledLexicon[],
): Generator<void, ValueIndex> {
  const stored = yield* storedTextsOf(recordType, sample);
  const { fields, starts, texts } = stored;
  const exact = new KeyTableBuilder();
  const stems = new KeyTableBuilder();
  const parts = new KeyTableBuilder();
  const loose = new KeyTableBuilder();
  const foreign = new KeyTableBuilder();
  const looseOpeners = new Set<string>();
  const vocabulary = new VocabularyBuilder();
  const countryFields = new Map<string, ReadonlyMap<string, readonly string[]>>();
  const regions = regionsIn(lexicons);
  const tags = tagsFieldOf(recordType);
  for (const [i, field] of fields.entries()) {
    const [from = 0, to = 0] = [starts[i], starts[i + 1]];
    const few = to - from <= FEW;
    const countries = countryNames(stored, i, regions);
    for (let id = from; id < to; id++) {
      if (id % SLICE === SLICE - 1) yield;
      const text = texts[id] ?? '';
      const key = phraseKey(text);
      const words = key.split(' ');
      if (mayBeLoose(text)) {
        const spelling = looseKey(text);
        if (spelling !== '') loose.add(spelling, id);
        if (looseOpeners.size < MOST_OPENERS) looseOpeners.add(firstRun(fold(text)));
      }
      if (words.length > MOST_WORDS) continue;
      exact.add(key, id);
      vocabulary.opens(words[0] ?? '', words.length);
      // "past due" of a "past_due"
      const plain = words.every(isPlainWord) ? words : key.split(/[ _]+/).filter(isWord);
      const plainKey = plain === words ? key : plain.join(' ');
      if (plain !== words && plain.length > 0) {
        exact.add(plainKey, id);
        vocabulary.opens(plain[0] ?? '', Math.max(words.length, plain.length));
      }
      if (field.type === 'text') vocabulary.holds(text, plain === words ? words : undefined, i);
      if (field.name === tags) {
        if (plain.length === 1 && plain[0] && plain[0].length > 3) stems.add(`${plain[0]}s`, id);
        continue;
      }
      const roots = plain.map(word => vocabulary.stemOf(word));
      const stemKey = roots.join(' ');
      if (stemKey !== plainKey) stems.add(stemKey, id);
      if (few && plain.length > 1)
        for (let at = 0; at < plain.length; at++) if ((plain[at] ?? '').length > 3) parts.add(roots[at] ?? '', id);
      if (to - from <= MANY && plain.length <= 4 && !/\d/.test(plainKey)) plain.forEach(word => vocabulary.learn(word));
    }
    if (few && !countries && field.name !== tags)
      for (const [english, at] of foreignValues(texts.slice(from, to).map(phraseKey), lexicons))
        for (const said of new Set([english, english.split(' ').map(stem).join(' ')])) foreign.add(said, from + at);
    if (countries && countryFields.size < MOST_OWNERS) countryFields.set(field.name, countries);
  }
  const tables = {
    exact: yield* exact.finish(),
    stems: yield* stems.finish(),
    parts: yield* parts.finish(),
    loose: yield* loose.finish(),
    foreign: yield* foreign.finish(),
    looseOpeners,
  };
  return lookups(stored, tables, vocabulary, countryFields, tags);
}

interface Tables {
  readonly exact: KeyTable;
  readonly stems: KeyTable;
  readonly parts: KeyTable;
  readonly loose: KeyTable;
  readonly foreign: KeyTable;
  readonly looseOpeners: ReadonlySet<string>;
}

function lookups(
  stored: StoredTexts,
  { exact, stems, parts, loose, foreign, looseOpeners }: Tables,
  vocabulary: VocabularyBuilder,
  countryFields: ValueIndex['countryFields'],
  tags: string,
): ValueIndex {
  const { fields, starts, texts, counts } = stored;
  const numberOf = new Map(fields.map((field, i) => [field.name, i]));
  const ofFields = new Map<string, readonly string[]>();
  const mostFrequent = (a: number, b: number): number =>
    (counts[b] ?? 0) - (counts[a] ?? 0) || ((texts[a] ?? '') < (texts[b] ?? '') ? -1 : 1);
  const rangeOf = (name: string): readonly [number, number] => {
    const i = numberOf.get(name);
    return i === undefined ? [0, 0] : [starts[i] ?? 0, starts[i + 1] ?? 0];
  };

  /** The texts behind some keys, by field, each field's most frequent first. */
  const grouped = (
    sources: readonly (readonly [KeyTable, string])[],
    only?: number,
  ): Map<number, readonly number[]> => {
    const byField = new Map<number, number[]>();
    const from = only === undefined ? 0 : (starts[only] ?? 0);
    for (const [table, key] of sources) {
      let last = -1;
      let ids: number[] = [];
      table.each(
        key,
        id => {
          if (last < 0 || id >= (starts[last + 1] ?? 0)) {
            last = fieldOf(stored, id);
            if (only !== undefined && last !== only) return false;
            const known = byField.get(last);
            if (!known && byField.size === MOST_OWNERS) return false;
            byField.set(last, (ids = known ?? []));
          }
          if (ids.length < MOST_SPELLINGS && !ids.includes(id)) ids.push(id);
          return true;
        },
        from,
      );
    }
    for (const ids of byField.values()) if (ids.length > 1) ids.sort(mostFrequent);
    return byField;
  };
  const linksOf = (
    groups: ReadonlyMap<number, readonly number[]>,
    score: number,
    via?: ValueLink['via'],
  ): ValueLink[] =>
    [...groups].map(([i, ids]) => ({
      field: fields[i] as Field,
      stored: ids.map(id => texts[id] ?? ''),
      score,
      ...(via && { via }),
    }));
  const byStem = (key: string): ValueLink[] =>
    // Where stem and spelling are the same a value is kept by its spelling alone; tags have no other forms.
    linksOf(
      grouped([
        [stems, key],
        [exact, key],
      ]),
      0.9,
      'stem',
    ).filter(({ field, stored: [first = ''] }) => field.name !== tags || phraseKey(first) !== key);
  const nothing: readonly ValueLink[] = [];
  const asWritten = remembering((key: string): readonly ValueLink[] => {
    const groups = grouped([[exact, key]]);
    return groups.size === 0 ? nothing : linksOf(groups, 1);
  });
  const said = remembering((english: string): readonly ValueLink[] => {
    const written = asWritten(english);
    return written.length > 0 ? written : linksOf(grouped([[foreign, english]]), 1);
  });
  // "engineers" is nearer to Engineer than to Engineering, though the stems agree.
  const byStems = remembering((written: string): readonly ValueLink[] => {
    const key = stemmed(written);
    return [...byStem(key), ...(written === key ? [] : byStem(written))].map(link => ({
      ...link,
      score: isPlural(written, link.stored[0] ?? '') ? 0.9 : 0.75,
    }));
  });
  return {
    lookup: asWritten,
    lookupSaid: said,
    lookupIn: (key, wanted) =>
      [...wanted].flatMap(({ name }) => {
        const i = numberOf.get(name);
        return i === undefined ? [] : linksOf(grouped([[exact, key]], i), 1);
      }),
    lookupStems: byStems,
    lookupLoose: key => {
      const groups = grouped([[loose, key]]);
      return groups.size === 0 ? nothing : linksOf(groups, 0.98);
    },
    opensLoose: run => looseOpeners.has(run),
    lookupPart: word => linksOf(grouped([[parts, stem(word)]]), 0.6, 'part').filter(link => link.stored.length === 1),
    lookupKind: remembering((word): readonly ValueLink[] => {
      const root = stem(word);
      const kinds = linksOf(grouped([[parts, root]]), 0.8, 'kind')
        .map(link => ({
          ...link,
          stored: link.stored.filter(text => stem(phraseKey(text).split(' ').at(-1) ?? '') === root),
        }))
        .filter(link => link.stored.length > 1);
      return kinds.length === 1 ? kinds : nothing;
    }),
    lookupTypo: words => {
      const near = words.map(word => vocabulary.near(word));
      if (near.some(list => list.length === 0)) return nothing;
      let phrases = (near[0] ?? []).slice(0, MOST_OWNERS);
      for (const list of near.slice(1))
        phrases = phrases.flatMap(phrase => list.map(word => `${phrase} ${word}`)).slice(0, 50);
      return phrases.flatMap(phrase => linksOf(grouped([[exact, phrase]]), 0.8, 'typo')).slice(0, MOST_OWNERS);
    },
    words: vocabulary,
    countryFields,
    longestFrom: word => vocabulary.longestFrom(word),
    valuesOf: name => {
      const known = ofFields.get(name);
      if (known) return known;
      const [from, to] = rangeOf(name);
      const ids = Array.from({ length: to - from }, (_, i) => from + i).sort(mostFrequent);
      const made = ids.map(id => texts[id] ?? '');
      ofFields.set(name, made);
      return made;
    },
    distinctIn: name => {
      const [from, to] = rangeOf(name);
      return to - from;
    },
    holdsSeveral: name => stored.joined.has(name),
    countOf: (name, text) => {
      const [from, to] = rangeOf(name);
      let count = 0;
      exact.each(
        phraseKey(text),
        id => {
          if (id >= to) return false;
          if (texts[id] === text) count = counts[id] ?? 0;
          return true;
        },
        from,
      );
      return count;
    },
    ownerOfWord: word => {
      const owner = vocabulary.ownerOf(word);
      return owner === undefined ? undefined : fields[owner];
    },
    nearIn: (name, text) => {
      const i = numberOf.get(name);
      if (i === undefined) return [];
      const words = fold(phraseKey(text)).split(' ');
      if (words.length > 3) return [];
      const near = words.map(word => [word, ...vocabulary.misspelt(word).filter(other => other !== word)].slice(0, 8));
      let phrases = near[0] ?? [];
      for (const list of near.slice(1))
        phrases = phrases.flatMap(phrase => list.map(word => `${phrase} ${word}`)).slice(0, 32);
      const ids = phrases.flatMap(phrase => [...grouped([[exact, phrase]], i).values()].flat());
      return [...new Set(ids)].sort(mostFrequent).map(id => ({ text: texts[id] ?? '', count: counts[id] ?? 0 }));
    },
    texts: stored,
    bytes:
      exact.bytes +
      stems.bytes +
      parts.bytes +
      loose.bytes +
      foreign.bytes +
      40 * looseOpeners.size +
      counts.byteLength +
      starts.byteLength +
      8 * texts.length +
      vocabulary.bytes,
  };
}
