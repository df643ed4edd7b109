import { DEFAULT_TAGS_FIELD, type Field } from '@lib/rules';
import { namesKey } from './name-hints';

/** The field that names each record: filled and different in all of them. Its header decides, then its place. */
export function proposeKey(fields: readonly Field[], recordType: string): string | undefined {
  const candidates = fields
    .filter(isUnique)
    .map((field, index) => ({ field, index, hint: namesKey(field.label, recordType) }))
    .sort((a, b) => b.hint - a.hint || a.index - b.index);
  const best = candidates[0];
  if (!best) return undefined;
  return best.hint > 0 || best.field === fields[0] ? best.field.name : undefined;
}

const TAGS_NAMES = /^(?:tags?|schlagw(?:ö|oe)rter|schlagworte|étiquettes|etiquetas|etichette|etiketten)$/i;

/** The list field that tags live in, where it is not called `tags`. */
export function proposeTagsField(fields: readonly Field[]): string | undefined {
  if (fields.some(field => field.name === DEFAULT_TAGS_FIELD)) return undefined;
  return fields.find(field => field.type === 'list' && TAGS_NAMES.test(field.name))?.name;
}

function isUnique({ type, profile }: Field): boolean {
  if (!profile || (type !== 'text' && type !== 'number') || profile.records === 0) return false;
  if (type === 'number' && ![profile.min, profile.max].every(Number.isInteger)) return false;
  const { records, filled, unreadable, distinct, distinctIsExact } = profile;
  return (
    filled === records && unreadable === 0 && distinct === records && distinctIsExact && (profile.maxLength ?? 0) <= 100
  );
}
