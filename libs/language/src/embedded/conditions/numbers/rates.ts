import type { Field } from '@lib/rules';
import { saidTo } from '../../saying';
import type { Chunk } from '../../../grounding/link-words';
import { fieldSays } from '../../../grounding/fields/field-senses';

/** How many months a rate is for, and where the words for it end. */
export interface Rate {
  readonly months: number;
  readonly to: number;
}

const SPOKEN = [
  ['perMonth', 1],
  ['perYear', 12],
  ['perWeek', 12 / 52],
  ['perQuarter', 3],
] as const;

/** "a month", "per year", "monthly, before tax", "brutto im Monat" behind an amount. */
export function rateAt(chunks: readonly Chunk[], at: number): Rate | undefined {
  for (const [sense, months] of SPOKEN) {
    const to = saidTo(chunks, beforeTax(chunks, at), sense);
    if (to !== undefined && chunks[at]?.number === undefined) return { months, to: beforeTax(chunks, to) };
  }
  return undefined;
}

const beforeTax = (chunks: readonly Chunk[], at: number): number => saidTo(chunks, at, 'beforeTax') ?? at;

const PERIODS = [
  ['ofMonth', 1],
  ['ofWeek', 12 / 52],
  ['ofQuarter', 3],
  ['ofYear', 12],
] as const;

/** How many months an amount kept in this field is for, where its name says so; pay is for a year. */
export const periodOf = (field: Field): number | undefined => PERIODS.find(([sense]) => fieldSays(field, sense))?.[1];
