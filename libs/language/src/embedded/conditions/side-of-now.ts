import { has } from '../cursor';
import type { Test } from '../meaning';
import type { Comparator } from './operands';
import { saidTo } from '../saying';
import type { Chunk } from '../../grounding/link-words';

type DateTest = Extract<Test, { is: 'date' }>;

/** Which way from now a length of time lies, said behind it: "10 weeks from now", "6 months in the past". */
export function sideOfNow(
  chunks: readonly Chunk[],
  at: number,
): { readonly ahead: boolean; readonly to: number } | undefined {
  const behind = saidTo(chunks, at, 'behindNow');
  if (behind !== undefined) return { ahead: false, to: behind };
  const ahead = saidTo(chunks, at, 'aheadOfNow');
  if (ahead === undefined || has(chunks[ahead], 'of', 'in')) return undefined;
  return { ahead: true, to: ahead };
}

/** A day more, or less, than so long from now on that side: "more than 10 days away", "within 6 months from now". */
export function onSideOfNow(ahead: boolean, operator: Comparator | undefined, iso: string): DateTest {
  const point = { offset: ahead ? iso : `-${iso}` };
  const further = operator === '>' || operator === '>=';
  const included = operator !== '>' && operator !== '<';
  if (ahead)
    return further
      ? { is: 'date', from: point, ...(!included && { toIncluded: true }) }
      : { is: 'date', from: {}, to: point, ...(included && { toIncluded: true }) };
  return further
    ? { is: 'date', to: point, ...(included && { toIncluded: true }) }
    : { is: 'date', from: point, to: {}, toIncluded: true };
}
