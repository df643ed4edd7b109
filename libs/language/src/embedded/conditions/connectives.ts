import { has, isBound, isFiller } from '../cursor';
import { deniedOf, parseEither, parseNeither, parseNot, parseNotHappened } from './denials/denials';
import { parseDeniedList, parseExceptedList, type ReadElement } from './denials/listed-denials';
import { parseNotTheCase } from './denials/denied-both';
import { opensSaying, saidTo } from '../saying';
import { deniedBehind } from './denials/denied-behind';
import { alternativeState } from './alternative-state';
import { parseButNone } from './but-none';
import { spend } from '../meaning/effort';
import { parseNoneInside } from './texts/lacks-part';
import { deniesAsWell, deniesBehind, lacksText, lacksValue } from './denials/lacking';
import { isOutsidePlace } from './values/outside-place';
import { noLonger } from './denials/no-longer';
import { parseNotLately } from './denials/not-lately';
import { notYetDone } from './denials/not-yet-done';
import {
  alternativeTo,
  closed,
  closesException,
  eitherBehind,
  elementsOf,
  enclosed,
  fieldsOf,
  isJoined,
  isParallel,
  keyOf,
  lastJoint,
  leadingClause,
  opensList,
  partsAlternatives,
  type Reach,
  skipToUnit,
  tailAt,
} from './scopes';
import { beginsAnew, beginsSubject, describesNoun, introducesMore, isPlainNoun } from './subjects';
import { parseOnly } from './parse-only';
import { parseTagged } from './values/tagged';
import { makesPair } from '../meaning/limited-alike';
import { join, type Meaning, negate } from '../meaning/meaning';
import { noteUnknown } from './note-unknown';
import { ledBy, onlyOnce, type Parsed, type ParseState } from './parse-state';
import { parseTest } from './parse-test';
import { parseable } from './parseable';
import { withKindsListed } from './kinds-listed';

/** What is said with and, or, either, neither, except and unless from here on. */
export function parseOr(state: ParseState, at: number, reach: Reach): Parsed | undefined {
  return onlyOnce(state, `or ${at} ${keyOf(reach)}`, () => readOr(state, at, reach));
}

function readOr(state: ParseState, at: number, reach: Reach): Parsed | undefined {
  const first = parseAnd(state, at, reach);
  if (!first) return undefined;
  let items: Meaning[] = [first.meaning];
  let listed = first.listed === true;
  let { to } = first;
  let loose = false;
  const whole = (): Meaning | undefined => {
    const joined = join('or', items);
    return loose && joined?.kind === 'or' ? { ...joined, loose: true } : joined;
  };
  while (spend(state.effort, reach.depth)) {
    const same = alternativeState(state, to, items[items.length - 1]);
    if (same) {
      items = [...items.slice(0, -1), same.meaning];
      to = same.to;
      continue;
    }
    const right = nextAlternative(state, to, reach);
    if (right) {
      // "that are detained, laid up or have deficiencies": the commas before the last of them say "or" as well.
      const each = listed && right.or ? elementsOf(items[0], right.meaning) : undefined;
      if (each) items = [...each];
      listed = false;
      if (
        right.loose &&
        !beginsAnew(state.chunks, to) &&
        !isParallel(items[items.length - 1], right.meaning) &&
        (isJoined(items[items.length - 1]) || isJoined(right.meaning))
      )
        loose = true;
      items.push(right.meaning);
      to = right.to;
      continue;
    }
    const tail = reach.excepted || reach.head ? undefined : parseTail(state, to, reach);
    const before = tail && whole();
    if (!tail || !before) break;
    items = [join('and', [before, tail.meaning]) ?? before];
    loose = false;
    to = tail.to;
  }
  const meaning = whole();
  return meaning && { meaning, to };
}

/** "or …", ", or …", "plus anybody who …": the next of several that will do. */
function nextAlternative(
  state: ParseState,
  at: number,
  reach: Reach,
): (Parsed & { readonly loose: boolean; readonly or: boolean }) | undefined {
  const { chunks } = state;
  const comma = has(chunks[at], 'comma');
  const next = comma ? at + 1 : at;
  const or = has(chunks[next], 'or', 'pipe');
  if (or && comma && reach.head) return undefined;
  // "people in Sales, people on leave excluded": what is left out limits those before, and adds nobody.
  const more = or || tailAt(state, at) !== undefined ? undefined : introducesMore(state, at);
  if (!or && more === undefined) return undefined;
  const from = more ?? next + 1;
  if (reach.head && (more !== undefined || beginsSubject(chunks, from))) return undefined;
  if (reach.noun && !describesNoun(chunks[from])) return undefined;
  const first = parseAnd(state, from, { ...reach, ...(or && !comma && { alternative: true }) });
  const right = first && or && comma ? withDenied(state, first, reach) : first;
  if (!right || (reach.head && [...fieldsOf(right.meaning)].some(field => reach.head?.has(field)))) return undefined;
  return { ...right, loose: !comma && more === undefined, or };
}

/** "lapsed, or expired and not taking new patients": set apart by its comma, the alternative has the denial for itself. */
function withDenied(state: ParseState, first: Parsed, reach: Reach): Parsed {
  const denied = deniesAsWell(state.chunks[first.to]) ? parseAnd(state, first.to, reach) : undefined;
  const meaning = denied && join('and', [first.meaning, denied.meaning]);
  return meaning ? { meaning, to: denied.to } : first;
}

/** What limits everything said so far: exceptions behind it, and "in both cases …". */
function parseTail(state: ParseState, at: number, reach: Reach): Parsed | undefined {
  const from = tailAt(state, at);
  if (from === undefined) return undefined;
  const { chunks } = state;
  const depth = reach.depth + 1;
  // "oncology or surgery, as long as they teach or do research": all that is said behind it is asked of both.
  if (has(chunks[from], 'onlyIf', 'regardless')) {
    let next = from + 1;
    while (next < from + 4 && (has(chunks[next], 'comma', 'dash', 'colon') || isFiller(chunks[next]))) {
      if (parseable(state, next)) break;
      next++;
    }
    return parseOr(state, next, { depth });
  }
  return parseUnit(state, from, { ...reach, depth }, false);
}

function parseAnd(state: ParseState, at: number, reach: Reach): (Parsed & { readonly listed?: boolean }) | undefined {
  const { chunks } = state;
  const items: Meaning[] = [];
  const starts: number[] = [];
  let to = at;
  let end = at;
  let listed = false;
  while (to < chunks.length && spend(state.effort, reach.depth)) {
    const chunk = chunks[to];
    if (!chunk || has(chunk, 'close')) break;
    if (has(chunk, 'or', 'pipe') && items.length > 0) break;
    if (has(chunk, 'comma') && (has(chunks[to + 1], 'or') || saidTo(chunks, to + 1, 'orNever') !== undefined)) break;
    if (
      items.length > 0 &&
      has(chunk, 'comma') &&
      (reach.alternative || (reach.excepted && !reach.head && closesException(chunks, to)))
    )
      break;
    if (items.length > 0 && saidTo(chunks, to, 'orNever') !== undefined) break;
    if (items.length > 0 && (tailAt(state, to) !== undefined || introducesMore(state, to) !== undefined)) break;
    const relative =
      items.length > 0 && !reach.head && (has(chunk, 'where', 'have') || isPlainNoun(chunks[to - 1]))
        ? parseRelative(state, to, items, reach)
        : undefined;
    const unit = relative ?? parseUnit(state, to, reach, items.length > 0);
    if (unit) {
      listed =
        items.length === 0 ? opensList(chunks, to) : listed && has(chunk, 'comma') && !has(chunks[to + 1], 'and');
      const other = alternativeTo(items, unit.meaning);
      const joint = other === undefined ? -1 : lastJoint(chunks, starts[other] ?? to, to);
      if (other !== undefined && joint >= 0)
        return otherRecords(
          state,
          items.filter((_, i) => (starts[i] ?? to) < joint),
          other,
          joint,
          unit,
          reach,
        );
      starts.push(to);
      items.push(unit.meaning);
      to = end = unit.to;
      continue;
    }
    noteUnknown(state, to);
    to++;
    if (items.length > 0 && (isFiller(chunk) || isBound(chunk))) continue;
    end = items.length > 0 ? end : to;
  }
  const meaning = join('and', items);
  return meaning && { meaning, to: Math.max(end, to), listed: listed && items.length > 1 };
}

/**
 * What no record can be at once is said of different ones: "in Sales hired in 2020 and in Marketing hired in 2021",
 * "below 10 and above 50". What stands before the first of them is said of all.
 */
function otherRecords(
  state: ParseState,
  items: readonly Meaning[],
  other: number,
  joint: number,
  unit: Parsed,
  reach: Reach,
): Parsed | undefined {
  const rest = parseAnd(state, skipToUnit(state, joint), reach) ?? unit;
  const meaning = eitherBehind(state, items.slice(0, other), items.slice(other), rest.meaning);
  return meaning && { meaning, to: rest.to };
}

/** "pumps that are hot or vibrate": alternatives behind "that" are all about what stands before it. */
function parseRelative(state: ParseState, at: number, before: readonly Meaning[], reach: Reach): Parsed | undefined {
  const said = state.lastField;
  const head = new Set(before.flatMap(item => [...fieldsOf(item)]));
  const unknown = state.unknown.length;
  const noun = !has(state.chunks[at], 'where', 'have');
  const inner = parseOr(state, at, { depth: reach.depth + 1, excepted: true, head, ...(noun && { noun }) });
  if (inner?.meaning.kind === 'or' && !makesPair(before, inner.meaning.items))
    return { ...inner, meaning: { ...inner.meaning, closed: true } };
  state.unknown.length = unknown;
  if (said) state.lastField = said;
  return undefined;
}

function parseUnit(state: ParseState, at: number, reach: Reach, following: boolean): Parsed | undefined {
  const unit = readUnit(state, at, reach, following);
  const kinds = unit && withKindsListed(state, following ? skipToUnit(state, at) : at, unit);
  return kinds && noLonger(state, at, notYetDone(state, at, kinds));
}

function readUnit(state: ParseState, at: number, reach: Reach, following: boolean): Parsed | undefined {
  const { depth } = reach;
  if (!spend(state.effort, depth)) return undefined;
  const { chunks } = state;
  const from = following ? skipToUnit(state, at) : at;
  const chunk = chunks[from];
  if (!chunk) return undefined;
  if (from > at && has(chunk, 'or')) return undefined;
  if (has(chunk, 'open')) return parseBrackets(state, from, depth);
  const whole = parseNotTheCase(state, from, depth, parseOr);
  if (whole) return whole;
  if (isOutsidePlace(chunks, from)) return parseNot(state, from, depth, parseBrackets);
  if (has(chunk, 'except', 'unless')) {
    const direct = has(chunk, 'lt', 'gt') ? parseTest(state, from, false) : undefined;
    return direct ?? parseNotHappened(state, from) ?? parseExcept(state, from, depth);
  }
  if (has(chunk, 'neither')) return parseNeither(state, from);
  if (has(chunk, 'either') && !partsAlternatives(chunks, from)) {
    const list = parseEither(state, from, depth, parseBrackets);
    if (list) return list;
  }
  const lately = has(chunk, 'no', 'without', 'notYet') && !chunk.number ? parseNotLately(state, from) : undefined;
  if (lately) return lately;
  if (deniesBehind(chunks, from)) return parseNot(state, from, depth, parseBrackets);
  const direct = has(chunk, 'notYet') ? parseTagged(state, from) : parseTest(state, from, false);
  if (direct) return deniedBehind(state, from, direct) ?? direct;
  if (has(chunk, 'not', 'never', 'neq', 'notYet'))
    return parseNotHappened(state, from) ?? parseDeniedList(state, from) ?? parseNot(state, from, depth, parseBrackets);
  // "no interns"
  if (has(chunk, 'no', 'without') && !chunk.number && (lacksValue(chunks, from + 1) || lacksText(chunks, from + 1)))
    return parseNot(state, from, depth, parseBrackets);
  if (has(chunk, 'onlyIf', 'only')) return onlyAt(state, from, depth);
  return undefined;
}

const onlyAt = (state: ParseState, at: number, depth: number): Parsed | undefined =>
  parseOnly(state, at, from => parseUnit(state, from, { depth: depth + 1 }, false));

function parseBrackets(state: ParseState, at: number, depth: number): Parsed | undefined {
  const inner = parseOr(state, at + 1, { depth: depth + 1 });
  if (!inner) {
    const field = state.lastField;
    const only = has(state.chunks[at + 1], 'onlyIf', 'only') && field ? onlyAt(state, at + 1, depth + 1) : undefined;
    return only && has(state.chunks[only.to], 'close') ? { ...only, to: only.to + 1 } : only;
  }
  const { meaning } = inner;
  return {
    meaning: closed(meaning),
    to: has(state.chunks[inner.to], 'close') ? inner.to + 1 : inner.to,
  };
}

/** "except those in Munich", "unless the segment is Enterprise": everything up to the end of the clause is taken away. */
function parseExcept(state: ParseState, at: number, depth: number): Parsed | undefined {
  const { chunks } = state;
  let next = at + 1;
  while (
    next < chunks.length &&
    isFiller(chunks[next]) &&
    (chunks[next]?.fields[0]?.score ?? 0) < 0.5 &&
    (chunks[next]?.values.length ?? 0) === 0 &&
    next < at + 8
  ) {
    if (parseable(state, next)) break;
    next++;
  }
  // "but no Java and …": no more is denied than what stands right behind.
  const bare =
    opensSaying(chunks[at], 'allBut') && !chunks.slice(at + 1, next).some(chunk => has(chunk, 'noun', 'ones', 'where'));
  const inside = bare ? parseNoneInside(state, at, next) : undefined;
  const denied = bare && !inside && !has(chunks[next], 'open') ? parseTest(state, next, true) : undefined;
  if (denied && !denied.absorbed) return deniedOf(state, ledBy(state, at, next, denied.meaning), denied.to);
  const none = inside ?? (bare || deniesAsWell(chunks[at]) ? parseButNone(state, at, next) : undefined);
  if (none) return none;
  const clause = leadingClause(state, at, next);
  const excepted: Reach = { depth: depth + 1, excepted: true };
  const element: ReadElement = (inner, from, open) =>
    open ? parseAnd(inner, from, { ...excepted, alternative: true }) : parseUnit(inner, from, excepted, false);
  const apart = clause !== state && beginsSubject(chunks, clause.chunks.length + 1);
  const list = apart ? undefined : parseExceptedList(state, next, element);
  if (list) return { ...list, meaning: ledBy(state, at, next, list.meaning) };
  const aside = enclosed(chunks, at, next);
  const inner = has(chunks[next], 'open')
    ? parseBrackets(state, next, depth)
    : parseOr(
        aside === undefined ? clause : { ...clause, chunks: chunks.slice(0, aside), failed: new Set() },
        next,
        excepted,
      );
  if (clause.lastField) state.lastField = clause.lastField;
  if (!inner) return undefined;
  const meaning = ledBy(state, at, next, inner.meaning);
  return { meaning: negate(meaning.kind === 'or' ? { ...meaning, loose: false } : meaning), to: inner.to };
}
