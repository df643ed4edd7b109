import type { Action, Field, JsonValue } from '@lib/rules';
import type { ActionContext } from '../action-text';
import { has, isBound, isSmall } from '../../cursor';
import { closesSaying } from '../../saying';
import { comparatorOf, inUnitOf, valueOf } from '../../conditions/operands';
import { isGrammar } from '../tags/tag-ends';
import { readValueText } from '../tags/tag-text';
import type { Chunk, Grounding } from '../../../grounding/link-words';
import type { ValueLink } from '../../../grounding/values/value-index';
import { isDateField } from '../../../grounding/fields/date-field';

/** Words that mean emptiness and nothing else; "Unknown" or "N/A" are texts that data holds. */
const NOTHING = new Set(
  (
    'empty|blank|nothing|null|no value|left blank|left empty|leer|nichts|vide|rien|vacio|vacia|nada|vuoto|vuota|niente|' +
    'nulla|vazio|vazia|leeg|niets|tom|tomt|ingenting|inget|空|空白'
  ).split('|'),
);
const meansNothing = (chunk: Chunk): boolean => NOTHING.has(chunk.key);

/** A text to write is written as it was typed; all in lower case it is the one stored spelling that differs only in case. */
function spellingOf(chunk: Chunk, known: ValueLink): string {
  const typed = chunk.text;
  // "auf storniert setzen": the word only stands for what is stored.
  if (known.via === 'word' || known.via === 'country') return known.stored[0] ?? typed;
  if (typed !== typed.toLowerCase()) return typed;
  const alike = known.stored.filter(stored => stored.toLowerCase() === typed);
  return (alike.length === 1 ? alike[0] : undefined) ?? typed;
}

/** "to Closed on all claims", where a field is called "Closed on": the value that the field's name begins with. */
function valueWithin(chunk: Chunk, field: Field, { values }: Grounding): string | undefined {
  const words = chunk.text.split(' ');
  if (words.length !== 2 || !chunk.fields.some(link => link.field.name !== field.name && link.score >= 0.9))
    return undefined;
  return values.lookup((words[0] ?? '').toLowerCase()).find(link => link.field.name === field.name)?.stored[0];
}

/** "to sold for red vehicles", where "sold for" names a price: the value before the word that leads to the records. */
function valueBeforeRecords(chunks: readonly Chunk[], at: number, field: Field): string | undefined {
  const words = chunks[at]?.text.split(' ') ?? [];
  const ends = closesSaying(chunks[at], 'forWord') && has(chunks[at - 1], 'to') && !isBound(chunks[at + 1]);
  return field.type === 'text' && words.length === 2 && ends ? words[0] : undefined;
}

/** The value to set, as the field stores it. */
export function readNewValue(
  context: ActionContext,
  at: number,
  field: Field,
  grounding: Grounding,
): { readonly value: JsonValue; readonly to: number } | undefined {
  const { chunks } = context;
  let next = at;
  while (
    has(chunks[next], 'det', 'valueWord', 'colon') &&
    chunks[next]?.quote === undefined &&
    !valueOf(chunks[next], field) &&
    next < at + 3
  )
    next++;
  const chunk = chunks[next];
  if (!chunk) return undefined;
  if (field.type === 'boolean') {
    if (has(chunk, 'trueWord')) return { value: true, to: next + 1 };
    if (has(chunk, 'falseWord', 'no')) return { value: false, to: next + 1 };
  }
  if (field.type === 'number' && chunk.number && chunk.quote === undefined)
    return { value: inUnitOf(field, chunk.number, grounding), to: next + 1 };
  if (isDateField(field) && chunk.date && 'iso' in chunk.date.start)
    return { value: chunk.date.start.iso, to: next + 1 };
  if (chunk.quote !== undefined)
    return {
      value:
        field.type === 'number' && chunk.quote !== '' && Number.isFinite(Number(chunk.quote))
          ? Number(chunk.quote)
          : chunk.quote,
      to: next + 1,
    };
  const known = valueOf(chunk, field);
  if (known && known.via !== 'part') return { value: spellingOf(chunk, known), to: next + 1 };
  const within = valueWithin(chunk, field, grounding);
  if (within !== undefined) return { value: within, to: next + 1 };
  const led = valueBeforeRecords(chunks, next, field);
  if (led !== undefined) return { value: led, to: next + 1 };
  if (has(chunk, 'empty') && !has(chunk, 'tag') && meansNothing(chunk)) return { value: null, to: next + 1 };
  if (field.type !== 'text' || (has(chunk, 'if', 'where') && !has(chunk, 'for')) || isBound(chunk)) return undefined;
  // "contact is recorded: tag X": behind a colon an order is none of the text that it is set to.
  if (has(chunks[next - 1], 'colon') && has(chunk, 'tag', 'add', 'remove')) return undefined;
  // "mit mehr als 20 Tagen", "zonder e-mail": what says which records is no value.
  if (isSmall(chunk) && (comparatorOf(chunk) !== undefined || has(chunk, 'without'))) return undefined;
  const raw = readValueText(context, next);
  // "entered in the system": a little word alone is no value.
  if (raw?.to === next + 1 && isGrammar(chunk)) return undefined;
  return raw && { value: raw.value, to: raw.to };
}

export function setTo(field: Field, value: JsonValue): Action {
  return value === null ? { type: 'clearValue', field: field.name } : { type: 'setValue', field: field.name, value };
}
