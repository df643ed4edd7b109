import type { Field } from '@lib/rules';
import { has } from '../cursor';
import type { Chunk } from '../../grounding/link-words';

/** How many months a rate is for, and where the words for it end. */
export interface Rate {
  readonly months: number;
  readonly to: number;
}

const SPOKEN: readonly (readonly [RegExp, number])[] = [
  [/^(a|per|each|every|the) month$|^monthly$|^pcm$/, 1],
  [/^(a|per|each|every|the) year$|^yearly$|^annually$|^per annum$|^p\.?a\.?$/, 12],
  [/^(a|per|each|every|the) week$|^weekly$/, 12 / 52],
  [/^(a|per|each|every) quarter$|^quarterly$/, 3],
];

/** "a month", "per year", "monthly, before tax" behind an amount. */
export function rateAt(chunks: readonly Chunk[], at: number): Rate | undefined {
  for (const length of [1, 2]) {
    const said = chunks.slice(at, at + length);
    if (said.length < length || said.some(chunk => chunk.quote !== undefined || chunk.number)) return undefined;
    const key = said.map(chunk => chunk.key).join(' ');
    const months = SPOKEN.find(([words]) => words.test(key))?.[1];
    if (months !== undefined) return { months, to: beforeTax(chunks, at + length) };
  }
  return undefined;
}

function beforeTax(chunks: readonly Chunk[], at: number): number {
  if (has(chunks[at], 'before', 'after') && /^(tax|taxes|deductions)$/.test(chunks[at + 1]?.key ?? '')) return at + 2;
  return /^(gross|net|before tax|before taxes)$/.test(chunks[at]?.key ?? '') ? at + 1 : at;
}

const PERIODS: readonly (readonly [RegExp, number])[] = [
  [/month|pcm/i, 1],
  [/week/i, 12 / 52],
  [/quarter/i, 3],
  [/annual|year|salary|p\.a/i, 12],
];

/** How many months an amount kept in this field is for, where its name says so; pay is for a year. */
export const periodOf = ({ label, name }: Field): number | undefined =>
  PERIODS.find(([words]) => words.test(`${label} ${name}`))?.[1];
