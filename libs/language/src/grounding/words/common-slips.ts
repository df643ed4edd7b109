import { pairs } from './entries';
import { fold } from './fold';

/** First word of a slip → slips that begin with it, the longest first, each with the words it stands for. */
export type CommonSlips = ReadonlyMap<string, readonly (readonly [readonly string[], readonly string[]])[]>;

/** Reads `teh=the|more then=more than`. */
export function commonSlipsOf(list: string): CommonSlips {
  const slips = new Map<string, (readonly [readonly string[], readonly string[]])[]>();
  for (const [slip, right] of pairs(list)) {
    const words = slip.split(' ').map(fold);
    const first = words[0] ?? '';
    slips.set(first, [...(slips.get(first) ?? []), [words, right.split(' ').map(fold)]]);
  }
  for (const known of slips.values()) known.sort(([a], [b]) => b.length - a.length);
  return slips;
}
