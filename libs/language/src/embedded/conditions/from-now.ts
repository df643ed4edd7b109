import { saidTo } from '../saying';
import type { Chunk } from '../../grounding/link-words';

/** "within 14 days | from now", "more than 2 weeks | ahead": where the words end that count a time from today on. */
export const behindNow = (chunks: readonly Chunk[], at: number): number | undefined => saidTo(chunks, at, 'aheadOfNow');
