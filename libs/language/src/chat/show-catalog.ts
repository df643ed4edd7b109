import type { Field, FieldProfile, JsonValue, RecordType } from '@lib/rules';
import { tagsFieldOf } from '@lib/rules';
import type { Mask } from './mask-personal';

const MAX_FIELDS = 40;
const MAX_VALUES = 12;
/** A value fewer records hold could point at one of them, so it stays here. */
const FEWEST_HOLDERS = 3;
const MOST_DISTINCT = 200;
const MAX_TEXT = 80;

/** The fields a request is likely about: those it names come first, the rest as the catalog lists them. */
export function pruneFields(recordType: RecordType, prompt: string): readonly Field[] {
  const words = new Set(prompt.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const scored = recordType.fields.map((field, i) => ({ field, i, score: score(field, words) }));
  scored.sort((a, b) => b.score - a.score || a.i - b.i);
  const kept = scored
    .slice(0, MAX_FIELDS)
    .sort((a, b) => a.i - b.i)
    .map(({ field }) => field);
  const tags = tagsFieldOf(recordType);
  if (kept.some(field => field.name === tags)) return kept;
  return [
    ...kept,
    recordType.fields.find(field => field.name === tags) ?? {
      name: tags,
      label: tags,
      type: 'list',
      reading: { type: 'list' },
    },
  ];
}

/** The catalog as a model sees it: schema and masked statistics. No value of a personal field, none of the key, none that few records hold. */
export function showCatalog(recordType: RecordType, fields: readonly Field[], mask: Mask): JsonValue {
  return {
    recordType: recordType.name,
    tagsField: tagsFieldOf(recordType),
    fields: fields.map(field =>
      showField(field, field.sensitivity === 'personal' || field.name === recordType.key, mask),
    ),
  };
}

function showField(field: Field, isPersonal: boolean, mask: Mask): JsonValue {
  return {
    name: field.name,
    label: clean(field.label, mask),
    type: field.type,
    ...(field.description ? { description: clean(field.description, mask) } : {}),
    ...(field.unit ? { unit: field.unit } : {}),
    ...(field.synonyms?.length ? { alsoCalled: field.synonyms.map(word => clean(word, mask)) } : {}),
    ...(field.writable === false ? { writable: false } : {}),
    ...(field.profile ? showProfile(field.type, field.profile, isPersonal, mask) : {}),
  };
}

function showProfile(
  type: Field['type'],
  profile: FieldProfile,
  isPersonal: boolean,
  mask: Mask,
): { readonly [key: string]: JsonValue } {
  const filledPercent = profile.records > 0 ? Math.round((100 * profile.filled) / profile.records) : 0;
  if (isPersonal) return { filledPercent, personal: true };
  const isRange = type === 'number' || type === 'date' || type === 'datetime';
  const values = type !== 'number' && profile.distinct <= MOST_DISTINCT ? shownValues(profile, mask) : [];
  return {
    filledPercent,
    distinct: profile.distinct,
    ...(isRange && profile.min !== undefined && profile.max !== undefined
      ? { min: profile.min, max: profile.max }
      : {}),
    ...(values.length > 0 ? { values } : {}),
  };
}

function shownValues(profile: FieldProfile, mask: Mask): readonly JsonValue[] {
  return profile.frequent
    .filter(({ value, count }) => count >= FEWEST_HOLDERS && (typeof value === 'string' || typeof value === 'boolean'))
    .slice(0, MAX_VALUES)
    .map(({ value }) => (typeof value === 'string' ? clean(value, mask) : value));
}

function clean(text: string, mask: Mask): string {
  return mask.hide(text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').slice(0, MAX_TEXT));
}

function score(field: Field, words: ReadonlySet<string>): number {
  const own = [field.name, field.label, ...(field.synonyms ?? [])].join(' ').replace(/([a-z])([A-Z])/g, '$1 $2');
  const named = own
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '' && (words.has(word) || words.has(`${word}s`))).length;
  const held = (field.profile?.frequent ?? [])
    .slice(0, 200)
    .some(({ value }) => typeof value === 'string' && words.has(value.toLowerCase()));
  return named * 2 + (held ? 2 : 0);
}
