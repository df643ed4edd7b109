import type { JsonValue, Reading } from '@lib/rules';
import { compileDate, compileDatetime } from './read-date';
import { compileNumber } from './read-number';

/** What reading gives for a value that cannot be read as the field's type: the value stays as it is. */
export const UNREADABLE: unique symbol = Symbol('unreadable');

export type ReadValue = (raw: JsonValue) => JsonValue | typeof UNREADABLE;

/**
 * The reading of one field as a function. Values that already have the type are left alone, blanks of typed fields and
 * empty words become null; reading what was read changes nothing.
 */
export function compileValue(reading: Reading): ReadValue {
  const isEmptyWord = compileEmptyWords(reading.emptyWords ?? []);
  switch (reading.type) {
    case 'text':
      return raw => {
        if (typeof raw === 'string') return isEmptyWord(raw) ? null : raw;
        if (typeof raw === 'number' || typeof raw === 'boolean') return String(raw);
        return raw === null ? null : UNREADABLE;
      };
    case 'number': {
      const read = compileNumber(reading);
      return raw => (typeof raw === 'number' ? raw : readText(raw, isEmptyWord, read));
    }
    case 'boolean': {
      const read = compileBoolean(reading);
      return raw => {
        if (typeof raw === 'boolean') return raw;
        return readText(typeof raw === 'number' ? String(raw) : raw, isEmptyWord, read);
      };
    }
    case 'date': {
      const read = compileDate(reading);
      return raw => readText(raw, isEmptyWord, read);
    }
    case 'datetime': {
      const read = compileDatetime(reading);
      return raw => readText(raw, isEmptyWord, read);
    }
    case 'list': {
      const read = compileList(reading);
      return raw => {
        if (Array.isArray(raw)) return raw as JsonValue;
        if (typeof raw === 'number' || typeof raw === 'boolean') return [raw];
        return readText(raw, isEmptyWord, read);
      };
    }
  }
}

function readText(
  raw: JsonValue,
  isEmptyWord: (text: string) => boolean,
  read: (text: string) => JsonValue | undefined,
): JsonValue | typeof UNREADABLE {
  if (raw === null) return null;
  if (typeof raw !== 'string') return UNREADABLE;
  if (raw === '' || isEmptyWord(raw)) return null;
  const value = read(raw);
  if (value !== undefined) return value;
  return raw.trim() === '' ? null : UNREADABLE;
}

function compileEmptyWords(words: readonly string[]): (text: string) => boolean {
  if (words.length === 0) return () => false;
  const known = new Set(words.map(word => word.trim().toLowerCase()));
  known.delete('');
  const longest = Math.max(0, ...[...known].map(word => word.length));
  return text => text.length <= longest + 4 && known.has(text.trim().toLowerCase());
}

const TRUE_WORDS = ['true'];
const FALSE_WORDS = ['false'];

function compileBoolean(reading: Reading): (text: string) => boolean | undefined {
  const words = new Map<string, boolean>();
  for (const word of reading.falseWords ?? FALSE_WORDS) words.set(word.toLowerCase(), false);
  for (const word of reading.trueWords ?? TRUE_WORDS) words.set(word.toLowerCase(), true);
  return text => words.get(text.trim().toLowerCase());
}

/** Separators tried, in this order, on a list whose reading names none. */
const USUAL_SEPARATORS = [';', '|', ','] as const;

/** What separates the elements of this text under this reading. */
export function separatorOf(reading: Reading, text: string): string {
  return reading.listSeparator ?? USUAL_SEPARATORS.find(separator => text.includes(separator)) ?? ';';
}

function compileList(reading: Reading): (text: string) => readonly string[] {
  return text =>
    text
      .split(separatorOf(reading, text))
      .map(element => element.trim())
      .filter(element => element !== '');
}
