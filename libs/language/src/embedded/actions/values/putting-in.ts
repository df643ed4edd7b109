import type { Field } from '@lib/rules';
import { type Target, targetAt } from './action-target';
import { endsSentence, type ReadAction } from '../action-text';
import { has, isBound, isField, isParticiple } from '../../cursor';
import { isNameByCapitals } from '../../made-words';
import { says } from '../../saying';
import { lastFieldOf, opensClause } from './field-changes';
import { readNewValue, setTo } from './new-value';
import { wordEnd } from '../tags/tag-ends';
import type { Role } from '../../../grounding/lexicon';
import type { Chunk, Grounding } from '../../../grounding/link-words';
import { wordsOf } from '../../../grounding/words/fold';
import { stem } from '../../../grounding/words/stem';
import { isDateField } from '../../../grounding/fields/date-field';

const isMissing = (chunk: Chunk | undefined): boolean => has(chunk, 'empty', 'without') && chunk?.quote === undefined;

/** The one field that these words say is missing, and nothing else of it or of another. */
function missingIn(chunks: readonly Chunk[]): Field | undefined {
  if (!chunks.some(chunk => isMissing(chunk) || (has(chunk, 'no') && chunk.quote === undefined))) return undefined;
  const named = new Set(chunks.filter(isField).map(chunk => chunk.fields[0]?.field.name));
  const more = chunks.some(
    chunk =>
      chunk.quote !== undefined || chunk.number !== undefined || has(chunk, 'contains', 'startsWith', 'endsWith'),
  );
  return named.size === 1 && !more ? lastFieldOf(chunks) : undefined;
}

/** "CC-0000": capitals and figures put together are kept in fields, no tags are called so. */
function isCode(chunks: readonly Chunk[], at: number, text: string): boolean {
  const end = wordEnd(chunks, at);
  const written = text.slice(chunks[at]?.start, chunks[end - 1]?.end);
  return (
    end > at + 1 && chunks[at]?.quote === undefined && /^[\p{Lu}\p{N}/_-]+$/u.test(written) && /\p{N}/u.test(written)
  );
}

/** What nobody would tag records with: a text between quotes with blanks in it, a date, a value of the field, "to be assigned". */
function fits(value: Chunk | undefined, field: Field, coded: boolean): boolean {
  if (!value) return false;
  if (field.type === 'number') return value.number !== undefined && value.quote === undefined;
  if (isDateField(field)) return value.date !== undefined && 'iso' in value.date.start;
  if (field.type !== 'text') return false;
  return (
    coded ||
    (value.quote !== undefined && !isNameByCapitals(value) && /[\p{Lu}\s]/u.test(value.quote)) ||
    value.values.some(link => link.field.name === field.name && link.via !== 'part') ||
    (has(value, 'empty') && value.quote === undefined)
  );
}

/** "no operator? set "To assign"", "sem data de inspeção? colocar 31/01/2027": what is missing is put in. */
export const parsePuttingIn: ReadAction = (context, at, grounding, before) => {
  const { chunks } = context;
  const verb = chunks[at];
  const writes = (has(verb, 'setTo') && !has(verb, 'fill')) || says(verb, 'writing');
  // "no boss entered in the system" tells what has been done.
  const done = verb !== undefined && isParticiple(verb) && !has(chunks[at - 1], 'give', 'be');
  if (!writes || done || verb?.quote !== undefined || !opensClause(chunks, at)) return undefined;
  let next = at + 1;
  while (
    next < at + 4 &&
    has(chunks[next], 'them', 'det', 'valueWord', 'off', 'to', 'as', 'filler') &&
    !has(chunks[next], 'tagNoun') &&
    !heldBy(chunks[next])
  )
    next++;
  const value = chunks[next];
  if (!value || has(value, 'tagNoun')) return undefined;
  let end = next;
  while (end < chunks.length && !endsSentence(chunks, end)) end++;
  const field = missingIn(before) ?? missingIn(chunks.slice(next + 1, end));
  if (!field || !fits(value, field, isCode(chunks, next, context.text))) return undefined;
  // What is to be written is a value, whatever it says.
  if (!isWriting(chunks[at]) && saysLackAgain(value, field, grounding)) return undefined;
  const read = readNewValue(context, next, field, grounding);
  const after = read && chunks[read.to];
  return read &&
    read.value !== null &&
    (!after || isBound(after) || has(after, 'and', 'if', 'where', 'then', 'for', 'in', 'filler', 'without'))
    ? { actions: [setTo(field, read.value)], to: read.to }
    : undefined;
};

const heldBy = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined && (chunk.quote !== undefined || chunk.number !== undefined || chunk.date !== undefined);

/** "…, copy the installation date there": into the field that was said to be missing. */
export const copyThere: ReadAction = (context, at, grounding, before) => {
  const { chunks } = context;
  const early = isThere(chunks[at + 1]) ? 1 : 0;
  const from: Target | undefined = targetAt(chunks, at + 1 + early, grounding);
  const late = from && isThere(chunks[from.to]) ? 1 : 0;
  const into = missingIn(before);
  if (!from || !into || into.name === from.field.name || early + late === 0) return undefined;
  return { actions: [{ type: 'copyValue', from: from.field.name, to: into.name }], to: from.to + late };
};

const isThere = (chunk: Chunk | undefined): boolean => says(chunk, 'there');

/** "warehouse blank? Leeds.", "missing segment = SMB", "if no rep then Tom Baker": what is missing is the value alone. */
export const parseMissingIs: ReadAction = (context, at, grounding, before) => {
  const { chunks } = context;
  const joint = chunks[at - 1];
  const asked = has(joint, 'stop') && joint?.key === '?';
  if (!(asked || has(joint, 'eq', 'arrow', 'colon', 'then')) || chunks[at]?.quote === '') return undefined;
  const said = before.filter(chunk => chunk !== joint);
  const anew = has(joint, 'arrow') ? respelled(said, chunks[at]) : undefined;
  if (anew && chunks[at + 1] === undefined) return { actions: [setTo(anew, chunks[at]?.text ?? '')], to: at + 1 };
  const field = missingIn(said);
  const value = chunks[at];
  if (!field || said.some(chunk => chunk.values.length > 0) || !value) return undefined;
  if (saysLackAgain(value, field, grounding)) return undefined;
  const known = value.values.some(link => link.field.name === field.name && link.via !== 'part');
  const plain =
    known ||
    (value.quote !== undefined && !isNameByCapitals(value)) ||
    (field.type === 'number' && value.number) ||
    isCode(chunks, at, context.text);
  const read = plain && field.type !== 'list' ? readNewValue(context, at, field, grounding) : undefined;
  const after = read && chunks[read.to];
  if (!read || read.value === null || (after && !has(after, 'stop'))) return undefined;
  return { actions: [setTo(field, read.value)], to: read.to, ...(has(joint, 'eq') && { from: at - 1 }) };
};

/** "Falta el móvil → "Sin móvil\"": a text that only says once more what is missing is a name for such records. */
function saysLackAgain({ quote }: Chunk, field: Field, { fields, lexicons: [own] }: Grounding): boolean {
  const [first = '', ...rest] = wordsOf(quote ?? '');
  if (!own?.roles.get(first)?.some(role => LACKING.includes(role))) return false;
  return rest.some(word => [word, stem(word)].some(key => fields.lookup(key).some(link => link.field === field)));
}

const LACKING: readonly Role[] = ['without', 'no', 'empty', 'not'];

/** "country DE or germany -> Germany": one more value of the field that the others are of. */
function respelled(said: readonly Chunk[], value: Chunk | undefined): Field | undefined {
  const fields = value?.values.filter(({ field, via }) => field.type === 'text' && via === undefined) ?? [];
  const owner = fields.length === 1 ? fields[0]?.field : undefined;
  const named = said.some(chunk => (chunk.fields[0]?.score ?? 0) >= 0.6 && chunk.fields[0]?.field.name === owner?.name);
  const held = said.some(chunk => chunk.values.some(({ field }) => field.name === owner?.name));
  return named && held && value?.quote === undefined ? owner : undefined;
}

/** "escreve", "write": a tag may be put, but hardly written. */
const isWriting = (chunk: Chunk | undefined): boolean => says(chunk, 'writing') && !has(chunk, 'add', 'tag');
