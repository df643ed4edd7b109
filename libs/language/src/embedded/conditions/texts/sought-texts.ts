import { endsClause, has, isUnknown } from '../../cursor';
import { saidTo } from '../../saying';
import type { Role } from '../../../grounding/lexicon';
import type { Chunk } from '../../../grounding/link-words';

/** What something else is said with: words with one of these among them are no text that is looked for. */
const SAYS_MORE: readonly Role[] = [
  'be',
  'have',
  'where',
  'them',
  'not',
  'never',
  'no',
  'without',
  'gt',
  'lt',
  'gte',
  'lte',
  'eq',
  'neq',
  'between',
  'before',
  'after',
  'since',
  'until',
  'if',
  'onlyIf',
  'unless',
  'except',
  'contains',
  'startsWith',
  'endsWith',
  'matches',
  'empty',
  'filled',
  'ones',
  'any',
  'allTags',
  'setTo',
];

const LONGEST = 3;

const SEEKS = ['contains', 'startsWith', 'endsWith'] as const;

/** "whose name contains Silva": a word behind what seeks a text is that text, whoever is called so. */
export const withSoughtNames = (chunks: readonly Chunk[]): readonly Chunk[] =>
  chunks.map((chunk, at) =>
    chunk.values.length > 0 && has(chunks[at - 1], ...SEEKS) && chunk.values.every(({ via }) => via === 'kind')
      ? { ...chunk, values: [] }
      : chunk,
  );

/** Where one element of a list of texts ends: a few words that say nothing of records on their own, up to the next joint. */
export function soughtEnd(chunks: readonly Chunk[], at: number): number | undefined {
  if (chunks[at]?.quote !== undefined) return at + 1;
  let to = at;
  while (!endsElement(chunks, to)) {
    const chunk = chunks[to];
    if (!chunk || to - at >= LONGEST || chunk.quote !== undefined) return undefined;
    if (chunk.number ?? chunk.date ?? chunk.duration) return undefined;
    if (!chunk.typo && has(chunk, ...SAYS_MORE) && /^\p{Ll}/u.test(chunk.text)) return undefined;
    to++;
  }
  return to > at ? to : undefined;
}

const endsElement = (chunks: readonly Chunk[], at: number): boolean =>
  endsClause(chunks[at]) ||
  (has(chunks[at], 'in', 'among') && (chunks[at]?.values.length ?? 0) === 0) ||
  saidTo(chunks, at, 'anywhere') !== undefined;

/** Where the next element of such a list begins. */
export function nextSought(chunks: readonly Chunk[], at: number): number | undefined {
  if (!has(chunks[at], 'or', 'and', 'comma', 'slash', 'pipe')) return undefined;
  return has(chunks[at], 'comma') && has(chunks[at + 1], 'or', 'and') ? at + 2 : at + 1;
}

/** Whether a comma goes on with the list: an "or" or "and" closes it further on. */
export function isListed(chunks: readonly Chunk[], joint: number): boolean {
  if (!has(chunks[joint], 'comma')) return true;
  let at = nextSought(chunks, joint);
  while (at !== undefined) {
    const to = soughtEnd(chunks, at);
    if (to === undefined) return false;
    if (has(chunks[to], 'or', 'and') || has(chunks[at - 1], 'or', 'and')) return true;
    at = has(chunks[to], 'comma') ? nextSought(chunks, to) : undefined;
  }
  return false;
}

/** Whether the words from here on are nothing that records or the grammar know. */
export const areUnknown = (chunks: readonly Chunk[], from: number, to: number): boolean =>
  chunks.slice(from, to).every(chunk => chunk.quote !== undefined || isUnknown(chunk));
