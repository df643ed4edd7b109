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

/** The values of a list that ends here, with the little words between them. */
function listBefore(chunks: readonly Chunk[], end: number): number {
  let from = end;
  for (let at = end - 1; at >= 0; at--) {
    const chunk = chunks[at];
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
    if (opensExcept(word)) at = closeFrame(ordered, at);
    else if (isBehind(word)) at = moveBefore(ordered, at, word);
  }
  return ordered;
}

/** "除了A以外，…", "除了A，…": ends at the second half of the frame or at the comma. */
function closeFrame(ordered: Chunk[], at: number): number {
  let end = at + 1;
  while (end < ordered.length && !isBehind(ordered[end]) && !isBound(ordered[end])) end++;
  // Lists have commas too: the frame goes on to its second half.
  let later = end;
  while (later < ordered.length && has(ordered[later], 'comma') && later < end + 8) {
    later++;
    while (later < ordered.length && !isBehind(ordered[later]) && !isBound(ordered[later])) later++;
    if (isBehind(ordered[later])) end = later;
  }
  if (!has(ordered[end], 'comma') && !isBehind(ordered[end])) return at;
  // "不含@的，": the joint says nothing at the end.
  const joint = end > at + 2 && isParticle(ordered[end - 1], /^[的の]$/) ? 1 : 0;
  const inner = ordered.slice(at + 1, end - joint);
  if (inner.length === 0 || has(inner[0], 'open')) return at;
  const closing = isBehind(ordered[end]) ? 1 : 0;
  const behind = closing && isParticle(ordered[end + 1], /^[的の]$/) ? 1 : 0;
  const next = ordered[end + closing + behind];
  const comma = next && !isBound(next) ? [mark(next, 'comma', ',')] : [];
  const made = [...bracketed(inner), ...comma];
  ordered.splice(at + 1, inner.length + joint + closing + behind, ...made);
  return at + made.length;
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
