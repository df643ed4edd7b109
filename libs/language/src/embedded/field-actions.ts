import type { Action, Field, JsonValue } from '@lib/rules';
import { targetAt } from './action-target';
import { type ActionContext, endsSentence, type FoundAction } from './action-text';
import { has, isBound } from './cursor';
import { lastFieldOf, opensClause, parseOnField, parseTwoPlaces } from './field-changes';
import { inUnitOf, valueOf } from './operands';
import { readValueText } from './tag-text';
import type { Chunk, Grounding } from '../grounding/link-words';
import type { ValueLink } from '../grounding/value-index';

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
  const within = valueWithin(chunk, field, grounding);
  if (within !== undefined) return { value: within, to: next + 1 };
  if (has(chunk, 'empty') && !has(chunk, 'tag') && meansNothing(chunk)) return { value: null, to: next + 1 };
  if (field.type !== 'text' || (has(chunk, 'if', 'where') && !has(chunk, 'for')) || isBound(chunk)) return undefined;
  const raw = readValueText(context, next);
  return raw && { value: raw.value, to: raw.to };
}

export function setTo(field: Field, value: JsonValue): Action {
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
  const plain = has(chunks[next], 'setTo') && (passive ? next > at : opensClause(chunks, at));
  if (!plain && !arrow) return undefined;
  const target = targetAt(chunks, plain ? next + 1 : at, grounding);
  let into = target ? target.to : next + 1;
  const it = plain && !target && has(chunks[into], 'them');
  if (it) while (has(chunks[into], 'them')) into++;
  const joint = chunks[into];
  const joined = joint !== undefined && (has(joint, 'eq', 'colon') || has(joint, 'to', 'into', 'as'));
  if (target) {
    if (!joined) {
      const behind = plain ? parseSettingOf(context, target.field, into, grounding) : undefined;
      if (behind) return behind;
      // "cambia lo stato in manutenzione": the joint may be part of how the value is said.
      const said = valueOf(chunks[into], target.field)?.via === 'word';
      if (!plain || !(said || /^(set|setze?|change|update)$/.test(chunks[next]?.key ?? ''))) return undefined;
      const direct = readNewValue(context, into, target.field, grounding);
      if (direct && !has(chunks[into], 'for', 'where', 'if'))
        return { actions: [setTo(target.field, direct.value)], to: direct.to };
      return { actions: [], to: into, issues: [{ kind: 'missing-value', field: target.field }] };
    }
    const read = readNewValue(context, into + 1, target.field, grounding);
    if (!read) return { actions: [], to: into + 1, issues: [{ kind: 'missing-value', field: target.field }] };
    return { actions: [setTo(target.field, read.value)], to: read.to };
  }
  const later = plain && !joined && !passive ? parseSettingLater(context, next, grounding) : undefined;
  if (later) return later;
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

/** How far the field may stand behind the verb that sets it. */
const FAR = 10;

/** "set the priority of cancelled orders to low": whose field it is stands between the field and its value. */
function parseSettingOf(
  context: ActionContext,
  field: Field,
  at: number,
  grounding: Grounding,
): FoundAction | undefined {
  const { chunks } = context;
  if (!has(chunks[at], 'of', 'for', 'in', 'on') || has(chunks[at], 'where', 'if')) return undefined;
  for (let joint = at + 2; joint < at + FAR && joint < chunks.length && !endsSentence(chunks, joint); joint++) {
    if (!has(chunks[joint], 'to') || chunks[joint]?.quote !== undefined) continue;
    const read = readNewValue(context, joint + 1, field, grounding);
    const after = read && chunks[read.to];
    if (read && (!after || isBound(after) || has(after, 'and', 'then')))
      return { actions: [setTo(field, read.value)], to: read.to, inner: [at, joint] };
  }
  return undefined;
}

/** "zet bij geannuleerde bestellingen de prioriteit op low": whose field it is stands before the field. */
function parseSettingLater(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  if (!has(chunks[at + 1], 'for', 'in')) return undefined;
  for (let from = at + 3; from < at + FAR && from < chunks.length && !endsSentence(chunks, from); from++) {
    const target = has(chunks[from], 'det') ? targetAt(chunks, from, grounding) : undefined;
    const read =
      target && has(chunks[target.to], 'to', 'into', 'as')
        ? readNewValue(context, target.to + 1, target.field, grounding)
        : undefined;
    if (target && read) return { actions: [setTo(target.field, read.value)], to: read.to, inner: [at + 1, from] };
  }
  return undefined;
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

/** Actions that write a field. */
export function parseFieldAction(
  context: ActionContext,
  at: number,
  grounding: Grounding,
  before: readonly Chunk[],
): FoundAction | undefined {
  return (
    parseTwoPlaces(context, at, grounding, before) ??
    parseOnField(context, at, grounding) ??
    parseFilling(context, at, grounding) ??
    parseSwitching(context, at, grounding) ??
    parseSetting(context, at, grounding, before) ??
    parseSettingMore(context, at, grounding) ??
    parseSettingLast(context, at, grounding) ??
    parseListed(context, at, grounding)
  );
}

/** "fill missing phone with N/A", "fill the empty city in as Berlin": only what is empty is written. */
function parseFilling(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  if (!has(chunks[at], 'fill') || chunks[at]?.quote !== undefined || !opensClause(chunks, at)) return undefined;
  let next = at + 1;
  let empty = false;
  while (next < at + 4 && (has(chunks[next], 'det', 'empty', 'without', 'off') || isMissing(chunks[next]))) {
    if (has(chunks[next], 'empty', 'without')) empty = true;
    next++;
  }
  const target = targetAt(chunks, next, grounding);
  if (!target || !empty) return undefined;
  next = target.to;
  while (has(chunks[next], 'off', 'fieldWord', 'valueWord')) next++;
  if (!has(chunks[next], 'with', 'to', 'into', 'as')) return undefined;
  const read = readNewValue(context, next + 1, target.field, grounding);
  return read && read.value !== null
    ? { actions: [{ type: 'fillEmpty', field: target.field.name, value: read.value }], to: read.to }
    : undefined;
}

const isMissing = (chunk: Chunk | undefined): boolean => has(chunk, 'empty', 'without');

/** "switch the newsletter off", "turn on the alerts": a yes/no field. */
function parseSwitching(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  const verb = chunks[at];
  if (!has(verb, 'setTo') || verb?.quote !== undefined || !opensClause(chunks, at)) return undefined;
  const way = (chunk: Chunk | undefined): boolean | undefined =>
    chunk?.quote !== undefined
      ? undefined
      : /^(on|an|ein|aan|til|pa)$/.test(chunk?.key ?? '')
        ? true
        : /^(off|aus|ab|uit|fra)$/.test(chunk?.key ?? '')
          ? false
          : undefined;
  const first = way(chunks[at + 1]);
  const target = targetAt(chunks, first === undefined ? at + 1 : at + 2, grounding);
  if (target?.field.type !== 'boolean') return undefined;
  const value = first ?? way(chunks[target.to]);
  const to = first === undefined ? target.to + 1 : target.to;
  const after = chunks[to];
  return value === undefined || (after && !isBound(after) && !has(after, 'and', 'for', 'if', 'where', 'amp'))
    ? undefined
    : { actions: [setTo(target.field, value)], to };
}

/** "den Status auf Aktiv setzen": where the verb comes last. */
function parseSettingLast(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  const previous = chunks[at - 1];
  if (has(chunks[at], 'give') && !chunks[at]?.fields[0] && chunks[at + 1]) {
    const ordered = parseSettingLast({ ...context, chunks }, at + 1, grounding);
    if (!ordered) return undefined;
    let { to } = ordered;
    while (to < ordered.to + 2 && has(chunks[to], 'give', 'be')) to++;
    return { ...ordered, to };
  }
  if (previous && !isBound(previous) && !has(previous, 'and', 'then', 'arrow', 'filler', 'give')) return undefined;
  const target = targetAt(chunks, at, grounding);
  if (!target || !has(chunks[target.to], 'into', 'to', 'with')) return undefined;
  for (let verb = target.to + 2; verb < target.to + 9 && verb < chunks.length; verb++) {
    if (isBound(chunks[verb]) || has(chunks[verb], 'if')) return undefined;
    if (!has(chunks[verb], 'setTo', 'replace') || chunks[verb]?.quote !== undefined) continue;
    const after = chunks[verb + 1];
    if (after && !isBound(after) && !has(after, 'and', 'if', 'give', 'be')) return undefined;
    const inner: ActionContext = { ...context, chunks: chunks.slice(0, verb) };
    const read = readNewValue(inner, target.to + 1, target.field, grounding);
    return read?.to === verb ? { actions: [setTo(target.field, read.value)], to: verb + 1 } : undefined;
  }
  return undefined;
}

/** "set A to x and B to y": the verb is said once. */
function parseSettingMore(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  if (context.listed !== at || context.setting !== true) return undefined;
  const target = targetAt(chunks, at, grounding);
  if (
    !target ||
    !has(chunks[target.to], 'to', 'eq', 'into', 'as') ||
    /^(in|from|with|by)$/.test(chunks[target.to]?.key ?? '')
  )
    return undefined;
  const read = readNewValue(context, target.to + 1, target.field, grounding);
  return read && { actions: [setTo(target.field, read.value)], to: read.to };
}

/** Behind an arrow, or in a list of things to do, a field and its value: `→ job title "Intern", weekly hours 35`; "then rating should be 0". */
function parseListed(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  const previous = chunks[at - 1];
  const listed = context.conditionBefore && (has(previous, 'arrow') || context.listed === at);
  const orders = context.conditionBefore && (listed || has(previous, 'then', 'stop', 'colon'));
  if (!orders) return undefined;
  const target = targetAt(chunks, at, grounding);
  if (!target) return undefined;
  let next = target.to;
  const ordered = has(chunks[next], 'give') || (listed && has(chunks[next], 'be'));
  while (next < target.to + 3 && has(chunks[next], 'give', 'be')) next++;
  if (!listed && !ordered) return undefined;
  const value = chunks[next];
  const plain =
    value?.quote !== undefined ||
    value?.number !== undefined ||
    value?.date !== undefined ||
    has(value, 'trueWord', 'falseWord') ||
    (value?.values.some(link => link.field === target.field) ?? false);
  const read = plain ? readNewValue(context, next, target.field, grounding) : undefined;
  const after = read && chunks[read.to];
  if (!read || (after && !isBound(after) && !has(after, 'and', 'amp', 'dash', 'also'))) return undefined;
  return endsSentence(chunks, next) ? undefined : { actions: [setTo(target.field, read.value)], to: read.to };
}
