import type { Field } from '@lib/rules';
import { targetAt } from './action-target';
import { type ActionContext, endsSentence, type FoundAction, type ReadAction } from '../action-text';
import { endsOrder, leavesOrder } from '../clause-end';
import { has, isBound, isField, isParticiple } from '../../cursor';
import type { Issue } from '../../meaning/meaning';
import { says } from '../../saying';
import { lastFieldOf, opensClause, parseOnField } from './field-changes';
import { parseFilling, parseSwitching, parseZeroing } from './filling';
import { parseGranting } from './granting';
import { parseMakingIt, parseMeaningSo } from './making-it';
import { readNewValue, setTo } from './new-value';
import { parseOrderedState } from './ordered-state';
import { parseReducing } from './reducing';
import {
  parseBringingTo,
  parseFieldToBe,
  parseMovingRecords,
  parseNaming,
  parseToBeSo,
  parseToBeValue,
  parseValueAs,
} from './setting-records';
import { valueOf } from '../../conditions/operands';
import { parseSettingBare } from './setting-bare';
import { isPlainValue, parseSettingMore } from './setting-more';
import { parseTwoPlaces } from './two-places';
import { unknownTarget } from './unknown-targets';
import { parseValueBehindRecords } from './value-behind-records';
import { parseFromTo, parseValueGiven } from './value-given';
import type { Chunk, Grounding } from '../../../grounding/link-words';

/** "set F to V", "F should be set to V", "should be set to Inactive", "set it to V", "F = V" behind an arrow. */
const parseSetting: ReadAction = (context, at, grounding, before) => {
  const { chunks } = context;
  const verb = chunks[at];
  if (!verb || verb.quote !== undefined) return undefined;
  let next = at;
  const passive = has(verb, 'give');
  // "who has no boss entered in the system" tells what has been done.
  if (isParticiple(verb) && !passive && !has(chunks[at - 1], 'give', 'be') && chunks[at - 1]) return undefined;
  while (next < at + 4 && has(chunks[next], 'give', 'be') && !has(chunks[next], 'setTo')) next++;
  const arrow = has(chunks[at - 1], 'arrow', 'colon') && context.conditionBefore;
  if (isStateSaid(chunks, at)) return undefined;
  const plain = has(chunks[next], 'setTo') && (passive ? next > at : opensClause(chunks, at));
  if (!plain && !arrow) return undefined;
  const target = targetAt(chunks, plain ? next + 1 : at, grounding);
  let into = target ? target.to : next + 1;
  // "zet de status dan op …", "sæt status så til …"
  if (target && has(chunks[into], 'then') && has(chunks[into + 1], 'to', 'into')) into++;
  const it = plain && !target && has(chunks[into], 'them');
  if (it) while (has(chunks[into], 'them')) into++;
  const joint = chunks[into];
  // "from GBP to EUR": what it is now stands before what it is to be.
  const anew = target ? parseFromTo(context, target.field, into, grounding) : undefined;
  if (plain && anew) return anew;
  const behindRecords = plain && target ? parseValueBehindRecords(context, target.field, into, grounding) : undefined;
  if (behindRecords) return behindRecords;
  const joined =
    joint !== undefined &&
    (has(joint, 'eq', 'colon') || has(joint, 'to', 'into', 'as') || isOnValue(chunks, into, target?.field));
  if (target) {
    // "set the segment for customers with high revenue": whose it is and which of them, but no value.
    if (plain && isWhose(chunks, target.to - 2) && says(joint, 'withWord'))
      return { actions: [], to: target.to - 2, issues: [{ kind: 'missing-value', field: target.field }] };
    if (!joined) {
      // "set the warehouse accordingly" names no value.
      if (plain && has(chunks[into], 'besides') && (!chunks[into + 1] || isBound(chunks[into + 1])))
        return { actions: [], to: into + 1, issues: [{ kind: 'missing-value', field: target.field }] };
      // "cambia lo stato in manutenzione": the joint may be part of how the value is said.
      const via = valueOf(chunks[into], target.field);
      const said =
        via?.via === 'word' ||
        ((isName(chunks[into]) || (via !== undefined && via.via !== 'part')) && leavesOrder(chunks, into + 1));
      if (!plain || !(said || says(chunks[next], 'setVerb'))) return undefined;
      const direct = readNewValue(context, into, target.field, grounding);
      if (direct && !(has(chunks[into], 'for', 'of', 'where', 'if') && !via))
        return { actions: [setTo(target.field, direct.value)], to: direct.to };
      return { actions: [], to: into, issues: [missingValue(target.field, chunks[into])] };
    }
    const read = readNewValue(context, into + 1, target.field, grounding);
    if (!read) return { actions: [], to: into + 1, issues: [missingValue(target.field, chunks[into + 1])] };
    return { actions: [setTo(target.field, read.value)], to: read.to };
  }
  const later = plain && !joined && !passive ? parseSettingLater(context, next, grounding) : undefined;
  if (later) return later;
  if (!plain || (!joined && !passive)) return unknownTarget(context, next, plain, grounding);
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
};

/** "the carrier must be set on DSV": before what the field may hold. */
function isOnValue(chunks: readonly Chunk[], at: number, field: Field | undefined): boolean {
  const [on, value] = [chunks[at], chunks[at + 1]];
  if (!has(on, 'on') || on?.quote !== undefined || !value) return false;
  return field ? valueOf(value, field) !== undefined : value.values.length > 0;
}

/** "set the salary to lots": no value, and what stood in its place. */
function missingValue(field: Field, chunk: Chunk | undefined): Issue {
  const isSaid = chunk && !isBound(chunk) && !has(chunk, 'for', 'of', 'where', 'if');
  return { kind: 'missing-value', field, ...(isSaid && { said: chunk.text }) };
}

/** "doctors with telehealth set to yes": how the field of some records stands, and no order. */
function isStateSaid(chunks: readonly Chunk[], at: number): boolean {
  if (!has(chunks[at], 'setTo') || !has(chunks[at + 1], 'to') || !isField(chunks[at - 1])) return false;
  let opener = at - 2;
  while (opener > at - 4 && has(chunks[opener], 'det', 'them') && !has(chunks[opener], 'where', 'no')) opener--;
  return has(chunks[opener], 'with', 'have', 'where') && !has(chunks[opener], 'give', 'no', 'without');
}

/** "for customers": not which records, but whose a field is. */
const isWhose = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at], 'of', 'for') && has(chunks[at + 1], 'noun');

/** "mets le statut Closed": with a capital it is a value, known or not. */
const isName = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined && chunk.roles.length === 0 && /^\p{Lu}/u.test(chunk.text);

/**
 * "så skal status sættes til lukket", "ska statusen sättas till stängd": what is set stands between the two verbs, of which
 * the first is said once for all that is to be done ("skal tagget X fjernes og | status sættes til lukket").
 */
function parseSettingBetween(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  const opens = has(chunks[at], 'give') && chunks[at]?.quote === undefined;
  const more = context.listed === at && has(chunks[at - 1], 'and', 'also');
  const target = opens ? targetAt(chunks, at + 1, grounding) : more ? targetAt(chunks, at, grounding) : undefined;
  if (!target || !has(chunks[target.to], 'setTo')) return undefined;
  const joint = has(chunks[target.to + 1], 'to', 'into') ? target.to + 2 : target.to + 1;
  const said = joint > target.to + 1 || chunks[joint]?.quote !== undefined || valueOf(chunks[joint], target.field);
  const read = said ? readNewValue(context, joint, target.field, grounding) : undefined;
  return read && { actions: [setTo(target.field, read.value)], to: read.to };
}

/** How far the field may stand behind the verb that sets it. */
const FAR = 10;

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
    // "maak bij … de projectleider leeg"
    if (target && has(chunks[target.to], 'clear') && (!chunks[target.to + 1] || isBound(chunks[target.to + 1])))
      return { actions: [{ type: 'clearValue', field: target.field.name }], to: target.to + 1, inner: [at + 1, from] };
  }
  return undefined;
}

/** "goes to status maintenance", "move them into status pending": the field is named with its value, and nothing between. */
function parseMoving(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  const verb = chunks[at];
  const given = has(verb, 'give') && !has(chunks[at - 1], 'where', 'have', 'not', 'if');
  if (!verb || verb.quote !== undefined || !(given || (has(verb, 'setTo') && opensClause(chunks, at))))
    return undefined;
  let next = at + 1;
  while (next < at + 5 && has(chunks[next], 'give', 'be', 'then', 'them') && !chunks[next]?.fields[0]) next++;
  const moved = has(chunks[next], 'to', 'into', 'in') || /\bto$/.test(verb.key);
  if (!given && !moved) return undefined;
  if (has(chunks[next], 'to', 'into', 'in')) next++;
  const target = targetAt(chunks, next, grounding);
  const value = target && chunks[target.to];
  if (!target || !value || target.field.type === 'list') return undefined;
  const link = valueOf(value, target.field);
  const known = value.quote !== undefined || (link !== undefined && link.via !== 'part');
  const read = known ? readNewValue(context, target.to, target.field, grounding) : undefined;
  return read && endsOrder(chunks, read.to) ? { actions: [setTo(target.field, read.value)], to: read.to } : undefined;
}

/** Actions that write a field. */
export const parseFieldAction: ReadAction = (context, at, grounding, before) => {
  return (
    parseTwoPlaces(context, at, grounding, before) ??
    parseZeroing(context, at, grounding) ??
    parseValueGiven(context, at, grounding) ??
    parseOnField(context, at, grounding, before) ??
    parseFilling(context, at, grounding, before) ??
    parseSwitching(context, at, grounding) ??
    parseReducing(context, at, grounding) ??
    parseGranting(context, at, grounding) ??
    parseMakingIt(context, at, grounding, before) ??
    parseMeaningSo(context, at, grounding) ??
    parseMoving(context, at, grounding) ??
    parseValueAs(context, at, grounding, before) ??
    parseNaming(context, at, grounding, before) ??
    parseMovingRecords(context, at, grounding, before) ??
    parseFieldToBe(context, at, grounding, before) ??
    parseSetting(context, at, grounding, before) ??
    parseOrderedState(context, at, grounding, before) ??
    parseSettingBetween(context, at, grounding) ??
    parseSettingMore(context, at, grounding) ??
    parseSettingLast(context, at, grounding) ??
    parseListed(context, at, grounding) ??
    parseSettingBare(context, at, grounding) ??
    parseToBeValue(context, at, grounding, before) ??
    parseToBeSo(context, at, grounding, before) ??
    parseBringingTo(context, at, grounding, before)
  );
};

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
  if (previous && !isBound(previous) && !has(previous, 'and', 'then', 'arrow', 'filler', 'give'))
    return parseSettingInto(context, at, grounding);
  const target = targetAt(chunks, at, grounding);
  if (!target) return parseSettingInto(context, at, grounding);
  if (!has(chunks[target.to], 'into', 'to', 'with')) return undefined;
  for (let verb = target.to + 2; verb < target.to + 9 && verb < chunks.length; verb++) {
    if (isBound(chunks[verb]) || has(chunks[verb], 'if')) return undefined;
    if (!has(chunks[verb], 'setTo', 'replace') || chunks[verb]?.quote !== undefined) continue;
    if (!endsOrder(chunks, verb + 1) && !has(chunks[verb + 1], 'give', 'be')) return undefined;
    const inner: ActionContext = { ...context, chunks: chunks.slice(0, verb) };
    const read = readNewValue(inner, target.to + 1, target.field, grounding);
    return read?.to === verb ? { actions: [setTo(target.field, read.value)], to: verb + 1 } : undefined;
  }
  return undefined;
}

/** "… auf Status standby setzen", "op status inactief zetten": the field stands with its value, the verb comes last. */
function parseSettingInto(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  const target =
    has(chunks[at], 'into', 'to') && chunks[at]?.quote === undefined ? targetAt(chunks, at + 1, grounding) : undefined;
  const link = target && valueOf(chunks[target.to], target.field);
  if (!target || target.field.type === 'list' || !(link ?? chunks[target.to]?.quote)) return undefined;
  const verb = chunks[target.to + 1];
  const ends = endsOrder(chunks, target.to + 2) || has(chunks[target.to + 2], 'give', 'be');
  const read =
    has(verb, 'setTo') && ends
      ? readNewValue({ ...context, chunks: chunks.slice(0, target.to + 1) }, target.to, target.field, grounding)
      : undefined;
  return read && { actions: [setTo(target.field, read.value)], to: target.to + 2 };
}

/** Behind an arrow, or in a list of things to do, a field and its value: `→ job title "Intern", weekly hours 35`; "then rating should be 0". */
function parseListed(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  const previous = chunks[at - 1];
  const opened = context.conditionBefore && (has(previous, 'arrow') || context.listed === at);
  const orders = context.conditionBefore && (opened || has(previous, 'then', 'stop', 'colon'));
  if (!orders) return parseConsequence(context, at, grounding);
  const target = targetAt(chunks, at, grounding);
  if (!target) return undefined;
  // "anything down in Chennai: status retired": behind what says which records, a field and what it is to be.
  const anew = has(previous, 'colon') && context.conditionBefore;
  const listed = opened || anew;
  let next = target.to;
  const ordered = has(chunks[next], 'give') || (listed && has(chunks[next], 'be'));
  while (next < target.to + 3 && has(chunks[next], 'give', 'be')) next++;
  if (!listed && !ordered) return undefined;
  const value = chunks[next];
  const plain = isPlainValue(value) || (value?.values.some(link => link.field === target.field) ?? false);
  const read = plain ? readNewValue(context, next, target.field, grounding) : undefined;
  const after = read && chunks[read.to];
  if (!read || (after && !isBound(after) && !has(after, 'and', 'amp', 'dash', 'also'))) return undefined;
  return endsSentence(chunks, next) ? undefined : { actions: [setTo(target.field, read.value)], to: read.to };
}

/** "if it is not paid, status On Hold and tag dunning": what follows the clause with "if" is what comes of it. */
function parseConsequence(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  if (!context.conditionBefore || !has(chunks[at - 1], 'comma')) return undefined;
  let first = at - 1;
  while (first > 0 && !endsSentence(chunks, first - 1)) first--;
  const opens = has(chunks[first], 'if') || has(chunks[first + 1], 'if');
  if (!opens || chunks.slice(first, at - 1).some(chunk => has(chunk, 'comma'))) return undefined;
  const target = targetAt(chunks, at, grounding);
  const link = target && valueOf(chunks[target.to], target.field);
  if (
    !target ||
    target.field.type !== 'text' ||
    !(chunks[target.to]?.quote ?? (link?.via === 'part' ? undefined : link))
  )
    return undefined;
  const read = readNewValue(context, target.to, target.field, grounding);
  const tagged = read && has(chunks[read.to], 'and') && has(chunks[read.to + 1], 'tag', 'tagNoun', 'add');
  const ends = read && (chunks[read.to] === undefined || endsSentence(chunks, read.to));
  return read && (tagged || ends) ? { actions: [setTo(target.field, read.value)], to: read.to } : undefined;
}
