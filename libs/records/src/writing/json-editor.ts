import { valueAt, type DataRecord, type Field, type JsonValue, type RecordType } from '@lib/rules';
import { nestedLabel } from '../reading/field-keys';
import type { SourceItem } from '../source/record-source';
import { editJson } from './edit-json';
import type { TextEditor, Written } from './text-editor';
import { comesAsText, writeValue } from './write-value';
import { writtenField } from './written-field';

/** Edits values of JSON records in place; everything else of their text stays. */
export class JsonEditor implements TextEditor {
  private text = '';

  constructor(private readonly recordType: RecordType) {}

  write(item: SourceItem, outcome?: Written): string {
    const isChanged = item.kind === 'record' && outcome !== undefined && outcome.changes.length > 0;
    const text = isChanged ? this.edited(item.text, item.raw, outcome) : item.text;
    this.text += item.before + text;
    return text;
  }

  take(): string {
    const { text } = this;
    this.text = '';
    return text;
  }

  end(trailing: string): string {
    return this.take() + trailing;
  }

  private edited(text: string, raw: DataRecord, { record, changes }: Written): string {
    let edited = text;
    for (const path of new Set(changes.map(change => change.path))) {
      const value = valueAt(record, path) ?? null;
      const field = writtenField(this.recordType, path, Array.isArray(value));
      const place = this.placeOf(raw, field);
      const before = at(raw, place);
      edited = editJson(edited, place, written(field, value, before));
    }
    return edited;
  }

  /** Where the value of a field stands in this record, or where it goes. */
  private placeOf(raw: DataRecord, field: Field): readonly string[] {
    const label = nestedLabel(field);
    const places = [
      field.name.split('.'),
      [field.name],
      ...(label ? [label] : []),
      [field.label],
      ...(field.synonyms ?? []).map(synonym => [synonym]),
    ];
    const found = places.find(place => at(raw, place) !== undefined);
    if (found) return found;
    const isKeyedByLabel = this.recordType.fields.some(
      other => other.label !== other.name && Object.hasOwn(raw, other.label) && !Object.hasOwn(raw, other.name),
    );
    return isKeyedByLabel ? (label ?? [field.label]) : field.name.split('.');
  }
}

function at(raw: DataRecord, place: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = raw;
  for (const step of place) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, step)) return undefined;
    value = (value as { readonly [key: string]: JsonValue })[step];
  }
  return value;
}

/** JSON has types of its own: a value is written as text only where it came as text. */
function written(field: Field, value: JsonValue, before: JsonValue | undefined): JsonValue {
  if (value === null || field.type === 'text') return value;
  const isText = typeof before === 'string' || ((before === undefined || before === null) && comesAsText(field));
  return isText ? writeValue(field, value, typeof before === 'string' ? before : '') : value;
}
