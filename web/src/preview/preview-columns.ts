import type { DraftRule, Field, RecordChange, RecordType } from '../api/contracts';
import { labelOf } from '../catalog/label-of';
import { fieldsOf } from '../rule/condition-tree';

export interface Column {
  readonly name: string;
  readonly label: string;
  readonly isKey: boolean;
  readonly isNumber: boolean;
}

const EXTRA = 2;

/** The columns that tell a person what a rule does: the key, a name to recognise it by, what is read, what is written. */
export function previewColumns(
  recordType: Pick<RecordType, 'key' | 'tagsField' | 'fields'>,
  rule: Pick<DraftRule, 'condition'>,
  changes: readonly RecordChange[],
): readonly Column[] {
  const read = fieldsOf(rule.condition);
  const written = changes.map(change => change.path);
  const known = recordType.fields.map(field => field.name);
  const relevant = [...new Set([...read, ...written])];
  const familiar = recordType.fields.filter(field => isFamiliar(field)).map(field => field.name);
  const filler = [...familiar, ...known]
    .filter(name => name !== recordType.key && !relevant.includes(name))
    .slice(0, relevant.length < 4 ? EXTRA : 1);
  const names = [...new Set([...(recordType.key ? [recordType.key] : []), ...filler, ...relevant])];
  return names.map(name => column(recordType, name));
}

/** Every field, the key first. */
export function allColumns(recordType: Pick<RecordType, 'key' | 'tagsField' | 'fields'>): readonly Column[] {
  const names = recordType.fields.map(field => field.name);
  return [...new Set([...(recordType.key ? [recordType.key] : []), ...names])].map(name => column(recordType, name));
}

function column(recordType: Pick<RecordType, 'key' | 'tagsField' | 'fields'>, name: string): Column {
  const field = recordType.fields.find(candidate => candidate.name === name);
  const isTags = name === (recordType.tagsField ?? 'tags');
  return {
    name,
    label: field ? labelOf(field) : isTags ? 'Tags' : name,
    isKey: name === recordType.key,
    isNumber: field?.type === 'number',
  };
}

function isFamiliar(field: Field): boolean {
  return field.type === 'text' && /(^|[._])(name|title|company)$|Name$/.test(field.name);
}
