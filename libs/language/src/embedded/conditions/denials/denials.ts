import { type Field, valueAt } from '@lib/rules';
import { endsClause, has, holdsData, isBound, isFiller, isParticiple } from '../../cursor';
import { says } from '../../saying';
import { spend } from '../../meaning/effort';
import { deniedDeed } from './denied-deeds';
import { parseDeniedPeriod } from './denied-periods';
import { parseDeniedBoth } from './denied-both';
import { absenceOf, behindFilled } from '../presence/having';
import { leadsOn } from '../leads-on';
import { join, type Meaning, negate } from '../../meaning/meaning';
import { comparatorOf } from '../operands';
import { noteUnknown } from '../note-unknown';
import { fieldMention, ledBy, type Parsed, type ParseState, spanOf, tested, testOn } from '../parse-state';
import { parseTest } from '../parse-test';
import { notYet } from '../dates/said-dates';
import { isHeldAsState } from '../values/state-sooner';
import type { FieldLink } from '../../../grounding/fields/field-index';
import type { Chunk } from '../../../grounding/link-words';
import { parseValues } from '../values/value-list';
import { isDateField } from '../../../grounding/fields/date-field';

/** Reads what stands in brackets; given by the grammar of whole conditions, which denials are part of. */
export type ReadBrackets = (state: ParseState, at: number, depth: number) => Parsed | undefined;

/** "not shipped yet", "has not been shipped": where a date is named after it, that date is missing or still to come. */
export function parseNotHappened(state: ParseState, at: number): Parsed | undefined {
  const denied = parseDeniedPeriod(state, at);
  if (denied) return denied;
  const { chunks } = state;
  let next = at + 1;
  while (has(chunks[next], 'be', 'filler') && next < at + 3) next++;
  const links = chunks[next]?.fields.filter(link => isDateField(link.field) && link.score >= 0.7) ?? [];
  const yet = has(chunks[next + 1], 'notYet');
  if (links.length === 0 || !(yet || has(chunks[at], 'notYet'))) return undefined;
  const to = yet ? next + 2 : next + 1;
  const field = links[0]?.field;
  const deed = chunks[next];
  if (field && deed && isHeldAsState(deed, field)) return undefined;
  const emptied = field && state.sample.some(record => (valueAt(record, field.name) ?? null) === null);
  if (!emptied) return notYet(state, links, { at, links, to: next + 1 }, to);
  const meaning = testOn(state, links, at, to, () => ({ is: 'empty' }));
  return meaning && { meaning, to };
}

/** "which were never shipped": no day was kept; what is delivered by now was shipped as well, whatever state it is in. */
function neverDone(state: ParseState, at: number, deed: number, { meaning, to }: Parsed): Parsed | undefined {
  if (meaning.kind !== 'test' || meaning.test.is !== 'oneOf' || to !== deed + 1) return undefined;
  const day = state.chunks[deed]?.fields.find(({ field, score }) => isDateField(field) && score >= DONE);
  const empty = day && testOn(state, [day], at, to, () => ({ is: 'empty' }));
  return empty && { meaning: empty, to };
}

/** How well a deed must name the day it was done on. */
const DONE = 0.8;

/** Behind "not": the next thing said, brackets included; fillers between are skipped. */
export function parseNot(state: ParseState, at: number, depth: number, brackets: ReadBrackets): Parsed | undefined {
  const { chunks } = state;
  let next = at + 1;
  let flips = 1;
  while (next < chunks.length && next < at + 8 && spend(state.effort, depth)) {
    const chunk = chunks[next];
    // "que não estão nem em … nem em …": said twice, meant once.
    if (next > at && has(chunk, 'neither') && !has(chunk, 'or', 'and')) return parseNeither(state, next);
    if (has(chunk, 'not', 'never') && !has(chunk, 'filled', 'empty')) {
      flips++;
      next++;
      continue;
    }
    const both = flips === 1 ? parseDeniedBoth(state, next) : undefined;
    if (both) return { meaning: ledBy(state, at, next, both.meaning), to: both.to };
    const parsed = has(chunk, 'open')
      ? brackets(state, next, depth + 1)
      : has(chunk, 'either')
        ? parseEither(state, next, depth + 1, brackets)
        : parseTest(state, next, flips % 2 === 1);
    if (parsed) {
      const undone = flips === 1 && has(chunks[at], 'never') ? neverDone(state, at, next, parsed) : undefined;
      if (undone) return undone;
      const meaning = ledBy(state, at, next, parsed.meaning);
      const whole = flips === 1 && !parsed.absorbed ? deniedWhole(state, at, parsed.to) : undefined;
      const all = whole && join('and', [meaning, whole.meaning]);
      if (whole && all) return { meaning: negate(all), to: whole.to };
      const deed = flips === 1 && !parsed.absorbed ? deniedDeed(state, at, parsed.meaning, parsed.to) : undefined;
      if (deed !== undefined) return { meaning: negate(ledBy(state, parsed.to, deed, meaning)), to: deed };
      if (flips === 1 && !parsed.absorbed && says(chunks[at], 'deniedVerb')) return deniedOf(state, meaning, parsed.to);
      return { meaning: flips % 2 === 0 || parsed.absorbed ? meaning : negate(meaning), to: parsed.to };
    }
    const unlike = flips === 1 && next === at + 1 ? deniedState(state, at) : undefined;
    if (unlike) return unlike;
    if (has(chunk, 'filled', 'empty') && state.lastField && chunk && !isHeldAsState(chunk, state.lastField)) {
      const test: Meaning = {
        kind: 'test',
        field: state.lastField,
        test: { is: has(chunk, 'filled') === (flips % 2 === 1) ? 'empty' : 'filled' },
        score: 0.8,
        spans: spanOf(state, at, next + 1),
      };
      return { meaning: test, to: next + 1 };
    }
    const mention = flips % 2 === 1 ? fieldMention(state, next) : undefined;
    const field = (isParticiple(chunk as Chunk) && happenedIn(mention?.links)) || mention?.links[0]?.field;
    // "who never ordered": nothing more is said of the field than that it is not there.
    // "not sitting in quarantine": a verb that stands for a field leads to what is denied.
    if (mention && field && leadsOn(chunks, mention.to, field)) {
      next = mention.to;
      continue;
    }
    // "will not be serviced": what is to be is nothing that records hold yet.
    if (mention && field && isDateField(field) && has(chunks[at], 'may')) return undefined;
    if (
      mention &&
      field &&
      field.type !== 'boolean' &&
      !state.question &&
      !isNoun(chunk) &&
      !isQualified(state, mention.to)
    ) {
      return tested(state, field, absenceOf(state, field), at, mention.to, 0.85);
    }
    const passed = isFiller(chunk) || has(chunk, 'on', 'within') || isPlainVerb(chunks, at, next);
    if (!passed && !(says(chunks[at], 'nobody') && isEmptyOfData(chunk))) return undefined;
    next++;
  }
  return undefined;
}

/** "machines that do not run", where some are Running: the state that is denied, rather than a number that is called so. */
function deniedState(state: ParseState, at: number): Parsed | undefined {
  const [not, verb, behind] = state.chunks.slice(at, at + 3);
  const value = verb?.values.find(({ field, via }) => field.type === 'text' && via !== 'part' && via !== 'typo');
  const form = value?.via === 'stem' || has(verb, 'does');
  if (!says(not, 'deniedVerb') || !value || !form || !endsClause(behind)) return undefined;
  const { meaning, to } = tested(state, value.field, { is: 'oneOf', values: [value.stored] }, at, at + 2);
  return { meaning: negate(meaning), to };
}

/** "who aren't remote or in Sales": what the verb denies goes on behind "or", as long as it is of the same kind and no other verb comes. */
export function deniedOf(state: ParseState, first: Meaning, at: number): Parsed {
  const { chunks } = state;
  const denied = [first];
  let to = at;
  for (;;) {
    const from = has(chunks[to], 'or') ? complementAt(chunks, to + 1) : undefined;
    const next = from === undefined ? undefined : parseTest(state, from, true);
    if (from === undefined || !next || next.absorbed) break;
    denied.push(ledBy(state, to, from, next.meaning));
    to = next.to;
  }
  const whole = join('or', denied) ?? first;
  return {
    meaning: denied.length > 1 ? negate({ ...whole, ...(whole.kind === 'or' && { closed: true }) }) : negate(first),
    to,
  };
}

/** "remote", "in Sales", "an intern": what somebody is, with no verb of its own. */
function complementAt(chunks: readonly Chunk[], at: number): number | undefined {
  let next = at;
  while (next < at + 2 && has(chunks[next], 'det', 'in') && chunks[next]?.values.length === 0) next++;
  const chunk = chunks[next];
  if (!chunk || isBound(chunk) || chunk.opposite || has(chunk, 'where', 'have', 'not', 'without', 'no', 'never'))
    return undefined;
  const yes = chunk.fields[0]?.field.type === 'boolean' && chunk.fields[0].score >= 0.7;
  return yes || (chunk.values.length > 0 && !chunk.number) ? next : undefined;
}

/** "nobody is down as account manager": whatever it is that nobody does, no more is said than that nobody is there. */
const isEmptyOfData = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined && !isBound(chunk) && !holdsData(chunk) && !has(chunk, 'and', 'or', 'but', 'except', 'unless');

/** "never credentialed": the day it would have happened, though another field is called much the same. */
const happenedIn = (links: readonly FieldLink[] | undefined): Field | undefined =>
  links?.find(({ field, score }) => isDateField(field) && score >= 0.85)?.field;

/** "no robot arms older than 5 years": what is compared right behind a noun that is denied is said of it, and denied with it. */
function deniedWhole(state: ParseState, at: number, end: number): Parsed | undefined {
  const { chunks } = state;
  if (!has(chunks[at], 'no', 'nothing') && !says(chunks[at], 'nobody')) return undefined;
  const next = has(chunks[end], 'noun', 'ones') ? end + 1 : end;
  const compares = comparatorOf(chunks[next]) !== undefined || chunks[next]?.dimensioned || has(chunks[next], 'older');
  return compares ? parseTest(state, next, false) : undefined;
}

/** "isn't billed yearly": what is denied is how, and nobody knows how; nothing is missing. */
function isQualified({ chunks }: ParseState, at: number): boolean {
  const chunk = chunks[at];
  if (chunk === undefined || isBound(chunk) || holdsData(chunk)) return false;
  return chunk.roles.length + chunk.fields.length === 0 || says(chunk, 'perYear', 'perMonth', 'perQuarter', 'perWeek');
}

/** "not made by Siemens", "never threw an E42": what was not done, right behind its denial; what it was done with tells. */
function isPlainVerb(chunks: readonly Chunk[], at: number, next: number): boolean {
  const chunk = chunks[next];
  if (chunk === undefined || !(/^\p{L}{2,}$/u.test(chunk.key) || has(chunk, 'does'))) return false;
  const plain =
    chunk.values.length === 0 && chunk.number === undefined && chunk.date === undefined && !chunk.dimensioned;
  if (!plain || (chunk.roles.length > 0 && !has(chunk, 'does', 'unsupported', 'tag', 'add', 'setTo'))) return false;
  return (
    (chunk.fields[0]?.score ?? 0) < 0.6 &&
    chunks.slice(at + 1, next).every(before => isFiller(before) || has(before, 'does', 'may'))
  );
}

const isNoun = (chunk: Chunk | undefined): boolean =>
  has(chunk, 'noun') && !(chunk?.fields[0] && chunk.fields[0].score > 0.9);

const holdsNothing = (chunk: Chunk | undefined): boolean => chunk !== undefined && !isBound(chunk) && !holdsData(chunk);

/** "hverken | tilbyder telemedicin": a little word, or a verb that says no more than that what stands beside it is so. */
const isPassed = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined && (isFiller(chunk) || (has(chunk, 'does') && !holdsData(chunk))) && !has(chunk, 'nor');

/** The elements behind either / neither, as long as their connective goes on. */
function parseElements(
  state: ParseState,
  at: number,
  element: (next: number) => Parsed | undefined,
): { readonly items: readonly Meaning[]; readonly to: number } | undefined {
  const items: Meaning[] = [];
  let to = at;
  let next = at;
  while (next < state.chunks.length && spend(state.effort)) {
    // "weder einen Dienstwagen | noch …": behind a noun nobody knows the next of them is no part of the first.
    while (isPassed(state.chunks[next]) && next < to + 6 && !element(next)) next++;
    const parsed = element(next);
    // "neither tankers nor bulk carriers": one that nobody knows leaves the others denied.
    if (!parsed && items.length === 0 && has(state.chunks[next + 1], 'nor') && holdsNothing(state.chunks[next])) {
      noteUnknown(state, next);
      next += 2;
      continue;
    }
    if (!parsed) break;
    items.push(parsed.meaning);
    to = next = parsed.to;
    // "weder einen Firmenwagen haben noch …": the verb of the one stands behind it.
    if (has(state.chunks[next], 'have', 'be') && has(state.chunks[next + 1], 'nor')) next++;
    if (has(state.chunks[next], 'comma') && has(state.chunks[next + 1], 'or', 'nor', 'and')) next++;
    // "neither cancelled nor returned, whose total …": behind the last of them something else begins.
    if (has(state.chunks[next], 'comma') && closes(state.chunks, at, next)) break;
    if (
      !has(state.chunks[next], 'or', 'nor', 'comma') &&
      !(items.length > 0 && has(state.chunks[next], 'and') && has(state.chunks[next + 1], 'nor'))
    )
      break;
    next++;
  }
  return items.length > 0 ? { items, to } : undefined;
}

/** A comma behind "… nor x" or "… or x", with no other "nor" or "or" to come, ends the list. */
const closes = (chunks: readonly Chunk[], from: number, at: number): boolean => {
  const end = chunks.findIndex((chunk, i) => i > at && has(chunk, 'stop', 'colon'));
  const rest = chunks.slice(at + 1, end < 0 ? chunks.length : end);
  return (
    chunks.slice(from, at).some(chunk => has(chunk, 'nor', 'or')) &&
    (!rest.some(chunk => has(chunk, 'nor', 'or')) ||
      (has(chunks[at + 1], 'where', 'and', 'but', 'if', 'have', 'give', 'without') &&
        !has(chunks[at + 2], 'nor', 'or')))
  );
};

export function parseEither(state: ParseState, at: number, depth: number, brackets: ReadBrackets): Parsed | undefined {
  const element = (next: number): Parsed | undefined =>
    parseTest(state, next, false) ??
    (has(state.chunks[next], 'not', 'never') ? parseNot(state, next, depth + 1, brackets) : undefined);
  const list = parseElements(state, at + 1, element);
  const meaning = list && join('or', list.items);
  return meaning && list && { meaning, to: list.to };
}

/** "weder | in der | Rechtsabteilung noch …": a value behind the word for where, though a field is called much the same. */
const behindPlace = (state: ParseState, at: number): Parsed | undefined =>
  has(state.chunks[at], 'in', 'of') &&
  state.chunks[at]?.values.length === 0 &&
  (state.chunks[at + 1]?.values.length ?? 0) > 0
    ? parseValues(state, at + 1, false)
    : undefined;

const isPresence = (item: Meaning): boolean => item.kind === 'test' && item.test.is === 'filled';

/** "neither in Germany nor in Austria", "neither phone nor email", "neither a phone nor a fax is recorded". */
export function parseNeither(state: ParseState, at: number): Parsed | undefined {
  const absent = (next: number): Parsed | undefined => {
    const mention = fieldMention(state, next);
    const field = mention?.links[0]?.field;
    if (!mention || !field || field.type === 'boolean') return undefined;
    return {
      meaning: negate({
        kind: 'test',
        field,
        test: absenceOf(state, field),
        score: 0.9,
        spans: spanOf(state, at, mention.to),
      }),
      to: mention.to,
    };
  };
  // "neither a manager nor a rating": the field, though a record holds the word as well.
  const named = (next: number): boolean =>
    has(state.chunks[next - 1], 'det') && (state.chunks[next]?.fields[0]?.score ?? 0) >= 0.98;
  const list = parseElements(state, at + 1, next =>
    named(next)
      ? (absent(next) ?? parseTest(state, next, false))
      : (parseTest(state, next, false) ?? behindPlace(state, next) ?? absent(next)),
  );
  if (!list) return undefined;
  // "neither phone nor e-mail on file": said once of all, denied of each.
  const each = list.items.flatMap(item => (item.kind === 'and' || item.kind === 'or' ? item.items : [item]));
  const to = each.every(isPresence) ? behindFilled(state.chunks, list.to) : list.to;
  const meaning = join(
    'and',
    each.map(item => negate(ledBy(state, list.to, to, ledBy(state, at, at + 1, item)))),
  );
  return meaning && { meaning, to };
}
