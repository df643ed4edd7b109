import { mayHoldTags } from '@lib/records';
import { fail, type Field, ok, type Reading, type RecordType, type Result, tagsFieldOf } from '@lib/rules';

import type { Dependant } from './dependants';

/** What people may say anew about a field. */
export type FieldChange = { readonly name: string; readonly remove?: true } & Partial<
  Pick<Field, 'label' | 'type' | 'description' | 'synonyms' | 'nullable' | 'writable' | 'sensitivity'>
> & { readonly unit?: string | null; readonly reading?: Partial<Reading> };

export interface RecordTypeChange {
  readonly label?: string;
  readonly key?: string | null;
  readonly tagsField?: string;
  readonly fields?: readonly FieldChange[];
}

export type ChangeRefusal =
  | { readonly kind: 'unknown-field' | 'no-tags-field'; readonly field: string }
  | { readonly kind: 'in-use'; readonly rules: readonly Dependant[] };

export interface Changed {
  readonly recordType: RecordType;
  /** Whether values are read differently now, so that profiles must be taken anew. */
  readonly readsDifferently: boolean;
}

/** The record type after a change; refused where a live rule would come to mean something else. */
export function changeRecordType(
  recordType: RecordType,
  change: RecordTypeChange,
  dependants: readonly Dependant[],
): Result<Changed, ChangeRefusal> {
  const fields = new Map(recordType.fields.map(field => [field.name, field]));
  const touched = new Set<string>();
  const locked = new Set<string>();
  for (const one of change.fields ?? []) {
    const field = fields.get(one.name);
    if (!field) return fail({ kind: 'unknown-field', field: one.name });
    if (one.remove) {
      fields.delete(one.name);
      touched.add(one.name);
      continue;
    }
    const next = changeField(field, one);
    if (JSON.stringify(next.reading) !== JSON.stringify(field.reading) || next.type !== field.type)
      touched.add(one.name);
    if (next.writable === false && field.writable !== false) locked.add(one.name);
    fields.set(one.name, next);
  }
  const { label, key, tagsField } = change;
  if (key && !fields.has(key)) return fail({ kind: 'unknown-field', field: key });
  if (tagsField !== undefined && tagsField !== tagsFieldOf(recordType))
    touched.add(tagsFieldOf(recordType)).add(tagsField);
  const tags = tagsField ?? tagsFieldOf(recordType);
  // What came as text under the name of the tags stays as it came.
  const isLeft = tagsField === undefined && !mayHoldTags(tags, recordType.fields);
  if (!isLeft && !mayHoldTags(tags, [...fields.values()])) return fail({ kind: 'no-tags-field', field: tags });
  const rules = dependants.filter(
    ({ reads, writes }) =>
      reads.some(name => touched.has(name)) || writes.some(name => touched.has(name) || locked.has(name)),
  );
  if (rules.length > 0) return fail({ kind: 'in-use', rules });
  const { key: oldKey, ...rest } = recordType;
  const nextKey = key === null ? undefined : (key ?? (oldKey !== undefined && fields.has(oldKey) ? oldKey : undefined));
  return ok({
    recordType: {
      ...rest,
      ...(nextKey !== undefined && { key: nextKey }),
      ...(label !== undefined && { label }),
      ...(tagsField !== undefined && { tagsField }),
      fields: [...fields.values()],
    },
    readsDifferently: touched.size > 0,
  });
}

function changeField(field: Field, { remove: _remove, reading, unit, type, ...rest }: FieldChange): Field {
  const { unit: oldUnit, ...kept } = field;
  const nextUnit = unit === null ? undefined : (unit ?? oldUnit);
  const nextType = type ?? reading?.type ?? field.type;
  // A reading made for another type says nothing about this one.
  const base = nextType === field.type ? field.reading : emptyWordsOf(field.reading);
  return {
    ...kept,
    ...rest,
    ...(nextUnit !== undefined && { unit: nextUnit }),
    type: nextType,
    reading: { ...base, ...reading, type: nextType },
  };
}

function emptyWordsOf({ emptyWords }: Reading): Omit<Reading, 'type'> {
  return emptyWords ? { emptyWords } : {};
}
