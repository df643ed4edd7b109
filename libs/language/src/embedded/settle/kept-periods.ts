import type { Field } from '@lib/rules';
import { has, isBound } from '../cursor';
import { saidTo, says } from '../saying';
import type { DateLiteral } from '../../grounding/dates/dates';
import { isKeptFor } from '../../grounding/dates/described-periods';
import { fieldIsDescribed, fieldSays } from '../../grounding/fields/field-senses';
import { isNamedForStretch } from '../../grounding/dates/named-stretches';
import type { Chunk, Grounding } from '../../grounding/link-words';
import type { Sense } from '../../grounding/senses';

/** Words for a period behind an amount, and what names of fields say that are kept for it. */
const RATES: readonly (readonly [said: Sense, kept: Sense])[] = [
  ['perDay', 'ofDay'],
  ['perWeek', 'ofWeek'],
  ['perMonth', 'ofMonth'],
  ['perQuarter', 'ofQuarter'],
  ['perYear', 'ofYear'],
];

/** The name of a number field stands at most so far from the period it is kept for. */
const NEAR = 5;

/**
 * "10 or more sick days this year" of "Sick days YTD", "20 or fewer a week" of "Hours / week": the period that a number
 * is kept for, by its name or by what is told of it, said once more, tells nothing new.
 */
export function withKeptPeriods(chunks: readonly Chunk[], { lexicons }: Grounding): readonly Chunk[] {
  const keeps = (field: Field, { kept, date }: Said): boolean =>
    (kept !== undefined && (fieldSays(field, kept) || fieldIsDescribed(field, kept))) ||
    (date !== undefined && (isKeptFor(field, date, lexicons) || isNamedFor(field, date)));
  const said = chunks.map((_, at) => periodAt(chunks, at));
  if (said.every(period => period === undefined)) return chunks;
  const idle = new Set<number>();
  said.forEach((period, at) => {
    if (period && isTold(chunks, at, period, keeps)) for (let i = at; i < period.to; i++) idle.add(i);
  });
  return idle.size === 0 ? chunks : chunks.map((chunk, at) => (idle.has(at) ? toldAlready(chunk) : chunk));
}

/** "in the last 30 days" of "Errors (30 days)": the stretch alone. */
const isNamedFor = (field: Field, { start, window }: DateLiteral): boolean =>
  window === 'past' && !('iso' in start) && isNamedForStretch(field, (start.offset ?? '').slice(1));

const isNumberField = (chunk: Chunk | undefined): boolean =>
  chunk?.fields[0]?.field.type === 'number' && chunk.fields[0].score >= 0.8;

function toldAlready({ date: _date, duration: _duration, number: _number, ...chunk }: Chunk): Chunk {
  return { ...chunk, roles: ['filler'] };
}

/** A period, by what names say that are kept for it or as the days it is, and where it ends. */
interface Said {
  readonly kept?: Sense;
  readonly date?: DateLiteral;
  readonly to: number;
}

function periodAt(chunks: readonly Chunk[], at: number): Said | undefined {
  const chunk = chunks[at];
  if (!chunk || chunk.quote !== undefined || chunk.fields.length > 0) return undefined;
  const { date } = chunk;
  const kept = date && keptFor(date);
  if (kept) return { kept, date, to: at + 1 };
  for (const [sense, field] of chunk.saying ? RATES : []) {
    const to = saidTo(chunks, at, sense);
    if (to !== undefined) return { kept: field, to };
    // "annual base salary": before the name of what is kept so.
    const leads = chunk.values.length === 0 && says(chunk, field) && isNumberField(chunks[at + 1]);
    if (leads) return { kept: field, to: at + 1 };
  }
  return date && { date, to: at + 1 };
}

/** This year up to now, the day up to now, the month that is over. */
function keptFor({ start, window }: DateLiteral): Sense | undefined {
  if ('iso' in start) return undefined;
  const month = window === 'past' ? /^-P(1M|30D)$/ : start.period === 'month' ? /^-P1M$/ : undefined;
  if (month?.test(start.offset ?? '')) return 'ofLastMonth';
  if (window === 'past') return /^-(P1D|PT24H)$/.test(start.offset ?? '') ? 'ofDay' : undefined;
  if (!/^(P0D|P0Y|)$/.test(start.offset ?? '')) return undefined;
  return start.period === 'year' ? 'ofThisYear' : undefined;
}

/** Whether the field named nearest to a period is a number that is kept for it, and an amount is said of it. */
function isTold(
  chunks: readonly Chunk[],
  at: number,
  period: Said,
  keeps: (field: Field, period: Said) => boolean,
): boolean {
  let counted = false;
  for (const [step, from] of [
    [-1, at - 1],
    [1, period.to],
  ] as const) {
    for (let next = from; Math.abs(next - from) < NEAR; next += step) {
      const chunk = chunks[next];
      if (!chunk || (isBound(chunk) && !has(chunk, 'comma'))) break;
      counted ||= tellsHowMany(chunk);
      const [link] = chunk.fields;
      if (!link || link.score < 0.6) continue;
      return link.field.type === 'number' && keeps(link.field, period) && (counted || countedNear(chunks, next));
    }
  }
  return false;
}

const countedNear = (chunks: readonly Chunk[], at: number): boolean =>
  chunks.slice(Math.max(0, at - NEAR), at + NEAR + 1).some(tellsHowMany);

const tellsHowMany = (chunk: Chunk): boolean =>
  (chunk.number !== undefined && !chunk.date) || has(chunk, 'several', 'no', 'without');
