import { type Field, type RecordType, tagsFieldOf } from '@lib/rules';
import { type CompiledLexicon, phraseKey, stemKey, plainKey } from './compiled-lexicon';
import { wordsOf } from './fold';
import { withoutEndings } from './endings';
import { joinWords } from './join-words';
import { stem } from './stem';
import { TypoIndex } from './typo';

/** A field that some words may mean, 1 for its very name down to 0.3 for one general word of it. */
export interface FieldLink {
  readonly field: Field;
  readonly score: number;
}

/** Words that many fields carry and that alone point at none. */
const GENERAL = new Set([
  'date',
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
]);

/** Everything fields may be called, by stems. Built once per record type and set of lexicons. */
export interface FieldIndex {
  /** Stemmed phrase → fields, best first. */
  lookup(key: string): readonly FieldLink[];
  /** The fields a word means by its stem in the language of the request, or as the part of a compound that carries its sense. */
  lookupForm(key: string): readonly FieldLink[];
  /** The fields a misspelt single word may mean. */
  lookupTypo(word: string): readonly FieldLink[];
  readonly conceptsOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Fields about a concept, best first. */
  ofConcept(concept: string): readonly FieldLink[];
}

function addLink(map: Map<string, Map<string, FieldLink>>, key: string, link: FieldLink): void {
  if (key === '') return;
  const links = map.get(key) ?? new Map<string, FieldLink>();
  const known = links.get(link.field.name);
  if (!known || known.score < link.score) links.set(link.field.name, link);
  map.set(key, links);
}

/** Words that alone point at a field as long as only one is called that: "rating" where there is one rating. */
const TELLING = ['rat', 'rating', 'level', 'amount', 'total', 'count', 'cod', 'text', 'typ', 'rate'];

function raiseLone(map: ReadonlyMap<string, Map<string, FieldLink>>): void {
  for (const key of TELLING) {
    const links = map.get(key);
    const [only, ...others] = [...(links?.values() ?? [])];
    if (only && others.length === 0 && only.score < 0.7) links?.set(only.field.name, { ...only, score: 0.7 });
  }
}

/** How much of a name a part of it says: general words weigh little. */
function weightOf(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + (GENERAL.has(word) ? 0.25 : 1), 0);
}

function addName(
  map: Map<string, Map<string, FieldLink>>,
  field: Field,
  words: readonly string[],
  best: number,
  own: ReadonlySet<string>,
): void {
  if (words.length === 0) return;
  addLink(map, words.reduce(joinWords), { field, score: best });
  addLink(map, words.join(''), { field, score: best });
  const all = weightOf(words);
  if (words.length > 8) return;
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= words.length; to++) {
      if (to - from === words.length) continue;
      const part = words.slice(from, to);
      // The name of the kind of record points at none of its fields: "customers" is not the "Customer ID".
      if (part.every(word => own.has(word))) continue;
      const share = weightOf(part) / all;
      const general = part.every(word => GENERAL.has(word));
      addLink(map, part.reduce(joinWords), { field, score: best * (general ? 0.3 + 0.1 * share : 0.62 + 0.3 * share) });
    }
  }
  // "customer email" for "Email of customer": content words in another order are left to the concepts.
}

/** The concepts a field is about: by whole name strongly, by a part of it less so. */
function conceptsOfField(
  field: Field,
  lexicons: readonly CompiledLexicon[],
  own: ReadonlySet<string>,
): Map<string, number> {
  const concepts = new Map<string, number>();
  const names = [
    field.label,
    wordsOf(field.name).join(' '),
    wordsOf(lastSegment(field.name)).join(' '),
    ...(field.synonyms ?? []),
  ];
  for (const name of names) {
    const plain = plainKey(name)
      .split(' ')
      .filter(word => word !== '');
    const words = plain.map(stem);
    for (let from = 0; from < words.length; from++) {
      for (let to = from + 1; to <= words.length; to++) {
        const part = words.slice(from, to);
        const whole = to - from === words.length;
        // "Ordered on" is about ordering, though the records are orders.
        const happened = isTemporal(field) && plain.slice(from, to).every(word => word.endsWith('ed'));
        if (!whole && !happened && part.every(word => own.has(word))) continue;
        for (const lexicon of lexicons) {
          const phrase = lexicon.language === 'en' ? part.join(' ') : plain.slice(from, to).reduce(joinWords);
          for (const concept of lexicon.concepts.get(phrase) ?? []) {
            const share = weightOf(part) / weightOf(words);
            // "Last order date" is not an order: only what names most of the field names its concept.
            const score = whole ? 1 : share >= 0.5 && !part.every(word => GENERAL.has(word)) ? 0.55 + 0.3 * share : 0;
            if (score > (concepts.get(concept) ?? 0)) concepts.set(concept, score);
          }
        }
      }
    }
  }
  return concepts;
}

function lastSegment(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

const TEMPORAL = new Set([
  'created',
  'updated',
  'lastorder',
  'launch',
  'contractend',
  'hired',
  'terminated',
  'birth',
  'shipped',
  'delivered',
  'orderdate',
  'due',
  'licenseexpiry',
  'maintenance',
  'nextmaintenance',
  'installed',
  'warranty',
  'lastlogin',
  'date',
]);
const isTemporal = (field: Field): boolean => field.type === 'date' || field.type === 'datetime';

export function buildFieldIndex(recordType: RecordType, lexicons: readonly CompiledLexicon[]): FieldIndex {
  const map = new Map<string, Map<string, FieldLink>>();
  const byConcept = new Map<string, FieldLink[]>();
  const conceptsOf = new Map<string, Set<string>>();
  const tags = tagsFieldOf(recordType);
  const own = new Set([recordType.name, recordType.label ?? ''].flatMap(name => wordsOf(name).map(stem)));
  for (const field of recordType.fields) {
    const stems = (name: string): readonly string[] =>
      stemKey(name)
        .split(' ')
        .filter(word => word !== '');
    addName(map, field, stems(field.label), 1, own);
    addName(map, field, wordsOf(field.name).map(stem), 0.98, own);
    if (field.name.includes('.')) addName(map, field, wordsOf(lastSegment(field.name)).map(stem), 0.95, own);
    for (const synonym of field.synonyms ?? []) addName(map, field, stems(synonym), 0.97, own);
    addLink(map, phraseKey(field.label), { field, score: 1 });
    addLink(map, phraseKey(field.name), { field, score: 1 });
    if (field.name === tags) continue;
    for (const [concept, score] of conceptsOfField(field, lexicons, own)) {
      // A word for a moment ("ordered") means a date field, never a number or a code that happens to share the word.
      const fits = TEMPORAL.has(concept) ? (isTemporal(field) ? 1 : 0.5) : 1;
      const weighted = score * fits * 0.95;
      byConcept.set(concept, [...(byConcept.get(concept) ?? []), { field, score: weighted }]);
      conceptsOf.set(field.name, (conceptsOf.get(field.name) ?? new Set()).add(concept));
    }
  }
  for (const links of byConcept.values()) links.sort((a, b) => b.score - a.score);
  const ownLanguage = lexicons[0];
  const forms = new Map<string, Map<string, FieldLink>>();
  for (const lexicon of spokenOf(lexicons)) {
    for (const [phrase, concepts] of lexicon.concepts) {
      for (const concept of concepts)
        for (const link of byConcept.get(concept) ?? []) {
          addLink(map, phrase, link);
          if (lexicon === ownLanguage && lexicon.endings.length > 0)
            addLink(forms, withoutEndings(phrase, lexicon.endings), { ...link, score: link.score * 0.95 });
        }
    }
  }
  raiseLone(map);
  const sorted = new Map<string, readonly FieldLink[]>();
  for (const [key, links] of map)
    sorted.set(
      key,
      [...links.values()].sort((a, b) => b.score - a.score),
    );
  return {
    lookup: key => sorted.get(key) ?? [],
    lookupForm: formLookup(sorted, forms, lexicons[0]),
    lookupTypo: typoLookup(sorted, recordType, spokenOf(lexicons)),
    conceptsOf,
    ofConcept: concept => byConcept.get(concept) ?? [],
  };
}

/** Whose words a request is made of: its own language's, and English ones, which labels are mostly written in. */
export function spokenOf(lexicons: readonly CompiledLexicon[]): readonly CompiledLexicon[] {
  return lexicons.filter((lexicon, i) => i === 0 || lexicon.language === 'en');
}

/** Compounds are looked into from this many letters on, for parts of at least four. */
const COMPOUND = 7;

/** What may stand before the part that carries the sense: a word, never what turns it round (`unbezahlt`). */
const isHead = (head: string, lexicon: CompiledLexicon): boolean =>
  head.length >= 3 && !lexicon.opposingPrefixes.some(prefix => prefix.trim() === head);

/** Words in another form than the lexicon or a label has, and compounds: the end says what it is, the start only about what. */
function formLookup(
  links: ReadonlyMap<string, readonly FieldLink[]>,
  forms: ReadonlyMap<string, ReadonlyMap<string, FieldLink>>,
  lexicon: CompiledLexicon | undefined,
): (key: string) => readonly FieldLink[] {
  const tails = [...(lexicon?.roles ?? [])]
    .filter(
      ([word, roles]) => roles.some(role => role === 'fieldWord' || role === 'valueWord') && /^\p{L}{4,}$/u.test(word),
    )
    .map(([word]) => word);
  const parts = lexicon?.compounds ? [...links].filter(([key]) => key.length >= 4 && !/[\s\d]/.test(key)) : [];
  return key => {
    if (!lexicon) return [];
    const form = forms.get(withoutEndings(key, lexicon.endings));
    if (form) return [...form.values()].sort((a, b) => b.score - a.score);
    if (key.length < COMPOUND || /[\s\d]/.test(key)) return [];
    const word = withoutEndings(key, lexicon.endings);
    const part = parts
      .filter(([end]) => [key, word].some(whole => whole.endsWith(end) && isHead(whole.slice(0, -end.length), lexicon)))
      .sort((a, b) => b[0].length - a[0].length)[0];
    if (!part && lexicon.compounds) {
      // "Lizenznummer", "Umsatzwert": what stands before a general word says what it is.
      const tail = tails.find(end => key.endsWith(end) && key.length - end.length >= 4);
      const head = tail === undefined ? '' : key.slice(0, key.length - tail.length);
      for (const start of [head, head.replace(/s$/, ''), head.replace(/en?$/, '')]) {
        const named =
          head === ''
            ? undefined
            : (links.get(start) ?? [...(forms.get(withoutEndings(start, lexicon.endings))?.values() ?? [])]);
        if (named && named.length > 0)
          return named.filter(link => link.score >= 0.6).map(link => ({ ...link, score: link.score * 0.9 }));
      }
    }
    return (part?.[1] ?? []).filter(link => link.score >= 0.8).map(link => ({ ...link, score: link.score * 0.85 }));
  };
}

/** Typos are measured on whole words, not stems: the words of labels and of the concepts that some field is about. */
function typoLookup(
  links: ReadonlyMap<string, readonly FieldLink[]>,
  recordType: RecordType,
  lexicons: readonly CompiledLexicon[],
): (word: string) => readonly FieldLink[] {
  const words = new Set<string>();
  for (const field of recordType.fields) {
    for (const word of [...wordsOf(field.label), ...wordsOf(field.name)]) if (!GENERAL.has(stem(word))) words.add(word);
  }
  for (const lexicon of lexicons) {
    for (const key of lexicon.concepts.keys())
      if (!key.includes(' ') && links.has(key) && key.length >= 4) words.add(key);
  }
  const index = new TypoIndex(words);
  return word => {
    const near = index.nearest(word);
    return near.words
      .flatMap(found => links.get(stem(found)) ?? links.get(found) ?? [])
      .map(link => ({ ...link, score: link.score * (near.distance === 1 ? 0.85 : 0.75) }));
  };
}
