import type { Field } from '@lib/rules';
import { type ActionContext, endsSentence, type FoundAction } from '../action-text';
import { endsOrder } from '../clause-end';
import { has, isUnknown } from '../../cursor';
import { opensSaying, says } from '../../saying';
import { readNewValue, setTo } from './new-value';
import { fits } from './value-given';
import type { Chunk, Grounding } from '../../../grounding/link-words';

/** How far what a field is to be may stand behind its name. */
const FAR = 14;

/** "in France", "from Lyon", "whose country is France": what may open a clause about the records; "to" leads to the value alone. */
function opensRecords(chunks: readonly Chunk[], at: number): boolean {
  const chunk = chunks[at];
  if (chunk?.quote !== undefined) return false;
  if (has(chunk, 'comma')) return has(chunks[at + 1], 'where');
  if (has(chunk, 'where') || says(chunk, 'inside', 'comesFrom') || opensSaying(chunk, 'ofDate')) return true;
  // "of orders | shipped to Germany": what is told of them behind their name.
  if (has(chunks[at - 1], 'noun') && !has(chunk, 'to', 'into', 'as', 'eq', 'setTo')) return true;
  const leadsOn = says(chunk, 'towards', 'toPlace') && !has(chunks[at + 1], 'noun');
  return has(chunk, 'of', 'for', 'in', 'on', 'from', 'with') && !leadsOn;
}

/** Whether it is told which records are meant: by a value, a field, an amount, a clause, or a name that nobody knows. */
const tellsWhich = (chunks: readonly Chunk[]): boolean =>
  chunks.some(
    chunk =>
      chunk.values.length > 0 ||
      chunk.number !== undefined ||
      chunk.date !== undefined ||
      isUnknown(chunk) ||
      has(chunk, 'where', 'with', 'without') ||
      (has(chunk, 'noun') && chunks.length > 1),
  );

/** "to", "auf", "op", "til"; "su", "sur" and "in" lead there only before what the field may hold. */
function leadsToValue(chunks: readonly Chunk[], at: number, field: Field): boolean {
  const chunk = chunks[at];
  if (chunk?.quote !== undefined || (chunk?.values.length ?? 0) > 0) return false;
  if (fits(chunks[at + 1], field)) return has(chunk, 'to', 'into', 'as');
  return has(chunk, 'to') && !says(chunk, 'inside') && !has(chunks[at + 1], 'noun', 'det');
}

/**
 * "of machine | M0010 | to Rui", "operador de la máquina | M0010 | a Rui": what another field holds, right behind the field,
 * names the records; so does a name nobody knows, before what the field may hold.
 */
function isRecordsName(chunks: readonly Chunk[], at: number, field: Field): boolean {
  const chunk = chunks[at];
  if (chunk?.quote !== undefined || fits(chunk, field)) return false;
  if (chunk && isUnknown(chunk)) return leadsToValue(chunks, at + 1, field) && fits(chunks[at + 2], field);
  return chunk?.values.some(link => link.via === undefined && link.field.type !== 'list') ?? false;
}

/**
 * "set the status of customers in France to Blocked": between a field and what it is to be stands which records are meant,
 * whatever little word opens that; the value is what the last of them leads to, where the order ends.
 */
export function parseValueBehindRecords(
  context: ActionContext,
  field: Field,
  at: number,
  grounding: Grounding,
): FoundAction | undefined {
  const { chunks } = context;
  const named = isRecordsName(chunks, at, field);
  if (!named && !opensRecords(chunks, at)) return undefined;
  const placed = says(chunks[at], 'inside', 'comesFrom') || has(chunks[at], 'where', 'comma');
  if (!placed && has(chunks[at], 'to', 'into') && fits(chunks[at + 1], field)) return undefined;
  // "of machine | M0010 | to Rui": behind the word for the records their name stands alone.
  const alone = named || has(chunks[at - 1], 'noun');
  for (
    let joint = alone ? at + 1 : at + 2;
    joint < at + FAR && joint < chunks.length && !endsSentence(chunks, joint);
    joint++
  ) {
    if (!leadsToValue(chunks, joint, field)) continue;
    const read = readNewValue(context, joint + 1, field, grounding);
    if (read && endsOrder(chunks, read.to) && tellsWhich(chunks.slice(at, joint)))
      return { actions: [setTo(field, read.value)], to: read.to, inner: [at, joint] };
  }
  return undefined;
}
