import { has } from '../cursor';
import { bare, mark } from './pieces';
import type { Chunk } from '../../grounding/link-words';

const isNumber = (chunk: Chunk | undefined): chunk is Chunk => chunk?.number !== undefined && !chunk.date;

/** "20時間以上35時間以下", "五万以上十万以下": from the one to the other, or below it. */
export function rangesJoined(chunks: readonly Chunk[]): readonly Chunk[] {
  const ordered = [...chunks];
  for (let at = 0; at + 3 < ordered.length; at++) {
    const low = ordered[at];
    const atLeast = ordered[at + 1];
    if (!isNumber(low) || !atLeast || !has(atLeast, 'orMore', 'gte')) continue;
    const high = [at + 2, at + 3].find(next => isNumber(ordered[next]));
    const most = high === undefined ? undefined : ordered[high];
    const limit = high === undefined ? undefined : ordered[high + 1];
    if (high === undefined || !most || !limit) {
      continue;
    }
    if (has(limit, 'orLess', 'lte'))
      ordered.splice(at, high + 2 - at, bare(atLeast, 'between'), low, mark(atLeast, 'and', 'and'), most);
    else if (has(limit, 'lt'))
      ordered.splice(
        at,
        high + 2 - at,
        bare(atLeast, 'gte'),
        low,
        mark(atLeast, 'and', 'and'),
        bare(limit, 'lt'),
        most,
      );
  }
  return ordered;
}
