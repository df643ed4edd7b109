import type { Field } from '@lib/rules';
import { endsClause, has, isBound, isField, WEAK } from '../../cursor';
import { says } from '../../saying';
import { isGrammar, isLeading } from '../grammar-words';
import type { TestMeaning } from '../../meaning/meaning';
import { daysHeld } from './days-held';
import { deniesAsWell } from '../denials/lacking';
import { nextElement } from '../next-element';
import { isOrigin, kindSaidAt, placesMeant } from './places-meant';
import { recordsNamed } from './records-named';
import { comparatorOf, nearValues, valueOf } from '../operands';
import { ownerAmong, twinsOf } from './owner-among';
import { surenessOf, takenFor } from './taken-for';
import { readRawText } from '../texts/raw-text';
import { type Parsed, type ParseState, raise, spanOf } from '../parse-state';
import type { FieldLink } from '../../../grounding/fields/field-index';
import type { Chunk } from '../../../grounding/link-words';
import { say } from '../../../grounding/messages';
import { beginsAnew } from '../subjects';
import { inAnyCase, showsLittle, showsNone } from './value-shapes';
import { valuesTest } from './values-test';
import { meansOnly, meansWhole } from '../texts/whole-texts';
import { fieldSays } from '../../../grounding/fields/field-senses';
import { workplacesAmong } from './workplaces';
import type { ValueLink } from '../../../grounding/values/value-index';

export interface ValueList {
  readonly field: Field;
  readonly test: TestMeaning['test'];
  readonly score: number;
  readonly to: number;
  readonly assumptions: readonly string[];
  /** The same of other fields that the name given means as well: "country" of a shipping and a billing country. */
  readonly alternatives?: readonly Pick<TestMeaning, 'field' | 'test'>[];
}

/** Whether the profile or a large sample lets us say that a value is not there. */
export function knowsAllValues(state: ParseState, field: Field): boolean {
  if (field.profile) return field.profile.frequentIsComplete;
  const distinct = state.grounding.values.valuesOf(field.name).length;
  return state.sample.length >= 30 && distinct * 3 <= state.sample.length && distinct > 0;
}

/** Values of one of these fields in a row: "Germany, Austria or Switzerland". */
export function readValueList(
  state: ParseState,
  links: readonly FieldLink[],
  at: number,
  said: boolean,
): ValueList | undefined {
  const first = state.chunks[at];
  if (!first) return undefined;
  const owner = ownerAmong(links, first);
  if (owner) {
    const known = readKnown(state, owner.field, at, owner.score);
    const alternatives = twinsOf(owner, links, first).map(({ field, score }) => {
      const { test } = readKnown(state, field, at, score);
      return { field, test };
    });
    return alternatives.length > 0 ? { ...known, alternatives } : known;
  }
  for (const { field, score } of links) {
    const days = daysHeld(state, field, at);
    if (!days) continue;
    return {
      field,
      test: valuesTest(state.grounding.values, field, [[days.stored]], { whole: true }),
      score: 0.85 * (0.6 + 0.4 * score),
      to: days.to,
      assumptions: [],
    };
  }
  const target = links.find(link => link.field.type === 'text' || link.field.type === 'list');
  if (!target || !said) return undefined;
  if (first.quote !== undefined)
    return {
      field: target.field,
      test: valuesTest(
        state.grounding.values,
        target.field,
        [state.question && showsLittle(state.sample.length) ? inAnyCase(first.quote) : [first.quote]],
        { whole: true },
      ),
      score: 0.95,
      to: at + 1,
      assumptions: [],
    };
  return readUnknown(state, target.field, at);
}

function readKnown(state: ParseState, field: Field, at: number, fieldScore: number): ValueList {
  const { chunks } = state;
  const values: (readonly string[])[] = [];
  const assumptions: string[] = [];
  let score = 1;
  let to = at;
  let all = false;
  let any = false;
  for (let next: number | undefined = at; next !== undefined; next = nextElement(chunks, to)) {
    const chunk = chunks[next];
    if (next > at && (setsApart(chunks, to, next, values.length) || speaksOfOthers(chunks, to, next))) break;
    const link = valueOf(chunk, field);
    const unseen = link || next === at ? undefined : unseenValue(state, field, next);
    if (!chunk || (!link && chunk.quote === undefined && unseen === undefined)) break;
    // "dept engineering, sal < 80k": with a comparison behind it, it is the name of a field.
    if (
      next > at &&
      (chunk.fields[0]?.score ?? 0) >= 0.9 &&
      link?.via !== undefined &&
      comparatorOf(chunks[next + 1]) !== undefined
    )
      break;
    all ||= chunks.slice(to, next).some(joint => has(joint, 'and', 'amp') && !has(joint, 'or'));
    any ||= chunks.slice(to, next).some(joint => has(joint, 'or', 'nor', 'pipe'));
    if (unseen !== undefined) {
      values.push([unseen]);
      assumptions.push(say(state.grounding.lexicons[0]?.language, 'asWritten', unseen, field.label));
      score = Math.min(score, 0.85);
      to = next + 1;
      continue;
    }
    if (link) {
      // A quoted value is meant exactly as it is written.
      values.push(chunk.quote !== undefined && link.stored.includes(chunk.quote) ? [chunk.quote] : link.stored);
      score = Math.min(score, surenessOf(link, chunk));
      const assumption = takenFor(state, field, link, chunk);
      if (assumption !== undefined) assumptions.push(assumption);
    } else values.push([chunk.quote ?? '']);
    to = next + 1;
  }
  all &&= !any;
  const whole = meansWhole(chunks, at, to, field, all && values.length > 1);
  const only = field.type === 'list' && meansOnly(chunks, at, to, field);
  const test = valuesTest(state.grounding.values, field, values, { all, whole, only });
  return { field, test, score: score * (0.6 + 0.4 * fieldScore), to, assumptions };
}

/**
 * "down, or idle with the inspection past due", "terminated, or on leave and without a manager": behind comma and "or"
 * one value with more said of it is an alternative of its own.
 */
function setsApart(chunks: readonly Chunk[], joint: number, at: number, before: number): boolean {
  if (before !== 1 || !has(chunks[joint], 'comma') || !has(chunks[joint + 1], 'or')) return false;
  const behind = has(chunks[at + 1], 'noun') && !has(chunks[at + 1], 'where', 'have') ? at + 2 : at + 1;
  if (has(chunks[behind], 'have', 'where', 'without', 'with', 'in')) return !has(chunks[behind], 'be', 'noun');
  if (deniesAsWell(chunks[behind])) return true;
  // "Sales, or Legal and Support": only another value of the same field.
  const listed = nextElement(chunks, behind);
  return (
    has(chunks[behind], 'and') && !has(chunks[behind], 'or') && listed !== undefined && !sharesField(chunks, at, listed)
  );
}

const sharesField = (chunks: readonly Chunk[], one: number, other: number): boolean =>
  chunks[one]?.values.some(({ field }) => chunks[other]?.values.some(link => link.field === field)) ?? false;

/** "Berlin, or anyone in Warsaw with under 36 hours": whoever is meant by the next value is spoken of anew. */
const speaksOfOthers = (chunks: readonly Chunk[], joint: number, at: number): boolean =>
  namesAllOf(chunks, joint, at) ||
  (chunks.slice(joint, at).some(chunk => has(chunk, 'or')) && beginsAnew(chunks, joint));

/** "all forklifts, all lathes older than 5 years", "interns and anyone on a contract": each is spoken of for itself, with what is said of it alone. */
const namesAllOf = (chunks: readonly Chunk[], joint: number, at: number): boolean =>
  !has(chunks[joint], 'or', 'nor') &&
  chunks
    .slice(joint, at)
    .some((chunk, i) => (has(chunk, 'allTags') || (says(chunk, 'theOnes') && joint + i < at - 1)) && !has(chunk, 'or'));

/** A country among others that no record has, spelt as the others are. */
function unseenValue(state: ParseState, field: Field, at: number): string | undefined {
  const chunk = state.chunks[at];
  const regions = state.grounding.values.countryFields.get(field.name);
  if (!chunk || chunk.region === undefined || !regions || chunk.values.length > 0) return undefined;
  const coded = [...regions].every(([code, stored]) => stored.every(text => text === code));
  return coded ? chunk.region : chunk.text.replace(/(^|[\s-])\p{Ll}/gu, letter => letter.toUpperCase());
}

/** No record has this value of the field: it is asked about, with those that are near. */
export function raiseUnknown(state: ParseState, at: number, field: Field, word: string): void {
  const near = nearValues(state.grounding.values.valuesOf(field.name), word);
  raise(state, at, { kind: 'unknown-value', field, word, near });
}

/** A text that no record has: asked about where all values are known, else taken as it is. */
function readUnknown(state: ParseState, field: Field, at: number): ValueList | undefined {
  const { chunks } = state;
  const first = chunks[at];
  if (
    !first ||
    isBound(first) ||
    has(
      first,
      'vague',
      'vagueSmall',
      'and',
      'or',
      'not',
      'gt',
      'lt',
      'gte',
      'lte',
      'between',
      'have',
      'without',
      'where',
      'if',
    ) ||
    isField(first)
  )
    return undefined;
  if (
    has(first, 'noun', 'ones', 'filler', 'be', 'for', 'then', 'tag', 'add', 'give', 'aggregate', 'duplicate') &&
    first.region === undefined
  )
    return undefined;
  const raw = readRawText(chunks, at, state.text, chunk =>
    has(chunk, 'where', 'as', 'if', 'have', 'dash', 'not', 'without', 'gt', 'lt', 'gte', 'lte', 'noun', 'tag', 'then'),
  );
  if (!raw) return undefined;
  // A question names fields to show as well; what follows those is no value.
  if (state.question && state.sample.length >= 8) return undefined;
  if (knowsAllValues(state, field)) {
    raiseUnknown(state, at, field, raw.value);
    return undefined;
  }
  return {
    field,
    test: valuesTest(state.grounding.values, field, [showsNone(field) ? inAnyCase(raw.value) : [raw.value]], {
      whole: meansWhole(chunks, at, raw.to, field),
    }),
    score: 0.6,
    to: raw.to,
    assumptions: [say(state.grounding.lexicons[0]?.language, 'asWritten', raw.value, field.label)],
  };
}

/** Of the fields that own a value, those the neighbouring words speak for. */
function ownersOf(state: ParseState, at: number): readonly ValueLink[] {
  const { chunks } = state;
  const links = chunks[at]?.values ?? [];
  if (links.length < 2) return links;
  // "the Berlin or Vienna office": the field stands behind the last of them.
  let to = at + 1;
  for (let next = nextElement(chunks, to); next !== undefined; next = nextElement(chunks, to)) {
    if (!chunks[next]?.values.some(other => links.some(link => link.field === other.field))) break;
    to = next + 1;
  }
  const near = [to, to + 1, at - 1, at - 2, at - 3]
    .map(i => chunks[i])
    .filter((chunk): chunk is Chunk => chunk !== undefined);
  for (const chunk of near) {
    if (isBound(chunk)) continue;
    const spoken = links.filter(link =>
      chunk.fields.some(other => other.field.name === link.field.name && other.score >= WEAK),
    );
    if (spoken.length > 0) return spoken;
  }
  const meant = placesMeant(chunks, at, to, links);
  if (meant.length === 1) return meant;
  const last = links.filter(link => link.field.name === state.lastField?.name);
  if (last.length > 0) return last;
  const comesFrom = has(chunks[at - 1], 'from') && !has(chunks[at - 1], 'in');
  const works = comesFrom ? [] : workplacesAmong(links, chunks.slice(Math.max(0, at - 2), to + 1), state.grounding);
  if (works.length > 0) return works;
  // A country alone is the one of the record itself, not of one part of it, where a field is simply called that.
  // "doctors in New York": where they are, not what their licence is for.
  const placed = has(chunks[at - 1], 'in') && !has(chunks[at - 1], 'from') && !isOrigin(chunks, at, to);
  const located = placed ? links.filter(({ field }) => fieldSays(field, 'placeWord')) : [];
  if (located.length === 1) return located;
  const own = recordsNamed(state, at, links);
  const plain = own ? [own] : meant.filter(link => link.field.type !== 'list');
  return plain.length > 0 ? [...plain].sort((a, b) => b.score - a.score) : meant;
}

/** Values whose field is not named: "active customers in Germany or Austria", "red, blue and green". */
export function parseValues(state: ParseState, at: number, _negated: boolean): Parsed | undefined {
  const { chunks } = state;
  const chunk = chunks[at];
  if (!chunk) return undefined;
  if (chunk.region !== undefined && chunk.values.length === 0) return unknownCountry(state, at);
  const owners = ownersOf(state, at).filter(link => link.score >= WEAK && !isHeader(chunk, link));
  const best = owners[0];
  if (!best || isGrammar(chunk, best) || isLeading(chunks, at)) return undefined;
  if (chunk.number !== undefined && !state.question && !ownedByNeighbour(state, best, at)) return undefined;
  const list = readKnown(state, best.field, at, 1);
  const kind = kindSaidAt(chunks, at, list.to, best.field) ?? at;
  const to = Math.max(pastField(state, list.to, best.field), kind + 1);
  const rivals = owners.filter(link => link.field.name !== best.field.name && link.score >= best.score - 0.05);
  state.lastField = best.field;
  const test: TestMeaning = {
    kind: 'test',
    field: best.field,
    test: list.test,
    score: list.score,
    spans: spanOf(state, Math.min(kind, at), to),
    ...(rivals.length > 0 && {
      alternatives: rivals.map(link => ({ field: link.field, test: readKnown(state, link.field, at, 1).test })),
    }),
    ...(list.assumptions.length > 0 && { assumptions: list.assumptions }),
  };
  return { meaning: test, to };
}

/** The field behind its values: "the retail industry", "Solberg is the manager", "E204 among the error codes", "Vienna as office". */
function pastField({ chunks }: ParseState, at: number, field: Field): number {
  let next = at;
  while (next < at + 3 && has(chunks[next], 'be', 'det', 'as', 'in', 'among', 'of') && !isField(chunks[next])) next++;
  const link = chunks[next]?.fields.find(other => other.field.name === field.name);
  if (!link || link.score < WEAK || (chunks[next]?.values.length ?? 0) > 0) return at;
  if (next === at) return next + 1;
  // "Berlin and the office is …": a field with something said of it begins a test of its own.
  const ends = endsClause(chunks[next + 1], 'in');
  return ends && (chunks[next]?.fields[0]?.score ?? 0) <= link.score + 0.05 ? next + 1 : at;
}

function ownedByNeighbour(state: ParseState, link: ValueLink, at: number): boolean {
  return [at - 1, at + 1, at - 2].some(
    i => state.chunks[i]?.fields.some(other => other.field.name === link.field.name) ?? false,
  );
}

/** A row of headers among the records makes no field's name one of its values. */
const isHeader = (chunk: Chunk, link: ValueLink): boolean =>
  chunk.quote === undefined && chunk.fields.some(({ field, score }) => field.name === link.field.name && score >= 0.98);

/** A country that no record has. */
function unknownCountry(state: ParseState, at: number): undefined {
  const { recordType, values } = state.grounding;
  const name = [...values.countryFields.keys()][0];
  const field = recordType.fields.find(candidate => candidate.name === name);
  const word = state.chunks[at]?.text ?? '';
  if (field) raiseUnknown(state, at, field, word);
  return undefined;
}
