import type { Field } from '@lib/rules';
import { targetAt } from './action-target';
import { type ActionContext, endsSentence, type FoundAction, type ReadAction } from '../action-text';
import { endsOrder, leavesOrder } from '../clause-end';
import { startsClause } from '../clause-start';
import { has, isBound, isParticiple } from '../../cursor';
import { saidTo, says } from '../../saying';
import { lastFieldOf, opensClause } from './field-changes';
import { readNewValue, setTo } from './new-value';
import type { Chunk, Grounding } from '../../../grounding/link-words';

/** "fill missing phone with N/A", "fill the empty city in as Berlin": only what is empty is written. */
export const parseFilling: ReadAction = (context, at, grounding, before) => {
  const { chunks } = context;
  // "who has no boss entered in the system?": what has been done or not is no order.
  const done = chunks[at] !== undefined && isParticiple(chunks[at]) && !has(chunks[at - 1], 'give', 'be');
  if (!has(chunks[at], 'fill') || done || chunks[at]?.quote !== undefined || !opensClause(chunks, at))
    return parseEntered(context, at, grounding, before);
  let next = at + 1;
  let empty = false;
  while (next < at + 4 && (has(chunks[next], 'det', 'empty', 'without', 'off') || isMissing(chunks[next]))) {
    if (has(chunks[next], 'empty', 'without')) empty = true;
    next++;
  }
  const target = targetAt(chunks, next, grounding);
  if (!target || !empty) return parseValueFirst(context, at + 1, grounding, before);
  next = target.to;
  while (has(chunks[next], 'off', 'fieldWord', 'valueWord')) next++;
  if (!has(chunks[next], 'with', 'to', 'into', 'as')) return parseValueFirst(context, at + 1, grounding, before);
  const read = readNewValue(context, next + 1, target.field, grounding);
  return read && read.value !== null
    ? { actions: [{ type: 'fillEmpty', field: target.field.name, value: read.value }], to: read.to }
    : undefined;
};

/** "fill in France where the country is empty", "fill in Unassigned there": the value, and then where it is missing. */
function parseValueFirst(
  context: ActionContext,
  from: number,
  grounding: Grounding,
  before: readonly Chunk[],
): FoundAction | undefined {
  const { chunks } = context;
  const ends = (at: number): boolean =>
    isBound(chunks[at]) || has(chunks[at], 'filler', 'where', 'if', 'for', 'in', 'into', 'as', 'them', 'det', 'and');
  let first = from;
  while (
    first < from + 2 &&
    has(chunks[first], 'off', 'det', 'valueWord', 'then') &&
    chunks[first]?.quote === undefined
  )
    first++;
  let to = first;
  while (to < first + 4 && (to === first ? !isBound(chunks[to]) : !ends(to))) to++;
  // "no boss entered in the system": where something stands is nothing to be written.
  if (to === first || (has(chunks[first], 'in') && chunks[first]?.quote === undefined)) return undefined;
  const within: ActionContext = { ...context, chunks: chunks.slice(0, to) };
  const fill = (field: Field, end: number): FoundAction | undefined => {
    const read = readNewValue(within, first, field, grounding);
    // "vul dan 0 in", "trag 0 ein": the particle of the verb ends its clause.
    const last = end === to && has(chunks[end], 'off', 'in') && endsOrder(chunks, end + 1) ? end + 1 : end;
    return read?.to === to && read.value !== null && field.type !== 'list'
      ? { actions: [{ type: 'fillEmpty', field: field.name, value: read.value }], to: last }
      : undefined;
  };
  if (has(chunks[to], 'into', 'in', 'as', 'for')) {
    const into = targetAt(chunks, to + 1, grounding);
    if (into && !isMissing(chunks[into.to])) return fill(into.field, into.to);
  }
  let end = to;
  while (end < chunks.length && !endsSentence(chunks, end)) end++;
  const behind = chunks.slice(to, end);
  const said = behind.some(isMissing) ? behind : before.some(isSaidMissing) ? before : [];
  const field = said === before ? lastFieldOf(said) : said.find(isNamed)?.fields[0]?.field;
  return field && fill(field, to);
}

/** How far the verb may stand behind what is entered. */
const FAR = 9;

/** "wo kein Bediener hinterlegt ist, bitte "N.N." eintragen", ""kein Grund" in die Notiz eintragen": the verb comes last. */
const parseEntered: ReadAction = (context, at, grounding, before) => {
  const { chunks } = context;
  const opens = at === 0 || isBound(chunks[at - 1]) || has(chunks[at - 1], 'then', 'and', 'arrow', 'noun');
  const quoted = chunks[at]?.quote !== undefined && context.conditionBefore;
  if (!(opens || quoted) || has(chunks[at], 'fill', 'det', 'where', 'if', 'as')) return undefined;
  let verb = at + 1;
  while (verb < at + FAR && chunks[verb] && !isBound(chunks[verb]) && !has(chunks[verb], 'fill', 'as', 'with')) verb++;
  if (!has(chunks[verb], 'fill') || chunks[verb]?.quote !== undefined || !endsOrder(chunks, verb + 1)) return undefined;
  const said: ActionContext = { ...context, chunks: chunks.slice(0, verb) };
  const found = parseValueFirst(said, at, grounding, before);
  const [action] = found?.actions ?? [];
  if (!found || found.to !== verb || action?.type !== 'fillEmpty') return undefined;
  return { actions: [{ type: 'setValue', field: action.field, value: action.value }], to: verb + 1 };
};

const isNamed = (chunk: Chunk): boolean => (chunk.fields[0]?.score ?? 0) >= 0.6 && chunk.quote === undefined;

const isMissing = (chunk: Chunk | undefined): boolean => has(chunk, 'empty', 'without');

/** "where no city is given, fill in Leeds", "if we do not know the city": a denial is enough where it was said before. */
const isSaidMissing = (chunk: Chunk): boolean => isMissing(chunk) || has(chunk, 'no', 'not', 'nothing');

/** "zero the discount", "zero out their points": the number is the verb. */
export function parseZeroing(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  const zeroed = saidTo(chunks, at, 'zeroing');
  if (zeroed === undefined) return undefined;
  // "zero discount" says that there is none.
  const orders = !has(chunks[at], 'no', 'zero');
  const opens = at === 0 || isBound(chunks[at - 1]) || has(chunks[at - 1], 'and', 'then', 'also', 'writer');
  if (!opens && !(orders && startsClause(chunks, at))) return undefined;
  const parted = has(chunks[zeroed], 'off');
  const from = parted ? zeroed + 1 : zeroed;
  const pointed = orders || parted || has(chunks[from], 'det', 'them');
  const target = pointed ? targetAt(chunks, from, grounding) : undefined;
  if (target?.field.type !== 'number') return undefined;
  let { to } = target;
  if (has(chunks[to], 'off') && !has(chunks[to], 'on', 'of')) to++;
  return orders || leavesOrder(chunks, to) || has(chunks[to], 'of', 'on')
    ? { actions: [setTo(target.field, 0)], to }
    : undefined;
}

/** "switch the newsletter off", "turn on the alerts": a yes/no field. */
export function parseSwitching(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  const verb = chunks[at];
  if (!has(verb, 'setTo') || verb?.quote !== undefined || !opensClause(chunks, at)) return undefined;
  const way = (chunk: Chunk | undefined): boolean | undefined =>
    says(chunk, 'switchedOn') ? true : says(chunk, 'switchedOff') ? false : undefined;
  const first = way(chunks[at + 1]);
  const target = targetAt(chunks, first === undefined ? at + 1 : at + 2, grounding);
  if (!target || has(chunks[at + 1], 'them')) return parseSwitchingIt(context, at, grounding);
  if (target.field.type !== 'boolean') return undefined;
  const value = first ?? way(chunks[target.to]);
  const to = first === undefined ? target.to + 1 : target.to;
  return value === undefined || !leavesOrder(chunks, to) ? undefined : { actions: [setTo(target.field, value)], to };
}

/** "switch that off": the yes/no field spoken of; "make it express": what stands behind is the field itself. */
function parseSwitchingIt(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  if (!has(chunks[at + 1], 'them')) return undefined;
  const on = says(chunks[at + 2], 'switchedOn');
  if (on || says(chunks[at + 2], 'switchedOff')) {
    const spoken = context.chunks
      .slice(0, at)
      .findLast(chunk => chunk.fields[0]?.field.type === 'boolean' && chunk.fields[0].score >= 0.6);
    const field = spoken?.fields[0]?.field;
    return field && leavesOrder(chunks, at + 3) ? { actions: [setTo(field, on)], to: at + 3 } : undefined;
  }
  const not = has(chunks[at + 2], 'not') ? 1 : 0;
  const named = targetAt(chunks, at + 2 + not, grounding);
  return named?.field.type === 'boolean' && leavesOrder(chunks, named.to) && has(chunks[at], 'setTo')
    ? { actions: [setTo(named.field, not === 0)], to: named.to }
    : undefined;
}
