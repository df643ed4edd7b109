import type { Field } from '@lib/rules';
import { type Target, targetAt } from './action-target';
import { type ActionContext, endsSentence, type FoundAction, type ReadAction } from '../action-text';
import { endsOrder } from '../clause-end';
import { has, isBound, isStranger } from '../../cursor';
import { opensSaying, says } from '../../saying';
import { lastFieldOf, opensClause } from './field-changes';
import { copyThere } from './putting-in';
import type { Chunk, Grounding } from '../../../grounding/link-words';

const copied = (type: 'copyValue' | 'moveValue', from: Target, to: Target): FoundAction | undefined =>
  from.field === to.field ? undefined : { actions: [{ type, from: from.field.name, to: to.field.name }], to: to.to };

/** "copy A to B", "move A into B", "put A into B", "set B to the value of A"; "replace X with Y in F". */
export const parseTwoPlaces: ReadAction = (context, at, grounding, before) => {
  const { chunks } = context;
  const verb = chunks[at];
  const passive = parsePassivePlaces(context, at, grounding) ?? parsePlacesBefore(context, at, grounding);
  if (passive) return passive;
  if (!verb || verb.quote !== undefined || !opensClause(chunks, at)) return undefined;
  if (has(verb, 'copy', 'move') || says(verb, 'writing')) {
    const from = targetAt(chunks, at + 1, grounding);
    const joint = from && skipOver(chunks, from.to);
    const named = from && joint !== undefined ? targetAt(chunks, joint, grounding) : undefined;
    const points = joint !== undefined && has(chunks[joint], 'them') && !isArticle(chunks, joint);
    const it = !named && points ? lastFieldOf(before) : undefined;
    const to = it && joint !== undefined ? { field: it, to: joint + 1 } : named;
    // "zet de status op onderhoud": what one field holds is no other.
    const held = joint !== undefined && chunks.slice(joint, to?.to).some(chunk => holds(chunk, from?.field));
    const place = to && chunks[to.to - 1];
    // "de status van offline machines": nothing is put into what is named by its opposite.
    const whole = from && to && !held && !place?.opposite && !place?.values.some(link => link.via === undefined);
    // "mets le nom au numéro de série": what is set to something takes its value, what is put into it brings its own.
    const set = says(verb, 'setVerb') && !has(verb, 'copy', 'move') && joint !== undefined;
    if (whole && set && opensSaying(chunks[joint - 1], 'towards'))
      return copied('copyValue', to, { ...from, to: to.to });
    if (whole) return copied(has(verb, 'move') && !has(verb, 'copy') ? 'moveValue' : 'copyValue', from, to);
    const there = has(verb, 'copy') ? copyThere(context, at, grounding, before) : undefined;
    if (there) return there;
  }
  return has(verb, 'replace', 'in', 'setTo') || headsReplacing(chunks, at, grounding) !== undefined
    ? parseReplacing(context, at, grounding, before)
    : undefined;
};

/** "naar | het | faxveld": before a word that nobody knows what points elsewhere is its article. */
const isArticle = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at], 'det') && chunks[at + 1] !== undefined && isStranger(chunks[at + 1]);

const holds = ({ values }: Chunk, field: Field | undefined): boolean =>
  values.some(link => link.field.name === field?.name);

/** "job titles: swap X for Y": the field is the heading, with what is to be done in it behind the colon. */
function headsReplacing(chunks: readonly Chunk[], at: number, grounding: Grounding): Target | undefined {
  const target = at === 0 || isBound(chunks[at - 1]) ? targetAt(chunks, at, grounding) : undefined;
  return target &&
    target.field.type === 'text' &&
    has(chunks[target.to], 'colon', 'dash', 'comma') &&
    has(chunks[target.to + 1], 'replace')
    ? { ...target, to: target.to + 1 }
    : undefined;
}

/** How many words may help the verb. */
const HELPERS = 4;

/** "the total should be copied (over) into the amount paid": what is copied stands before the verbs. */
function parsePassivePlaces(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  if (!has(chunks[at], 'give') || chunks[at]?.quote !== undefined) return undefined;
  let next = at + 1;
  while (next < at + HELPERS && has(chunks[next], 'give', 'be', 'then', 'also') && !has(chunks[next], 'copy', 'move'))
    next++;
  const verb = chunks[next];
  if (!has(verb, 'copy', 'move')) return undefined;
  const joint = skipOver(chunks, next + 1);
  const to = joint === undefined ? undefined : targetAt(chunks, joint, grounding);
  if (!to) return undefined;
  for (let first = at - 1; first >= 0 && first >= at - HELPERS && !isBound(chunks[first]); first--) {
    const from = targetAt(chunks, first, grounding);
    if (from?.to !== at) continue;
    const start = has(chunks[first - 1], 'det') ? first - 1 : first;
    const made = copied(has(verb, 'move') && !has(verb, 'copy') ? 'moveValue' : 'copyValue', from, to);
    return made && { ...made, from: start };
  }
  return undefined;
}

/** "die Telefonnummer ins Faxfeld kopieren": the verb that ends the order stands behind both. */
function parsePlacesBefore({ chunks }: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  if (!grounding.lexicons[0]?.verbLastInClauses || !opensClause(chunks, at)) return undefined;
  const from = targetAt(chunks, at, grounding);
  const joint = from && has(chunks[from.to], 'into', 'in') ? from.to + 1 : undefined;
  const to = joint === undefined ? undefined : targetAt(chunks, joint, grounding);
  const verb = to && chunks[to.to];
  if (!from || !to || verb?.quote !== undefined || !has(verb, 'copy', 'move') || !endsOrder(chunks, to.to + 1))
    return undefined;
  const made = copied(has(verb, 'copy') ? 'copyValue' : 'moveValue', from, to);
  return made && { ...made, to: to.to + 1 };
}

function skipOver(chunks: readonly Chunk[], at: number): number | undefined {
  let next = at;
  while (next < at + 2 && (has(chunks[next], 'off') || says(chunks[next], 'across'))) next++;
  // "pon el estado de los clientes …": whose it is, and no place to put it.
  if (!has(chunks[next], 'to', 'into') && has(chunks[next], 'of') && has(chunks[next + 1], 'noun')) return undefined;
  return has(chunks[next], 'to', 'into', 'in') ? next + 1 : undefined;
}

/** "the words "a"": where the quote stands. */
function quotedWords(chunks: readonly Chunk[], at: number): number | undefined {
  let next = at;
  while (next < at + 3 && has(chunks[next], 'det', 'word', 'valueWord') && chunks[next]?.quote === undefined) next++;
  return chunks[next]?.quote !== undefined &&
    has(chunks[next + 1], 'to', 'into', 'with') &&
    chunks[next + 2]?.quote !== undefined
    ? next
    : undefined;
}

/** "where it contains "a", change that bit to "b"": the part that was spoken of, not all of the field. */
function changesThat(chunks: readonly Chunk[], at: number): boolean {
  if (!says(chunks[at], 'edits') || !opensSaying(chunks[at + 1], 'thatPart')) return false;
  let to = at + 2;
  while (to < at + 4 && has(chunks[to], 'conditionWord', 'word', 'valueWord')) to++;
  return has(chunks[to], 'to', 'into') && chunks[to + 1]?.quote !== undefined;
}

/** "change Hermes to Evri in (the) carrier": two texts, and the text field they stand in behind them. */
function changesIn(chunks: readonly Chunk[], at: number, grounding: Grounding): boolean {
  if (!has(chunks[at], 'setTo') || chunks[at]?.quote !== undefined) return false;
  const joint = behindText(chunks, at + 1);
  if (has(chunks[at + 1], 'det', 'them') || !has(chunks[joint], 'to', 'into')) return false;
  const place = behindPut(chunks, joint + 1, grounding, false);
  const target =
    has(chunks[place], 'in') && opensSaying(chunks[place], 'inside')
      ? targetAt(chunks, place + 1, grounding)
      : undefined;
  return (
    target?.field.type === 'text' && (isBound(chunks[target.to]) || has(chunks[target.to], 'and', 'for', 'where', 'if'))
  );
}

/** "Sr. for Senior": a text without quotes goes on with what is written together with it. */
function behindText(chunks: readonly Chunk[], at: number): number {
  let to = at + 1;
  if (chunks[at]?.quote !== undefined) return to;
  while (
    chunks[to]?.glued &&
    chunks[to]?.quote === undefined &&
    (!isBound(chunks[to]) || has(chunks[to + 1], 'with', 'into', 'for', 'to', 'as'))
  )
    to++;
  return to;
}

/** "rename HR to People & Culture in the department": what is put in goes on to the field it is put in, or to the end. */
function behindPut(chunks: readonly Chunk[], at: number, grounding: Grounding, named: boolean): number {
  const first = behindText(chunks, at);
  if (chunks[at]?.quote !== undefined) return first;
  let to = first;
  while (to < at + 5 && chunks[to] && !isBound(chunks[to]) && !has(chunks[to], 'in', 'for', 'where', 'if', 'then'))
    to++;
  if (named || to === first) return first;
  return has(chunks[to], 'in') && targetAt(chunks, to + 1, grounding) ? to : first;
}

interface Spoken {
  readonly find: Chunk;
  readonly field: Field;
  readonly to: number;
}

/** "that bit", "it": the text that a field was last said to hold. */
function spokenOf(chunks: readonly Chunk[], at: number, before: readonly Chunk[]): Spoken | undefined {
  if (!(has(chunks[at], 'them') || says(chunks[at], 'thatPart')) || chunks[at]?.quote !== undefined) return undefined;
  let to = at + 1;
  while (to < at + 3 && has(chunks[to], 'conditionWord', 'word', 'valueWord', 'fieldWord')) to++;
  const said = before.findLastIndex(chunk => chunk.quote !== undefined);
  const find = before[said];
  const field = lastFieldOf(before.slice(0, Math.max(0, said)));
  return find &&
    field &&
    before.slice(0, said).some(chunk => has(chunk, 'contains', 'startsWith', 'endsWith', 'in', 'have'))
    ? { find, field, to }
    : undefined;
}

/** The field that a text was said to stand in, with the same words. */
function holderOf(sought: string, before: readonly Chunk[]): Field | undefined {
  const tested = before.some(chunk =>
    has(chunk, 'contains', 'startsWith', 'endsWith', 'matches', 'in', 'have', 'eq', 'be'),
  );
  const said = before.map(({ quote, text }) => quote ?? text).join('');
  return tested && said.toLowerCase().includes(sought.replace(/\s/gu, '').toLowerCase())
    ? lastFieldOf(before)
    : undefined;
}

/** "replace X with Y in F", "in F replace X by Y", "replace X in F with Y". */
const parseReplacing: ReadAction = (context, at, grounding, before) => {
  const { chunks } = context;
  let field: Field | undefined;
  let next = at;
  // "change the words "a" to "b"": both texts are quoted.
  const swaps = (verb: number): boolean =>
    has(chunks[verb], 'replace') ||
    (has(chunks[verb], 'setTo') && quotedWords(chunks, verb + 1) !== undefined) ||
    changesThat(chunks, verb) ||
    changesIn(chunks, verb, grounding);
  let inner: readonly [number, number] | undefined;
  const heading = swaps(at) ? undefined : headsReplacing(chunks, at, grounding);
  if (heading) {
    field = heading.field;
    next = heading.to;
  } else if (!swaps(at)) {
    const target = has(chunks[at], 'in') ? targetAt(chunks, at + 1, grounding) : undefined;
    if (!target) return undefined;
    field = target.field;
    next = target.to;
    while (next < chunks.length && !endsSentence(chunks, next) && !swaps(next)) next++;
    const end = has(chunks[next - 1], 'comma') ? next - 1 : next;
    // "in titles containing X, replace …": what is said of the field says which records.
    if (chunks.slice(target.to, end).some(chunk => !has(chunk, 'filler', 'fieldWord'))) inner = [at + 1, end];
    if (next > target.to + 8) return undefined;
  }
  if (!swaps(next)) return undefined;
  next++;
  // "erstat i navnet hvert "a" med "b"": where it stands may come first.
  const place = field || !has(chunks[next], 'in') ? undefined : targetAt(chunks, next + 1, grounding);
  if (place && (chunks[place.to]?.quote ?? chunks[place.to + 1]?.quote) !== undefined) {
    field = place.field;
    next = place.to;
  }
  next = quotedWords(chunks, next) ?? next;
  const each = says(chunks[next], 'eachOf') || has(chunks[next], 'valueWord') ? next + 1 : next;
  next = chunks[each]?.quote === undefined ? next : each;
  // "where the name contains "a", replace that bit with "b"": what it was said to contain.
  const spoken = spokenOf(chunks, next, before);
  const find = spoken?.find ?? chunks[next];
  if (!find || isBound(find)) return undefined;
  field ??= spoken?.field;
  const first = next;
  next = spoken?.to ?? behindText(chunks, next);
  const sought =
    spoken || next === first + 1 ? (find.quote ?? find.text) : context.text.slice(find.start, chunks[next - 1]?.end);
  const readIn = (): boolean => {
    // "… wherever it appears in the remarks"
    while (!field && has(chunks[next], 'filler') && !has(chunks[next], 'in', 'of', 'from', 'with', 'into', 'as'))
      next++;
    if (field || !has(chunks[next], 'in', 'of', 'from')) return false;
    // "replace A/S with AS in the name": what leads to the new text leads to no field.
    if (has(chunks[next], 'with') && !has(chunks[next], 'of', 'from')) return false;
    const it = has(chunks[next + 1], 'them') ? lastFieldOf(before) : undefined;
    const target = it ? { field: it, to: next + 2 } : targetAt(chunks, next + 1, grounding);
    if (!target) return false;
    field = target.field;
    next = target.to;
    return true;
  };
  readIn();
  if (!has(chunks[next], 'with', 'into', 'as', 'for', 'to')) return undefined;
  const put = chunks[next + 1];
  if (!put || isBound(put)) return undefined;
  const put0 = next + 1;
  next = behindPut(chunks, put0, grounding, field !== undefined);
  const written = next === put0 + 1 ? (put.quote ?? put.text) : context.text.slice(put.start, chunks[next - 1]?.end);
  readIn();
  // "if the e-mail ends in gmail.com, replace gmail.com with …": the field that was said to hold it.
  field ??= holderOf(sought, before);
  if (!field || field.type !== 'text') return undefined;
  return {
    actions: [{ type: 'replaceText', field: field.name, find: sought, replace: written }],
    to: next,
    ...(inner && { inner }),
  };
};
