import type { JsonValue } from '@lib/rules';

/** What a field's raw values show, before anyone decides how they are read. */
export interface Evidence {
  readonly label: string;
  /** Filled texts that are no empty word, with how often each came. */
  readonly texts: ReadonlyMap<string, number>;
  readonly textCount: number;
  readonly numbers: number;
  readonly booleans: number;
  readonly lists: number;
  readonly objects: number;
  /** Blank texts and nulls. */
  readonly blanks: number;
  /** Words that stand for empty in a typed field, as they were spelled first. */
  readonly emptyWords: readonly string[];
}

/** What the file as a whole says where a field alone does not. */
export interface FileHints {
  readonly decimalMark?: '.' | ',';
  /** `true` for DD/MM, `false` for MM/DD. */
  readonly dayFirst?: boolean;
}

/** Always empty, whatever the field is. */
const ALWAYS_EMPTY = new Set([
  'n/a',
  '#n/a',
  '-',
  '--',
  '---',
  '–',
  '—',
  'null',
  '(null)',
  '<null>',
  '\\n',
  'nil',
  '(blank)',
  '(empty)',
  'n.a.',
]);

/** Empty where numbers, dates or yes and no are expected; in a text they may mean something (`NA` is Namibia). */
const TYPED_EMPTY = new Set(
  (
    'na|nan|none|undefined|unknown|?|??|tbd|tba|.|..|k.a.|k. a.|keine angabe|unbekannt|leer|inconnu|desconocido|sconosciuto|' +
    'desconhecido|onbekend|ukendt|not available|not set|missing|empty|void|s/o|n/d|nd|no data'
  ).split('|'),
);

/** Looks at the values of one field, in the order they came, each with how often it did. */
export function gatherEvidence(label: string, values: Iterable<readonly [value: JsonValue, count: number]>): Evidence {
  const texts = new Map<string, number>();
  const emptyWords = new Map<string, string>();
  const sums = { textCount: 0, numbers: 0, booleans: 0, lists: 0, objects: 0, blanks: 0 };
  for (const [value, count] of values) {
    if (value === null) sums.blanks += count;
    else if (typeof value === 'number') sums.numbers += count;
    else if (typeof value === 'boolean') sums.booleans += count;
    else if (Array.isArray(value)) sums.lists += count;
    else if (typeof value !== 'string') sums.objects += count;
    else {
      const word = value.trim();
      const lower = word.toLowerCase();
      if (word === '') sums.blanks += count;
      else if (ALWAYS_EMPTY.has(lower) || TYPED_EMPTY.has(lower)) emptyWords.set(lower, emptyWords.get(lower) ?? word);
      else {
        sums.textCount += count;
        texts.set(value, (texts.get(value) ?? 0) + count);
      }
    }
  }
  return { label, texts, ...sums, emptyWords: [...emptyWords.values()] };
}

/** The empty words that hold in a text field too. */
export function emptyInText(words: readonly string[]): readonly string[] {
  return words.filter(word => ALWAYS_EMPTY.has(word.toLowerCase()));
}
