import type { DataRecord, Field } from '@lib/rules';
import { fieldLinks, has, isBound, isField, isFiller, WEAK } from '../cursor';
import { says } from '../saying';
import type { Effort } from '../meaning/effort';
import type { Issue, IssueKind, Meaning, TestMeaning } from '../meaning/meaning';
import { bySide } from './numbers/quotas';
import { compares, isBoundNoun } from './bound-nouns';
import { areTwins } from './numbers/twins';
import { daysOf, nextOf, saysNothing, saysToday, surenessOfDays } from './dates/unsure-days';
import type { FieldLink } from '../../grounding/fields/field-index';
import { wordsOf } from '../../grounding/words/fold';
import { isGeneralWord } from '../../grounding/fields/general-words';
import type { Chunk, Grounding } from '../../grounding/link-words';
import { namesRecords } from '../../grounding/fields/own-words';
import { isDateField } from '../../grounding/fields/date-field';

/** What the tests parsed so far have in mind; "but below 60" and "none with a discount" lean on it. */
export interface ParseState {
  readonly chunks: readonly Chunk[];
  readonly grounding: Grounding;
  readonly text: string;
  readonly sample: readonly DataRecord[];
  /** The field last spoken of. */
  lastField?: Field;
  /** The number last compared without one of its own kind beside it. */
  lastNumber?: Field;
  /** The request asks something: words that only say what to show are no conditions. */
  readonly question: boolean;
  readonly issues: Issue[];
  /** Chunks that nothing came from. */
  readonly unknown: Chunk[];
  readonly effort: Effort;
  /** Where nothing could be read, so that it is not tried again. */
  readonly failed: Set<string>;
  /** `and` and `or` were mixed without commas or brackets that say which binds first. */
  loose?: boolean;
}

export interface Parsed {
  readonly meaning: Meaning;
  readonly to: number;
  /** A "not" before or inside was already taken into the meaning ("not ordered for a year"). */
  readonly absorbed?: boolean;
}

/** Reads at most once what cannot be read: the same place, at the same depth, leaning on the same field. */
export function onlyOnce(state: ParseState, place: string, read: () => Parsed | undefined): Parsed | undefined {
  const key = `${place}:${state.lastField?.name ?? ''}`;
  if (state.failed.has(key)) return undefined;
  const parsed = read();
  if (!parsed) state.failed.add(key);
  return parsed;
}

/** Notes what has to be asked. Another reading may still explain the words; then the note is dropped. */
export function raise(state: ParseState, at: number, issue: IssueKind): void {
  const start = state.chunks[at]?.start ?? 0;
  if (!state.issues.some(known => known.start === start && known.kind === issue.kind))
    state.issues.push({ ...issue, start });
}

export function spanOf(state: ParseState, from: number, to: number): readonly (readonly [number, number])[] {
  const first = state.chunks[from];
  const last = state.chunks[to - 1];
  if (!first || !last) return [];
  // Words that were read in another order than they were typed each stand for themselves.
  const moved = last.start < first.start;
  return moved ? state.chunks.slice(from, to).map(({ start, end }) => [start, end]) : [[first.start, last.end]];
}

/** The meaning with the words that lead it ("not", "except") among those it came from. */
export function ledBy(state: ParseState, from: number, to: number, meaning: Meaning): Meaning {
  switch (meaning.kind) {
    case 'test':
      return { ...meaning, spans: [...spanOf(state, from, to), ...meaning.spans] };
    case 'not':
      return { ...meaning, item: ledBy(state, from, to, meaning.item) };
    case 'and':
    case 'or':
      return { ...meaning, items: meaning.items.map(item => ledBy(state, from, to, item)) };
    case 'given':
      return meaning;
  }
}

/** One test that words from here to there say, and the field it leaves in mind. */
export function tested(
  state: ParseState,
  field: Field,
  test: TestMeaning['test'],
  from: number,
  to: number,
  score = 0.9,
): Parsed {
  state.lastField = field;
  return { meaning: { kind: 'test', field, test, score, spans: spanOf(state, from, to) }, to };
}

/** A test of the best field among links; near rivals are kept as other readings. */
export function testOn(
  state: ParseState,
  linked: readonly FieldLink[],
  from: number,
  to: number,
  test: (field: Field) => TestMeaning['test'],
  score = 1,
): TestMeaning | undefined {
  const beside = (): readonly string[] =>
    state.chunks.slice(Math.max(0, from - 2), from + 1).flatMap(chunk => chunk.key.split(' '));
  const links = linked.length < 2 ? linked : bySide(linked, beside(), state.grounding);
  const best = links[0];
  if (!best) return undefined;
  const idle = saysNothing(best.field, test(best.field)) && !saysToday(state.chunks.slice(Math.max(0, from - 1), to));
  const next = idle ? nextOf(state.grounding) : undefined;
  if (next) return testOn(state, [next], from, to, test, score);
  const rivals = links.filter(
    link =>
      link.field.name !== best.field.name &&
      best.score < 0.97 &&
      (link.score >= best.score - 0.05 || areTwins(best.field, link.field, state.chunks.slice(from, to))),
  );
  state.lastField = best.field;
  if (best.field.type === 'number') state.lastNumber = best.field;
  const made = test(best.field);
  const days = daysOf(made, state.chunks.slice(from, to), state.chunks, state.grounding);
  const others = [
    ...rivals.map(link => ({ field: link.field, test: test(link.field) })),
    ...(days.other ? [{ field: best.field, test: days.other }] : []),
  ];
  return {
    kind: 'test',
    field: best.field,
    test: days.test,
    score:
      score * Math.min(1, 0.4 + 0.6 * best.score) * surenessOfDays(state.chunks.slice(from, to)) * (idle ? 0.7 : 1),
    spans: spanOf(state, from, to),
    ...(others.length > 0 && { alternatives: others }),
    ...(state.chunks.slice(from, to).some(chunk => chunk.untold) && { untold: true }),
  };
}

/** What is said of the field mentioned, up to `to`: a test of the best among links. */
export function saidOf(
  state: ParseState,
  mention: Mention,
  links: readonly FieldLink[],
  to: number,
  test: (field: Field) => TestMeaning['test'],
  absorbed = false,
): Said | undefined {
  const meaning = testOn(state, links, mention.at, to, test);
  return meaning && { meaning, to, absorbed };
}

const HINT = 0.3;

/** "name of the doctor", "nome do médico": whose it is, the record's own, where what is said of it follows. */
const isOwner = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at - 1], 'of', 'det') &&
  has(chunks[at], 'noun') &&
  !has(chunks[at], 'det', 'ask', 'where') &&
  !says(chunks[at], 'several') &&
  chunks[at]?.values.length === 0 &&
  has(chunks[at + 1], 'contains', 'startsWith', 'endsWith', 'matches', 'be', 'empty', 'filled', 'eq', 'neq', 'not');

/** Links of this chunk and of the words right behind it that name the same field ("contracts that end"). */
export function fieldMention(
  state: ParseState,
  at: number,
): { readonly links: readonly FieldLink[]; readonly to: number } | undefined {
  const { chunks } = state;
  const named = behindGeneral(chunks, at);
  if (named !== undefined) return fieldMention(state, named);
  if (!isField(chunks[at])) return undefined;
  let links = (chunks[at] as Chunk).fields;
  let to = at + 1;
  for (let next = at + 1; next < chunks.length && next <= to + 3; next++) {
    const chunk = chunks[next];
    if (next === to && chunk?.key === '#') {
      to = next + 1;
      continue;
    }
    if (
      !chunk ||
      isBound(chunk) ||
      chunk.quote !== undefined ||
      has(chunk, 'and', 'or', 'not', 'never', 'without', 'no') ||
      (has(chunk, 'since', 'until', 'before', 'after') && (chunks[next + 1]?.date ?? chunks[next + 1]?.duration))
    )
      break;
    const shared = links.filter(link =>
      chunk.fields.some(other => other.field.name === link.field.name && other.score >= 0.3),
    );
    // "un badge actif" of a "Badge active": a state that records hold too is here a word of the name.
    const names = chunk.values.length === 0 || (next === to && shared[0]?.field.type === 'boolean');
    if (shared.length > 0 && names && (!compares(chunk) || isBoundNoun(chunks, next))) {
      links = shared.map(link => ({
        field: link.field,
        score: Math.min(
          1,
          link.score + 0.2 * (chunk.fields.find(other => other.field.name === link.field.name)?.score ?? 0),
        ),
      }));
      links = [...links].sort((a, b) => b.score - a.score);
      to = next + 1;
      continue;
    }
    if (next === to + 1 && isOwner(chunks, next)) {
      to = next + 1;
      continue;
    }
    if (next === to && has(chunk, 'fieldWord') && chunk.fields.every(link => link.score < 0.6)) to = next + 1;
    // "closing date": what several fields are called by is no other field behind one of them.
    else if (
      next === to &&
      says(chunk, 'dateWord') &&
      links[0] &&
      isDateField(links[0].field) &&
      chunk.fields.every(link => link.score < 0.9)
    )
      to = next + 1;
    if (!isFiller(chunk) || has(chunk, 'have') || chunk.date) break;
  }
  // "vacation days left", "stock remaining": what is left of an amount is the amount.
  if (
    links[0]?.field.type === 'number' &&
    has(chunks[to], 'leftOver') &&
    chunks[to]?.values.length === 0 &&
    !chunks[to + 1]?.date &&
    !has(chunks[to + 1], 'in', 'on', 'before', 'after', 'since')
  )
    to++;
  // "con spedizione express": what the word alone only hints at is meant where its value follows.
  const { values } = chunks[to] ?? { values: [] };
  const owns = (link: FieldLink): boolean => values.some(value => value.field.name === link.field.name);
  const hinted = links.some(link => link.score >= WEAK && owns(link))
    ? []
    : links.filter(link => link.score < WEAK && link.score >= HINT && owns(link));
  return {
    links: [...hinted.map(link => ({ ...link, score: 0.7 })), ...links.filter(link => link.score >= WEAK)],
    to,
  };
}

/** "date of last renewal", "the amount of the discount": a general word only announces the field behind it. */
function behindGeneral(chunks: readonly Chunk[], at: number): number | undefined {
  const chunk = chunks[at];
  const general = isGeneralWord(chunk?.key ?? '') || has(chunk, 'fieldWord');
  if (!chunk || !general || (chunk.fields[0]?.score ?? 0) >= 0.9) return undefined;
  if (!says(chunks[at + 1], 'ofDate') || chunk.number || chunk.quote !== undefined) return undefined;
  const next = has(chunks[at + 2], 'det') ? at + 3 : at + 2;
  const link = chunks[next]?.fields[0];
  const fits = !says(chunk, 'dateWord') || (link !== undefined && isDateField(link.field));
  return link !== undefined && link.score >= 0.85 && fits ? next : undefined;
}

export function dateFields(state: ParseState): readonly Field[] {
  return state.grounding.columns.dates;
}

/** The day the records themselves are about, where one date is: "Order date" of orders, however it is called. */
export function ownDate({ grounding }: Pick<ParseState, 'grounding'>): Field | undefined {
  const { recordType, fields, columns } = grounding;
  const dates = columns.dates;
  const named = dates.filter(field => wordsOf(field.label).some(word => namesRecords(recordType, word)));
  if (named.length === 1) return named[0];
  for (const concept of BEGINNINGS) {
    const begun = fields.ofConcept(concept).filter(link => link.score >= 0.6 && dates.includes(link.field));
    if (begun.length > 0) return begun.length === 1 ? begun[0]?.field : undefined;
  }
  return undefined;
}

/** How records come about: what is "from last month" was placed, reported, issued, listed then. */
const BEGINNINGS = [
  'orderdate',
  'reported',
  'issued',
  'listed',
  'published',
  'created',
  'pickup',
  'departure',
] as const;

export function linksOfTypes(chunk: Chunk | undefined, types: Parameters<typeof fieldLinks>[1]): readonly FieldLink[] {
  return fieldLinks(chunk, types).filter(link => link.score >= WEAK);
}

export interface Mention {
  readonly at: number;
  readonly links: readonly FieldLink[];
  readonly to: number;
}

export type Said = Parsed;
