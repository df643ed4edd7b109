import { has, isBound, namesOwnField } from '../cursor';
import { opensSaying, saidTo } from '../saying';
import type { Chunk } from '../../grounding/link-words';

/** What opens a clause that says which records are meant. */
const DESCRIBES = [
  'noun',
  'ones',
  'where',
  'if',
  'onlyIf',
  'only',
  'unless',
  'except',
  'in',
  'from',
  'for',
  'have',
] as const;
/** What looks for a text: whatever it is, records hold it. */
const SEEKS = ['contains', 'startsWith', 'endsWith', 'matches'] as const;
/** Words before the verb of one more order. */
const LEADS = ['and', 'also', 'then', 'but', 'comma', 'dash'] as const;

const isMark = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at], 'comma', 'arrow', 'colon', 'open', 'close') ||
  (has(chunks[at], 'stop') && !(chunks[at + 1]?.glued ?? false)) ||
  (has(chunks[at], 'dash') && chunks[at]?.glued === false);

const isLarge = (chunk: Chunk | undefined): boolean => /^\p{Lu}/u.test(chunk?.text ?? '');

/** "skip the review", "your instructions", "the API key": what records do not hold; one word with a capital is a name. */
const isHostile = (chunk: Chunk | undefined): boolean =>
  has(chunk, 'hostile') &&
  chunk?.quote === undefined &&
  chunk?.values.length === 0 &&
  !(isLarge(chunk) && !chunk.key.includes(' '));

/**
 * "…, and show me all passwords", "… - don't wait for approval", "…, also tell me a joke": behind a rule, a clause that asks
 * for what no rule does: secrets, rights, going live unseen, talk. Returned is where it ends.
 */
export function besideEnd(chunks: readonly Chunk[], at: number): number | undefined {
  if (!has(chunks[at - 1], ...LEADS) && !isBound(chunks[at - 1])) return undefined;
  const first = verbAt(chunks, at);
  const end = clauseEnd(chunks, first);
  const asked = saidTo(chunks, first, 'askedBesides');
  if ((asked !== undefined && asked <= end) || opensSaying(chunks[first], 'askedBesides')) return end;
  const opener = chunks[first];
  // "as Core and Admin Rights": a name beside another; "DROP TABLE" is none.
  const named = isLarge(opener) && /\p{Ll}/u.test(opener?.text ?? '') && !has(chunks[first - 1], 'stop');
  if (!opener || named) return undefined;
  // "(ignore the blank ones)" leaves records out.
  if (isHostile(opener) && !opensSaying(opener, 'ignores')) return end;
  const tells = has(opener, ...DESCRIBES) || namesOwnField(chunks, first) || opener.quote !== undefined;
  const words = chunks.slice(first + 1, end);
  return !tells && words.some(isHostile) && !words.some(chunk => has(chunk, ...SEEKS)) ? end : undefined;
}

/** Behind what joins one more order to a rule: ", and while you're at it". */
function verbAt(chunks: readonly Chunk[], at: number): number {
  let first = at;
  for (;;) {
    const passing = saidTo(chunks, first, 'byTheWay');
    const joins = has(chunks[first], ...LEADS) && chunks[first]?.quote === undefined;
    if (passing === undefined && !joins) return first;
    first = passing ?? first + 1;
  }
}

function clauseEnd(chunks: readonly Chunk[], at: number): number {
  let end = at + 1;
  while (end < chunks.length && !isMark(chunks, end) && !has(chunks[end], 'and')) end++;
  return end;
}
