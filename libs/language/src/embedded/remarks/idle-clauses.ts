import { partsClause } from './clauses';
import { has, holdsData, isFiller } from '../cursor';
import { opensSaying, says } from '../saying';
import type { Chunk } from '../../grounding/link-words';

const CONDITIONAL = ['if', 'onlyIf', 'only', 'except', 'unless', 'without', 'either', 'neither'] as const;

/**
 * Words that go on about the records without choosing any: what must or cannot be of records already described ("…
 * can't be right", "… must not run in production"), what then follows ("then somebody missed it"), and what is added
 * behind a comma ("…, which get replaced anyway", "…, in which case leave it alone"). None of it holds data.
 */
export function idleClauses(chunks: readonly Chunk[], owned: (chunk: Chunk) => boolean): ReadonlySet<Chunk> {
  const idle = new Set<Chunk>();
  let from = 0;
  for (let at = 0; at <= chunks.length; at++) {
    if (at < chunks.length && !partsClause(chunks, at)) continue;
    for (const chunk of idleIn(chunks, from, at, owned)) idle.add(chunk);
    from = at + 1;
  }
  return idle;
}

function idleIn(
  chunks: readonly Chunk[],
  from: number,
  to: number,
  owned: (chunk: Chunk) => boolean,
): readonly Chunk[] {
  const words = chunks.slice(from, to);
  const last = words.findLastIndex(owned);
  const tail = words.slice(last + 1);
  if (last >= 0) {
    const modal = tail.findIndex(chunk => has(chunk, 'may'));
    const conditional = words.slice(0, last + 1).some(chunk => has(chunk, ...CONDITIONAL));
    const described = modal >= 0 && tail.slice(0, modal).every(isFiller);
    if (
      described &&
      !conditional &&
      !tail.some(holdsData) &&
      !tail.some(chunk => has(chunk, 'where', 'if', 'have') && !has(chunk, 'filler'))
    )
      return tail;
  }
  const then = words.findLastIndex(chunk => says(chunk, 'thenWord'));
  if (then > last && then >= 0 && !words.slice(then).some(holdsData)) return words.slice(then);
  if (last < 0 && from > 0 && has(chunks[from - 1], 'comma') && addsOnly(words)) return words;
  return [];
}

/** "which get replaced anyway" behind a comma; "which are urgent" may be meant. */
function addsOnly(words: readonly Chunk[]): boolean {
  if (!opensSaying(words[0], 'adding') || words.some(holdsData)) return false;
  const said = words.slice(1).filter(chunk => !isFiller(chunk));
  return said.length > 1 || !has(words[1], 'be');
}
