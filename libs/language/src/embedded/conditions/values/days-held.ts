import type { Field } from '@lib/rules';
import type { Chunk } from '../../../grounding/link-words';
import { labelWordsOf } from '../../../grounding/values/foreign-values';
import { wordsOf } from '../../../grounding/words/fold';
import { has } from '../../cursor';
import type { ParseState } from '../parse-state';

/** Fields with more distinct values hold texts rather than terms. */
const FEW = 60;

/** A value that some days name, and where the words for it end. */
export interface DaysHeld {
  readonly stored: string;
  readonly to: number;
}

/** "payment terms: 30 days", "Zahlungsziel: 30 Tage netto" of what is kept as "Net 30": the only value that has this number and no other. */
export function daysHeld(state: ParseState, field: Field, at: number): DaysHeld | undefined {
  const { chunks, grounding } = state;
  // "netto 30 dage": what else the value says may stand before the days.
  const days = isDays(chunks[at]) ? at : isDays(chunks[at + 1]) ? at + 1 : undefined;
  if (days === undefined || field.type !== 'text' || grounding.values.distinctIn(field.name) > FEW) return undefined;
  const number = String(chunks[days]?.number?.value);
  const meant = grounding.values
    .valuesOf(field.name)
    .filter(text => text.match(/\d+/g)?.join(' ') === number && !/%/.test(text) && !saysOtherUnit(text, state));
  const [stored, ...others] = meant;
  if (stored === undefined || others.length > 0) return undefined;
  const words = new Set(wordsOf(stored));
  const says = (chunk: Chunk | undefined): boolean =>
    chunk !== undefined &&
    (words.has(chunk.key) ||
      grounding.spoken.some(lexicon => labelWordsOf(lexicon, chunk.key).some(word => words.has(word))));
  if (days > at && !says(chunks[at])) return undefined;
  const rest = chunks[days + 1];
  return { stored, to: has(rest, 'within') || says(rest) ? days + 2 : days + 1 };
}

/** "30 months" are no 30 days. */
const saysOtherUnit = (text: string, { grounding }: ParseState): boolean =>
  wordsOf(text).some(word => grounding.lexicons.some(({ units }) => (units.get(word)?.base ?? 'd') !== 'd'));

const isDays = (chunk: Chunk | undefined): boolean =>
  chunk?.duration !== undefined && chunk.number?.unit?.base === 'd' && Number.isInteger(chunk.number.value);
