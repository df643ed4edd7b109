import { type Field, type JsonLogic, todayAt } from '@lib/rules';
import { has, isBound, isFiller } from '../cursor';
import { says } from '../saying';
import { type Comparator, comparatorOf, inUnitOf } from '../conditions/operands';
import { unitOf } from '../conditions/numbers/field-units';
import type { Chunk, Grounding } from '../../grounding/link-words';
import { countedIn, dayAway, isToday, timeOf, wayFrom } from './days-away';
import type { EditedRule, ReadStep, Segment, Step } from './edit-step';
import { atEndSaid, hasBothEnds, isEndWord, turnsOver } from './limit-ends';
import { isAmountOfOther } from './amount-of-other';
import { shiftAt } from './shift-limit';
import { exchange, type Place, placesIn } from './places';
import { sharing } from './shared-measure';
import { holds } from './held-limit';

/** "make it 500k", "5 instead of 10", "raise the limit to one thousand", "at least 20", "60 days rather than 30". */
export const replaceLimit: ReadStep = asked => {
  const { chunks } = asked;
  const segment = beforeInversion(asked);
  const insteadAt = chunks.findIndex(chunk => has(chunk, 'insteadOf') && !has(chunk, 'not', 'correction'));
  const numbers = chunks.filter(
    chunk => (chunk.number ?? chunk.duration) !== undefined && chunk.quote === undefined && !isTested(chunk, asked),
  );
  const turnAt = chunks.findIndex(chunk => has(chunk, 'notBut'));
  // "10, not 5", "at least 10, not more than 10"
  const oldAt = numbers.length > 1 ? deniedNumber(chunks, numbers) : -1;
  const isOld = (chunk: Chunk): boolean =>
    turnAt > 0
      ? chunks.indexOf(chunk) < turnAt
      : insteadAt > 0
        ? chunks.indexOf(chunk) > insteadAt
        : insteadAt === 0 && numbers.length > 1
          ? chunk === numbers[0]
          : oldAt >= 0
            ? chunks.indexOf(chunk) === oldAt
            : numbers.length > 1 && chunk === numbers[0] && isFromTo(chunks);
  const next = numbers.filter(chunk => !isOld(chunk));
  const [only] = next;
  const drops = chunks.some(chunk => has(chunk, 'drop') && !has(chunk, 'make', 'change'));
  // "people over 60 too": others besides, and no limit moved.
  const widens =
    chunks.some(chunk => has(chunk, 'also')) &&
    !chunks.some(chunk => has(chunk, 'make', 'change', 'setTo', 'instead', 'insteadOf'));
  if (!only || next.length > 1 || shiftAt(chunks) >= 0 || drops || widens || !(oldAt >= 0 || speaksOfChange(segment)))
    return undefined;
  // "not 60" by itself says what it is not.
  if (numbers.length === 1 && has(chunks[chunks.indexOf(only) - 1], 'not')) return undefined;
  const gone = numbers.find(isOld);
  const [old, wanted] = sharing(segment, gone, only);
  const found = placesFor(segment, wanted, old);
  if (found.length === 0) return undefined;
  // "push it up to 2000", "the limit goes up to 3" move a limit, and say nothing of which side it is on.
  const moves = chunks.some(
    chunk => (has(chunk, 'change', 'make') && !has(chunk, 'be', 'give')) || has(chunk, 'conditionWord'),
  );
  const before = chunks[chunks.indexOf(only) - 1];
  const operator = moves && says(before, 'upDown') ? undefined : operatorSaid(chunks, only, found);
  const ends = atEndSaid(found, chunks, operator);
  const places = ends.filter(place => !turnsOver(place, valueFor(segment, place, wanted), found));
  const about = chunks.filter(
    chunk =>
      comparatorOf(chunk) !== undefined ||
      isEndWord(chunk) ||
      goes(chunk) ||
      // "the limit should be 5"
      (has(chunk, 'give', 'may') && chunks.some(one => has(one, 'conditionWord'))) ||
      has(
        chunk,
        'insteadOf',
        'notBut',
        'orMore',
        'orLess',
        'replace',
        'setTo',
        'fieldWord',
        'valueWord',
        'rangeNoun',
        'and',
        'from',
        'next',
        'last',
        'ago',
        'within',
        'inclusive',
        'enough',
        'verdict',
        'kept',
        'does',
        'since',
        'until',
      ) ||
      places.some(({ field }) => names(chunk, field.name)),
  );
  const used = [
    only,
    ...(gone ? [gone] : []),
    ...oldWords(chunks, insteadAt),
    ...(oldAt < 0
      ? []
      : chunks.slice(
          chunks.findLastIndex((chunk, at) => at < oldAt && has(chunk, 'not')),
          oldAt,
        )),
    ...about,
    ...denied(chunks),
  ];
  // "desde 70 inclusive"
  const [side] = new Set(places.map(place => place.operator));
  const inclusive = chunks.some(chunk => has(chunk, 'inclusive')) ? INCLUSIVE[side ?? ''] : undefined;
  const step = stepOf(
    segment,
    places.map(place => [place, valueFor(segment, place, wanted)]),
    operator ?? inclusive,
    used,
  );
  return step && { ...step, rules: step.rules.map(rule => withToday(rule, places, segment)) };
};

/** A number that is a text as well ("8000", a postal code) is that text where the rule looks at the field that holds it. */
const isTested = ({ values }: Chunk, { rule, grounding }: Segment): boolean =>
  values.length > 0 &&
  placesIn(rule.condition, grounding.recordType).some(place => values.some(({ field }) => field === place.field));

const INCLUSIVE: { readonly [operator: string]: Comparator } = { '>': '>=', '<': '<=' };

/** Where one end of a stretch of days lies a way from today, today at its other end moves on with it. */
function withToday(rule: EditedRule, places: readonly Place[], { request, grounding }: Segment): EditedRule {
  if (rule.condition === undefined) return rule;
  const moving = placesIn(rule.condition, grounding.recordType).filter(({ value }) => isToday(value));
  const isMoving = (name: string): boolean =>
    moving.some(({ field }) => field.name === name) && places.some(({ field }) => field.name === name);
  const fixed = placesIn(rule.condition, grounding.recordType).filter(
    ({ field, value }) => isMoving(field.name) && value === todayAt(request.clock),
  );
  const condition = fixed.reduce((made, { test, put }) => exchange(made, test, put({ today: [] })), rule.condition);
  return { ...rule, condition };
}

/** Where the number stands that is denied, with what it was compared by between: "not 5", "not more than 5". */
const deniedNumber = (chunks: readonly Chunk[], numbers: readonly Chunk[]): number =>
  chunks.findIndex((chunk, at) => {
    if (at === 0 || !numbers.includes(chunk)) return false;
    const [before, first] = [chunks[at - 1], chunks[at - 2]];
    return has(before, 'not') || (comparatorOf(before) !== undefined && has(first, 'not'));
  });

/** "the other way round: 500 or less": the new limit says which way, of the rule as it was before. */
export function beforeInversion(segment: Segment): Segment {
  const { wasInverted, before, rule } = segment;
  if (!wasInverted || before.condition === undefined) return segment;
  return { ...segment, rule: { ...rule, condition: before.condition } };
}

export function stepOf(
  { rule }: Segment,
  made: readonly (readonly [Place, JsonLogic | undefined])[],
  operator: Comparator | undefined,
  used: readonly Chunk[],
): Step | undefined {
  const rules = made.flatMap(([place, value]) =>
    value === undefined
      ? []
      : [{ ...rule, condition: exchange(rule.condition, place.test, place.put(value, operatorFor(place, operator))) }],
  );
  return rules.length > 0 ? { rules, used } : undefined;
}

/** A limit is moved where that is said, or where nothing but a comparison is. */
export function speaksOfChange({ chunks, isFirst }: Segment): boolean {
  const turning = chunks.some(
    chunk =>
      isEndWord(chunk) ||
      goes(chunk) ||
      has(
        chunk,
        'make',
        'instead',
        'insteadOf',
        'notBut',
        'change',
        'swap',
        'replace',
        'setTo',
        'correction',
        'enough',
        'verdict',
      ),
  );
  const bare = chunks.every(
    chunk =>
      (/\d/.test(chunk.text) && (chunk.number ?? chunk.date) !== undefined) ||
      has(chunk, 'correction') ||
      isBound(chunk) ||
      isFiller(chunk),
  );
  return turning || bare || !isFirst || chunks.some(chunk => comparatorOf(chunk) !== undefined && !has(chunk, 'and'));
}

/** "rather than a year": what was, up to where something else begins. */
function oldWords(chunks: readonly Chunk[], insteadAt: number): readonly Chunk[] {
  if (insteadAt < 0) return [];
  const end = chunks.findIndex((chunk, i) => i > insteadAt && (isBound(chunk) || has(chunk, 'and', 'but')));
  return chunks.slice(insteadAt, end < 0 ? undefined : end);
}

/** "goes up", "down": which way a limit is moved. */
const goes = (chunk: Chunk): boolean => says(chunk, 'goingUp', 'goingDown');

const isFromTo = (chunks: readonly Chunk[]): boolean =>
  chunks.some(chunk => has(chunk, 'replace', 'change', 'swap') || goes(chunk)) ||
  // "1年だと長いので半年に": a year is too long
  chunks.some((chunk, at) => has(chunk, 'verdict') && at > 0 && chunks[at + 1] !== undefined) ||
  chunks.some((chunk, at) => has(chunk, 'from') && chunks[at + 1]?.number !== undefined);

export const names = (chunk: Chunk, field: string): boolean =>
  chunk.values.length === 0 && chunk.fields.some(link => link.field.name === field && link.score >= 0.3);

/** "…, not strictly above": what is denied beside a new limit only says what it is no longer. */
function denied(chunks: readonly Chunk[]): readonly Chunk[] {
  const at = chunks.findIndex(chunk => has(chunk, 'not'));
  return at < 0 || chunks.slice(at).some(chunk => chunk.number !== undefined || chunk.values.length > 0)
    ? []
    : chunks.slice(at);
}

function operatorSaid(chunks: readonly Chunk[], number: Chunk, places: readonly Place[]): Comparator | undefined {
  const at = chunks.indexOf(number);
  const before = chunks[at - 1];
  // "10 nights minimum"
  const isField = (chunk: Chunk | undefined): boolean =>
    chunk !== undefined && places.some(({ field }) => names(chunk, field.name));
  const next = chunks[isField(chunks[at + 1]) ? at + 2 : at + 1];
  const suffix = has(next, 'orMore') ? '>=' : has(next, 'orLess') ? '<=' : undefined;
  // "from 75,000", "à partir de 95"
  const limit = has(before, 'since', 'from') ? '>=' : has(before, 'until') && !has(before, 'to') ? '<=' : undefined;
  return (
    suffix ??
    chunks
      .slice(0, at)
      // "lower that to 3": a verb of moving, and no side of the limit.
      .filter(chunk => !has(chunk, 'change', 'notBut', 'insteadOf'))
      .map(comparatorOf)
      .find(found => found !== undefined && found !== '==') ??
    limit
  );
}

/** Days from today grow older the other way round: "older than 10 years" is before a day. */
function operatorFor(place: Place, operator: Comparator | undefined): string {
  if (operator === undefined || isToday(place.value) || hasBothEnds(place)) return place.operator;
  return operator;
}

/** Where a new number can stand: beside the field that is named, in the place of the old one, else wherever its kind stands. */
function placesFor(
  { rule, grounding, chunks, request }: Segment,
  next: Chunk,
  old: Chunk | undefined,
): readonly Place[] {
  const all = placesIn(rule.condition, grounding.recordType);
  const compared = all.filter(({ value, operator }) => typeof value === 'number' && operator !== 'in');
  const timed = compared.some(({ field }) => ['d', 'mo', 'y', 'a', 'h'].includes(unitOf(field, grounding)?.base ?? ''));
  // A day written as such lies no way from today where a length of time is compared itself.
  const moved = all.filter(place => wayFrom(place, request.clock) !== undefined && (isToday(place.value) || !timed));
  // "older than 10 years" is no limit of hours run.
  const ages =
    timeOf(next) !== undefined &&
    chunks.some(chunk => has(chunk, 'older', 'newer') && !has(chunk, 'gte', 'lte', 'gt', 'lt'));
  const spans = timeOf(next) !== undefined || compared.length === 0;
  const kinds = spans && (moved.length > 0 || ages) ? moved : compared;
  // "heavier than 20 kg" is about a weight, whatever the rule compares.
  const about = chunks.flatMap(({ dimensioned }) => dimensioned?.concepts ?? []).filter(concept => concept !== '');
  const isAbout = ({ field }: Place): boolean =>
    about.length === 0 ||
    about.some(concept => grounding.fields.ofConcept(concept).some(link => link.field.name === field.name));
  const units = next.number?.unit ? grounding.recordType.fields.filter(field => sameBase(field, next, grounding)) : [];
  const measured = kinds.filter(
    place => isAbout(place) && (units.length === 0 || typeof place.value !== 'number' || units.includes(place.field)),
  );
  if (isAmountOfOther(chunks, next, measured, grounding)) return [];
  const named = measured.filter(({ field }) => chunks.some(chunk => names(chunk, field.name)));
  const fitting = named.length > 0 ? named : measured;
  if (!old) return fitting;
  return fitting.filter(place => holds(place, old, { grounding, request }));
}

const sameBase = (field: Field, { number }: Chunk, grounding: Grounding): boolean =>
  unitOf(field, grounding)?.base === number?.unit?.base;

export function valueFor(
  { grounding, request }: Pick<Segment, 'grounding' | 'request'>,
  place: Place,
  chunk: Chunk,
): JsonLogic | undefined {
  const { number } = chunk;
  if (typeof place.value === 'number') {
    // "two weeks" of what is counted without a unit, as nights are.
    const days = number?.unit?.base === 'd' && !unitOf(place.field, grounding) ? number.unit.factor : 1;
    return number && inUnitOf(place.field, number, grounding) * days;
  }
  const counted = countedIn(place, request.clock);
  const bare = number && !number.unit && !chunk.date && Number.isInteger(number.value) && counted !== undefined;
  const time = timeOf(chunk) ?? (bare ? `P${number.value}${counted}` : undefined);
  return time === undefined ? undefined : dayAway(place, time, request.clock);
}
