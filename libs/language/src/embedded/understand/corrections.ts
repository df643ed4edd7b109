import { mayBeginAction } from '../actions/action-text';
import { wordEnd } from '../actions/tags/tag-ends';
import { comparatorOf } from '../conditions/operands';
import { has, holdsData, isBound, isField, isUnknown, namesOwnField } from '../cursor';
import { saidTo, says } from '../saying';
import type { Chunk } from '../../grounding/link-words';

const isMark = (chunk: Chunk | undefined): boolean =>
  has(chunk, 'comma', 'stop', 'colon') || (has(chunk, 'dash') && !chunk?.glued);

/** "no wait", "I mean", "sorry": a word that takes back what was said, and nothing that records hold. */
const takesBack = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at], 'correction') &&
  chunks[at]?.quote === undefined &&
  chunks[at]?.values.length === 0 &&
  wordEnd(chunks, at) === at + 1 &&
  !namesOwnField(chunks, at);

/** What stands beside it and says nothing more: "sorry, no, make that …". */
const isBeside = (chunks: readonly Chunk[], at: number): boolean =>
  isMark(chunks[at]) ||
  takesBack(chunks, at) ||
  says(chunks[at], 'replyNo') ||
  (has(chunks[at], 'then', 'but') && chunks[at]?.values.length === 0);

const behindBeside = (chunks: readonly Chunk[], at: number): number =>
  saidTo(chunks, at, 'makesThat') ?? (isBeside(chunks, at) ? at + 1 : at);

interface Correction {
  readonly from: number;
  readonly to: number;
}

/** The words that take back, with the marks around them; a "no" counts between two marks. */
function correctionAt(chunks: readonly Chunk[], at: number): Correction | undefined {
  const plain = takesBack(chunks, at);
  // "newsletter: no, …" answers what is asked of a field.
  const pause = isMark(chunks[at - 1]) && !has(chunks[at - 1], 'colon');
  const denies = says(chunks[at], 'replyNo') && pause && isMark(chunks[at + 1]);
  if (!plain && !denies) return undefined;
  let from = at;
  while (isBeside(chunks, from - 1)) from--;
  let to = at + 1;
  for (let next = behindBeside(chunks, to); next > to; next = behindBeside(chunks, to)) to = next;
  // "so sorry for the delay": an apology stands apart from what it goes on with.
  const apart = isMark(chunks[from]) || isMark(chunks[at - 1]);
  return apart && from > 0 && to < chunks.length ? { from, to } : undefined;
}

const LEADS = ['as', 'to', 'from', 'in', 'for', 'on', 'with', 'of'] as const;

const leads = (chunk: Chunk | undefined): boolean =>
  chunk?.quote === undefined &&
  has(chunk, ...LEADS) &&
  !has(chunk, 'det') &&
  (has(chunk, 'as') || !has(chunk, 'where')) &&
  chunk?.number === undefined;

/** Whether one piece can stand in the place of another: a value of the same field, another number or day, the same little word. */
function isAlike(one: Chunk | undefined, other: Chunk | undefined): boolean {
  if (!one || !other || isBound(one)) return false;
  const fields = (chunk: Chunk): readonly string[] =>
    chunk.values.flatMap(({ field, via }) => (via === 'part' ? [] : [field.name]));
  if (fields(one).some(name => fields(other).includes(name))) return true;
  if (other.values.length > 0) return false;
  if (comparatorOf(other) !== undefined) return comparatorOf(one) !== undefined;
  if (leads(other)) return one.key === other.key;
  if (other.date ?? other.duration) return (one.date ?? one.duration) !== undefined;
  return other.number !== undefined && one.number !== undefined && comparatorOf(one) === undefined;
}

const isName = (chunk: Chunk | undefined): boolean =>
  chunk?.quote !== undefined || (/^\p{Lu}/u.test(chunk?.text ?? '') && !isField(chunk));

/** Where the name of a tag begins that ends right before a place: behind the last "as", or behind the noun for tags. */
function nameBefore(chunks: readonly Chunk[], end: number): number | undefined {
  let at = end - 1;
  while (at > 0 && isName(chunks[at])) at--;
  const led = has(chunks[at], 'as', 'tagNoun', 'colon') || (has(chunks[at], 'tag') && at > 0);
  return at < end - 1 && led ? at + 1 : undefined;
}

/** Where what is taken back begins: at the nearest piece that what follows can stand in the place of. */
function takenBackFrom(chunks: readonly Chunk[], { from, to }: Correction): number | undefined {
  const next = chunks[to];
  if (mayBeginAction(chunks, to)) {
    const rest = chunks.slice(to);
    // "…, no wait, tag them as Y": the records stay as they were said.
    const as = rest.findIndex(chunk => has(chunk, 'as') && chunk.quote === undefined);
    const anew =
      rest.some(chunk => has(chunk, 'noun') && !has(chunk, 'tagNoun')) ||
      rest.slice(1, Math.max(as, 1)).some(chunk => chunk.values.length > 0 || isField(chunk));
    return anew && !rest.some(chunk => has(chunk, 'them')) ? 0 : undefined;
  }
  // "sorry, in a hurry": what leads to nothing that records hold takes nothing back.
  const led = leads(next) ? chunks[has(chunks[to + 1], 'det') ? to + 2 : to + 1] : undefined;
  if (leads(next) && !(led && (holdsData(led) || isName(led)))) return undefined;
  for (let at = from - 1; at >= 0; at--) if (isAlike(chunks[at], next)) return at;
  return isName(next) && next && (isUnknown(next) || next.quote !== undefined) ? nameBefore(chunks, from) : undefined;
}

/**
 * "tag unpaid orders as Chase, sorry, I mean as Dunning", "over 500 - no, 1000 - …", "set it to Low, no wait, make that High":
 * what somebody takes back in the middle of a sentence is left out, and what is said in its place stands there.
 */
export function withoutTakenBack(chunks: readonly Chunk[]): readonly Chunk[] {
  if (!chunks.some(chunk => has(chunk, 'correction') || says(chunk, 'replyNo'))) return chunks;
  for (let at = 1; at < chunks.length - 1; at++) {
    const found = correctionAt(chunks, at);
    if (!found) continue;
    const first = takenBackFrom(chunks, found);
    // "…, sorry for the delay"
    const apology = !isMark(chunks[found.to - 1]) && has(chunks[found.to - 1], 'filler') && leads(chunks[found.to]);
    if (first === undefined || apology) {
      at = found.to;
      continue;
    }
    const rest = chunks.slice(found.to);
    const mark = rest.findIndex((chunk, i) => isMark(chunk) && has(rest[i + 1], 'as', 'for'));
    return withoutTakenBack([...chunks.slice(0, first), ...rest.filter((_, i) => i !== mark)]);
  }
  return chunks;
}
