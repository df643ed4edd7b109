import type { FieldType } from '@lib/rules';
import { says } from './saying';
import type { FieldLink } from '../grounding/fields/field-index';
import type { Role } from '../grounding/lexicon';
import type { Chunk } from '../grounding/link-words';

/** Whether a chunk can play one of these roles. */
export function has(chunk: Chunk | undefined, ...roles: readonly Role[]): boolean {
  if (chunk === undefined) return false;
  const played = chunk.roles;
  // Asked thousands of times of a request: counting costs half of what an iterator does.
  for (let i = 0; i < played.length; i++) if (roles.includes(played[i] as Role)) return true;
  return false;
}

/** Links below this score are only hints, never taken alone. */
export const WEAK = 0.5;

export function fieldLinks(chunk: Chunk | undefined, types?: readonly FieldType[]): readonly FieldLink[] {
  if (!chunk) return [];
  return types ? chunk.fields.filter(link => types.includes(link.field.type)) : chunk.fields;
}

export function isField(chunk: Chunk | undefined): boolean {
  return (chunk?.fields[0]?.score ?? 0) >= WEAK;
}

/** Whether records hold this in one of the fields: "available" of a status is its value, and no word for being there. */
export const isValueOf = (chunk: Chunk | undefined, links: readonly FieldLink[]): boolean =>
  chunk?.values.some(value => links.some(link => link.field.name === value.field.name)) ?? false;

/** A word in small letters: what is written large, or in quotes, may be a name or a part of one. */
export const isSmall = (chunk: Chunk | undefined): boolean =>
  chunk?.quote === undefined && /^\p{Ll}/u.test(chunk?.text ?? '');

/** Words of which nothing is left to account for. */
export function isFiller(chunk: Chunk | undefined): boolean {
  return has(
    chunk,
    'filler',
    'det',
    'be',
    'where',
    'noun',
    'of',
    'in',
    'if',
    'for',
    'then',
    'them',
    'fieldWord',
    'valueWord',
    'any',
    'ones',
    'have',
    'as',
    'ask',
    'only',
    'also',
    'today',
    'ever',
    'besides',
  );
}

/** Whether nobody knows the words of a chunk: neither the grammar nor the records. A number or a day may be said by it all the same. */
export const isUnknown = ({ roles, fields, values }: Chunk): boolean =>
  roles.length + fields.length + values.length === 0;

/** What is named in letters and nothing here knows; in "built after 1990" it says what happened then. */
export const isStranger = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined && isUnknown(chunk) && !chunk.number && !chunk.date && /\p{L}{3}/u.test(chunk.text);

/** "tagged", "étiquetées", "etiquetados", "contrassegnati": what has been done, no order. */
export const isParticiple = (chunk: Chunk): boolean => says(chunk, 'participle');

/** Whether a chunk is something of what records hold: a value, an amount, a time, a quoted text or the name of a field. */
export const holdsData = (chunk: Chunk): boolean =>
  chunk.values.length > 0 ||
  chunk.number !== undefined ||
  chunk.date !== undefined ||
  chunk.duration !== undefined ||
  chunk.quote !== undefined ||
  (chunk.fields[0]?.score ?? 0) >= 0.6;

/** "in its name": a field that is called like what asks for it elsewhere ("name the …"). */
export const namesOwnField = (chunks: readonly Chunk[], at: number): boolean =>
  (chunks[at]?.fields[0]?.score ?? 0) >= 0.9 && has(chunks[at - 1], 'det', 'them');

/** Grammar words that cannot name anything. */
export function isBound(chunk: Chunk | undefined): boolean {
  return chunk === undefined || has(chunk, 'comma', 'stop', 'arrow', 'colon', 'close', 'open');
}

/** What may follow a statement that is complete: another one, what limits it, or what is to be done. */
const BEHIND_STATEMENT = [
  'and',
  'or',
  'but',
  'then',
  'dash',
  'give',
  'as',
  'tag',
  'where',
  'if',
  'unless',
  'except',
] as const;

/** Whether nothing more is said of what stands before: the text ends, a mark follows, or another clause; `also`: what else ends it there. */
export const endsClause = (chunk: Chunk | undefined, ...also: readonly Role[]): boolean =>
  isBound(chunk) || has(chunk, ...BEHIND_STATEMENT, ...also);

export const NUMERIC: readonly FieldType[] = ['number'];

/** The verbs that every reader of actions knows; each adds those that count where it looks. */
export const ACTING_VERBS = [
  'tag',
  'add',
  'remove',
  'setTo',
  'clear',
  'upper',
  'lower',
  'title',
  'trim',
  'mask',
] as const;
