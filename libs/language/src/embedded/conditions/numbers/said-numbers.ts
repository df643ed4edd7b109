import type { Field } from '@lib/rules';
import { has, isBound, isFiller, NUMERIC } from '../../cursor';
import { readFieldOperand } from './field-operand';
import { unitOf } from './field-units';
import { ofRecordsFirst } from './main-amount';
import type { TestMeaning } from '../../meaning/meaning';
import {
  type Comparator,
  comparatorOf,
  type NumberOperand,
  numberTest,
  opposite,
  readNumberOperand,
  readSpread,
  readSuffix,
  unitFits,
} from '../operands';
import { says } from '../../saying';
import { fieldMention, type Mention, type ParseState, raise, type Said, saidOf, testOn } from '../parse-state';
import type { FieldLink } from '../../../grounding/fields/field-index';
import type { Chunk } from '../../../grounding/link-words';
import { isTimeUnit } from '../../../grounding/words/numbers';
import { quotaOf } from './quotas';
import { stem } from '../../../grounding/words/stem';
import { fieldSays } from '../../../grounding/fields/field-senses';
import { DATE_TYPES } from '../../../grounding/fields/date-field';

/** "year after 2003" where the year is a number. */
export function yearComparator(chunk: Chunk | undefined, operand: Chunk | undefined): Comparator | undefined {
  if (!operand?.number) return undefined;
  if (has(chunk, 'since')) return '>=';
  if (has(chunk, 'until')) return '<=';
  if (has(chunk, 'before')) return '<';
  return has(chunk, 'after') ? '>' : undefined;
}

/** "year with less than 3 points": the number belongs to the field its unit names. */
export function namesOther(state: ParseState, unitKey: string | undefined, field: Field | undefined): boolean {
  if (unitKey === undefined) return false;
  const link = state.grounding.fields.lookup(stem(unitKey))[0];
  return link !== undefined && link.score >= 0.9 && link.field.type === 'number' && link.field.name !== field?.name;
}

/** Texts are the same or not; which is "under" the other nobody asks. */
const isOrdered = (field: Field): boolean => NUMERIC.includes(field.type) || DATE_TYPES.includes(field.type);

/** "a panel of 500 patients": the noun for what a field counts belongs to its number. */
function pastCounted(chunks: readonly Chunk[], at: number, links: readonly FieldLink[]): number {
  const chunk = chunks[at];
  const sure = (links[0]?.score ?? 0) >= 0.7;
  // "disk more than 90 percent full"
  if (says(chunk, 'filledTo') && chunks[at - 1]?.number?.unit?.base === '%') return at + 1;
  const counted =
    chunk !== undefined &&
    (has(chunk, 'noun') || ((chunk.fields[0]?.score ?? 0) >= 0.85 && comparatorOf(chunks[at + 1]) === undefined)) &&
    chunk.values.length === 0 &&
    chunk.number === undefined &&
    ((chunk.fields[0]?.score ?? 0) < 0.85 || chunk.fields[0]?.field === links[0]?.field);
  return sure && counted ? at + 1 : at;
}

/** "delivered less than ordered": both sides of one amount, whatever days the words may name. */
function countedAgainst(
  state: ParseState,
  links: readonly FieldLink[],
  at: number,
): { readonly link: FieldLink; readonly other: Field; readonly to: number } | undefined {
  const behind = fieldMention(state, has(state.chunks[at], 'det') ? at + 1 : at);
  for (const link of links) {
    const quota = quotaOf(state.grounding, link.field);
    const other = quota?.used === link.field ? quota.total : quota?.used;
    const named = behind?.links.some(({ field, score }) => field === other && score >= 0.6) === true;
    if (other && behind && named && link.score >= 0.6) return { link, other, to: behind.to };
  }
  return undefined;
}

/** How well a counter of hours is named before days may be told in it. */
const NAMED = 0.9;

/** "running for more than 10 days": how long something has been so, and no sum of the hours it was. */
const isForDays = (
  { number }: NumberOperand,
  link: FieldLink | undefined,
  grounding: ParseState['grounding'],
): boolean =>
  link !== undefined &&
  link.score < NAMED &&
  (number.unit?.base === 'd' || number.unit?.base === 'mo') &&
  unitOf(link.field, grounding)?.base === 'h';

/** Whether "within" stands here, or ends the words before. */
function endsWithin({ chunks, grounding }: ParseState, at: number): boolean {
  const last = chunks[at - 1]?.key.split(' ').pop() ?? '';
  return has(chunks[at], 'within') || (grounding.lexicons[0]?.roles.get(last)?.includes('within') ?? false);
}

export function parseNumbers(state: ParseState, mention: Mention, at: number, not: boolean): Said | undefined {
  const { chunks, grounding } = state;
  const chunk = chunks[at];
  const links = ofRecordsFirst(
    state,
    mention.links.filter(link => NUMERIC.includes(link.field.type)),
  );
  const make = (
    to: number,
    test: (field: Field) => TestMeaning['test'],
    absorbed = false,
    among: readonly FieldLink[] = links,
  ): Said | undefined => saidOf(state, mention, among, to, test, absorbed);
  // "we've been buying from since before 2016": what is kept in a unit is no year.
  const first = links[0]?.field;
  const measuredIn = first && chunks[at + 1]?.date?.bareYear ? unitOf(first, grounding) : undefined;
  const year = measuredIn ? undefined : yearComparator(chunk, chunks[at + 1]);
  let operator: Comparator | undefined = comparatorOf(chunk) ?? year;
  // "capped at less than 100,000": the nearer of two comparisons is the one meant.
  const nearer = operator === undefined ? undefined : comparatorOf(chunks[at + 1]);
  if (nearer !== undefined && nearer !== '==' && chunks[at + 2]?.number)
    return parseNumbers(state, mention, at + 1, not);
  const spread = has(chunk, 'between', 'outside', 'from');
  let next = operator !== undefined || spread || has(chunk, 'exactly', 'colon', 'of') ? at + 1 : at;
  if (
    operator !== undefined &&
    comparatorOf(chunks[next]) === '==' &&
    chunks[next]?.quote === undefined &&
    chunks[next]?.number === undefined
  )
    next++;
  while (
    has(chunks[next], 'det', 'filler', 'exactly', 'of') &&
    chunks[next]?.number === undefined &&
    !chunks[next]?.fields.length &&
    next < at + 4
  )
    next++;
  // "paying within 30 days": so many at most.
  if (operator === undefined && endsWithin(state, at) && isTimeUnit(chunks[next]?.number?.unit)) operator = '<=';
  const pair = operator === undefined ? undefined : countedAgainst(state, links, next);
  if (operator !== undefined && pair) {
    const comparison = operator;
    const meaning = testOn(state, [pair.link], mention.at, pair.to, () => ({
      is: 'field',
      operator: comparison,
      other: pair.other,
    }));
    if (meaning) return { meaning, to: pair.to };
  }
  if (operator !== undefined) {
    const other = readFieldOperand(state, next, mention.links[0]?.field);
    const source = mention.links[0];
    if (
      other &&
      source &&
      other.field.name !== source.field.name &&
      (other.field.type === source.field.type || links.length > 0) &&
      (isOrdered(other.field) || operator === '==' || operator === '!=')
    ) {
      const comparison = operator;
      const meaning = testOn(
        state,
        // A field is never compared with itself.
        (other.field.type === 'number' && links.length > 0 ? links : mention.links).filter(
          ({ field }) => field.name !== other.field.name,
        ),
        mention.at,
        other.to,
        () => ({
          is: 'field',
          operator: comparison,
          other: other.field,
          ...(other.factor !== undefined && { factor: other.factor }),
        }),
      );
      return meaning && { meaning, to: other.to };
    }
  }
  if (links.length === 0 || (mention.links[0] && mention.links[0].score > (links[0]?.score ?? 0) + 0.25))
    return undefined;
  const range = spread ? readSpread(chunks, next, 'any') : undefined;
  if (range) {
    const read = has(chunk, 'outside') ? { ...range, outside: true } : range;
    const rated = ratedBehind(state, range.to, links);
    const to = rated?.to ?? pastCounted(chunks, range.to, links);
    return make(
      has(chunks[to], 'rangeNoun') ? to + 1 : to,
      field => numberTest(field, read, undefined, grounding),
      false,
      rated?.links,
    );
  }
  const operand = readNumberOperand(chunks, next);
  // "a discount of a quarter": no length of time.
  const timed = operand && chunks[next]?.number === undefined && links[0];
  if (timed && unitFits(timed.field, operand.number, grounding) === false) return undefined;
  // "downtime exceeding 2 hours" of minutes, beside a field of hours: what was named outright is kept in time as well.
  const measured =
    operand && links[0] && links[0].score >= NAMED && unitFits(links[0].field, operand.number, grounding);
  if (operand && measured !== true && namesOther(state, operand.number.unitKey, links[0]?.field)) return undefined;
  if (operand && isForDays(operand, links[0], grounding)) return undefined;
  if (!operand) {
    if (operator !== undefined && operator !== '==' && (isBound(chunks[next]) || isFiller(chunks[next])))
      raise(state, mention.at, {
        kind: 'missing-operand',
        word: chunk?.text ?? '',
        ...(links[0] && { field: links[0].field }),
      });
    return undefined;
  }
  // "panels of 1.5k patients and up"
  const counted = pastCounted(chunks, operand.to, links);
  const late = operand.operator === undefined && operator === undefined ? readSuffix(chunks, counted) : undefined;
  if (late)
    return make(late.to, field => numberTest(field, { ...operand, operator: late.operator }, undefined, grounding));
  const fitting = byFit(links, operand, grounding);
  let absorbed = false;
  if (not && operator !== undefined && operator !== '==' && operator !== '!=' && !operand.high) {
    operator = opposite(operator);
    absorbed = true;
  }
  const comparison = operator;
  const rated = ratedBehind(state, operand.to, links);
  return make(
    rated?.to ?? pastCounted(chunks, operand.to, links),
    field => numberTest(field, operand, comparison, grounding),
    absorbed,
    rated?.links ?? fitting,
  );
}

/** "paying above 250 a night": the amount that is kept for so long, unless another is named outright. */
function ratedBehind(
  { chunks, grounding }: ParseState,
  at: number,
  links: readonly FieldLink[],
): { readonly links: readonly FieldLink[]; readonly to: number } | undefined {
  const nightly = grounding.fields.ofConcept('nightly');
  const link = chunks[at]?.fields.find(
    ({ field, score }) => field.type === 'number' && score >= 0.7 && nightly.some(one => one.field === field),
  );
  const [named] = links;
  if (!link || !named) return undefined;
  if (named.field === link.field) return { links, to: at + 1 };
  return named.score < 0.97 ? { links: [link], to: at + 1 } : undefined;
}

/** "gave more than 10k" and "gave more than 10 times": of several fields a verb may mean, the one such a number is a value of. */
function byFit(
  links: readonly FieldLink[],
  { number }: NumberOperand,
  grounding: ParseState['grounding'],
): readonly FieldLink[] {
  const fits = ({ field }: FieldLink): boolean => {
    const counts = fieldSays(field, 'howMany');
    if (number.unit?.base === 'x') return counts;
    if (number.unit) return unitFits(field, number, grounding) === true;
    return number.scaled === true && !counts && unitOf(field, grounding) !== undefined;
  };
  if (links.length < 2 || (links[0]?.score ?? 0) >= 0.97 || !links.some(fits)) return links;
  // What is most is still less than a name said outright, and how far they lie apart stays as it is.
  const above = Math.max(0, ...links.filter(fits).map(({ score }) => score + 0.1 - 0.96));
  return links
    .map(link => ({ ...link, score: link.score + (fits(link) ? 0.1 : 0) - above }))
    .sort((a, b) => b.score - a.score);
}
