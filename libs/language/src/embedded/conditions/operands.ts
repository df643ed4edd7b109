import type { Field } from '@lib/rules';
import { ACTING_VERBS, endsClause, has } from '../cursor';
import { says } from '../saying';
import { unitOf } from './numbers/field-units';
import type { Ordering, Test } from '../meaning/meaning';
import { isPartOf } from './numbers/parts';
import { periodOf, rateAt } from './numbers/rates';
import type { UnitWord } from '../../grounding/compiled-lexicon';
import { fold } from '../../grounding/words/fold';
import type { Role } from '../../grounding/lexicon';
import type { Chunk, Grounding } from '../../grounding/link-words';
import { inHundredths, isTimeUnit, type NumberLiteral } from '../../grounding/words/numbers';
import { editDistance } from '../../grounding/words/typo';
import type { ValueLink } from '../../grounding/values/value-index';
import { fieldSays } from '../../grounding/fields/field-senses';

export type Comparator = Ordering | '==' | '!=';

const BY_ROLE = [
  ['gte', '>='],
  ['lte', '<='],
  ['neq', '!='],
  ['gt', '>'],
  ['lt', '<'],
  ['eq', '=='],
] as const;
const COMPARING: ReadonlySet<Role> = new Set(BY_ROLE.map(([role]) => role));

const compares = (role: Role): boolean => COMPARING.has(role);

/** The comparison a chunk says, by its words or by a comparing adjective. */
export function comparatorOf(chunk: Chunk | undefined): Comparator | undefined {
  if (!chunk) return undefined;
  switch (chunk.dimensioned?.role) {
    case 'gt':
    case 'older':
      return '>';
    case 'lt':
    case 'newer':
      return '<';
    case 'orMore':
      return '>=';
    case 'orLess':
      return '<=';
    default:
      return chunk.roles.some(compares) ? BY_ROLE.find(([role]) => chunk.roles.includes(role))?.[1] : undefined;
  }
}

const OPPOSITE: Readonly<Record<Comparator, Comparator>> = {
  '>': '<=',
  '>=': '<',
  '<': '>=',
  '<=': '>',
  '==': '!=',
  '!=': '==',
};
export function opposite(operator: Comparator): Comparator {
  return OPPOSITE[operator];
}

/** Whether a number with its unit can be a value of this field; `undefined` where nothing is known either way. */
export function unitFits(field: Field, number: NumberLiteral, grounding: Grounding): boolean | undefined {
  if (!number.unit) return undefined;
  const own = unitOf(field, grounding);
  // "over 90% of their seats": what goes beyond 100 is kept in no percentages.
  if (
    !own &&
    (number.unit.base === '%' || number.unit.base === 'x') &&
    (grounding.columns.factsOf(field).range?.[1] ?? 0) > 100
  )
    return false;
  if (!own) return undefined;
  if (own.base === 'c' && CELSIUS[number.unit.base]) return true;
  if (inHundredths(number.unit, own) !== undefined) return true;
  // Hours of a week and years of service are both times, but not of one kind.
  return own.base === number.unit.base || (isTimeUnit(own) && isTimeUnit(number.unit) && !areApart(own, number.unit));
}

/** Whether a unit alone may point at a field: years of something are not meant by its days. */
export function isMeasuredAs(field: Field, number: NumberLiteral, grounding: Grounding): boolean {
  const own = unitOf(field, grounding);
  if (number.unit === undefined || own === undefined) return false;
  return own.base === number.unit.base || inHundredths(number.unit, own) !== undefined;
}

/** Degrees of other scales in degrees Celsius. */
const CELSIUS: Readonly<Record<string, (degrees: number) => number>> = {
  f: degrees => ((degrees - 32) * 5) / 9,
  k: degrees => degrees - 273.15,
};

const areApart = (a: UnitWord, b: UnitWord): boolean =>
  (a.base === 'h' && b.base === 'mo') || (a.base === 'mo' && b.base === 'h');

const PER_DAY: Readonly<Record<string, number>> = { d: 1, h: 1 / 24, s: 1 / 86400, mo: 30.4375 };

/** "Viewers (millions)" holds 3.74 where people say 3.74 million. */
function scaleOf(field: Field): number {
  if (fieldSays(field, 'inBillions')) return 1e9;
  if (fieldSays(field, 'inMillions')) return 1e6;
  return fieldSays(field, 'inThousands') ? 1e3 : 1;
}

/** The number in the field's own unit: 500 grams of a weight in kg are 0.5. */
export function inUnitOf(field: Field, number: NumberLiteral, grounding: Grounding): number {
  const own = unitOf(field, grounding);
  const said = number.scaled ? number.value / scaleOf(field) : number.value;
  if (!own || !number.unit) return said;
  const celsius = own.base === 'c' ? CELSIUS[number.unit.base] : undefined;
  if (celsius) return Number(celsius(said).toPrecision(12));
  const parts = inHundredths(number.unit, own);
  if (parts !== undefined) return Number((said * parts).toPrecision(12));
  let factor = number.unit.factor / own.factor;
  if (number.unit.base === 'mo' && own.base === 'd') return inDays(said * number.unit.factor, own.factor);
  if (own.base !== number.unit.base) {
    const ratio = (PER_DAY[number.unit.base] ?? NaN) / (PER_DAY[own.base] ?? NaN);
    if (!Number.isFinite(ratio)) return said;
    factor *= ratio;
  }
  return Number((said * factor).toPrecision(12));
}

const [DAYS_OF_YEAR, WEEKS_OF_YEAR, DAYS_OF_MONTH] = [365, 52, 30];

/** A notice of three months is 13 weeks or 90 days, a year 52 or 365: nobody keeps parts of a day. */
function inDays(months: number, factor: number): number {
  const years = Math.trunc(months / 12);
  if (factor >= 7) return Math.round((months * WEEKS_OF_YEAR) / 12 / (factor / 7));
  return Math.round((years * DAYS_OF_YEAR + (months - 12 * years) * DAYS_OF_MONTH) / factor);
}

/** A number, a range of numbers, or a number with "or more" behind it. */
export interface NumberOperand {
  readonly operator?: Comparator;
  readonly number: NumberLiteral;
  readonly high?: NumberLiteral;
  readonly exclusive?: boolean | 'high';
  readonly outside?: boolean;
  /** "2,500 a month": the months the amount is for. */
  readonly months?: number;
  readonly to: number;
}

const SPAN_UNITS: Readonly<Record<string, UnitWord>> = {
  PT1H: { base: 'h', factor: 1 },
  P1D: { base: 'd', factor: 1 },
  P1W: { base: 'd', factor: 7 },
  P1M: { base: 'mo', factor: 1 },
  P3M: { base: 'mo', factor: 3 },
  P1Y: { base: 'mo', factor: 12 },
};

/** "less than a week of holiday", "a fortnight or more": one of a time, where it is compared with. */
function spanAsNumber(chunks: readonly Chunk[], at: number): NumberLiteral | undefined {
  const unit = SPAN_UNITS[chunks[at]?.duration?.iso ?? ''];
  const compared = comparatorOf(chunks[at - 1]) !== undefined || readSuffix(chunks, at + 1) !== undefined;
  return unit && compared ? { value: 1, unit, scaled: false, to: at + 1 } : undefined;
}

const numberAt = (chunks: readonly Chunk[], at: number): NumberLiteral | undefined => {
  const chunk = chunks[at];
  if (chunk?.quote !== undefined || isPartOf(chunk)) return undefined;
  return chunk?.number ?? spanAsNumber(chunks, at);
};

/** `10 and 50`, `10-20`, `500k to 5m` from this chunk on; the second number may lend the first its unit and scale. */
export function readSpread(chunks: readonly Chunk[], at: number, joints: 'any' | 'dash'): NumberOperand | undefined {
  const low = numberAt(chunks, at);
  const joint = chunks[at + 1];
  let next = at + 2;
  if (
    low &&
    joint &&
    (has(joint, 'dash') ||
      joint.roles.includes('to') ||
      (joints === 'any' ? has(joint, 'and', 'lte') : has(joint, 'lte') && says(joint, 'upTo')))
  ) {
    // "1000 up to but not including 2000", "from 5 to under 10", "up to just below 2000"
    let open = false;
    while (
      next < at + 6 &&
      !chunks[next]?.number &&
      (has(chunks[next], 'but') || isOpenEnd(chunks[next]) || says(chunks[next], 'barely'))
    ) {
      open ||= isOpenEnd(chunks[next]);
      next++;
    }
    if (has(chunks[next], 'det')) next++;
    const high = numberAt(chunks, next);
    if (high) {
      const scaledLow =
        !low.scaled && high.scaled && low.value < 1000 && high.value >= 1000 && low.value * 1000 <= high.value * 10
          ? rescale(low, high)
          : low;
      let to = next + 1;
      const exclusive = open ? ('high' as const) : has(chunks[to], 'exclusive');
      if (has(chunks[to], 'inclusive', 'exclusive')) to++;
      else if (has(chunks[to], 'open') && has(chunks[to + 1], 'inclusive', 'exclusive') && has(chunks[to + 2], 'close'))
        to += 3;
      return { number: scaledLow, high, to, ...(exclusive && { exclusive }) };
    }
  }
  const negative = numberAt(chunks, at + 1);
  // "10-20" without blanks may have been read as 10 and -20.
  if (low && negative && negative.value < 0 && chunks[at + 1]?.glued && joints)
    return { number: low, high: { ...negative, value: -negative.value }, to: at + 2 };
  return undefined;
}

const isOpenEnd = (chunk: Chunk | undefined): boolean =>
  has(chunk, 'lt') || (has(chunk, 'except') && says(chunk, 'notCounting'));

/** "1 to 5 million": the scale of the second number is meant for both. */
function rescale(low: NumberLiteral, high: NumberLiteral): NumberLiteral {
  const scale = [1e9, 1e6, 1e3].find(candidate => high.value >= candidate) ?? 1;
  return { ...low, value: low.value * scale, scaled: true };
}

/** The number operand that starts here, with what stands behind it: "or more", "or less", "and up". */
export function readNumberOperand(chunks: readonly Chunk[], at: number): NumberOperand | undefined {
  const spread = readSpread(chunks, at, 'dash');
  if (spread) return withRate(chunks, spread);
  const number = numberAt(chunks, at);
  if (!number) return undefined;
  const suffix = readSuffix(chunks, at + 1) ?? openFrom(chunks, at, at + 1);
  if (suffix) return withRate(chunks, { number, ...suffix });
  const operand = withRate(chunks, { number, to: at + 1 });
  const late = operand.months === undefined ? undefined : readSuffix(chunks, operand.to);
  return late ? { ...operand, ...late } : operand;
}

/** Times are no amounts that are for a time: "30 hours a week" are. */
function withRate(chunks: readonly Chunk[], operand: NumberOperand): NumberOperand {
  const rate = rateAt(chunks, operand.to);
  const { base } = operand.number.unit ?? {};
  return !rate || base === 'mo' || base === 'd' ? operand : { ...operand, months: rate.months, to: rate.to };
}

/** "from 80 up", "from 250k on": a little word behind leaves the upper end of what starts with a number open. */
export function openFrom(
  chunks: readonly Chunk[],
  at: number,
  behind: number,
): { readonly operator: '>='; readonly to: number } | undefined {
  if (!has(chunks[at - 1], 'from') || !says(chunks[behind], 'openUp')) return undefined;
  const ends = endsAmount(chunks[behind + 1]) || has(chunks[behind + 1], ...ACTING_VERBS);
  return ends ? { operator: '>=', to: behind + 1 } : undefined;
}

export function readSuffix(
  chunks: readonly Chunk[],
  at: number,
): { readonly operator: Exclude<Comparator, '!='>; readonly to: number } | undefined {
  const chunk = chunks[at];
  // "twenty-plus years", "20-plus"
  if (has(chunk, 'dash') && chunk?.glued && chunks[at + 1]?.glued && has(chunks[at + 1], 'orMore'))
    return { operator: '>=', to: at + 2 };
  // "errors > 5 + site Turin": apart from the number it joins.
  const joined = chunks[at + 1];
  if (has(chunk, 'amp') && chunk?.glued === false && joined && joined.fields.length + joined.values.length > 0)
    return undefined;
  if (has(chunk, 'orMore') || chunk?.dimensioned?.role === 'orMore') return { operator: '>=', to: at + 1 };
  if (has(chunk, 'orLess') || chunk?.dimensioned?.role === 'orLess') return { operator: '<=', to: at + 1 };
  // "30 max", "10 at least", with nothing behind it that it could be said of
  const late = has(chunk, 'gte', 'lte') && chunk?.quote === undefined && endsAmount(chunks[at + 1]);
  return late ? { operator: has(chunk, 'gte') ? '>=' : '<=', to: at + 1 } : undefined;
}

const endsAmount = (chunk: Chunk | undefined): boolean => endsClause(chunk, 'have', 'noun', 'for', 'without', 'in');

const scaledBy = (rate: number, value: number): number => (rate === 1 ? value : Number((value * rate).toPrecision(12)));

/** The test a number operand makes of a field; negation is taken into the operator. */
export function numberTest(
  field: Field,
  operand: NumberOperand,
  operator: Comparator | undefined,
  grounding: Grounding,
): Test {
  const kept = operand.months === undefined ? undefined : periodOf(field);
  const rate = kept === undefined || operand.months === undefined ? 1 : kept / operand.months;
  const value = scaledBy(rate, inUnitOf(field, operand.number, grounding));
  if (operand.high) {
    const high = inUnitOf(
      field,
      { ...operand.high, ...(operand.high.unit ? {} : operand.number.unit && { unit: operand.number.unit }) },
      grounding,
    );
    const low = inUnitOf(
      field,
      { ...operand.number, ...(operand.number.unit ? {} : operand.high.unit && { unit: operand.high.unit }) },
      grounding,
    );
    return {
      is: 'range',
      ...(operand.outside && { outside: true }),
      low: scaledBy(rate, Math.min(low, high)),
      high: scaledBy(rate, Math.max(low, high)),
      ...(operand.exclusive && { exclusive: operand.exclusive }),
    };
  }
  return { is: 'compare', operator: operand.operator ?? operator ?? '==', value };
}

/** Known values nearest to a word nobody stored, for a question's options. */
export function nearValues(values: readonly string[], word: string, most = 3): readonly string[] {
  const folded = fold(word);
  return values
    .slice(0, 2000)
    .map(value => ({
      value,
      distance: fold(value).includes(folded) ? 0 : editDistance(folded, fold(value), 4) / Math.max(4, folded.length),
    }))
    .filter(({ distance }) => distance <= 0.5)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ value }) => value);
}

/** The link of a chunk to a value of this very field. */
export function valueOf(chunk: Chunk | undefined, field: Field): ValueLink | undefined {
  return chunk?.values.find(link => link.field.name === field.name);
}
