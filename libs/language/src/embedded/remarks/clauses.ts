import { has, isBound } from '../cursor';
import { opensSaying } from '../saying';
import type { Chunk } from '../../grounding/link-words';

/** A stretch of a request: `from` its first chunk, `to` behind its last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export const endsSentence = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at], 'stop', 'colon') && !(chunks[at + 1]?.glued ?? false);

/** Marks that part one piece of a sentence from the next; those glued into a word do not. */
export const partsClause = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at], 'comma', 'open', 'close', 'arrow', 'colon') ||
  (has(chunks[at], 'stop') && !(chunks[at + 1]?.glued ?? false)) ||
  (has(chunks[at], 'dash') && chunks[at]?.glued === false && !opensWord(chunks, at));

/** "ends in -R": a dash that a word begins with. */
const opensWord = (chunks: readonly Chunk[], at: number): boolean => chunks[at + 1]?.glued ?? false;

const stretches = (chunks: readonly Chunk[], ends: (at: number) => boolean): readonly Stretch[] => {
  const found: Stretch[] = [];
  let from = 0;
  for (let at = 0; at < chunks.length; at++) {
    if (!ends(at)) continue;
    found.push({ from, to: at + 1 });
    from = at + 1;
  }
  if (from < chunks.length) found.push({ from, to: chunks.length });
  return found;
};

export const sentencesOf = (chunks: readonly Chunk[]): readonly Stretch[] =>
  stretches(chunks, at => endsSentence(chunks, at));

/** Sentences, and what marks part in them: "We only cover Siemens, | so all others get …". */
export const clausesOf = (chunks: readonly Chunk[]): readonly Stretch[] =>
  stretches(
    chunks,
    at =>
      endsSentence(chunks, at) ||
      has(chunks[at], 'comma', 'arrow') ||
      (has(chunks[at], 'dash') && !(chunks[at]?.glued ?? false) && !opensWord(chunks, at)) ||
      // "if … is past, then somebody has missed it"
      (has(chunks[at + 1], 'then') && has(chunks[at + 2], 'writer')) ||
      // "… in spring so can you tag …"
      (at + 1 < chunks.length && /^so\b/.test(chunks[at + 1]?.key ?? '') && !isBound(chunks[at])),
  );

/** Words that a clause opens with that goes on about which records. */
export const GOES_ON = [
  'if',
  'onlyIf',
  'only',
  'except',
  'excepted',
  'unless',
  'but',
  'not',
  'without',
  'no',
  'or',
  'have',
  'regardless',
] as const;

const FINITE = ['be', 'may', 'have', 'give'] as const;

/** "The carrier raised its prices", "we keep getting calls": somebody does something. */
export function isMainClause(chunks: readonly Chunk[], { from, to }: Stretch): boolean {
  const words = chunks.slice(from, to).filter(chunk => !isBound(chunk) && !has(chunk, 'then', 'and'));
  const [first] = words;
  // "…, and also the ones that …": one more kind of records.
  if (has(chunks[from], 'and', 'or', 'also') && !has(first, 'writer', 'them')) return false;
  if (!first || words.length < 3 || has(first, ...GOES_ON)) return false;
  if (has(first, 'writer', 'because')) return true;
  const finite = words.findIndex((chunk, i) => i > 0 && has(chunk, ...FINITE) && chunk.quote === undefined);
  const relative = words.findIndex(chunk => has(chunk, 'where') && !has(chunk, 'in', 'have'));
  // "…, die bis Jahresende auslaufen": what stands before the comma is spoken of on; "…, das ist falsch" is told.
  if (relative === 0 && has(chunks[from - 1], 'comma') && !has(words[1], ...FINITE) && !has(words[1], 'writer'))
    return false;
  return (
    (finite > 0 && (relative < 0 || finite < relative)) || has(first, 'them', 'det') || opensSaying(first, 'theyWord')
  );
}
