import {
  canBeListed,
  type DataRecord,
  type EntryTable,
  type Field,
  type Glossary,
  hasEntry,
  listReference,
  NAME_WORDS,
  type NamedList,
  type RecordType,
  type Term,
  valueAt,
} from '@lib/rules';
import { segment, type Token } from '../words/segment';
import { stem } from '../words/stem';

/** What a name stands for. */
export type NameLink =
  | { readonly term: Term; readonly list?: undefined; readonly negated?: true }
  | { readonly list: NamedList; readonly term?: undefined; readonly negated?: true };

/** A word of a name, and what its other forms have in common. */
interface Word {
  readonly word: string;
  readonly stem: string;
}

interface Spoken {
  readonly words: readonly Word[];
  readonly link: NameLink;
}

/** Words around a name, as explanations say that a record is what a term says, or that a value is on a list. */
interface Frame {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly of: 'term' | 'list';
  readonly negated: boolean;
}

/** The names of a glossary as requests are searched for them, with the entries of the lists that are at hand. */
export interface NameIndex {
  readonly byFirst: ReadonlyMap<string, readonly Spoken[]>;
  readonly frames: readonly Frame[];
  readonly recordType: RecordType;
  /** Whether a value is on a list; undefined where its entries are not at hand. */
  isListed(list: NamedList, value: string): boolean | undefined;
}

const wordOf = (word: string): Word => ({ word, stem: stem(word) });

/** The words of a name or of a stretch of a request: marks inside it do not count. */
function wordsIn(text: string, characters: boolean): readonly string[] {
  return segment(text, characters)
    .tokens.filter(isWord)
    .map(({ fold }) => fold);
}

const isWord = (token: Token): boolean => token.kind !== 'symbol';

const cache = new WeakMap<Glossary, Map<string, Omit<NameIndex, 'recordType' | 'isListed'>>>();

/** The index of a glossary, built at first use. `characters`: the language is read character by character. */
export function nameIndexOf(
  recordType: RecordType,
  glossary: Glossary,
  lists: RecordType['lists'],
  characters = false,
): NameIndex {
  const kept = cache.get(glossary) ?? new Map<string, Omit<NameIndex, 'recordType' | 'isListed'>>();
  cache.set(glossary, kept);
  const key = String(characters);
  const built = kept.get(key) ?? build(glossary, characters);
  kept.set(key, built);
  return { ...built, recordType, isListed: (list, value) => isListed(list, value, lists?.get(listReference(list))) };
}

function build(glossary: Glossary, characters: boolean): Omit<NameIndex, 'recordType' | 'isListed'> {
  const links: readonly NameLink[] = [
    ...glossary.terms.map(term => ({ term })),
    ...glossary.lists.map(list => ({ list })),
  ];
  const byFirst = new Map<string, Spoken[]>();
  for (const link of links) {
    const { name, aliases = [] } = link.term ?? link.list;
    for (const spoken of [name, ...aliases]) {
      const words = wordsIn(spoken, characters).map(wordOf);
      const first = words[0];
      if (!first) continue;
      const known = byFirst.get(startOf(first.word)) ?? [];
      known.push({ words, link });
      byFirst.set(startOf(first.word), known);
    }
  }
  return { byFirst, frames: framesFor(characters) };
}

function framesFor(characters: boolean): readonly Frame[] {
  return Object.values(NAME_WORDS).flatMap(({ term, list }) =>
    (
      [
        ['term', term],
        ['list', list],
      ] as const
    ).flatMap(([of, wording]) =>
      [wording.plain, wording.negated].map((text, i): Frame => {
        const [before = '', after = ''] = text.split('…').map(part => wordsIn(part, characters));
        return { before: [...before], after: [...after], of, negated: i === 1 };
      }),
    ),
  );
}

function isListed(list: NamedList, value: string, table: EntryTable | undefined): boolean | undefined {
  const asked = list.anyCase ? value.toLowerCase() : value;
  if (list.values) return entriesOf(list, list.values).has(asked);
  return table && hasEntry(table, asked);
}

const entries = new WeakMap<NamedList, ReadonlySet<string>>();

function entriesOf(list: NamedList, values: readonly string[]): ReadonlySet<string> {
  const known = entries.get(list) ?? new Set(values);
  entries.set(list, known);
  return known;
}

/** A name found in a request: where it ends, and what it stands for. */
export interface FoundName {
  readonly to: number;
  readonly link: NameLink;
}

/** Names are looked for by their first letters: any form of a word has those. */
const FIRST = 4;
const startOf = (word: string): string => word.slice(0, FIRST);

/** "list" in the languages requests are read in, as it stands before or behind a list's name. */
const LIST_WORDS = wordSet('list lists liste listen lista listas listan listes elenco lijst lijsten 名单 列表 リスト');
/** Little words before a list that only say that something is on it. */
const LEADING = wordSet(
  'on in at from off the of auf im aus in dem den der die das von sur dans les la le du des de en el los las del nella nel sulla dalla na no nas nos da do op uit het på fra i från',
);
/** Verbs that stand behind it, where verbs come last. */
const CLOSING = wordSet('steht stehen stand standen ist sind staat staan');
const MOST_LEADING = 3;

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** Every name that begins at a token, with the words around it that only say that it is one. */
export function namesFrom(index: NameIndex, tokens: readonly Token[], from: number): readonly FoundName[] {
  const names = spokenAt(index, tokens, from, false);
  return [...names, ...listed(index, tokens, from), ...framed(index, tokens, from)];
}

/** "on the blocked-supplier list", "the list of blocked suppliers", `on the list "blocked suppliers"`, "in the Nordics". */
function listed(index: NameIndex, tokens: readonly Token[], from: number): readonly FoundName[] {
  const found: FoundName[] = [];
  let at = from;
  const pass = (): void => {
    const most = at + MOST_LEADING;
    while (at < most && LEADING.has(tokens[at]?.fold ?? '')) at++;
  };
  pass();
  const announced = LIST_WORDS.has(tokens[at]?.fold ?? '');
  if (announced) {
    at++;
    pass();
  }
  for (const { to, link } of spokenAt(index, tokens, at, announced)) {
    if (!link.list) continue;
    const word = skipMarks(tokens, to);
    const end = !announced && LIST_WORDS.has(tokens[word]?.fold ?? '') ? word + 1 : to;
    const led = announced || at > from || end > to;
    if (!led) continue;
    found.push({ to: CLOSING.has(tokens[end]?.fold ?? '') ? end + 1 : end, link });
  }
  return found;
}

/** As explanations say it: the words before and behind the name are those of a language. */
function framed(index: NameIndex, tokens: readonly Token[], from: number): readonly FoundName[] {
  return index.frames.flatMap(({ before, after, of, negated }) => {
    const at = followed(tokens, from, before);
    if (at === undefined) return [];
    return spokenAt(index, tokens, at, true).flatMap(({ to: end, link }) => {
      const to = (of === 'list') === (link.list !== undefined) ? followed(tokens, end, after) : undefined;
      if (to === undefined || before.length + after.length === 0) return [];
      return [{ to, link: negated ? { ...link, negated: true as const } : link }];
    });
  });
}

function followed(tokens: readonly Token[], from: number, words: readonly string[]): number | undefined {
  return words.every((word, i) => tokens[from + i]?.fold === word) ? from + words.length : undefined;
}

function spokenAt(index: NameIndex, tokens: readonly Token[], from: number, quoted: boolean): readonly FoundName[] {
  const first = tokens[from];
  if (!first || first.kind === 'symbol') return [];
  if (first.kind === 'quote') return quoted ? quotedAt(index, first, from) : [];
  return (index.byFirst.get(startOf(first.fold)) ?? []).flatMap(({ words, link }) => {
    let at = from;
    for (const [i, word] of words.entries()) {
      if (i > 0) at = skipMarks(tokens, at);
      if (!isSame(tokens[at], word)) return [];
      at++;
    }
    return [{ to: at, link }];
  });
}

function quotedAt(index: NameIndex, { text }: Token, at: number): readonly FoundName[] {
  const words = segment(text).tokens.filter(isWord);
  const first = words[0];
  const spoken = first ? (index.byFirst.get(startOf(first.fold)) ?? []) : [];
  return spoken
    .filter(({ words: known }) => known.length === words.length && known.every((word, i) => isSame(words[i], word)))
    .map(({ link }) => ({ to: at + 1, link }));
}

/** The same word, in the plural or not. */
function isSame(token: Token | undefined, { word, stem: root }: Word): boolean {
  if (!token || token.kind === 'quote') return false;
  if (token.fold === word) return true;
  return token.kind === 'word' && (stem(token.fold) === root || rootOf(token.fold) === rootOf(word));
}

/** A word without what its other forms end in: Kunde, Kunden; cliente, clienti. */
function rootOf(word: string): string {
  return word.length < 5 ? word : word.replace(/(?:ernes|erne|ene|ern|en|er|es|os|as|ar|or|[enrsioax])$/u, '');
}

function skipMarks(tokens: readonly Token[], at: number): number {
  let next = at;
  while (/^[-–/.'&_]$/.test(tokens[next]?.fold ?? '')) next++;
  return next;
}

/** So many records, from all over the sample, show which fields' values are on a list. */
const MOST_LOOKED_AT = 2_000;

/** Fields whose values in the sample are on a list, those with most of them first. */
export function fieldsListedIn(names: NameIndex, list: NamedList, sample: readonly DataRecord[]): readonly Field[] {
  const isOn = (value: unknown): boolean =>
    (typeof value === 'string' || typeof value === 'number') && names.isListed(list, String(value)) === true;
  const { fields } = names.recordType;
  const byRoot = new Map<string, Field[]>();
  for (const field of fields.filter(canBeListed)) {
    const [root = ''] = field.name.split('.', 1);
    const known = byRoot.get(root);
    if (known) known.push(field);
    else byRoot.set(root, [field]);
  }
  const hits = new Map<Field, number>();
  const step = Math.max(1, Math.ceil(sample.length / MOST_LOOKED_AT));
  for (let at = 0; at < sample.length; at += step) {
    const record = sample[at] as DataRecord;
    // What a record holds is gone over, not what it might hold: most have few of ten thousand fields.
    for (const root of Object.keys(record)) {
      for (const field of byRoot.get(root) ?? [])
        if (isOn(valueAt(record, field.name))) hits.set(field, (hits.get(field) ?? 0) + 1);
    }
  }
  return fields.filter(field => hits.has(field)).sort((a, b) => (hits.get(b) ?? 0) - (hits.get(a) ?? 0));
}
