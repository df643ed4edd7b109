import { type DataRecord, type Field, type JsonValue, type RecordType, tagsFieldOf, valueAt } from '@lib/rules';
import { piecesOf, type Stored } from './joined-texts';

/** The distinct texts of all text and list fields, field after field, each with how often it is stored. */
export interface StoredTexts {
  readonly fields: readonly Field[];
  /** Where the texts of each field begin, and behind the last one where they end. */
  readonly starts: Uint32Array;
  readonly texts: readonly string[];
  readonly counts: Uint32Array;
  /** The text fields that list several in one text: what they hold are the pieces. */
  readonly joined: ReadonlySet<string>;
}

const NO_TEXTS: readonly string[] = [];
const LONGEST = 200;
/** Values looked at between two yields. */
const SLICE = 4000;

function textsOf(value: JsonValue | undefined): readonly string[] {
  if (typeof value === 'string') return isText(value) ? [value] : NO_TEXTS;
  return Array.isArray(value) ? (value as readonly JsonValue[]).filter(isText) : NO_TEXTS;
}

const isText = (value: JsonValue): value is string =>
  typeof value === 'string' && value.length <= LONGEST && value.trim() !== '';

function textFieldsOf(recordType: RecordType): readonly Field[] {
  const tags = tagsFieldOf(recordType);
  const fields = recordType.fields.filter(({ type }) => type === 'text' || type === 'list');
  return recordType.fields.some(({ name }) => name === tags)
    ? fields
    : [...fields, { name: tags, label: tags, type: 'list', reading: { type: 'list' } }];
}

/** What records of the sample hold beyond what the profiles list. */
function* beyondProfiles(
  fields: readonly Field[],
  sample: readonly DataRecord[],
): Generator<void, ReadonlyMap<Field, ReadonlyMap<string, number>>> {
  const byRoot = new Map<string, Field[]>();
  for (const field of fields) {
    const [root = ''] = field.name.split('.', 1);
    const known = byRoot.get(root);
    if (known) known.push(field);
    else byRoot.set(root, [field]);
  }
  const listed = new Map<Field, ReadonlySet<JsonValue>>();
  const found = new Map<Field, Map<string, number>>();
  let looked = 0;
  for (const record of sample) {
    // What records hold is gone over, not what they might hold: most have few of ten thousand fields.
    for (const root of Object.keys(record)) {
      for (const field of byRoot.get(root) ?? []) {
        for (const text of textsOf(valueAt(record, field.name))) {
          let known = listed.get(field);
          if (!known) listed.set(field, (known = new Set((field.profile?.frequent ?? []).map(({ value }) => value))));
          if (known.has(text)) continue;
          const counts = found.get(field) ?? new Map<string, number>();
          counts.set(text, (counts.get(text) ?? 0) + 1);
          found.set(field, counts);
        }
      }
      if (++looked % SLICE === 0) yield;
    }
  }
  return found;
}

/** Brings together what profiles and sample know of texts: each profile's in its order, then what only the sample shows. */
export function* storedTextsOf(recordType: RecordType, sample: readonly DataRecord[]): Generator<void, StoredTexts> {
  const fields = textFieldsOf(recordType);
  const more = yield* beyondProfiles(fields, sample);
  const starts = new Uint32Array(fields.length + 1);
  const texts: string[] = [];
  const counts: number[] = [];
  const joined = new Set<string>();
  let looked = 0;
  for (const [i, field] of fields.entries()) {
    starts[i] = texts.length;
    const stored: Stored[] = [];
    for (const { value, count } of field.profile?.frequent ?? []) {
      if (isText(value)) stored.push([value, count]);
      if (++looked % SLICE === 0) yield;
    }
    stored.push(...(more.get(field) ?? []));
    const pieces = field.type === 'text' ? piecesOf(stored) : undefined;
    if (pieces) joined.add(field.name);
    for (const [text, count] of pieces ?? stored) {
      texts.push(text);
      counts.push(count);
    }
  }
  starts[fields.length] = texts.length;
  yield;
  return { fields, starts, texts, counts: Uint32Array.from(counts), joined };
}

/** Which field a text belongs to. */
export function fieldOf({ starts }: StoredTexts, text: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= text) low = middle;
    else high = middle;
  }
  return low;
}
