import type { Field } from '@lib/rules';
import { has, isBound } from './cursor';
import { saidTo, says } from './saying';
import type { DateLiteral } from '../grounding/dates';
import { fieldIsDescribed, fieldSays } from '../grounding/field-senses';
import { isNamedForStretch } from '../grounding/named-stretches';
import type { Chunk } from '../grounding/link-words';
import type { Sense } from '../grounding/senses';

/** Words for a period behind an amount, and what names of fields say that are kept for it. */
const RATES: readonly (readonly [said: Sense, kept: Sense])[] = [
  ['perDay', 'ofDay'],
  ['perWeek', 'ofWeek'],
  ['perMonth', 'ofMonth'],
  ['perQuarter', 'ofQuarter'],
  ['perYear', 'ofYear'],
];

/** Whether a field is kept for the period that was said. */
type KeptFor = (field: Field) => boolean;

/** The name of a number field stands at most so far from the period it is kept for. */
const NEAR = 5;

/**
 * "10 or more sick days this year" of "Sick days YTD", "20 or fewer a week" of "Hours / week", "more than 3 in the last
 * twelve months" of "Complaints 12m": the period that a number is kept for, said once more, tells nothing new.
 */
export function withKeptPeriods(chunks: readonly Chunk[]): readonly Chunk[] {
  const said = chunks.map((_, at) => periodAt(chunks, at));
  if (said.every(period => period === undefined)) return chunks;
  const idle = new Set<number>();
  said.forEach((period, at) => {
    if (period && isKeptFor(chunks, at, period.to, period.kept)) for (let i = at; i < period.to; i++) idle.add(i);
  });
  return idle.size === 0 ? chunks : chunks.map((chunk, at) => (idle.has(at) ? toldAlready(chunk) : chunk));
}

const isNumberField = (chunk: Chunk | undefined): boolean =>
  chunk?.fields[0]?.field.type === 'number' && chunk.fields[0].score >= 0.8;

function toldAlready({ date: _date, duration: _duration, number: _number, ...chunk }: Chunk): Chunk {
  return { ...chunk, roles: ['filler'] };
}

function periodAt(chunks: readonly Chunk[], at: number): { readonly kept: KeptFor; readonly to: number } | undefined {
  const chunk = chunks[at];
  if (!chunk || chunk.quote !== undefined || chunk.fields.length > 0) return undefined;
  const kept = chunk.date && keptFor(chunk.date);
  if (kept) return { kept, to: at + 1 };
  for (const [sense, field] of RATES) {
    const to = saidTo(chunks, at, sense);
    if (to !== undefined) return { kept: saying(field), to };
    // "annual base salary": before the name of what is kept so.
    const leads = chunk.values.length === 0 && says(chunk, field) && isNumberField(chunks[at + 1]);
    if (leads) return { kept: saying(field), to: at + 1 };
  }
  return undefined;
}

/** This month or year up to now, the day up to now, the month that is over, so many days up to now. */
function keptFor({ start, window }: DateLiteral): KeptFor | undefined {
  if ('iso' in start) return undefined;
  const offset = start.offset ?? '';
  if (window === 'past') {
    const sense = /^-P(1M|30D)$/.test(offset) ? 'ofLastMonth' : /^-(P1D|PT24H)$/.test(offset) ? 'ofDay' : undefined;
    return field => isNamedForStretch(field, offset.slice(1)) || (sense !== undefined && isFor(field, sense));
  }
  if (start.period === 'month' && offset === '-P1M') return saying('ofLastMonth');
  if (!/^(P0[DMY]|)$/.test(offset)) return undefined;
  return start.period === 'year' ? saying('ofThisYear') : start.period === 'month' ? saying('ofThisMonth') : undefined;
}

/** Whether the field named nearest to a period is a number that is kept for it, and an amount is said of it. */
function isKeptFor(chunks: readonly Chunk[], at: number, to: number, kept: KeptFor): boolean {
  let counted = false;
  for (const [step, from] of [
    [-1, at - 1],
    [1, to],
  ] as const) {
    for (let next = from; Math.abs(next - from) < NEAR; next += step) {
      const chunk = chunks[next];
      if (!chunk || (isBound(chunk) && !has(chunk, 'comma'))) break;
      counted ||= chunk.number !== undefined;
      const [link] = chunk.fields;
      if (!link || link.score < 0.6) continue;
      return link.field.type === 'number' && kept(link.field) && (counted || countedNear(chunks, next));
    }
  }
  return false;
}

/** By its name, or by what is told of it: "Gross salary per year". */
const isFor = (field: Field, kept: Sense): boolean => fieldSays(field, kept) || fieldIsDescribed(field, kept);

const saying =
  (kept: Sense): KeptFor =>
  field =>
    isFor(field, kept);

const countedNear = (chunks: readonly Chunk[], at: number): boolean =>
  chunks.slice(Math.max(0, at - NEAR), at + NEAR + 1).some(({ number, date }) => number !== undefined && !date);
