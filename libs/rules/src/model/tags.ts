import type { JsonValue } from './json';

/** The tags a list field holds: absent is none, text is split as the field is read, at any usual separator where nothing says. */
export function tagsIn(value: JsonValue | undefined, separator: string | RegExp = /[,;|]/): readonly JsonValue[] {
  if (value === undefined || value === null || value === '') return [];
  if (Array.isArray(value)) return value as readonly JsonValue[];
  if (typeof value !== 'string') return [value];
  return value
    .split(separator)
    .map(tag => tag.trim())
    .filter(tag => tag !== '');
}

/** Tags are compared exactly, after trimming. */
export function hasTag(tags: readonly JsonValue[], tag: string): boolean {
  return tags.some(present => typeof present === 'string' && present.trim() === tag);
}
