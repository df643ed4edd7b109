import type { Test } from '../meaning';
import type { Comparator } from './operands';
import { saidTo } from '../saying';
import type { Chunk } from '../../grounding/link-words';

/** "more than 10 weeks | in the past", "older than 5 years | back": where the words end that count a time back from today. */
export const pastBehind = (chunks: readonly Chunk[], at: number): number | undefined => saidTo(chunks, at, 'behindNow');

/** A day more, or less, than so long ago, whatever a field of such days is mostly asked about. */
export function soLongAgo(operator: Comparator | undefined, iso: string): Extract<Test, { is: 'date' }> {
  const point = { offset: `-${iso}` };
  const included = operator !== '>' && operator !== '<';
  return operator === '>' || operator === '>='
    ? { is: 'date', to: point, ...(included && { toIncluded: true }) }
    : { is: 'date', from: point, to: {}, toIncluded: true };
}
