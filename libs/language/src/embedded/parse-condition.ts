import { valueAt } from '@lib/rules';
import { has, isBound, isDateField, isField, isFiller } from './cursor';
import { spend } from './effort';
import { absenceOf } from './having';
import { join, type Meaning, negate } from './meaning';
import { keep, noteUnknown } from './note-unknown';
import { fieldMention, ledBy, onlyOnce, type Parsed, type ParseState, spanOf, testOn } from './parse-state';
import { parseTest } from './parse-test';
import { notYet } from './said-dates';
import type { Chunk } from '../grounding/link-words';

/** The condition said by these chunks, with brackets, and/or, either, neither, except and unless. */
export function parseCondition(state: ParseState): Meaning | undefined {
  const items: Meaning[] = [];
  let at = 0;
  while (at < state.chunks.length && !state.effort.entangled) {
    const parsed = parseOr(state, at, 0);
    if (parsed) items.push(parsed.meaning);
    const to = parsed?.to ?? at;
    if (to >= state.chunks.length) break;
    const chunk = state.chunks[to];
    if (chunk && !isFiller(chunk) && !isBound(chunk) && !has(chunk, 'and', 'or', 'dash', 'but')) keep(state, chunk);
    at = to + 1;
  }
  return join('and', items);
}

function parseOr(state: ParseState, at: number, depth: number): Parsed | undefined {
  return onlyOnce(state, `or ${at} ${depth}`, () => readOr(state, at, depth));
}

function readOr(state: ParseState, at: number, depth: number): Parsed | undefined {
  const first = parseAnd(state, at, depth);
  if (!first) return undefined;
  const items: Meaning[] = [first.meaning];
  let { to } = first;
  let loose = false;
  for (;;) {
    let next = to;
    const comma = has(state.chunks[next], 'comma');
    if (comma) next++;
    if (!has(state.chunks[next], 'or', 'pipe')) break;
    const right = parseAnd(state, next + 1, depth);
    if (!right) break;
    if (!comma && (isJoined(items[items.length - 1]) || isJoined(right.meaning))) loose = true;
    items.push(right.meaning);
    to = right.to;
  }
  const meaning = join('or', items);
  if (!meaning) return undefined;
  return { meaning: loose && meaning.kind === 'or' ? { ...meaning, loose: true } : meaning, to };
}

const isJoined = (meaning: Meaning | undefined): boolean => meaning?.kind === 'and';

function parseAnd(state: ParseState, at: number, depth: number): Parsed | undefined {
  const items: Meaning[] = [];
  let to = at;
  let end = at;
  while (to < state.chunks.length && spend(state.effort, depth)) {
    const chunk = state.chunks[to];
    if (!chunk || has(chunk, 'close')) break;
    if (has(chunk, 'or', 'pipe') && items.length > 0) break;
    if (has(chunk, 'comma') && has(state.chunks[to + 1], 'or')) break;
    const unit = parseUnit(state, to, depth, items.length > 0);
    if (unit) {
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
  return meaning && { meaning, to: Math.max(end, to) };
}

function skipToUnit(state: ParseState, at: number): number {
  let next = at;
  while (
    next < state.chunks.length &&
    has(state.chunks[next], 'and', 'comma', 'but', 'amp', 'both', 'also', 'dash', 'colon', 'stop', 'arrow') &&
    !has(state.chunks[next], 'or', 'except', 'not', 'neither')
  )
    next++;
  return next;
}

function parseUnit(state: ParseState, at: number, depth: number, following: boolean): Parsed | undefined {
  if (!spend(state.effort, depth)) return undefined;
  const { chunks } = state;
  const from = following ? skipToUnit(state, at) : at;
  const chunk = chunks[from];
  if (!chunk) return undefined;
  if (from > at && has(chunk, 'or')) return undefined;
  if (has(chunk, 'open')) return parseBrackets(state, from, depth);
  if (has(chunk, 'except', 'unless')) {
    const direct = has(chunk, 'lt', 'gt') ? parseTest(state, from, false) : undefined;
    return direct ?? parseNotHappened(state, from) ?? parseExcept(state, from, depth);
  }
  if (has(chunk, 'neither')) return parseNeither(state, from);
  if (has(chunk, 'either')) {
    const list = parseEither(state, from, depth);
    if (list) return list;
  }
  // "outside Berlin"
  if (has(chunk, 'outside') && (chunks[from + 1]?.values.length ?? 0) > 0 && !chunks[from + 1]?.number)
    return parseNot(state, from, depth);
  const direct = has(chunk, 'notYet') ? undefined : parseTest(state, from, false);
  if (direct) return direct;
  if (has(chunk, 'not', 'never', 'neq', 'notYet')) return parseNotHappened(state, from) ?? parseNot(state, from, depth);
  if (has(chunk, 'onlyIf', 'only')) return parseOnly(state, from, depth);
  return undefined;
}

/** "(only if present)" leans on the field last named. */
function parseOnly(state: ParseState, at: number, depth: number): Parsed | undefined {
  let next = at + 1;
  while (
    has(state.chunks[next], 'be', 'det', 'them', 'filler') &&
    next < at + 4 &&
    !has(state.chunks[next], 'filled', 'empty')
  )
    next++;
  const field = state.lastField;
  if (field && has(state.chunks[next], 'filled'))
    return {
      meaning: { kind: 'test', field, test: { is: 'filled' }, score: 0.9, spans: spanOf(state, at, next + 1) },
      to: next + 1,
    };
  return parseUnit(state, at + 1, depth + 1, false);
}

function parseBrackets(state: ParseState, at: number, depth: number): Parsed | undefined {
  const inner = parseOr(state, at + 1, depth + 1);
  if (!inner) {
    const field = state.lastField;
    const only = has(state.chunks[at + 1], 'onlyIf', 'only') && field ? parseOnly(state, at + 1, depth + 1) : undefined;
    return only && has(state.chunks[only.to], 'close') ? { ...only, to: only.to + 1 } : only;
  }
  return {
    meaning: inner.meaning.kind === 'or' ? { ...inner.meaning, loose: false } : inner.meaning,
    to: has(state.chunks[inner.to], 'close') ? inner.to + 1 : inner.to,
  };
}

/** "not shipped yet", "has not been shipped": where a date is named after it, that date is missing or still to come. */
function parseNotHappened(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  let next = at + 1;
  while (has(chunks[next], 'be', 'filler') && next < at + 3) next++;
  const links = chunks[next]?.fields.filter(link => isDateField(link.field) && link.score >= 0.8) ?? [];
  const yet = has(chunks[next + 1], 'notYet');
  if (links.length === 0 || !(yet || has(chunks[at], 'notYet'))) return undefined;
  const to = yet ? next + 2 : next + 1;
  const field = links[0]?.field;
  const emptied = field && state.sample.some(record => (valueAt(record, field.name) ?? null) === null);
  if (!emptied) return notYet(state, links, { at, links, to: next + 1 }, to);
  const meaning = testOn(state, links, at, to, () => ({ is: 'empty' }));
  return meaning && { meaning, to };
}

/** Behind "not": the next thing said, brackets included; fillers between are skipped. */
function parseNot(state: ParseState, at: number, depth: number): Parsed | undefined {
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
    const parsed = has(chunk, 'open')
      ? parseBrackets(state, next, depth + 1)
      : has(chunk, 'either')
        ? parseEither(state, next, depth + 1)
        : parseTest(state, next, flips % 2 === 1);
    if (parsed) {
      const meaning = ledBy(state, at, next, parsed.meaning);
      return { meaning: flips % 2 === 0 || parsed.absorbed ? meaning : negate(meaning), to: parsed.to };
    }
    if (has(chunk, 'filled', 'empty') && state.lastField) {
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
    const field = mention?.links[0]?.field;
    // "who never ordered": nothing more is said of the field than that it is not there.
    if (mention && field && field.type !== 'boolean' && !state.question && !isNoun(chunk)) {
      state.lastField = field;
      return {
        meaning: {
          kind: 'test',
          field,
          test: absenceOf(state, field),
          score: 0.85,
          spans: spanOf(state, at, mention.to),
        },
        to: mention.to,
      };
    }
    if (!isFiller(chunk) && !has(chunk, 'on', 'within')) return undefined;
    next++;
  }
  return undefined;
}

const isNoun = (chunk: Chunk | undefined): boolean =>
  has(chunk, 'noun') && !(chunk?.fields[0] && chunk.fields[0].score > 0.9);

/** "except those in Munich", "unless the segment is Enterprise": everything up to the end of the clause is taken away. */
function parseExcept(state: ParseState, at: number, depth: number): Parsed | undefined {
  const { chunks } = state;
  let next = at + 1;
  while (
    next < chunks.length &&
    isFiller(chunks[next]) &&
    !isField(chunks[next]) &&
    (chunks[next]?.values.length ?? 0) === 0 &&
    next < at + 8
  ) {
    if (parseable(state, next)) break;
    next++;
  }
  const inner = parseOr(state, next, depth + 1);
  if (!inner) return undefined;
  const meaning = ledBy(state, at, next, inner.meaning);
  return { meaning: negate(meaning.kind === 'or' ? { ...meaning, loose: false } : meaning), to: inner.to };
}

function parseable(state: ParseState, at: number): boolean {
  const field = state.lastField;
  const parsed = parseTest(state, at, false) !== undefined;
  if (field) state.lastField = field;
  return parsed;
}

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
    while (isFiller(state.chunks[next]) && next < to + 6 && !element(next)) next++;
    const parsed = element(next);
    if (!parsed) break;
    items.push(parsed.meaning);
    to = next = parsed.to;
    if (has(state.chunks[next], 'comma') && has(state.chunks[next + 1], 'or', 'nor', 'and')) next++;
    if (
      !has(state.chunks[next], 'or', 'nor', 'comma') &&
      !(items.length > 0 && has(state.chunks[next], 'and') && has(state.chunks[next + 1], 'nor'))
    )
      break;
    next++;
  }
  return items.length > 0 ? { items, to } : undefined;
}

function parseEither(state: ParseState, at: number, depth: number): Parsed | undefined {
  const element = (next: number): Parsed | undefined =>
    parseTest(state, next, false) ??
    (has(state.chunks[next], 'not', 'never') ? parseNot(state, next, depth + 1) : undefined);
  const list = parseElements(state, at + 1, element);
  const meaning = list && join('or', list.items);
  return meaning && list && { meaning, to: list.to };
}

/** "neither in Germany nor in Austria", "neither phone nor email". */
function parseNeither(state: ParseState, at: number): Parsed | undefined {
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
  const list = parseElements(state, at + 1, next => parseTest(state, next, false) ?? absent(next));
  if (!list) return undefined;
  const meaning = join(
    'and',
    list.items.map(item => negate(ledBy(state, at, at + 1, item))),
  );
  return meaning && { meaning, to: list.to };
}
