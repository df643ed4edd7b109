import { has as plays, isBound } from '../cursor';
import { says } from '../saying';
import { mayBeginAction } from './action-text';
import type { Role } from '../../grounding/lexicon';
import type { Chunk } from '../../grounding/link-words';

/** What says when, why, for how long or how kindly: the order before it is whole. */
const CLOSERS: readonly Role[] = [
  'if',
  'unless',
  'except',
  'onlyIf',
  'because',
  'besides',
  'signOff',
  'also',
  'then',
  'until',
];

/** What joins one thing said to the next. */
const JOINTS: readonly Role[] = ['and', 'amp', 'but'];

/** Whom or which records an order is for. */
const RECEIVERS: readonly Role[] = ['for', 'where'];

const has = (chunk: Chunk | undefined, roles: readonly Role[]): boolean => plays(chunk, ...roles);

/**
 * Where an order ends, there is one law: with its sentence, before what says when or why, and before the next order. Behind
 * a name an "and" may go on with another name, so that only an order behind it ends the clause.
 */
export function endsClause(chunks: readonly Chunk[], at: number): boolean {
  const chunk = chunks[at];
  if (isBound(chunk)) return true;
  if (chunk?.quote !== undefined) return false;
  if (isAlsoLast(chunks, at)) return true;
  return has(chunk, CLOSERS) || (has(chunk, JOINTS) && mayBeginAction(chunks, at + 1));
}

/** "give them priority High too", "tag them Builder as well": nothing but that it is done besides. */
export const isAlsoLast = (chunks: readonly Chunk[], at: number): boolean =>
  says(chunks[at], 'alsoBehind') && isBound(chunks[at + 1]) && !chunks[at]?.glued;

/** Behind an order that is whole by itself (its verb came last, its value is known) any "and" opens something else. */
export const endsOrder = (chunks: readonly Chunk[], at: number): boolean =>
  endsClause(chunks, at) || (chunks[at]?.quote === undefined && has(chunks[at], JOINTS));

/** … and it may go on with the records it is for: "set the status to new for …". */
export const leavesOrder = (chunks: readonly Chunk[], at: number): boolean =>
  endsOrder(chunks, at) || (chunks[at]?.quote === undefined && has(chunks[at], RECEIVERS));

/** "… le tag Hors garantie aux machines concernées", "… a los pedidos afectados": who gets it was told before. */
export function concernedAt(chunks: readonly Chunk[], at: number): number | undefined {
  if (!plays(chunks[at], 'to', 'for') || chunks[at]?.quote !== undefined || !/^\p{Ll}/u.test(chunks[at]?.text ?? ''))
    return undefined;
  let noun = at + 1;
  while (noun < at + 3 && plays(chunks[noun], 'det', 'them') && !plays(chunks[noun], 'noun')) noun++;
  const points = plays(chunks[noun], 'noun', 'people') && says(chunks[noun + 1], 'concerned');
  return points && endsOrder(chunks, noun + 2) ? noun + 2 : undefined;
}
