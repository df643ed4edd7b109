import { type DataRecord, type Field, type JsonValue, type RecordType, tagsFieldOf, valueAt } from '@lib/rules';
import { type CompiledLexicon, phraseKey } from './compiled-lexicon';
import { stem } from './stem';
import { TypoIndex } from './typo';

/** A stored value that some words may mean. */
export interface ValueLink {
  readonly field: Field;
  /** The stored spellings, most frequent first: more than one where they differ only in case or outer blanks. */
  readonly stored: readonly string[];
  readonly score: number;
  /** How the words came to mean the value, where they are not its spelling. */
  readonly via?: 'stem' | 'typo' | 'country' | 'demonym' | 'word' | 'part';
}

interface Entry {
  readonly field: Field;
  readonly stored: Map<string, number>;
}

/** Every distinct value the profile and the sample show, by folded words. Built once per record type and sample. */
export interface ValueIndex {
  lookup(key: string): readonly ValueLink[];
  lookupStems(key: string, written: string): readonly ValueLink[];
  lookupPart(word: string): readonly ValueLink[];
  lookupTypo(words: readonly string[]): readonly ValueLink[];
  /** Fields that hold countries, and how each country is spelt there. */
  readonly countryFields: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
  readonly longest: number;
  /** The distinct texts of a field, most frequent first. */
  valuesOf(field: string): readonly string[];
}

/** Fields with at most this many distinct values name kinds of things; parts and typos of those are recognised too. */
const FEW = 60;
const MAX_TYPO_WORDS = 20000;

function textsOf(value: JsonValue | undefined): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' || value.length > 200 ? [] : [value];
  if (Array.isArray(value))
    return (value as readonly JsonValue[]).filter(
      (item): item is string => typeof item === 'string' && item.trim() !== '' && item.length <= 200,
    );
  return [];
}

function collect(recordType: RecordType, sample: readonly DataRecord[]): Map<string, Map<string, number>> {
  const byField = new Map<string, Map<string, number>>();
  const tags = tagsFieldOf(recordType);
  const fields: readonly Field[] = recordType.fields.some(field => field.name === tags)
    ? recordType.fields
    : [...recordType.fields, { name: tags, label: tags, type: 'list', reading: { type: 'list' } }];
  for (const field of fields) {
    if (field.type !== 'text' && field.type !== 'list') continue;
    const counts = new Map<string, number>();
    for (const { value, count } of field.profile?.frequent ?? [])
      for (const text of textsOf(value)) counts.set(text, (counts.get(text) ?? 0) + count);
    const known = new Set(counts.keys());
    for (const record of sample) {
      for (const text of textsOf(valueAt(record, field.name)))
        if (!known.has(text)) counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    byField.set(field.name, counts);
  }
  return byField;
}

export function buildValueIndex(
  recordType: RecordType,
  sample: readonly DataRecord[],
  lexicons: readonly CompiledLexicon[],
): ValueIndex {
  const byKey = new Map<string, Map<string, Entry>>();
  const byStem = new Map<string, Map<string, Entry>>();
  const byPart = new Map<string, Map<string, Entry>>();
  const typoWords = new Map<string, Set<string>>();
  const countryFields = new Map<string, Map<string, string[]>>();
  const texts = new Map<string, readonly string[]>();
  const tags = tagsFieldOf(recordType);
  let longest = 1;
  const into = (
    map: Map<string, Map<string, Entry>>,
    key: string,
    field: Field,
    stored: string,
    count: number,
  ): void => {
    if (key === '') return;
    const fields = map.get(key) ?? new Map<string, Entry>();
    const entry = fields.get(field.name) ?? { field, stored: new Map<string, number>() };
    entry.stored.set(stored, count);
    fields.set(field.name, entry);
    map.set(key, fields);
  };
  const fieldsByName = new Map(recordType.fields.map(field => [field.name, field]));
  for (const [name, counts] of collect(recordType, sample)) {
    const field = fieldsByName.get(name) ?? {
      name,
      label: name,
      type: 'list' as const,
      reading: { type: 'list' as const },
    };
    const few = counts.size <= FEW;
    texts.set(
      name,
      [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([text]) => text),
    );
    for (const [stored, count] of counts) {
      const key = phraseKey(stored);
      const words = key.split(' ');
      if (words.length > 12) continue;
      longest = Math.max(longest, words.length);
      into(byKey, key, field, stored, count);
      const plain = words.filter(word => /[\p{L}\p{N}]/u.test(word));
      if (plain.length !== words.length) into(byKey, plain.join(' '), field, stored, count);
      if (name === tags) {
        if (plain.length === 1 && plain[0] && plain[0].length > 3) into(byStem, `${plain[0]}s`, field, stored, count);
        continue;
      }
      into(byStem, plain.map(stem).join(' '), field, stored, count);
      if (few && plain.length > 1)
        for (const word of plain) if (word.length > 3) into(byPart, stem(word), field, stored, count);
      if ((few || counts.size <= 2000) && typoWords.size < MAX_TYPO_WORDS) {
        const compact = plain.join(' ');
        if (!/\d/.test(compact) && plain.length <= 4)
          for (const word of plain) typoWords.set(word, (typoWords.get(word) ?? new Set()).add(compact));
      }
    }
    const regions = countriesIn(counts, lexicons);
    if (regions) countryFields.set(name, regions);
  }
  const links = (
    map: Map<string, Map<string, Entry>>,
    key: string,
    score: number,
    via?: ValueLink['via'],
  ): readonly ValueLink[] =>
    [...(map.get(key)?.values() ?? [])].map(({ field, stored }) => ({
      field,
      stored: [...stored].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([text]) => text),
      score,
      ...(via && { via }),
    }));
  const typos = new TypoIndex(typoWords.keys());
  return {
    lookup: key => links(byKey, key, 1),
    // "engineers" is nearer to Engineer than to Engineering, though the stems agree.
    lookupStems: (key, written) =>
      [...links(byStem, key, 0.9, 'stem'), ...(written === key ? [] : links(byStem, written, 0.9, 'stem'))].map(
        link => ({
          ...link,
          score: isPlural(written, link.stored[0] ?? '') ? 0.9 : 0.75,
        }),
      ),
    lookupPart: word => {
      const found = links(byPart, stem(word), 0.6, 'part');
      return found.filter(link => link.stored.length === 1);
    },
    lookupTypo: words => {
      const near = words.map(word => (typoWords.has(word) ? [word] : typos.nearest(word).words));
      if (near.some(list => list.length === 0)) return [];
      let phrases = near[0] ?? [];
      for (const list of near.slice(1))
        phrases = phrases.flatMap(phrase => list.map(word => `${phrase} ${word}`)).slice(0, 50);
      return phrases.flatMap(phrase => links(byKey, phrase, 0.8, 'typo'));
    },
    countryFields,
    longest: Math.min(longest, 12),
    valuesOf: field => texts.get(field) ?? [],
  };
}

const isPlural = (written: string, stored: string): boolean => {
  const [longer, shorter] = written.length > stored.length ? [written, stored] : [stored, written];
  return /^(e?s|n|en|e|er)?$/.test(longer.toLowerCase().slice(shorter.length)) || /ies$/i.test(longer);
};

/** Which stored value stands for which country, where a field holds mostly countries. */
function countriesIn(
  counts: ReadonlyMap<string, number>,
  lexicons: readonly CompiledLexicon[],
): Map<string, string[]> | undefined {
  if (counts.size === 0 || counts.size > 400) return undefined;
  const regions = new Map<string, string[]>();
  let found = 0;
  const ordered = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  for (const [stored] of ordered) {
    const key = phraseKey(stored);
    const code =
      /^[A-Z]{2}$/.test(stored.trim()) && lexicons.some(lexicon => lexicon.regionCodes.has(stored.trim()))
        ? stored.trim()
        : lexicons.map(lexicon => lexicon.regions.get(key)).find(region => region !== undefined);
    if (code === undefined) continue;
    found++;
    regions.set(code, [...(regions.get(code) ?? []), stored]);
  }
  return found * 2 >= counts.size && found > 0 ? regions : undefined;
}
