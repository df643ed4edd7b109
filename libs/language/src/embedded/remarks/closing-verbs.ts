import type { Field } from '@lib/rules';
import { partsClause } from './clauses';
import { liesAhead } from '../conditions/dates/date-tests';
import { has } from '../cursor';
import { mentions, says } from '../saying';
import { isDateField } from '../../grounding/fields/date-field';
import type { Chunk } from '../../grounding/link-words';

/** What a word that only closes its clause may do besides. */
const CLOSING_ROLES = ['endsWith', 'does', 'filler', 'have'] as const;

/**
 * "deren Vertrag in 90 Tagen | endet", "minder dan 8 uur training hebben | gevolgd": where clauses close with their verb, it
 * says of an amount in a unit or of a day only that it was so, once the field and what is said of it stand before it.
 * What was counted ("drei Bestellungen storniert haben") may have been counted of others; that is asked.
 */
export const closingVerbs = (
  chunks: readonly Chunk[],
  owned: (chunk: Chunk) => boolean,
  testedBy: (chunk: Chunk) => readonly Field[],
): readonly Chunk[] => chunks.filter((chunk, at) => !owned(chunk) && saysItWasSo(chunks, at, owned, testedBy));

function saysItWasSo(
  chunks: readonly Chunk[],
  at: number,
  owned: (chunk: Chunk) => boolean,
  testedBy: (chunk: Chunk) => readonly Field[],
): boolean {
  const chunk = chunks[at] as Chunk;
  if (!isPlainVerb(chunk) || !closes(chunks, at)) return false;
  let said = at - 1;
  while (said > 0 && isAuxiliary(chunks[said]) && !owned(chunks[said] as Chunk)) said--;
  const last = chunks[said];
  if (!last || !owned(last) || !opensAsClause(chunks, said, owned)) return false;
  const fields = testedBy(last);
  const [field] = fields;
  if (!field || fields.length > 1) return false;
  if (isDateField(field))
    return chunk.fields.some(link => link.field === field) || (says(chunk, 'comesToEnd') && liesAhead(field));
  const amount = chunks.slice(Math.max(0, said - NEAR), said + 1).find(word => word.number && owned(word))?.number;
  const measured = amount !== undefined && (amount.unit ?? field.unit ?? field.reading.unit) !== undefined;
  return measured && !has(chunk, 'endsWith') && (isLight(chunk) || chunk.fields.some(link => link.field === field));
}

/** "gehabt", "absolviert", "gevolgd": that it was so. What was "genommen" or "gespart" of an amount may be the contrary. */
const isLight = (chunk: Chunk): boolean => has(chunk, 'have') || says(chunk, 'done', 'seenDone', 'hadAtEnd');

/** How far before what is said last its amount stands. */
const NEAR = 4;

/** A word in small letters that is a form of a verb, and does nothing in the grammar. */
const isPlainVerb = (chunk: Chunk): boolean =>
  /^\p{Ll}+$/u.test(chunk.text) &&
  chunk.values.length === 0 &&
  !chunk.number &&
  !chunk.date &&
  chunk.quote === undefined &&
  says(chunk, 'verbForm', 'done', 'participle') &&
  chunk.roles.every(role => (CLOSING_ROLES as readonly string[]).includes(role));

const isAuxiliary = (chunk: Chunk | undefined): boolean =>
  has(chunk, 'have', 'be') && mentions(chunk, 'auxiliary', 'seenDone', 'perfect');

function closes(chunks: readonly Chunk[], at: number): boolean {
  const next = isAuxiliary(chunks[at + 1]) ? at + 2 : at + 1;
  return chunks[next] === undefined || partsClause(chunks, next) || has(chunks[next], 'and', 'or', 'then');
}

/** All that stands between the relative word and what is said last is part of a test. */
function opensAsClause(chunks: readonly Chunk[], to: number, owned: (chunk: Chunk) => boolean): boolean {
  for (let at = to; at >= 0 && !partsClause(chunks, at); at--) {
    const chunk = chunks[at] as Chunk;
    if (has(chunk, 'where', 'if') && !owned(chunk)) return true;
    if (has(chunk, 'and', 'or') && !owned(chunk)) return true;
    if (!owned(chunk) && !isAuxiliary(chunk) && !has(chunk, 'det', 'filler')) return false;
  }
  return false;
}
