import type { Field } from '@lib/rules';
import { has, isBound, isField, isFiller, NUMERIC } from '../../cursor';
import { saidTo, says } from '../../saying';
import { type Comparator, comparatorOf, type NumberOperand, readNumberOperand, unitFits } from '../operands';
import {
  amountThat,
  isMoney,
  keepsNoMoney,
  ledByAmount,
  mainAmount,
  mainFirst,
  ofQuantity,
  worthBefore,
} from './main-amount';
import { byRate } from './by-rate';
import { byUnit, byUnitWord } from './by-unit';
import { fieldMention, linksOfTypes, type ParseState } from '../parse-state';
import type { FieldLink } from '../../../grounding/fields/field-index';
import { MOST_FIELDS } from '../../../grounding/fields/field-names';
import type { Chunk } from '../../../grounding/link-words';
import { namesRecords } from '../../../grounding/fields/own-words';

/** The number field named right behind a number ("250 employees", "over 1m in revenue"), unless it has a comparison of its own. */
export function fieldBehind(
  state: ParseState,
  at: number,
): { readonly links: readonly FieldLink[]; readonly to: number } | undefined {
  let next = at;
  // "1000 patients on their panel": what is counted, then where it is kept.
  const counted = state.chunks[next];
  if (counted && isCounted(counted) && keepsCount(state.chunks, next + 1)) next++;
  while (
    next < at + 4 &&
    (has(state.chunks[next], 'of', 'det', 'in', 'filler') ||
      (state.question && has(state.chunks[next], 'as', 'for'))) &&
    !linksOfTypes(state.chunks[next], NUMERIC).length
  )
    next++;
  const mention = fieldMention(state, next);
  const links = mention?.links.filter(link => NUMERIC.includes(link.field.type) && link.score >= 0.6) ?? [];
  if (links.length === 0 || !mention) return undefined;
  let after = mention.to;
  while (has(state.chunks[after], 'be', 'filler') && after < mention.to + 2 && !has(state.chunks[after], 'with'))
    after++;
  const own = state.chunks[after];
  if (own && (comparatorOf(own) !== undefined || has(own, 'between')) && state.chunks[after + 1]?.number)
    return undefined;
  return { links, to: mention.to };
}

/** "patients on their panel", "people on board": the field, or a little word and the field. */
const keepsCount = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at], 'of', 'in')
    ? isField(nextNamed(chunks, at))
    : linksOfTypes(chunks[at], NUMERIC).some(({ score }) => score >= 0.75) && has(chunks[at - 1], 'people', 'noun');

const isCounted = (chunk: Chunk): boolean =>
  (chunk.fields[0]?.score ?? 0) < 0.85 &&
  chunk.values.length === 0 &&
  !chunk.number &&
  (has(chunk, 'noun') || isPlain(chunk));

const nextNamed = (chunks: readonly Chunk[], at: number): Chunk | undefined =>
  chunks.slice(at, at + 3).find(chunk => !has(chunk, 'of', 'in', 'det', 'filler'));

/** Words right behind a number that name nothing known: "3 open support tickets". */
export function strangerBehind(state: ParseState, at: number): string | undefined {
  const words: string[] = [];
  for (let next = at; next < state.chunks.length && next < at + 4; next++) {
    const chunk = state.chunks[next];
    if (!chunk || chunk.number || chunk.quote !== undefined) break;
    const unknown =
      chunk.roles.length === 0 &&
      chunk.fields.length === 0 &&
      chunk.values.length === 0 &&
      !chunk.date &&
      /\p{L}{3}/u.test(chunk.text);
    if (!unknown) break;
    words.push(chunk.text);
  }
  return words.length > 0 ? words.join(' ') : undefined;
}

/** The word before a comparison that names nothing known: "amount is more than 4". */
export function strangerBefore(state: ParseState, at: number): string | undefined {
  let before = at - 1;
  while (before > at - 4 && has(state.chunks[before], 'be', 'filler') && !isPlain(state.chunks[before])) before--;
  const chunk = state.chunks[before];
  return chunk && isPlain(chunk) ? chunk.text : undefined;
}

const isPlain = (chunk: Chunk | undefined): boolean =>
  chunk?.roles.every(role => role === 'filler') === true &&
  chunk.fields.length + chunk.values.length === 0 &&
  !chunk.number &&
  !chunk.date &&
  !/\s/.test(chunk.text) &&
  /\p{L}{3}/u.test(chunk.text);

/** Fields about the concepts a comparing adjective is about, best first. */
export function byConcepts(state: ParseState, concepts: readonly string[]): readonly FieldLink[] {
  const links = concepts.flatMap((concept, i) =>
    state.grounding.fields.ofConcept(concept).map(link => ({ ...link, score: link.score * (1 - 0.1 * i) })),
  );
  return links.sort((a, b) => b.score - a.score);
}

/** The field a number belongs to where none stands before it. */
export function fieldForNumber(
  state: ParseState,
  at: number,
  operand: NumberOperand,
  comparing: Chunk | undefined,
): { readonly links: readonly FieldLink[]; readonly to: number } | undefined {
  const behind = fieldBehind(state, operand.to);
  // "60 days or longer to pay": an amount of money is no number of days.
  if (behind && behind.links.some(({ field }) => unitFits(field, operand.number, state.grounding) !== false))
    return behind;
  const concepts = comparing?.dimensioned?.concepts;
  if (concepts) {
    const links = byConcepts(state, concepts).filter(link => link.field.type === 'number');
    if (links.length > 0) return { links: links.slice(0, 1), to: operand.to };
  }
  // "fewer than 10 left"
  if (has(state.chunks[operand.to], 'leftOver')) {
    const stock = state.grounding.fields.ofConcept('stock').filter(link => link.field.type === 'number');
    return stock[0] && { links: stock.slice(0, 1), to: operand.to + 1 };
  }
  // "more than 10% off"
  const offTo = saidTo(state.chunks, operand.to, 'offPrice');
  if (offTo !== undefined && operand.number.unit?.base === '%') {
    const off = state.grounding.fields.ofConcept('discount').filter(link => link.field.type === 'number');
    if (off[0]) return { links: off.slice(0, 1), to: offTo };
  }
  // "1000 EUR": a label says its currency in brackets, of whatever amount.
  const named = isMoney(operand) ? [] : byUnitWord(state, operand);
  if (named.length > 0) return { links: named, to: operand.to };
  // "more than 5 and at most 12 days of leave": the field stands behind the second number.
  const shared = sharedField(state, operand, comparing);
  if (shared) return shared;
  if (strangerBehind(state, operand.to) !== undefined) return undefined;
  const weak = hintedBefore(state, at);
  if (weak.length > 0) return { links: weak, to: operand.to };
  const said = operand.high?.unit ?? operand.number.unit;
  const counted = said?.base === 'pcs' ? ofQuantity(state) : [];
  if (counted.length > 0) return { links: counted, to: operand.to };
  // "freight above 50 on orders below 500": said of the records anew, of their own amount.
  const noun = state.chunks[at - 1];
  const anew =
    has(noun, 'noun') &&
    namesRecords(state.grounding.recordType, noun?.key ?? '') &&
    state.lastField?.type === 'number';
  const own = anew ? ownAmount(state, operand) : [];
  if (own.length > 0) return { links: own, to: operand.to };
  const last = goesOn(state, at) ? state.lastField : undefined;
  const fits = last?.type === 'number' ? unitFits(last, operand.number, state.grounding) : false;
  // "rated over 4.5 or with more than 20 years": the field counted in years rather than the one last spoken of.
  const measured = fits === undefined && operand.number.unit !== undefined && byUnit(state, operand).length === 1;
  const other = last !== undefined && isMoney(operand) && keepsNoMoney(state, last);
  if (last && fits !== false && !measured && !other) return { links: [{ field: last, score: 0.9 }], to: operand.to };
  const paid = operand.months === undefined ? [] : byRate(state, operand);
  if (paid.length > 0) return { links: paid, to: operand.to };
  const unit = mainFirst(state, byUnit(state, operand));
  if (unit.length > 0) return { links: unit, to: operand.to };
  const money = isMoney(operand) ? mainAmount(state) : [...ledByAmount(state, at), ...worthBefore(state, at)];
  if (money.length > 0) return { links: money, to: operand.to };
  // "an Enterprise customer gets over 20 discount or an SMB over 10": compared again, with others.
  const again = state.lastNumber;
  if (
    again &&
    comparing &&
    !operand.number.unit &&
    !operand.number.scaled &&
    isAlternative(state, at) &&
    inRange(state, again, operand)
  )
    return { links: [{ field: again, score: 0.85 }], to: operand.to };
  const led = comparing !== undefined || ((operand.operator ?? operand.high) !== undefined && isLed(state, at));
  const plausible = said || !led || !standsAlone(state, at, operand.to) ? [] : byRange(state, operand);
  return plausible.length > 0 ? { links: plausible, to: operand.to } : undefined;
}

/** "set the discount to 0 for orders over 500": the amount the records are about, whatever money it is kept in. */
function ownAmount(state: ParseState, operand: NumberOperand): readonly FieldLink[] {
  const main = mainAmount(state);
  const plain = operand.number.unit === undefined || isMoney(operand);
  return main.length > 0 || !plain ? main : amountThat(state, () => true);
}

/** "annual >100k": right before a comparison, a word of one number's name is enough where no other shares it. */
function hintedBefore({ chunks }: ParseState, at: number): readonly FieldLink[] {
  const links = chunks[at - 1]?.fields.filter(({ score }) => score >= 0.3) ?? [];
  const [only, ...others] = links;
  const sure = only !== undefined && others.length === 0 && NUMERIC.includes(only.field.type) && only.score < 0.5;
  return sure && comparatorOf(chunks[at]) !== undefined ? [{ ...only, score: 0.75 }] : [];
}

/** Whether the sentence read here is the one the last field was spoken of in: "The board meets in two weeks" is about no field. */
function goesOn({ chunks, lastField }: ParseState, at: number): boolean {
  const stop = chunks.slice(0, at).findLastIndex((chunk, i) => has(chunk, 'stop') && !(chunks[i + 1]?.glued ?? false));
  return (
    stop < 0 ||
    chunks
      .slice(stop, at)
      .some(chunk => chunk.fields.some(link => link.field === lastField) || has(chunk, 'them', 'but', 'and', 'or'))
  );
}

/** Whether "or" stands between this comparison and the one before it. */
function isAlternative({ chunks }: ParseState, at: number): boolean {
  for (let before = at - 1; before >= 0 && !chunks[before]?.number; before--)
    if (has(chunks[before], 'or')) return true;
  return false;
}

const inRange = ({ grounding }: ParseState, field: Field, { number }: NumberOperand): boolean => {
  const { range } = grounding.columns.factsOf(field);
  return range === undefined || (range[0] <= number.value && number.value <= range[1]);
};

/** "orders of 25k or more", "everyone on 100k and up" */
const isLed = ({ chunks }: ParseState, at: number): boolean => says(chunks[at - 1], 'ledAmount');

/** "at least 5 but fewer than 10 days of leave": the field that is named, or counted in a unit, behind the second of two bounds. */
function sharedField(
  state: ParseState,
  first: NumberOperand,
  comparing: Chunk | undefined,
): { readonly links: readonly FieldLink[]; readonly to: number } | undefined {
  const second = boundBehind(state, first.to);
  if (!second) return undefined;
  const { at, operand, paused } = second;
  const behind = fieldBehind(state, operand.to);
  const spanned = spans(first, comparing, second);
  if (behind) return !paused || spanned ? { ...behind, to: first.to } : undefined;
  // "at least 20k but fewer than 30k hours": what the second is counted in, the first is as well.
  const counted = spanned && operand.number.unit ? fieldForNumber(state, at, operand, state.chunks[at]) : undefined;
  return counted && { ...counted, to: first.to };
}

/** "people with more than 5 but less than 10 sick days": a stretch of what is named behind it, and of nothing said before it. */
export function spansNamed(state: ParseState, at: number, to: number): boolean {
  const number = state.chunks[to - 1]?.number;
  const second = boundBehind(state, to);
  if (!number || !second) return false;
  return spans({ number, to }, state.chunks[at], second) && !!fieldBehind(state, second.operand.to);
}

interface Bound {
  /** Where it is compared. */
  readonly at: number;
  readonly operator: Comparator;
  readonly operand: NumberOperand;
  /** "mindestens 20, aber weniger als 30" */
  readonly paused: boolean;
}

/** ", but fewer than 30", "and not more than 30" */
function boundBehind({ chunks }: ParseState, from: number): Bound | undefined {
  const paused = has(chunks[from], 'comma') && has(chunks[from + 1], 'and', 'but');
  const joint = paused ? from + 1 : from;
  if (!has(chunks[joint], 'and', 'or', 'but')) return undefined;
  const at = joint + 1;
  const operator = comparatorOf(chunks[at]);
  if (operator === undefined) return undefined;
  let next = at + 1;
  while (has(chunks[next], 'det', 'filler') && !chunks[next]?.number && next < at + 3) next++;
  const operand = readNumberOperand(chunks, next);
  return operand && { at, operator, operand, paused };
}

/** Two ends of one stretch, the first of them a bare number: "over 2 and under 3 kg", and not "over 500 and under 3 kg". */
function spans(first: NumberOperand, comparing: Chunk | undefined, { operator, operand: second }: Bound): boolean {
  if (first.high || second.high || first.number.unit) return false;
  const [from, to] = [first.number.value, second.number.value];
  const begins = (first.operator ?? comparatorOf(comparing))?.[0];
  const ends = (second.operator ?? operator)[0];
  return from < to ? begins === '>' && ends === '<' : begins === '<' && ends === '>' && from > to;
}

/** Whether no stranger stands before or behind a comparison, that it could be about. */
function standsAlone(state: ParseState, at: number, to: number): boolean {
  const next = state.chunks[to];
  // "more than 3 people": they are what is counted, no amount.
  if (has(next, 'noun') && next && !namesRecords(state.grounding.recordType, next.key)) return false;
  if (
    next &&
    !isBound(next) &&
    !has(
      next,
      'and',
      'or',
      'noun',
      'as',
      'but',
      'in',
      'where',
      'then',
      'filler',
      'unless',
      'except',
      'if',
      'dash',
      'have',
      'without',
      'not',
      'notYet',
      'never',
      'for',
    )
  )
    return false;
  for (let before = at - 1; before >= Math.max(0, at - 4); before--) {
    const chunk = state.chunks[before];
    if (!chunk || isBound(chunk)) break;
    if (isFiller(chunk) || chunk.values.length > 0 || chunk.date || has(chunk, 'or', 'and')) continue;
    // "with overdue payment over 300": the field of the value beside it.
    if (namesBeside(state.chunks, before)) continue;
    // "not paid orders over 500"
    if (has(chunk, 'not', 'notYet') && (state.chunks[before + 1]?.values.length ?? 0) > 0) continue;
    // "approved ones over 10k", "German contracts over 50k"
    if (chunk.region !== undefined || (chunk.fields[0]?.field.type === 'boolean' && chunk.fields[0].score >= 0.9))
      continue;
    return false;
  }
  return true;
}

const namesBeside = (chunks: readonly Chunk[], at: number): boolean =>
  [at - 1, at + 1].some(beside =>
    chunks[beside]?.values.some(({ field }) => chunks[at]?.fields.some(link => link.field === field)),
  );

/** "orders over 2k": the amount the records are about, where the number can be one; else every number field that could. */
function byRange(state: ParseState, operand: NumberOperand): readonly FieldLink[] {
  const { columns } = state.grounding;
  const fits = (field: Field): boolean => {
    const { range } = columns.factsOf(field);
    return range === undefined || (range[0] <= operand.number.value && operand.number.value <= range[1]);
  };
  const amount = amountThat(state, fits);
  if (amount.length > 0) return amount;
  // Among so many it could be any.
  if (columns.numbers.length > MOST_FIELDS) return [];
  const fields = columns.numbers.filter(fits);
  // One field alone that the number happens to fit would be a guess.
  return fields.length > 1 ? fields.map(field => ({ field, score: 0.6 })) : [];
}
