import { valueAt, type DataRecord, type JsonValue, type RecordType } from '@lib/rules';
import { saidValues } from './said-values';

/** Replaces personal values by placeholders on the way out and puts them back on the way in; one per request. */
export interface Mask {
  /** The text without personal values. The same value always gets the same placeholder. */
  hide(text: string): string;
  hideIn(value: JsonValue): JsonValue;
  /** The text with the values put back. A placeholder nobody made stays as it is. */
  reveal(text: string): string;
  revealIn<T extends JsonValue>(value: T): T;
  /** How many values were held back. */
  readonly hidden: number;
}

/** What is personal wherever it stands, most telling first: a longer form is taken before its parts. */
const PATTERNS: readonly { readonly kind: string; readonly pattern: RegExp; readonly unless?: RegExp }[] = [
  { kind: 'EMAIL', pattern: /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu },
  { kind: 'IBAN', pattern: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g },
  { kind: 'ID', pattern: /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi },
  { kind: 'CARD', pattern: /\b(?:\d{4}[ -]?){3}\d{1,7}\b/g, unless: /0{6}$|^\d{1,3}(?: \d{3})+$/ },
  { kind: 'PHONE', pattern: /(?:\+|\b00)[1-9][\d ()./-]{5,}\d/g },
  { kind: 'PHONE', pattern: /\(\d{2,5}\)[ -]?\d{2,}(?:[ -]\d{2,})*\b/g },
  { kind: 'PHONE', pattern: /\b0[1-9]\d{0,3}[ /-]\d{3,}(?: \d{2,}|-\d+)*\b/g, unless: /^\d{2}-\d{2}-/ },
  { kind: 'PHONE', pattern: /\b\d{3}-\d{3,4}-\d{4}\b/g },
  { kind: 'ID', pattern: /\b\d{3}-\d{2}-\d{4}\b/g },
  { kind: 'ID', pattern: /\b[A-Z]{1,4}[-_]?\d{3,}[A-Z0-9-]*\b/g, unless: /^(?:Q\d|FY)/ },
  // Bare long digit runs are numbers of people or papers, unless they end like an amount does.
  { kind: 'ID', pattern: /\b\d{8,}\b/g, unless: /0{3}$/ },
];

const SHORTEST_VALUE = 3;

/** Makes the mask of one request: patterns everywhere, and the values that personal fields and the key field hold. */
export function maskPersonal(recordType: RecordType, sample: readonly DataRecord[], prompt: string): Mask {
  const known = knownValues(recordType, sample, prompt);
  const placeholders = new Map<string, string>();
  const values = new Map<string, string>();
  const counts = new Map<string, number>();

  const placeholderOf = (value: string, kind: string): string => {
    const existing = placeholders.get(value);
    if (existing) return existing;
    let placeholder: string;
    do {
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      placeholder = `[${kind}_${count}]`;
    } while (prompt.includes(placeholder));
    placeholders.set(value, placeholder);
    values.set(placeholder, value);
    return placeholder;
  };

  const hide = (text: string): string => {
    let hidden = text;
    for (const value of known) hidden = hidden.replace(wordsOf(value), found => placeholderOf(found, 'PERSONAL'));
    for (const { kind, pattern, unless } of PATTERNS)
      hidden = hidden.replace(pattern, found => (unless?.test(found) ? found : placeholderOf(found, kind)));
    return hidden;
  };
  const reveal = (text: string): string => text.replace(/\[[A-Z]+_\d+\]/g, found => values.get(found) ?? found);

  return {
    hide,
    hideIn: value => mapTexts(value, hide),
    reveal,
    revealIn: <T extends JsonValue>(value: T) => mapTexts(value, reveal) as T,
    get hidden() {
      return values.size;
    },
  };
}

/** The values of personal fields and of the key that stand in the prompt, longest first. */
function knownValues(recordType: RecordType, sample: readonly DataRecord[], prompt: string): readonly string[] {
  const folded = prompt.toLowerCase();
  const found = new Set<string>();
  const take = (value: JsonValue | undefined): void => {
    if (Array.isArray(value)) return value.forEach(take);
    if (typeof value !== 'string' && typeof value !== 'number') return;
    const text = String(value).trim();
    if (text.length < SHORTEST_VALUE) return;
    if (folded.includes(text.toLowerCase())) found.add(text);
    // Somebody is also named by one of their names alone.
    for (const word of text.split(/[\s,;]+/))
      if (word.length > SHORTEST_VALUE && /^\p{Lu}/u.test(word) && prompt.includes(word)) found.add(word);
  };
  const harmless = harmlessWords(recordType);
  const personal = recordType.fields.filter(field => field.sensitivity === 'personal' || field.name === recordType.key);
  for (const field of personal) {
    for (const { value } of field.profile?.frequent ?? []) take(value);
    for (const record of sample) take(valueAt(record, field.name));
  }
  const said = saidValues(recordType, new Set(personal.map(field => field.name)), prompt);
  for (const value of said) if (value.length > 1) found.add(value);
  return [...found]
    .filter(value => !harmless.has(value.toLowerCase()))
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** Words the catalog itself uses: hiding them would hide what the request is about, and they give nobody away. */
function harmlessWords(recordType: RecordType): ReadonlySet<string> {
  const words = new Set<string>();
  const add = (text: string): void =>
    void text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .forEach(word => words.add(word));
  add(recordType.name);
  for (const field of recordType.fields) {
    [field.name, field.label, ...(field.synonyms ?? [])].forEach(add);
    if (field.sensitivity === 'personal' || field.name === recordType.key) continue;
    if (field.profile?.frequentIsComplete && field.profile.distinct <= 100)
      for (const { value } of field.profile.frequent) if (typeof value === 'string') add(value);
  }
  return words;
}

function wordsOf(value: string): RegExp {
  const escaped = value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}_])${escaped}(?![\\p{L}\\p{N}_])`, 'giu');
}

function mapTexts(value: JsonValue, change: (text: string) => string): JsonValue {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(item => mapTexts(item, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]));
}
