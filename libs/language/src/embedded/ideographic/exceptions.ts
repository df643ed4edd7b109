import { has, isBound, isField } from '../cursor';
import { says } from '../saying';
import { bare, bracketed, isJoint, isName, isParticle, mark, moved } from './pieces';
import type { Chunk } from '../../grounding/link-words';

/** "…以外", "…之外", "…を除く": said behind what is left out. */
const isBehind = (chunk: Chunk | undefined): chunk is Chunk =>
  chunk !== undefined &&
  chunk.quote === undefined &&
  has(chunk, 'except', 'neq', 'excepted') &&
  says(chunk, 'behindExcepted');

const opensExcept = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined && chunk.quote === undefined && has(chunk, 'except') && !isBehind(chunk);

/** "…，已取消的不算": what opens an exception elsewhere, at the end of its clause. */
const endsClause = (chunks: readonly Chunk[], at: number): boolean =>
  opensExcept(chunks[at]) && isBound(chunks[at + 1]) && isName(chunks[at - 1]) && chunks[at - 1]?.quote === undefined;

/** What a tag is called is none of those that are left out: "标为“急”，草稿除外". */
const isCalled = (chunks: readonly Chunk[], at: number): boolean =>
  chunks[at]?.quote !== undefined && has(chunks[at - 1], 'tag', 'tagNoun', 'add', 'setTo', 'to');

/** The values of a list that ends here, with the little words between them. */
function listBefore(chunks: readonly Chunk[], end: number): number {
  let from = end;
  for (let at = end - 1; at >= 0; at--) {
    const chunk = chunks[at];
    if (isCalled(chunks, at)) break;
    if (isName(chunk)) from = at;
    else if (
      !(from > at && (isJoint(chunk) || has(chunk, 'filler', 'noun'))) &&
      !(at === end - 1 && has(chunk, 'noun', 'filler', 'tagNoun'))
    )
      break;
    if (isBound(chunk) && !has(chunk, 'comma')) break;
  }
  return from;
}

/** Where the clause begins that ends here. */
function clauseBefore(chunks: readonly Chunk[], end: number): number {
  let from = end;
  while (
    from > 0 &&
    !isBound(chunks[from - 1]) &&
    !isParticle(chunks[from - 1], /^は$/) &&
    !has(chunks[from - 1], 'where')
  )
    from--;
  return from;
}

/**
 * Exceptions before what they leave out, in brackets: `除了已毕业的以外` and `ドイツを除く` reach as far as their words say,
 * never into what is asked for besides.
 */
export function exceptionsFirst(chunks: readonly Chunk[]): readonly Chunk[] {
  const ordered = [...chunks];
  for (let at = 0; at < ordered.length; at++) {
    const word = ordered[at];
    if (word && (isBehind(word) || endsClause(ordered, at))) at = moveBefore(ordered, at, word);
    else if (opensExcept(word)) at = closeFrame(ordered, at);
  }
  return ordered;
}

/** "除了化学品、家具，…": the mark of lists goes on. */
const enumerates = (chunks: readonly Chunk[], at: number): boolean =>
  chunks[at]?.key === '、' && isName(chunks[at - 1]) && isName(chunks[at + 1]);

/** What closes a frame that "除" opened: the shortest of them, "外", says so nowhere else. */
const closes = (chunk: Chunk | undefined): boolean => chunk?.quote === undefined && says(chunk, 'behindExcepted');

/** "除了A以外，…", "除A外的…", "除了A，…": ends at the second half of the frame or at the comma. */
function closeFrame(ordered: Chunk[], at: number): number {
  let end = at + 1;
  while (end < ordered.length && !closes(ordered[end]) && (!isBound(ordered[end]) || enumerates(ordered, end))) end++;
  // Lists have commas too: the frame goes on to its second half.
  let later = end;
  while (later < ordered.length && has(ordered[later], 'comma') && later < end + 8) {
    later++;
    while (later < ordered.length && !closes(ordered[later]) && !isBound(ordered[later])) later++;
    if (closes(ordered[later])) end = later;
  }
  if (!has(ordered[end], 'comma') && !closes(ordered[end])) return at;
  // "不含@的，": the joint says nothing at the end.
  const joint = end > at + 2 && isParticle(ordered[end - 1], /^[的の]$/) ? 1 : 0;
  const inner = ordered.slice(at + 1, end - joint);
  if (inner.length === 0 || has(inner[0], 'open')) return at;
  const closing = closes(ordered[end]) ? 1 : 0;
  const behind = closing && isParticle(ordered[end + 1], /^[的の]$/) ? 1 : 0;
  const next = ordered[end + closing + behind];
  const made = [...bracketed(inner), ...(next ? jointTo(ordered, end + closing + behind, next) : [])];
  const comma = has(next, 'comma') ? 1 : 0;
  ordered.splice(at + 1, inner.length + joint + closing + behind + comma, ...made);
  return at + made.length;
}

/** What joins an exception to what is asked for besides: none of its list is "网店" in "除已取消的以外，所有网店订单". */
function jointTo(ordered: readonly Chunk[], at: number, next: Chunk): readonly Chunk[] {
  if (!isBound(next)) return [mark(next, 'comma', ',')];
  if (!has(next, 'comma')) return [];
  let first = at + 1;
  while (has(ordered[first], 'det', 'for', 'then', 'filler') && !isName(ordered[first])) first++;
  return isName(ordered[first]) ? [] : [next];
}

/** "A以外", "Aを除いて": before A. */
function moveBefore(ordered: Chunk[], at: number, word: Chunk): number {
  const values = listBefore(ordered, at);
  const only = /^(?:以外|之外|外)/.test(word.key);
  const from = only || values < at ? values : clauseBefore(ordered, at);
  if (from === at) return at;
  const inner = ordered.slice(from, at);
  const field = ordered[from - 1];
  const owner = isField(field) || (isParticle(field, /^[がはの]$/) && isField(ordered[from - 2]));
  const names = inner.filter(isName);
  const said =
    owner || names.length < 2
      ? inner
      : inner.map(chunk => (has(chunk, 'and', 'comma') && !isName(chunk) ? bare(chunk, 'or') : chunk));
  const made = [...moved([bare(word, only ? 'not' : 'except')]), ...bracketed(said)];
  ordered.splice(from, at - from + 1, ...made);
  return from + made.length - 1;
}
