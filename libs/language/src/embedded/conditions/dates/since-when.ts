import { has } from '../../cursor';
import type { TestMeaning } from '../../meaning/meaning';
import { comparatorOf } from '../operands';
import type { Chunk } from '../../../grounding/link-words';

/** "expired for more than 30 days": how long ago it ended. */
export function sinceWhen(
  chunks: readonly Chunk[],
  at: number,
): { readonly test: TestMeaning['test']; readonly to: number } | undefined {
  let next = at;
  while (
    next < at + 3 &&
    has(chunks[next], 'since', 'agoBefore', 'for', 'of', 'from', 'filler') &&
    !chunks[next]?.duration
  )
    next++;
  const operator = next > at ? comparatorOf(chunks[next]) : undefined;
  const span = chunks[operator === undefined ? next : next + 1];
  if (next === at || !span?.duration || span.date) return undefined;
  const offset = `-${span.duration.iso}`;
  const recent = operator === '<' || operator === '<=';
  return {
    test: recent ? { is: 'date', from: { offset }, to: {} } : { is: 'date', to: { offset } },
    to: operator === undefined ? next + 1 : next + 2,
  };
}
