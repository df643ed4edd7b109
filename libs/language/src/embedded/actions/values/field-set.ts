import { isAndThe } from '../action-text';
import { comparatorOf, valueOf } from '../../conditions/operands';
import { has } from '../../cursor';
import { says } from '../../saying';
import type { Field } from '@lib/rules';
import type { Role } from '../../../grounding/lexicon';
import type { Chunk } from '../../../grounding/link-words';

/** So surely a field is named that something is set to. */
const NAMED = 0.85;
/** … and where one of its values stands right beside it, or is led to. */
const BESIDE = 0.6;
/** So many words stand between a field and what it is to be: "should then go down to". */
const BETWEEN = 4;

const LEADS: readonly Role[] = ['to', 'into', 'eq', 'as', 'colon', 'arrow'];
const GOES: readonly Role[] = ['give', 'be', 'may', 'does', 'fell', 'rose', 'then', 'off', 'setTo', 'gets'];

const isPlain = (chunk: Chunk | undefined): boolean =>
  chunk?.quote === undefined && !/^\p{Lu}/u.test(chunk?.text ?? '');

const isOwn = (chunk: Chunk | undefined, field: Field): boolean => {
  const link = valueOf(chunk, field);
  return link !== undefined && link.via !== 'part';
};

/** What only that kind of field can be set to. */
const isConstant = (chunk: Chunk | undefined, { type }: Field): boolean =>
  (type === 'number' && chunk?.number !== undefined && chunk.quote === undefined) ||
  (type === 'boolean' && has(chunk, 'trueWord', 'falseWord')) ||
  (type === 'text' && chunk?.quote !== undefined) ||
  ((type === 'date' || type === 'datetime') && chunk?.date !== undefined);

/** "(the) priority to Low", "status maintenance", "their priority should go down to Low", "hall = Hall B": a field, and what it is set to. */
export function setsField(chunks: readonly Chunk[], at: number, moves = false): boolean {
  let name = isAndThe(chunks[at]) ? at + 1 : at;
  while (name < at + 2 && has(chunks[name], 'det', 'them') && isPlain(chunks[name]) && !chunks[name]?.fields.length)
    name++;
  const [named] = chunks[name]?.fields ?? [];
  if (!named || chunks[name]?.quote !== undefined || named.score < BESIDE || named.field.type === 'list') return false;
  const bare = chunks[name]?.values.length === 0;
  if (bare && isOwn(chunks[name + 1], named.field)) return true;
  const sure = named.score >= NAMED;
  if (sure && bare && named.field.type === 'number' && isConstant(chunks[name + 1], named.field)) return true;
  let next = name + 1;
  const opens = (chunk: Chunk | undefined): boolean =>
    isPlain(chunk) &&
    !says(chunk, 'upTo', 'goesAlong') &&
    comparatorOf(chunk) === undefined &&
    (has(chunk, ...GOES) || says(chunk, 'landsOn', 'becoming', 'verbForm'));
  // "Priorität auf Low": what is a particle elsewhere leads to a value of the field.
  const leads = (at: number): boolean => has(chunks[at], ...LEADS) && isOwn(chunks[at + 1], named.field);
  while (next < name + BETWEEN && opens(chunks[next]) && !leads(next)) next++;
  const bound = says(chunks[next], 'upTo') && !moves && next === name + 1;
  const led =
    !bound && isPlain(chunks[next]) && (has(chunks[next], ...LEADS) || says(chunks[next], 'upTo', 'goesAlong'));
  if (!led && !chunks.slice(name + 1, next).some(chunk => says(chunk, 'becoming'))) return false;
  const value = led ? chunks[next + 1] : chunks[next];
  return isOwn(value, named.field) || (sure && isConstant(value, named.field));
}

/** Verbs that bring what a field holds up or down: "raise", "lower", "bump". */
export const movesLevel = (verb: Chunk | undefined): boolean =>
  verb?.quote === undefined && (has(verb, 'reckon') || says(verb, 'goingUp', 'goingDown'));

/** "raise the priority to High", "bump the priority up to High": the order to bring a field to what it is to be. */
export const bringsField = (chunks: readonly Chunk[], at: number): boolean =>
  movesLevel(chunks[at]) &&
  isPlain(chunks[at]) &&
  setsField(chunks, has(chunks[at + 1], 'off') ? at + 2 : at + 1, true);
