import { findField, tagsFieldOf, type Field, type RecordType } from '@lib/rules';

/** What one key of a raw record stands for: a field, an object of fields, or, in mixed data, either. */
export interface FieldKey {
  field?: Field;
  children?: Map<string, FieldKey>;
  /** Where keys of the object that no field claims go in the read record. */
  path: readonly string[];
}

/** The fields of a record type, its tags field included even where the catalog does not list it. */
export function allFields(recordType: RecordType): readonly Field[] {
  const tags = tagsFieldOf(recordType);
  return recordType.fields.some(field => field.name === tags)
    ? recordType.fields
    : [...recordType.fields, findField(recordType, tags)!];
}

/**
 * Every key under which a field may come: its name, its label, its synonyms, each flat (`address.city` as a CSV header)
 * or nested. Where two fields claim a key, a name goes before a label and a label before a synonym.
 */
export function fieldKeys(recordType: RecordType): ReadonlyMap<string, FieldKey> {
  const top = new Map<string, FieldKey>();
  const fields = allFields(recordType);
  for (const field of fields) claim(top, [field.name], field);
  for (const field of fields) claim(top, field.name.split('.'), field);
  for (const field of fields) {
    claim(top, [field.label], field);
    const nested = nestedLabel(field);
    if (nested) claim(top, nested, field);
  }
  for (const field of fields) {
    for (const synonym of field.synonyms ?? []) claim(top, [synonym], field);
  }
  return top;
}

/** The label as a path, where it is one with as many steps as the name (`Billing Address.Zip Code`). */
export function nestedLabel(field: Field): readonly string[] | undefined {
  const steps = field.label.split('.');
  return steps.length > 1 && steps.length === field.name.split('.').length ? steps : undefined;
}

function claim(top: Map<string, FieldKey>, steps: readonly string[], field: Field): void {
  const target = field.name.split('.');
  let level = top;
  for (const [index, step] of steps.entries()) {
    let key = level.get(step);
    if (!key) level.set(step, (key = { path: target.slice(0, index + 1) }));
    if (index === steps.length - 1) key.field ??= field;
    else {
      if (!key.children) {
        key.children = new Map<string, FieldKey>();
        key.path = target.slice(0, index + 1);
      }
      level = key.children;
    }
  }
}
