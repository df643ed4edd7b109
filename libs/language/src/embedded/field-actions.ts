import { type Action, type Field, type JsonValue, tagsFieldOf } from '@lib/rules';
import { type ActionContext, type FoundAction, readValueText } from './action-text';
import { has, isBound } from './cursor';
import { inUnitOf, valueOf } from './operands';
import type { Chunk, Grounding } from '../grounding/link-words';
import type { ValueLink } from '../grounding/value-index';

interface Target {
  readonly field: Field;
  readonly to: number;
}

/** The field an action is about; the tags field is written by tag actions only. */
function targetAt(chunks: readonly Chunk[], at: number, grounding: Grounding): Target | undefined {
  let next = at;
  while (next < at + 4 && has(chunks[next], 'det', 'fieldWord', 'filler', 'of', 'them') && !chunks[next]?.fields[0])
    next++;
  let best: Target | undefined;
  const chunk = chunks[next];
  const link = chunk?.fields.find(candidate => candidate.field.name !== tagsFieldOf(grounding.recordType));
  if (link && link.score >= 0.5) best = { field: link.field, to: next + 1 };
  while (best && has(chunks[best.to], 'fieldWord') && chunks[best.to]?.fields.length === 0)
    best = { ...best, to: best.to + 1 };
  if (best && chunks[best.to]?.fields[0]?.field.name === best.field.name) best = { ...best, to: best.to + 1 };
  return best;
}

/** The field "it" stands for: the last one spoken of. */
function lastFieldOf(chunks: readonly Chunk[]): Field | undefined {
  return chunks.findLast(chunk => (chunk.fields[0]?.score ?? 0) >= 0.6)?.fields[0]?.field;
}

function startsClause(chunks: readonly Chunk[], at: number): boolean {
  const previous = chunks[at - 1];
  return (
    !previous ||
    isBound(previous) ||
    !has(previous, 'det', 'any', 'without', 'have', 'no', 'as', 'not', 'where', 'be', 'in', 'of') ||
    has(previous, 'then', 'also', 'and', 'dash', 'give')
  );
}

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
  if (typed !== typed.toLowerCase()) return typed;
  const alike = known.stored.filter(stored => stored.toLowerCase() === typed);
  return (alike.length === 1 ? alike[0] : undefined) ?? typed;
}

/** The value to set, as the field stores it. */
function readNewValue(
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
  if ((field.type === 'date' || field.type === 'datetime') && chunk.date && 'iso' in chunk.date.start)
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
  if (has(chunk, 'empty') && !has(chunk, 'tag') && meansNothing(chunk)) return { value: null, to: next + 1 };
  if (field.type !== 'text' || has(chunk, 'for', 'if', 'where') || isBound(chunk)) return undefined;
  const raw = readValueText(context, next);
  return raw && { value: raw.value, to: raw.to };
}

function setTo(field: Field, value: JsonValue): Action {
  return value === null ? { type: 'clearValue', field: field.name } : { type: 'setValue', field: field.name, value };
}

/** "set F to V", "F should be set to V", "should be set to Inactive", "set it to V", "F = V" behind an arrow. */
function parseSetting(
  context: ActionContext,
  at: number,
  grounding: Grounding,
  before: readonly Chunk[],
): FoundAction | undefined {
  const { chunks } = context;
  const verb = chunks[at];
  if (!verb || verb.quote !== undefined) return undefined;
  let next = at;
  const passive = has(verb, 'give');
  while (next < at + 4 && has(chunks[next], 'give', 'be') && !has(chunks[next], 'setTo')) next++;
  const arrow = has(chunks[at - 1], 'arrow', 'colon') && context.conditionBefore;
  const plain = has(chunks[next], 'setTo') && (passive ? next > at : startsClause(chunks, at));
  if (!plain && !arrow) return undefined;
  const target = targetAt(chunks, plain ? next + 1 : at, grounding);
  let into = target ? target.to : next + 1;
  const it = plain && !target && has(chunks[into], 'them');
  if (it) while (has(chunks[into], 'them')) into++;
  const joint = chunks[into];
  const joined = joint !== undefined && (has(joint, 'eq', 'colon') || has(joint, 'to', 'into', 'as'));
  if (target) {
    if (!joined) {
      if (!plain || !/^(set|setze?|change|update)$/.test(chunks[next]?.key ?? '')) return undefined;
      const direct = readNewValue(context, into, target.field, grounding);
      if (direct && !has(chunks[into], 'for', 'where', 'if'))
        return { actions: [setTo(target.field, direct.value)], to: direct.to };
      return { actions: [], to: into, issues: [{ kind: 'missing-value', field: target.field }] };
    }
    const read = readNewValue(context, into + 1, target.field, grounding);
    if (!read) return { actions: [], to: into + 1, issues: [{ kind: 'missing-value', field: target.field }] };
    return { actions: [setTo(target.field, read.value)], to: read.to };
  }
  if (!plain || (!joined && !passive)) return unknownTarget(context, next, plain);
  const from = joined ? into + 1 : into;
  // "set to Inactive": the field is the one that owns the value, or the one "it" stands for.
  const owner = passive || !it ? chunks[from]?.values.find(link => link.field.type === 'text')?.field : undefined;
  const named = passive
    ? [...before].reverse().find((chunk, i) => i < 4 && (chunk.fields[0]?.score ?? 0) >= 0.6)?.fields[0]?.field
    : undefined;
  const field = (named && (valueOf(chunks[from], named) || !owner) ? named : owner) ?? lastFieldOf(before);
  if (!field) return undefined;
  const read = readNewValue(context, from, field, grounding);
  return read && { actions: [setTo(field, read.value)], to: read.to };
}

/** "set the mood to happy": a field nobody knows. */
function unknownTarget(context: ActionContext, at: number, plain: boolean): FoundAction | undefined {
  const { chunks } = context;
  if (!plain || !/^(set|setze?|change|update)$/.test(chunks[at]?.key ?? '')) return undefined;
  const to = chunks.findIndex((chunk, i) => i > at && i < at + 6 && has(chunk, 'to'));
  if (to < 0) return undefined;
  const words = chunks.slice(at + 1, to).filter(chunk => !has(chunk, 'det'));
  if (words.length === 0 || words.some(chunk => isBound(chunk))) return undefined;
  const raw = readValueText(context, to + 1);
  return {
    actions: [],
    to: raw?.to ?? to + 1,
    issues: [{ kind: 'unknown-target', word: words.map(chunk => chunk.text).join(' ') }],
  };
}

const ON_FIELD = [
  ['upper', 'upperCase'],
  ['lower', 'lowerCase'],
  ['title', 'titleCase'],
  ['trim', 'trim'],
  ['mask', 'maskValue'],
  ['clear', 'clearValue'],
] as const;

/** "uppercase the country", "trim city and name", "clear the e-mail", "make the name uppercase". */
function parseOnField(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  const verb = chunks[at];
  if (!verb || verb.quote !== undefined || !startsClause(chunks, at)) return undefined;
  const kind = ON_FIELD.find(([role]) => has(verb, role));
  const late = has(verb, 'setTo') || /^(convert|make|turn|put|write)$/.test(verb.key);
  if (!kind && !late) return undefined;
  const actions: Action[] = [];
  let next = at + 1;
  let type: (typeof ON_FIELD)[number][1] | undefined = kind?.[1];
  const fields: Field[] = [];
  for (;;) {
    const target = targetAt(chunks, next, grounding);
    if (!target) break;
    fields.push(target.field);
    next = target.to;
    if (
      !has(chunks[next], 'and', 'comma') ||
      !targetAt(chunks, next + 1, grounding) ||
      has(chunks[next + 1], 'tag', 'trim', 'upper', 'lower', 'clear', 'setTo')
    )
      break;
    next++;
  }
  if (fields.length === 0) return undefined;
  if (!type) {
    const word = has(chunks[next], 'upper', 'lower', 'title') ? next : has(chunks[next], 'to', 'into') ? next + 1 : -1;
    type = ON_FIELD.find(([role]) => role !== 'clear' && role !== 'mask' && has(chunks[word], role))?.[1];
    if (!type) return undefined;
    next = word + 1;
  }
  for (const field of fields) actions.push({ type, field: field.name });
  return { actions, to: next };
}

/** "copy A to B", "replace X with Y in F". */
function parseTwoPlaces(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  const verb = chunks[at];
  if (!verb || verb.quote !== undefined || !startsClause(chunks, at)) return undefined;
  if (has(verb, 'copy')) {
    const from = targetAt(chunks, at + 1, grounding);
    if (!from || !has(chunks[from.to], 'to', 'into', 'in')) return undefined;
    const to = targetAt(chunks, from.to + 1, grounding);
    return to && { actions: [{ type: 'copyValue', from: from.field.name, to: to.field.name }], to: to.to };
  }
  if (!has(verb, 'replace')) return undefined;
  const find = chunks[at + 1];
  if (!find || !has(chunks[at + 2], 'with', 'into')) return undefined;
  const put = chunks[at + 3];
  const target = has(chunks[at + 4], 'in', 'of') ? targetAt(chunks, at + 5, grounding) : undefined;
  if (!put || !target) return undefined;
  return {
    actions: [
      { type: 'replaceText', field: target.field.name, find: find.quote ?? find.text, replace: put.quote ?? put.text },
    ],
    to: target.to,
  };
}

/** Actions that write a field. */
export function parseFieldAction(
  context: ActionContext,
  at: number,
  grounding: Grounding,
  before: readonly Chunk[],
): FoundAction | undefined {
  return (
    parseTwoPlaces(context, at, grounding) ??
    parseOnField(context, at, grounding) ??
    parseSetting(context, at, grounding, before)
  );
}
