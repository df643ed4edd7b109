import type { EntryTable } from './entry-table';
import type { Glossary } from './glossary';
import type { JsonValue } from './json';

export const FIELD_TYPES = ['text', 'number', 'boolean', 'date', 'datetime', 'list'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/**
 * How the raw value of a field becomes the value rules see. Inferred once, stored with the field, and used by import,
 * preview, apply, command line and streams alike, so that a rule means the same wherever it runs.
 */
export interface Reading {
  readonly type: FieldType;
  /** Numbers: the decimal mark; the other of `.` and `,` (and blanks, `'`) then groups thousands. Default `.`. */
  readonly decimalMark?: '.' | ',';
  /** Numbers: a unit or currency sign that stands before or after every number (`€`, `EUR`, `kg`, `%`). */
  readonly unit?: string;
  /** Dates: the order of the parts, in the letters `YYYY MM DD HH mm ss` (e.g. `DD.MM.YYYY`). Default ISO 8601. */
  readonly dateFormat?: string;
  /** Booleans: words for true and for false, compared without case. */
  readonly trueWords?: readonly string[];
  readonly falseWords?: readonly string[];
  /** Texts that count as empty in this field, beside the empty text, compared without case (`n/a`, `-`). */
  readonly emptyWords?: readonly string[];
  /** Lists: what separates the elements where the raw value is text. */
  readonly listSeparator?: string;
}

export interface ValueCount {
  readonly value: JsonValue;
  readonly count: number;
}

/** What the values of one field look like, over all records seen. */
export interface FieldProfile {
  readonly records: number;
  readonly filled: number;
  /** Values that could not be read as the field's type; they stay as they are and make no comparison true. */
  readonly unreadable: number;
  /** Distinct filled values; exact while `distinctIsExact`, else a lower bound. */
  readonly distinct: number;
  readonly distinctIsExact: boolean;
  /** Numbers and ISO dates: extremes of the read values. */
  readonly min?: number | string;
  readonly max?: number | string;
  /** Most frequent read values (for lists: elements), most frequent first, ties by value; at most 1,000. */
  readonly frequent: readonly ValueCount[];
  /** True when `frequent` holds every distinct value. */
  readonly frequentIsComplete: boolean;
  /** Text lengths in characters. */
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Most frequent shapes of the raw text: letters `A a`, digits `9`, runs folded (`Aa+ 9+`). */
  readonly patterns: readonly ValueCount[];
}

export type Sensitivity = 'none' | 'personal';

/** One field of a record type. `name` is a `var` path: identifier segments joined by dots. */
export interface Field {
  readonly name: string;
  /** What people call it: the header it came with, or a name an admin gave. */
  readonly label: string;
  readonly type: FieldType;
  readonly reading: Reading;
  readonly description?: string;
  readonly unit?: string;
  /** Further names people use, any language. */
  readonly synonyms?: readonly string[];
  /** Whether the field may be empty; unknown counts as yes. */
  readonly nullable?: boolean;
  readonly sensitivity?: Sensitivity;
  /** False where rules must not write. Default true. */
  readonly writable?: boolean;
  readonly profile?: FieldProfile;
}

/** A kind of record (customer, product): its fields, its key field, and where its tags live. */
export interface RecordType {
  readonly name: string;
  readonly label?: string;
  readonly key?: string;
  /** The list field tags are kept in. Default `tags`. */
  readonly tagsField?: string;
  readonly fields: readonly Field[];
  /** Names that requests may use. No part of how records are read, and never stored with the fields. */
  readonly glossary?: Glossary;
  /** The entries of long lists that rules refer to, by reference (`name@version`), where rules are to be checked or run. */
  readonly lists?: ReadonlyMap<string, EntryTable>;
}

export const DEFAULT_TAGS_FIELD = 'tags';

/** The path of the list field that holds a record type's tags. */
export function tagsFieldOf(recordType: RecordType): string {
  return recordType.tagsField ?? DEFAULT_TAGS_FIELD;
}

const named = new WeakMap<readonly Field[], ReadonlyMap<string, Field>>();

/** Fields by their names; of several with one name the first. */
function byName(fields: readonly Field[]): ReadonlyMap<string, Field> {
  const known = named.get(fields);
  if (known) return known;
  const made = new Map<string, Field>();
  for (const field of fields) if (!made.has(field.name)) made.set(field.name, field);
  named.set(fields, made);
  return made;
}

/** The field with exactly this name. The tags field exists even where the catalog does not list it. */
export function findField(recordType: RecordType, name: string): Field | undefined {
  const found = byName(recordType.fields).get(name);
  if (found) return found;
  return name === tagsFieldOf(recordType) ? { name, label: name, type: 'list', reading: { type: 'list' } } : undefined;
}
