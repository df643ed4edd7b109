import type { Test } from '../../meaning/meaning';
import { saidTo } from '../../saying';
import type { Chunk } from '../../../grounding/link-words';
import type { Comparator } from '../operands';

type DateTest = Extract<Test, { is: 'date' }>;

/** "within 14 days | from now", "more than 2 weeks | ahead": where the words end that count a time from today on. */
export const aheadEnd = (chunks: readonly Chunk[], at: number): number | undefined => saidTo(chunks, at, 'aheadOfNow');

/** "more than 10 weeks | in the past", "older than 5 years | back": where the words end that count a time back from today. */
export const pastEnd = (chunks: readonly Chunk[], at: number): number | undefined => saidTo(chunks, at, 'behindNow');

/** "exactly 2 weeks from now", "exactly 10 days back": that very day. */
export const onDayAt = (iso: string, ahead: boolean): DateTest => {
  const point = { offset: ahead ? iso : `-${iso}` };
  return { is: 'date', from: point, to: point };
};

/** A day more, or less, than so long ago, whatever a field of such days is mostly asked about. */
export function soLongAgo(operator: Exclude<Comparator, '!='>, iso: string): DateTest {
  if (operator === '==') return onDayAt(iso, false);
  const point = { offset: `-${iso}` };
  const included = operator === '>=' || operator === '<=';
  return operator === '>' || operator === '>='
    ? { is: 'date', to: point, ...(included && { toIncluded: true }) }
    : { is: 'date', from: point, to: {}, toIncluded: true };
}
